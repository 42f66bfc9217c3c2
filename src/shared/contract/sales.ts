import { z } from 'zod';
import { approvableCall, call } from './base';
import {
  amountMinor,
  approval,
  day,
  id,
  instant,
  listOf,
  maybeEmail,
  optionalLine,
  optionalText,
  page,
  pdf,
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
  /** The party of a known customer. */
  customerId: id.nullable().default(null),
  customerName: optionalLine(200).default(''),
  customerEmail: maybeEmail.default(''),
  customerPhone: optionalLine(60).default(''),
  billingAddress: optionalText(500).default(''),
  shippingAddress: optionalText(500).default(''),
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
  /** The ticket on this person's screen at this till; null when the next scan starts a new one. */
  currentTicket: call.output(ticket.nullable()),

  /**
   * Adds what a scanned code identifies to the ticket on screen, starting a ticket when there is none: one unit
   * (onto an equal line if there is one), a pack's quantity for a pack's barcode, weight or price for a scale label.
   * The quantity, in thousandths, is the number of times the code counts. A scale label counts once; if it carries
   * no quantity, the given one is used, and without one the call refuses with QUANTITY_NEEDED. A larger quantity
   * under an approved discount needs a new approval.
   */
  scan: approvableCall
    .input(z.object({ ...scannedCode, quantityMilli: quantityMilli.optional(), approval }))
    .errors({ ...addRefusals, ...productCodeRefusals, ...refuses('EXPIRED_IN_CODE') })
    .output(lineChange),

  /**
   * Adds a product to the ticket by hand. The quantity is in thousandths; when left out, it is 1 for a counted
   * product. A larger quantity under an approved discount needs a new approval.
   */
  addLine: approvableCall
    .input(z.object({ productId: id, quantityMilli: quantityMilli.optional(), approval }))
    .errors(addRefusals)
    .output(lineChange),

  /**
   * Changes quantity, note or batch of a line of the ticket on screen. A null batch means that what expires first
   * leaves first; a batch must belong to the line's product. A larger quantity at an approved price or discount
   * needs a new approval.
   */
  changeLine: approvableCall
    .input(
      z.object({
        lineId: id,
        quantityMilli: quantityMilli.optional(),
        note: optionalText(200).optional(),
        batchId: id.nullable().optional(),
        approval,
      }),
    )
    .errors({ ...addRefusals, ...refuses('DISCOUNT_TOO_LARGE') })
    .output(lineChange),

  /**
   * Sets or removes the discount of a line; a manager can approve it for a cashier. A cashier needs no new approval
   * for a discount that takes off no more money than was approved.
   */
  discountLine: approvableCall
    .input(z.object({ lineId: id, discount, approval }))
    .errors({ ...onTicket, ...refuses('DISCOUNT_TOO_LARGE') })
    .output(lineChange),

  /**
   * Overrides the unit price of a line; null restores the product's price. A cashier needs no new approval for a
   * price that takes off no more money than was approved.
   */
  overridePrice: approvableCall
    .input(z.object({ lineId: id, unitPriceMinor: amountMinor.nullable(), approval }))
    .errors({ ...onTicket, ...refuses('DISCOUNT_TOO_LARGE') })
    .output(lineChange),

  /** Voids a line of the ticket; the audit trail keeps it. */
  voidLine: call
    .input(z.object({ lineId: id }))
    .errors({ ...onTicket, ...refuses('DISCOUNT_TOO_LARGE') })
    .output(lineChange),

  /**
   * Sets or removes the discount of the whole ticket, which is spread over its lines to the cent. A cashier needs no
   * new approval for a discount that takes off no more money than was approved.
   */
  discountTicket: approvableCall
    .input(z.object({ ticketId: id, discount, approval }))
    .errors({ ...onTicket, ...refuses('DISCOUNT_TOO_LARGE') })
    .output(ticket),

  /** Sets the note of the ticket on screen; an empty text removes it. */
  noteTicket: call
    .input(z.object({ ticketId: id, note: optionalText(500) }))
    .errors(onTicket)
    .output(ticket),

  /** Voids the ticket: nothing was sold, and the audit trail keeps its lines. */
  voidTicket: call
    .input(z.object({ ticketId: id }))
    .errors(onTicket)
    .output(z.object({})),

  /** Parks the ticket under a name. */
  parkTicket: call
    .input(z.object({ ticketId: id, name: words(60) }))
    .errors({ ...onTicket, ...refuses('PARKED_NAME_TAKEN', 'TICKET_EMPTY') })
    .output(z.object({})),

  /** All parked tickets of the store, the one parked longest ago first. */
  listParked: call.output(z.array(parkedTicket)),

  /** Brings a parked ticket to this screen; refused while another ticket with lines is there. */
  recallTicket: call
    .input(z.object({ ticketId: id }))
    .errors({ ...onTicket, ...refuses('TICKET_ON_SCREEN') })
    .output(ticket),

  /**
   * Takes the payment and completes the sale: number, stock, payments and log entry are written together or not at
   * all. Cash can be more than is due and gives change; a card cannot. For a completed ticket, the call returns the
   * same receipt again. `totalMinor` is the total that the window shows: nobody pays an amount they have not seen.
   */
  completeTicket: call
    .input(z.object({ ticketId: id, totalMinor: z.int().nonnegative().optional(), tenders }))
    .errors({
      ...onTicket,
      ...payRefusals,
      ...stockRefusals,
      ...refuses('TICKET_EMPTY', 'PRODUCT_NOT_SOLD', 'TOTAL_CHANGED'),
    })
    .output(receipt),

  /** The receipt of a completed or paid order: a copy, unless the original is asked for right after the payment. */
  receipt: call.input(z.object({ orderId: id, copy: z.boolean().default(true) })).output(receipt),

  /** The receipt as PDF. The first one right after the sale is the original; any later says COPY and is noted. */
  receiptPdf: call.input(z.object({ orderId: id, copy: z.boolean() })).output(pdf),

  /** Records that the receipt was printed again and returns it, marked as a copy. */
  reprintReceipt: call.input(z.object({ orderId: id })).output(receipt),

  /**
   * Turns the ticket on screen into an order to be collected or shipped later: it gets its number and its stock is
   * reserved, all of it or none. Tenders, when given, pay it at once.
   */
  placeOrder: call
    .input(
      z.object({
        ticketId: id,
        channelId: id,
        ...customerFields,
        note: optionalText(500).default(''),
        shippingMinor: amountMinor.default(0),
        shippingTaxRateMilliPercent: rateMilliPercent.default(0),
        /** An earlier time, for people with the permission `dateOrdersBack`; left out, now. */
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

  /** Orders, newest first; filtered by state, channel, days and words (number, customer). */
  listOrders: call
    .input(
      z.object({
        states: z.array(orderState).max(4).default([]),
        channelId: id.optional(),
        search: optionalLine(200).default(''),
        from: day.optional(),
        to: day.optional(),
        ...page,
      }),
    )
    .output(listOf(orderRow)),

  /** An order or a completed sale with its lines, payments and steps. */
  order: call.input(z.object({ id })).output(order),

  /** Takes the payment for a placed order. */
  payOrder: call
    .input(z.object({ id, tenders: tenders.min(1) }))
    .errors({ ...payRefusals, ...refuses('ORDER_STEP') })
    .output(order),

  /** Fulfils a paid order: removes its goods from stock and counts the sale. */
  fulfilOrder: call
    .input(z.object({ id }))
    .errors({ ...stockRefusals, ...refuses('ORDER_STEP') })
    .output(order),

  /** Cancels an order that was not fulfilled: releases its stock and refunds its payments. */
  cancelOrder: call
    .input(z.object({ id, reason: words(500) }))
    .errors(refuses('ORDER_STEP'))
    .output(order),

  /** All sales channels, also inactive ones: the built-in ones first, then in the order in which they were created. */
  listChannels: call.output(z.array(channel)),
  /** Creates an active sales channel; the name must be free (CHANNEL_TAKEN). */
  createChannel: call
    .input(z.object({ name: words(60) }))
    .errors(refuses('CHANNEL_TAKEN'))
    .output(channel),
  /** Renames, activates or deactivates a channel; the counter always stays active. */
  changeChannel: call
    .input(z.object({ id, version, name: words(60).optional(), active: z.boolean().optional() }))
    .errors(refuses('CHANNEL_TAKEN', 'CHANGED_MEANWHILE', 'CHANNEL_ALWAYS_ON'))
    .output(channel),
};
