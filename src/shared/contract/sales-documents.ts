import { z } from 'zod';
import {
  amountMinor,
  day,
  id,
  instant,
  optionalLine,
  person,
  rateMilliPercent,
  unitOfMeasure,
  version,
} from './common';

/** A discount on a line or a ticket: a percentage or an amount of money. Null removes it. */
export const discount = z
  .discriminatedUnion('kind', [
    z.object({ kind: z.literal('percent'), milliPercent: rateMilliPercent }),
    z.object({ kind: z.literal('amount'), minor: amountMinor }),
  ])
  .nullable();
export type Discount = z.infer<typeof discount>;

const ticketLine = z.object({
  id,
  position: z.int(),
  productId: id,
  name: z.string(),
  sku: z.string(),
  unit: unitOfMeasure,
  quantityMilli: z.int(),
  /** The product's price at the time of the scan, and the price that applies. */
  listPriceMinor: z.int(),
  unitPriceMinor: z.int(),
  /** A scale label's price, which fixes the line's gross. */
  fixedGrossMinor: z.int().nullable(),
  standingDiscountMilliPercent: z.int(),
  discount,
  taxRateMilliPercent: z.int(),
  note: z.string(),
  /** The batch chosen by hand; null means that what expires first leaves first. */
  batch: z.object({ id, number: z.string() }).nullable(),
  /** While the ticket is open: an expired batch that this line would take from, or null. */
  expired: z.object({ batchNumber: z.string(), expiresOn: day }).nullable(),
  /** Before discounts; the sum of the line's own discounts; gross less those, before any ticket discount. */
  grossMinor: z.int(),
  ownDiscountMinor: z.int(),
  lineTotalMinor: z.int(),
});
export type TicketLine = z.infer<typeof ticketLine>;

/** The amounts of one tax rate. */
const taxOfRate = z.object({
  taxRateMilliPercent: z.int(),
  exclTaxMinor: z.int(),
  taxMinor: z.int(),
  inclTaxMinor: z.int(),
});

const ticketTotals = z.object({
  lineCount: z.int(),
  subtotalMinor: z.int(),
  discountMinor: z.int(),
  taxMinor: z.int(),
  totalMinor: z.int(),
  taxes: z.array(taxOfRate),
});
export type TicketTotals = z.infer<typeof ticketTotals>;

/** The ticket on the screen or a parked one: an order that is still open. */
export const ticket = z.object({
  id,
  version,
  cashier: person,
  lines: z.array(ticketLine),
  discount,
  note: z.string(),
  totals: ticketTotals,
  /** The amount due if all of it is paid in cash, after cash rounding. */
  cashDueMinor: z.int(),
  createdAt: instant,
});
export type Ticket = z.infer<typeof ticket>;

/**
 * What a change of one line returns: the current line (null when it was voided) and the totals. The other lines
 * are unchanged and left out, so that a long ticket is not sent again for each scan.
 */
export const lineChange = z.object({
  ticketId: id,
  version,
  lineId: id,
  line: ticketLine.nullable(),
  totals: ticketTotals,
  cashDueMinor: z.int(),
});
export type LineChange = z.infer<typeof lineChange>;

export const parkedTicket = z.object({
  id,
  name: z.string(),
  parkedAt: instant,
  cashier: person,
  lineCount: z.int(),
  totalMinor: z.int(),
});

const tenderKind = z.enum(['cash', 'card']);
/**
 * One tender. For cash, the amount is what the customer gave, before any change. Cash of 0 settles a remainder that
 * is smaller than the smallest coin.
 */
const tenderInput = z
  .object({
    kind: tenderKind,
    amountMinor,
    reference: optionalLine(100).default(''),
  })
  .refine(({ kind, amountMinor: given }) => kind === 'cash' || given > 0, {
    path: ['amountMinor'],
    error: 'only cash can be 0',
  });
export const tenders = z.array(tenderInput).max(20);

const receiptLine = z.object({
  name: z.string(),
  sku: z.string(),
  unit: unitOfMeasure,
  quantityMilli: z.int(),
  unitPriceMinor: z.int(),
  grossMinor: z.int(),
  ownDiscountMinor: z.int(),
  lineTotalMinor: z.int(),
  taxRateMilliPercent: z.int(),
  note: z.string(),
});

/** A confirmed receipt; the same for the screen, the printer and the PDF. */
export const receipt = z.object({
  orderId: id,
  number: z.string(),
  /** What a scan of the receipt's barcode sends. */
  barcode: z.string(),
  state: z.string(),
  copy: z.boolean(),
  store: z.object({
    name: z.string(),
    address: z.string(),
    taxNumber: z.string(),
    header: z.string(),
    footer: z.string(),
    currency: z.string(),
    locale: z.string(),
    timeZone: z.string(),
  }),
  pricesIncludeTax: z.boolean(),
  lines: z.array(receiptLine),
  subtotalMinor: z.int(),
  discountMinor: z.int(),
  shippingMinor: z.int(),
  taxes: z.array(taxOfRate),
  taxMinor: z.int(),
  totalMinor: z.int(),
  cashRoundingMinor: z.int(),
  /** The total after cash rounding, which is what was paid in all. */
  paidMinor: z.int(),
  payments: z.array(
    z.object({
      kind: tenderKind,
      amountMinor: z.int(),
      givenMinor: z.int(),
      changeMinor: z.int(),
      reference: z.string(),
    }),
  ),
  changeMinor: z.int(),
  cashierName: z.string(),
  tillName: z.string(),
  customerName: z.string(),
  at: instant,
});
export type Receipt = z.infer<typeof receipt>;

export const channel = z.object({
  id,
  code: z.string(),
  name: z.string(),
  builtIn: z.boolean(),
  active: z.boolean(),
  version,
});
export type Channel = z.infer<typeof channel>;

export const orderState = z.enum(['placed', 'paid', 'fulfilled', 'cancelled']);
export type OrderState = z.infer<typeof orderState>;

export const orderRow = z.object({
  id,
  number: z.string(),
  state: orderState,
  channelName: z.string(),
  customerName: z.string(),
  lineCount: z.int(),
  totalMinor: z.int(),
  paidMinor: z.int(),
  orderedAt: instant,
  byName: z.string(),
  version,
});
export type OrderRow = z.infer<typeof orderRow>;

const orderEvent = z.object({
  id,
  kind: z.enum(['placed', 'paid', 'fulfilled', 'cancelled', 'refunded', 'returned', 'reprinted', 'note']),
  at: instant,
  by: person,
  note: z.string(),
});

/** All fields of an order, with its timeline. */
export const order = orderRow.extend({
  channelId: id,
  /** The party that ordered; null unless it is a known customer. */
  customerId: id.nullable(),
  customerEmail: z.string(),
  customerPhone: z.string(),
  billingAddress: z.string(),
  shippingAddress: z.string(),
  note: z.string(),
  lines: z.array(ticketLine),
  subtotalMinor: z.int(),
  discountMinor: z.int(),
  shippingMinor: z.int(),
  shippingTaxRateMilliPercent: z.int(),
  taxMinor: z.int(),
  taxes: z.array(taxOfRate),
  cashRoundingMinor: z.int(),
  /** What is still due by card, and what is due if all of it is paid in cash, after rounding. */
  dueMinor: z.int(),
  cashDueMinor: z.int(),
  payments: receipt.shape.payments,
  events: z.array(orderEvent),
  cancelReason: z.string(),
});
export type Order = z.infer<typeof order>;
