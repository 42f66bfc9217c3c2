import type { SettingsService } from '#main/features/settings/index';
import { type StockLedger, shelfRules } from '#main/features/stock/index';
import type { ChangeFeed } from '#main/platform/change-feed';
import { assertAllowed, type Ctx } from '#main/platform/ctx';
import type { StoreLog } from '#main/platform/log/store-log';
import type { Tx } from '#main/platform/work/connections';
import type { ParsedInputs } from '#shared/contract/index';
import { refuse } from '#shared/contract/refusals';
import type { Order } from '#shared/contract/sales-documents';
import { dayOf } from '#shared/kernel/time';
import type { ChannelService } from './channel.service';
import { chosenFirst, wantedOf } from './expired-lines';
import type { EventKind, OrderDetails, OrderRecord } from './order.queries';
import type { OrderBook } from './order-book';
import { orderDocument } from './order-document';
import { assertStep, stateOf } from './order-steps';
import { OrderView } from './order-view';
import type { TicketStore } from './ticket-store';

interface Needs {
  tickets: TicketStore;
  orders: OrderBook;
  channels: ChannelService;
  ledger: StockLedger;
  settings: SettingsService;
  audit: StoreLog;
  changes: ChangeFeed;
}

/** Orders that are collected or sent later: placed, paid, fulfilled or cancelled, one step at a time. */
export class OrderService {
  readonly #needs: Needs;
  readonly #view: OrderView;

  constructor(tx: Tx, needs: Needs) {
    this.#needs = needs;
    this.#view = new OrderView(tx);
  }

