import { createContext, type RefObject, useContext } from 'react';
import type { ProductRow } from '#shared/contract/catalogue';
import type { RefusalData } from '#shared/contract/refusals';
import type { LineChange, Order, Receipt, Ticket, TicketLine } from '#shared/contract/sales-documents';
import type { Tender } from '../payment/tenders';

/** Something that could not be put on the ticket, until it is acknowledged. */
export interface TillFailure {
  /** What was scanned; null when it was chosen by hand. */
  code: string | null;
  error: unknown;
}

/** A scan that does not say how much of something measured there is. */
export type QuantityNeeded = RefusalData<'QUANTITY_NEEDED'> & { code: string };

/** The dialog that is open, with what it is about as it was when it was opened. */
export type TillDialog =
  | { kind: 'lineQuantity'; line: TicketLine }
  | { kind: 'productQuantity'; product: ProductRow }
  | { kind: 'scanQuantity'; needed: QuantityNeeded }
  | { kind: 'lineDiscount'; line: TicketLine }
  | { kind: 'price'; line: TicketLine }
  | { kind: 'lineNote'; line: TicketLine }
  | { kind: 'lineBatch'; line: TicketLine }
  | { kind: 'ticketDiscount' | 'ticketNote' | 'park' | 'order'; ticket: Ticket }
  | { kind: 'payOrder'; order: Order }
  | { kind: 'recall' | 'camera' };

/** What the till shows at its working side. */
export type TillStep = { kind: 'sell' } | { kind: 'pay' } | { kind: 'paid'; receipt: Receipt };

/** The till as its parts see it: the ticket, the line of it that is meant, and what is being done. */
export interface Till {
  ticket: Ticket | null;
  /** The selected line; null only when the ticket has none. */
  line: TicketLine | null;
  select: (lineId: number | null) => void;
  /** Selects the line above (-1) or below (1). */
  moveSelection: (steps: -1 | 1) => void;
  /** The line that just changed, and the how manieth change it was, so that it lights up each time. */
  changed: { lineId: number; times: number } | null;
  /** Shows what a change of a line was answered with. */
  take: (change: LineChange) => void;
  /** Shows another ticket, or none. */
  show: (ticket: Ticket | null) => void;
  failure: TillFailure | null;
  /** The same, known at once: whether a failure waits to be acknowledged, rendered already or not. */
  isFailing: () => boolean;
  /** Sounds, and shows what could not be put on the ticket. */
  fail: (failure: TillFailure) => void;
  acknowledge: () => void;
  /** Asks for the quantity of a scan; false behind an open dialog, where it cannot ask. */
  askQuantity: (needed: QuantityNeeded) => boolean;
  /** What is typed in the one box; and the same known at once, rendered already or not. */
  findText: string;
  findTextNow: () => string;
  setFindText: (text: string) => void;
  dialog: TillDialog | null;
  open: (dialog: TillDialog) => void;
  close: () => void;
  /** What was paid of the ticket so far, in parts: lost with the payment, so it is asked for first. */
  tendersTaken: RefObject<readonly Tender[]>;
  step: TillStep;
  go: (step: TillStep) => void;
  findBox: RefObject<HTMLInputElement | null>;
}

export const TillContext = createContext<Till | null>(null);

/** The till above, of which a component is a part. */
export function useTill(): Till {
  const till = useContext(TillContext);
  if (!till) throw new Error('useTill needs a TillContext above it');
  return till;
}
