import { z } from 'zod';
import { approvableCall, call } from './base';
import {
  amountMinor,
  approval,
  day,
  id,
  instant,
  listOf,
  maybeWords,
  page,
  person,
  quantityMilli,
  rateBp,
  unitOfMeasure,
  version,
  words,
} from './common';
import { refuses } from './refusals';

/** A discount on a line or a ticket: a share, or an amount of money. Null takes it away. */
export const discount = z
  .discriminatedUnion('kind', [
    z.object({ kind: z.literal('percent'), bp: rateBp }),
    z.object({ kind: z.literal('amount'), minor: amountMinor }),
  ])
  .nullable();
export type Discount = z.infer<typeof discount>;

export const ticketLine = z.object({
  id,
  position: z.int(),
  productId: id,
  name: z.string(),
  sku: z.string(),
  unit: unitOfMeasure,
  quantityMilli: z.int(),
  /** The product's price at the moment of the scan, and the price that counts. */
  listPriceMinor: z.int(),
  unitPriceMinor: z.int(),
  /** A scale label's price, which fixes the line's gross. */
  fixedGrossMinor: z.int().nullable(),
  standingDiscountBp: z.int(),
  discount,
  taxRateBp: z.int(),
  note: z.string(),
  /** Before discounts; all the line's own discounts; what is left of it (a ticket discount comes after). */
  grossMinor: z.int(),
  ownDiscountMinor: z.int(),
  netMinor: z.int(),
});
export type TicketLine = z.infer<typeof ticketLine>;

/** Tax of one rate: `netMinor` without it, `grossMinor` with it. */
export const taxOfRate = z.object({
  taxRateBp: z.int(),
  netMinor: z.int(),
  taxMinor: z.int(),
  grossMinor: z.int(),
});

export const ticketTotals = z.object({
  lineCount: z.int(),
  subtotalMinor: z.int(),
  discountMinor: z.int(),
  taxMinor: z.int(),
  totalMinor: z.int(),
  taxes: z.array(taxOfRate),
});
export type TicketTotals = z.infer<typeof ticketTotals>;

/** The ticket on the screen, or a parked one: an order that is still open. */
export const ticket = z.object({
  id,
  version,
  cashier: person,
  lines: z.array(ticketLine),
  discount,
  note: z.string(),
  totals: ticketTotals,
  /** What there is to pay in cash alone, after cash rounding. */
  cashDueMinor: z.int(),
  createdAt: instant,
});
export type Ticket = z.infer<typeof ticket>;

/**
 * What a change of one line answers with: the line as it now is (null when it was voided) and the
 * totals. The other lines are as they were, so that a long ticket is not sent again for each scan.
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

export const tenderKind = z.enum(['cash', 'card']);
/** Money as it is handed over: for cash what the customer gave, of which change may come back. */
const tenderInput = z.object({
  kind: tenderKind,
  amountMinor: amountMinor.min(1),
  reference: maybeWords(100).default(''),
});
const tenders = z.array(tenderInput).max(20);

export const receiptLine = z.object({
  name: z.string(),
  sku: z.string(),
  unit: unitOfMeasure,
  quantityMilli: z.int(),
  unitPriceMinor: z.int(),
  grossMinor: z.int(),
  ownDiscountMinor: z.int(),
  netMinor: z.int(),
  taxRateBp: z.int(),
  note: z.string(),
});

/** A receipt as the store confirmed it; the same for the screen, the printer and the PDF. */
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
  /** The total after cash rounding: what was paid altogether. */
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

export const orderState = z.enum(['placed', 'paid', 'fulfilled', 'cancelled', 'returned']);

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

export const orderEvent = z.object({
  id,
  kind: z.enum(['placed', 'paid', 'fulfilled', 'cancelled', 'refunded', 'returned', 'reprinted', 'note']),
  at: instant,
  by: person,
  note: z.string(),
});

/** An order whole, with its timeline. */
export const order = orderRow.extend({
  channelId: id,
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
  shippingTaxRateBp: z.int(),
  taxMinor: z.int(),
  taxes: z.array(taxOfRate),
  cashRoundingMinor: z.int(),
  /** What is still to be paid by card, and in cash alone after rounding. */
  dueMinor: z.int(),
  cashDueMinor: z.int(),
  payments: receipt.shape.payments,
  events: z.array(orderEvent),
  cancelReason: z.string(),
});
export type Order = z.infer<typeof order>;

