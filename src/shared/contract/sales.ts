import { z } from 'zod';
import { approvableCall, call } from './base';
import {
  amountMinor,
  approval,
  day,
  id,
  instant,
  listOf,
  maybeLine,
  maybeWords,
  page,
  quantityMilli,
  rateMilliPercent,
  scannedCode,
  version,
  words,
} from './common';
import { movementRefusals, productCodeRefusals, refuses } from './refusals';

import {
  channel,
  discount,
  lineChange,
  order,
  orderRow,
  orderState,
  parkedTicket,
  receipt,
  tenders,
  ticket,
} from './sales-documents';

const customerFields = {
  /** A party that is a customer. */
  customerId: id.nullable().default(null),
  customerName: maybeLine(200).default(''),
  customerEmail: z.union([z.literal(''), z.email().max(200)]).default(''),
  customerPhone: maybeLine(60).default(''),
  billingAddress: maybeWords(500).default(''),
  shippingAddress: maybeWords(500).default(''),
};

const onTicket = refuses('TICKET_CLOSED');
const stockRefusals = { ...movementRefusals, ...refuses('INSUFFICIENT_STOCK', 'EXPIRED_STOCK') };
const addRefusals = {
  ...stockRefusals,
  ...refuses(
    'PRODUCT_NOT_SOLD',
    'QUANTITY_NEEDED',
    'QUANTITY_TOO_FINE',
    'QUANTITY_TOO_LARGE',
    'TICKET_CLOSED',
  ),
};
const payRefusals = refuses('PAID_TOO_LITTLE', 'CARD_TOO_MUCH');

export const sales = {
  /** The ticket on this person's screen at this till; null when the next scan begins one. */
  currentTicket: call.output(ticket.nullable()),

  /**
   * Puts what a scanned code stands for on the ticket on screen (beginning one when there is none): one
   * more of a line that is alike, a pack's quantity for a pack's barcode, weight or price for a scale label.
   * A quantity, in thousandths, says how many times the code counts. A scale label counts once: the quantity is
   * how much it is where the label does not say that. QUANTITY_NEEDED asks for it. More goods under an approved
   * discount need a new approval.
   */
  scan: approvableCall
    .input(z.object({ ...scannedCode, quantityMilli: quantityMilli.optional(), approval }))
    .errors({ ...addRefusals, ...productCodeRefusals, ...refuses('EXPIRED_IN_CODE') })
    .output(lineChange),

  /**
   * Puts a product on the ticket by hand; quantity in thousandths, left out for one of what is counted. More goods
   * under an approved discount need a new approval.
   */
  addLine: approvableCall
    .input(z.object({ productId: id, quantityMilli: quantityMilli.optional(), approval }))
    .errors(addRefusals)
    .output(lineChange),

  /**
   * Changes quantity, note or batch of a line of the ticket on screen. Null for the batch goes back to what
   * expires first; a batch has to be the product's own. More goods under an approved price or discount need a
   * new approval.
   */
  changeLine: approvableCall
    .input(
      z.object({
        lineId: id,
        quantityMilli: quantityMilli.optional(),
        note: maybeWords(200).optional(),
        batchId: id.nullable().optional(),
        approval,
      }),
    )
    .errors({ ...addRefusals, ...refuses('DISCOUNT_TOO_LARGE') })
    .output(lineChange),

  /**
   * Gives a line a discount, or removes it; a manager may approve it for a cashier. A cashier needs no new
   * approval for a discount that takes off no more money than was approved.
   */
  discountLine: approvableCall
    .input(z.object({ lineId: id, discount, approval }))
    .errors({ ...onTicket, ...refuses('DISCOUNT_TOO_LARGE') })
    .output(lineChange),

  /**
   * Sells a line at another price; null goes back to the product's own. A cashier needs no new approval for a
   * price that takes off no more money than was approved.
   */
  overridePrice: approvableCall
    .input(z.object({ lineId: id, unitPriceMinor: amountMinor.nullable(), approval }))
    .errors({ ...onTicket, ...refuses('DISCOUNT_TOO_LARGE') })
    .output(lineChange),

  /** Takes a line off the ticket; the audit keeps it. */
  voidLine: call
    .input(z.object({ lineId: id }))
    .errors({ ...onTicket, ...refuses('DISCOUNT_TOO_LARGE') })
    .output(lineChange),

  /**
   * Gives the whole ticket a discount, spread over its lines to the cent, or removes it. A cashier needs no new
   * approval for a discount that takes off no more money than was approved.
   */
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
   * Takes the money and completes the sale: number, stock, payments and log at once or
   * not at all. Cash may be more than is due (change comes back); card may not. On a completed ticket
   * it answers with the same receipt.
   */
  completeTicket: call
    .input(z.object({ ticketId: id, tenders }))
    .errors({
      ...onTicket,
      ...payRefusals,
      ...stockRefusals,
      ...refuses('TICKET_EMPTY', 'PRODUCT_NOT_SOLD'),
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
        /** The most that a card may still pay. */
        cardRemainingMinor: z.int(),
        changeMinor: z.int(),
        likelyNotesMinor: z.array(z.int()),
      }),
    ),

  /** The receipt of a completed or paid order, as a copy. */
  receipt: call.input(z.object({ orderId: id })).output(receipt),

  /** The receipt as PDF, base64. The first one right after the sale is the original; any later says COPY and is noted. */
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
        shippingTaxRateMilliPercent: rateMilliPercent.default(0),
        /** An earlier date, by those who may; left out, now. */
        orderedAt: instant.optional(),
        tenders: tenders.default([]),
      }),
    )
    .errors({
      ...onTicket,
      ...payRefusals,
      ...stockRefusals,
      ...refuses(
        'TICKET_EMPTY',
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
        states: z.array(orderState).max(4).default([]),
        channelId: id.optional(),
        search: maybeLine(200).default(''),
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
  fulfilOrder: call
    .input(z.object({ id }))
    .errors({ ...stockRefusals, ...refuses('ORDER_STEP') })
    .output(order),

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
    .errors(refuses('CHANNEL_TAKEN', 'CHANGED_MEANWHILE', 'CHANNEL_ALWAYS_ON'))
    .output(channel),
};