  /**
   * Turns the ticket on screen into an order: assigns its number and reserves the stock of all its lines, or does
   * neither. Tenders pay it at once; an order whose total is zero counts as paid immediately.
   * @throws TICKET_CLOSED, TICKET_EMPTY, CUSTOMER_MISSING, CHANNEL_INACTIVE, DATE_IN_FUTURE, NOT_PERMITTED for an
   * earlier date, PRODUCT_NOT_SOLD, INSUFFICIENT_STOCK, EXPIRED_STOCK, CARD_TOO_MUCH, PAID_TOO_LITTLE.
   */
  place(ctx: Ctx, input: ParsedInputs['sales']['placeOrder']): Order {
    const { tickets, orders, changes } = this.#needs;
    const ticket = tickets.onScreenById(ctx, input.ticketId);
    if (ticket.lines.length === 0) throw refuse('TICKET_EMPTY', {});
    const details = this.#detailsOf(ctx, input, ticket.row.note);
    tickets.assertAllSold(ticket);

    const placed = orders.number(ctx, ticket, tickets.sellingLocation(ticket), details);
    orders.keepLines(placed);
    this.#reserve(ctx, placed);
    const { tenders } = input;
    const payNow = tenders.length > 0 || placed.totalMinor === 0;
    const kept = payNow ? orders.takeMoney(ctx, placed, tenders, this.#settings) : placed;
    orders.save(kept);
    tickets.forget(ticket);
    changes.publish('tickets');
    return this.#told(ctx, { before: null, after: kept }, payNow ? ['placed', 'paid'] : ['placed']);
  }

  /** Takes the payment for a placed order, in full. @throws NOT_FOUND, ORDER_STEP, CARD_TOO_MUCH, PAID_TOO_LITTLE. */
  pay(ctx: Ctx, { id, tenders }: ParsedInputs['sales']['payOrder']): Order {
    const before = this.#needs.orders.get(id);
    assertStep('pay', before);
    const paid = this.#needs.orders.takeMoney(ctx, before, tenders, this.#settings);
    const after = this.#save(paid);
    return this.#told(ctx, { before, after }, ['paid']);
  }

  /**
   * Fulfils a paid order: takes the reserved goods from stock and counts the sale for today.
   * @throws NOT_FOUND, ORDER_STEP; INSUFFICIENT_STOCK when reserved goods are missing, EXPIRED_STOCK when they have
   * expired since and nothing else is available.
   */
  fulfil(ctx: Ctx, { id }: ParsedInputs['sales']['fulfilOrder']): Order {
    const { orders } = this.#needs;
    const before = orders.get(id);
    assertStep('fulfil', before);
    const soldDay = dayOf(ctx.now, this.#settings.timeZone);
    const handedOver = this.#takeReserved(ctx, before);
    orders.keepCosts(handedOver);
    const after = this.#save({ ...handedOver, life: 'fulfilled', fulfilledAt: ctx.now, soldDay });
    return this.#told(ctx, { before, after }, ['fulfilled']);
  }

  /** Cancels an unfulfilled order: releases its stock and refunds the payment. @throws NOT_FOUND, ORDER_STEP. */
  cancel(ctx: Ctx, { id, reason }: ParsedInputs['sales']['cancelOrder']): Order {
    const { orders, ledger } = this.#needs;
    const before = orders.get(id);
    assertStep('cancel', before);
    for (const line of before.lines) ledger.release(line.id);
    const refunded = orders.refundPayments(ctx, before, this.#settings);
    const after = this.#save({ ...refunded, life: 'cancelled', cancelledAt: ctx.now, cancelReason: reason });
    const gaveBack = before.paidMinor !== 0;
    return this.#told(ctx, { before, after }, gaveBack ? ['cancelled', 'refunded'] : ['cancelled'], reason);
  }

  /** The document of a fulfilled or cancelled order. */
  #documentOf(order: OrderRecord): { document?: object } {
    if (order.life === 'fulfilled') return { document: orderDocument('sale', order, this.#settings) };
    if (order.life === 'cancelled') return { document: orderDocument('cancellation', order, this.#settings) };
    return {};
  }

  get #settings() {
    return this.#needs.settings.current;
  }

  #detailsOf(ctx: Ctx, input: ParsedInputs['sales']['placeOrder'], ticketNote: string): OrderDetails {
    const { orders, channels } = this.#needs;
    const { customerId, customerName, orderedAt = ctx.now } = input;
    if (customerId === null && customerName === '') throw refuse('CUSTOMER_MISSING', {});
    channels.assertActive(input.channelId);
    if (orderedAt > ctx.now) throw refuse('DATE_IN_FUTURE', {});
    if (orderedAt < ctx.now) assertAllowed(ctx, 'dateOrdersBack');
    const knownName = customerId === null ? '' : orders.customerName(customerId);
    return {
      channelId: input.channelId,
      customerId,
      customerName: customerName === '' ? knownName : customerName,
      customerEmail: input.customerEmail,
      customerPhone: input.customerPhone,
      billingAddress: input.billingAddress,
      shippingAddress: input.shippingAddress,
      note: input.note || ticketNote,
      shippingMinor: input.shippingMinor,
      shippingTaxRateMilliPercent: input.shippingTaxRateMilliPercent,
      orderedAt,
    };
  }

  #reserve(ctx: Ctx, { lines, locationId }: OrderRecord): void {
    const rules = shelfRules(this.#settings, ctx.now);
    for (const line of chosenFirst(lines)) {
      const goods = { productId: line.productId, locationId, ...wantedOf(line) };
      this.#needs.ledger.reserve({ orderLineId: line.id, ...goods, ...rules });
    }
  }

  #takeReserved(ctx: Ctx, order: OrderRecord): OrderRecord {
    const { ledger } = this.#needs;
    const rules = shelfRules(this.#settings, ctx.now);
    const lines = order.lines.map((line) => ({
      ...line,
      ...ledger.takeReserved({ ctx, orderLineId: line.id, orderId: order.id, ...rules }),
    }));
    return { ...order, lines };
  }

  #save(order: OrderRecord): OrderRecord {
    const saved = { ...order, version: order.version + 1 };
    this.#needs.orders.save(saved);
    return saved;
  }

  /** Adds events to the timeline and the store log, notifies the windows and returns the order. */
  #told(
    ctx: Ctx,
    { before, after }: { before: OrderRecord | null; after: OrderRecord },
    kinds: EventKind[],
    note = '',
  ): Order {
    const { orders, audit, changes } = this.#needs;
    const { id, number } = after;
    orders.addEvents(ctx, id, kinds, note);
    audit.record(ctx, {
      entity: 'order',
      entityId: id,
      version: after.version,
      label: number,
      before: before && audited(before),
      after: audited(after),
      ...this.#documentOf(after),
    });
    changes.publish('stock');
    return this.#view.get(id, this.#settings.cashStepMinor);
  }
}

function audited(order: OrderRecord) {
  const { customerName, totalMinor, paidMinor, cancelReason } = order;
  return { state: stateOf(order), customerName, totalMinor, paidMinor, cancelReason };
}