const customerFields = {
  customerId: id.nullable().default(null),
  customerName: maybeWords(200).default(''),
  customerEmail: z.union([z.literal(''), z.email().max(200)]).default(''),
  customerPhone: maybeWords(60).default(''),
  billingAddress: maybeWords(500).default(''),
  shippingAddress: maybeWords(500).default(''),
};

const onTicket = refuses('TICKET_CLOSED');
const addRefusals = refuses('PRODUCT_NOT_SOLD', 'INSUFFICIENT_STOCK', 'QUANTITY_TOO_FINE', 'TICKET_CLOSED');
const payRefusals = refuses('PAID_TOO_LITTLE', 'CARD_TOO_MUCH');

export const sales = {
  /** The ticket on this person's screen at this till; null when the next scan begins one. */
  currentTicket: call.output(ticket.nullable()),

  /**
   * Puts what a scanned code stands for on the ticket on screen (beginning one when there is none): one
   * more of a line that is alike, a pack's quantity for a pack's barcode, weight or price for a scale label.
   */
  scan: call
    .input(z.object({ code: words(200) }))
    .errors({ ...addRefusals, ...refuses('UNKNOWN_BARCODE', 'BARCODE_CHECK_DIGIT') })
    .output(lineChange),

  /** Puts a product on the ticket by hand; quantity in thousandths, 1000 for one. */
  addLine: call
    .input(z.object({ productId: id, quantityMilli: quantityMilli.default(1000) }))
    .errors(addRefusals)
    .output(lineChange),

  /** Changes quantity or note of a line of the ticket on screen. */
  changeLine: call
    .input(
      z.object({ lineId: id, quantityMilli: quantityMilli.optional(), note: maybeWords(200).optional() }),
    )
    .errors(addRefusals)
    .output(lineChange),

  /** Gives a line a discount, or takes it away; a manager may approve it for a cashier. */
  discountLine: approvableCall
    .input(z.object({ lineId: id, discount, approval }))
    .errors({ ...onTicket, ...refuses('DISCOUNT_TOO_LARGE') })
    .output(lineChange),

  /** Sells a line at another price; null goes back to the product's own. */
  overridePrice: approvableCall
    .input(z.object({ lineId: id, unitPriceMinor: amountMinor.nullable(), approval }))
    .errors({ ...onTicket, ...refuses('DISCOUNT_TOO_LARGE') })
    .output(lineChange),

  /** Takes a line off the ticket; the audit keeps it. */
  voidLine: call
    .input(z.object({ lineId: id }))
    .errors(onTicket)
    .output(lineChange),

  /** Gives the whole ticket a discount, spread over its lines to the cent. */
  discountTicket: approvableCall
    .input(z.object({ ticketId: id, discount, approval }))
    .errors({ ...onTicket, ...refuses('DISCOUNT_TOO_LARGE') })
    .output(ticket),

  noteTicket: call
    .input(z.object({ ticketId: id, note: maybeWords(500) }))
    .errors(onTicket)
    .output(ticket),

  /** Gives the ticket up; nothing was sold, and the audit keeps what stood on it. */
  voidTicket: call
    .input(z.object({ ticketId: id }))
    .errors(onTicket)
    .output(z.object({})),

  /** Puts the ticket aside under a name. */
  parkTicket: call
    .input(z.object({ ticketId: id, name: words(60) }))
    .errors({ ...onTicket, ...refuses('PARKED_NAME_TAKEN', 'TICKET_EMPTY') })
    .output(z.object({})),

  listParked: call.output(z.array(parkedTicket)),

  /** Brings a parked ticket to this screen; refused while another with lines stands there. */
  recallTicket: call
    .input(z.object({ ticketId: id }))
    .errors({ ...onTicket, ...refuses('TICKET_ON_SCREEN') })
    .output(ticket),

  /**
   * Takes the money and completes the sale: number, stock, payments, journal and summaries at once or
   * not at all. Cash may be more than is due (change comes back); card may not. On a completed ticket
   * it answers with the same receipt.
   */
  completeTicket: call
    .input(z.object({ ticketId: id, tenders }))
    .errors({
      ...onTicket,
      ...payRefusals,
      ...refuses('TICKET_EMPTY', 'INSUFFICIENT_STOCK', 'PRODUCT_NOT_SOLD'),
    })
    .output(receipt),

  /** What the given tenders would leave to pay or bring back as change; changes nothing. */
  previewPayment: call
    .input(z.object({ ticketId: id, tenders }))
    .errors({ ...onTicket, ...refuses('CARD_TOO_MUCH') })
    .output(
      z.object({
        totalMinor: z.int(),
        cashRoundingMinor: z.int(),
        remainingMinor: z.int(),
        cashRemainingMinor: z.int(),
        changeMinor: z.int(),
        likelyNotesMinor: z.array(z.int()),
      }),
    ),

  /** The receipt of a completed or paid order, as a copy. */
  receipt: call.input(z.object({ orderId: id })).output(receipt),

  /** The order that a receipt's barcode or number stands for. */
  findReceipt: call.input(z.object({ text: words(60) })).output(orderRow),

  /** The receipt as PDF, base64. The first one right after the sale is the original, any later says COPY. */
  receiptPdf: call
    .input(z.object({ orderId: id, copy: z.boolean() }))
    .output(z.object({ fileName: z.string(), base64: z.string() })),

  /** Notes that the receipt was printed again; answers with it, marked as a copy. */
  reprintReceipt: call.input(z.object({ orderId: id })).output(receipt),

  /**
   * Makes an order of the ticket on screen, to be collected or sent later: it gets its number and its
   * stock is reserved, all of it or none. Tenders, when given, pay it at once.
   */
  placeOrder: call
    .input(
      z.object({
        ticketId: id,
        channelId: id,
        ...customerFields,
        note: maybeWords(500).default(''),
        shippingMinor: amountMinor.default(0),
        shippingTaxRateBp: rateBp.default(0),
        /** An earlier date, by those who may; left out, now. */
        orderedAt: instant.optional(),
        tenders: tenders.default([]),
      }),
    )
    .errors({
      ...onTicket,
      ...payRefusals,
      ...refuses(
        'TICKET_EMPTY',
        'INSUFFICIENT_STOCK',
        'PRODUCT_NOT_SOLD',
        'CHANNEL_INACTIVE',
        'CUSTOMER_MISSING',
        'DATE_IN_FUTURE',
      ),
    })
    .output(order),

  /** Orders, newest first, by state, channel, days and words (number, customer). */
  listOrders: call
    .input(
      z.object({
        states: z.array(orderState).max(5).default([]),
        channelId: id.optional(),
        search: maybeWords(200).default(''),
        from: day.optional(),
        to: day.optional(),
        ...page,
      }),
    )
    .output(listOf(orderRow)),

  order: call.input(z.object({ id })).output(order),

  /** Takes the money for a placed order. */
  payOrder: call
    .input(z.object({ id, tenders: tenders.min(1) }))
    .errors({ ...payRefusals, ...refuses('ORDER_STEP') })
    .output(order),

  /** Hands the goods of a paid order over: takes them from the shelf and counts the sale. */
  fulfilOrder: call.input(z.object({ id })).errors(refuses('ORDER_STEP', 'INSUFFICIENT_STOCK')).output(order),

  /** Cancels an order that was not handed over: frees its stock and gives the money back. */
  cancelOrder: call
    .input(z.object({ id, reason: words(500) }))
    .errors(refuses('ORDER_STEP'))
    .output(order),

  listChannels: call.output(z.array(channel)),
  createChannel: call
    .input(z.object({ name: words(60) }))
    .errors(refuses('CHANNEL_TAKEN'))
    .output(channel),
  /** Renames a channel or switches it on or off; the counter stays on. */
  changeChannel: call
    .input(z.object({ id, version, name: words(60).optional(), active: z.boolean().optional() }))
    .errors(refuses('CHANNEL_TAKEN', 'CHANGED_MEANWHILE', 'CHANNEL_INACTIVE'))
    .output(channel),
};
