import { orpc } from '#renderer/lib/rpc';

const SHOWN = 6;

/** The first orders that wait to be paid or handed over, and how many there are. */
export const openOrdersQuery = () =>
  orpc.sales.listOrders.queryOptions({ input: { states: ['placed', 'paid'], limit: SHOWN } });

/** The first products that are low, as Stockroom counts them, and how many there are. */
export const lowStockQuery = () => orpc.overview.low.queryOptions({ input: { limit: SHOWN } });
