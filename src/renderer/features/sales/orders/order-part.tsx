import { createContext, type ReactNode, use } from 'react';
import classes from './order-details.module.css';

/** The heading level of an order's parts: below the page's heading, or below that of a panel on the page. */
export const OrderPartLevel = createContext<2 | 3>(3);

/** A part of an order's details, with its heading. */
export function OrderPart({ title, children }: { title: string; children: ReactNode }) {
  const Heading = `h${use(OrderPartLevel)}` as const;
  return (
    <section>
      <Heading className={classes.heading}>{title}</Heading>
      {children}
    </section>
  );
}
