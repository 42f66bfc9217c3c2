import { createContext, type RefObject, useContext } from 'react';
import type { ProductRow } from '#shared/contract/catalogue';
import type { RefusalData } from '#shared/contract/refusals';
import type { LineChange, Order, Receipt, Ticket, TicketLine } from '#shared/contract/sales-documents';
import type { Tender } from '../payment/tenders';

/** A failure to add something to the ticket, kept until it is acknowledged. */
export interface TillFailure {
  /** The scanned code; null when the product was chosen by hand. */
  code: string | null;
  error: unknown;
}

/** A scan of a measured product without a quantity. */
export type QuantityNeeded = RefusalData<'QUANTITY_NEEDED'> & { code: string };

/** The open dialog, with its subject as of the moment it was opened. */
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

/** What the till shows beside the ticket. */
export type TillStep = { kind: 'sell' } | { kind: 'pay' } | { kind: 'paid'; receipt: Receipt };

/** The state of the till for its components: the ticket, its selected line and the current step. */
export interface Till {
  ticket: Ticket | null;
  /** The selected line; null only when the ticket has none. */
  line: TicketLine | null;
  select: (lineId: number | null) => void;
  /** Selects the line above (-1) or below (1). */
  moveSelection: (steps: -1 | 1) => void;
  /** The line that changed last, with a running number of changes, so that each change is highlighted. */
  changed: { lineId: number; times: number } | null;
  /** Applies the result of a line change to the shown ticket. */
  take: (change: LineChange) => void;
  /** Shows another ticket, or none. */
  show: (ticket: Ticket | null) => void;
  failure: TillFailure | null;
  /** Whether a failure waits to be acknowledged; current even before the next render. */
  isFailing: () => boolean;
  /** Plays the failure sound and shows the failure. */
  fail: (failure: TillFailure) => void;
  acknowledge: () => void;
  /** Asks for the quantity of a scan; returns false if another open dialog prevents it. */
  askQuantity: (needed: QuantityNeeded) => boolean;
  /** The text of the search box; `findTextNow` is current even before the next render. */
  findText: string;
  findTextNow: () => string;
  setFindText: (text: string) => void;
  dialog: TillDialog | null;
  open: (dialog: TillDialog) => void;
  close: () => void;
  /** The tenders taken so far. They are lost when the payment is left, so the person is asked first. */
  tendersTaken: RefObject<readonly Tender[]>;
  step: TillStep;
  go: (step: TillStep) => void;
  findBox: RefObject<HTMLInputElement | null>;
}

export const TillContext = createContext<Till | null>(null);

/** The till that the component belongs to. */
export function useTill(): Till {
  const till = useContext(TillContext);
  if (!till) throw new Error('useTill needs a TillContext above it');
  return till;
}
