import type { SettingsService } from '#main/features/settings/index';
import { type StockLedger, shelfRules } from '#main/features/stock/index';
import type { ChangeFeed } from '#main/platform/change-feed';
import type { Ctx } from '#main/platform/ctx';
import type { StoreLog } from '#main/platform/log/store-log';
import type { ParsedInputs } from '#shared/contract/index';
import { refuse } from '#shared/contract/refusals';
import type { Receipt } from '#shared/contract/sales-documents';
import { dayOf } from '#shared/kernel/time';
import { chosenFirst, wantedOf } from './expired-lines';
import { changeOnScreen, type OpenTicket } from './open-ticket';
import type { OrderDetails, OrderRecord } from './order.queries';
import type { OrderBook } from './order-book';
import { orderDocument } from './order-document';
import { stateOf } from './order-steps';
import { receiptOf, storeOnReceipt } from './receipt-document';
import type { TicketStore } from './ticket-store';

interface Needs {
  tickets: TicketStore;
  orders: OrderBook;
  ledger: StockLedger;
  settings: SettingsService;
  audit: StoreLog;
  changes: ChangeFeed;
}

/** The sale at the counter: placed, paid and fulfilled in one unit of work. */
export class CheckoutService {
  readonly #needs: Needs;

  constructor(needs: Needs) {
    this.#needs = needs;
  }

  /**
   * Takes the money and completes the sale. For a completed ticket it returns the same receipt again; that is marked
   * as a copy once some time has passed since the sale, or once the receipt was reprinted or saved.
   * @throws TICKET_CLOSED, TICKET_EMPTY, PRODUCT_NOT_SOLD, INSUFFICIENT_STOCK, EXPIRED_STOCK,
   * TOTAL_CHANGED, CARD_TOO_MUCH, PAID_TOO_LITTLE.
   */
  complete(ctx: Ctx, { ticketId, totalMinor, tenders }: ParsedInputs['sales']['completeTicket']): Receipt {
    const { tickets, orders, settings, audit, changes } = this.#needs;
    const ticket = tickets.onScreenUnlessSold(ctx, ticketId);
    if (!ticket) return this.#receiptAgain(ctx, ticketId);
    if (ticket.lines.length === 0) throw refuse('TICKET_EMPTY', {});
    tickets.assertAllSold(ticket);

    const numbered = orders.number(ctx, ticket, tickets.sellingLocation(ticket), atTheCounter(ctx, ticket));
    if (totalMinor !== undefined && totalMinor !== numbered.totalMinor) {
      throw refuse('TOTAL_CHANGED', { totalMinor: numbered.totalMinor });
    }
    const taken = this.#takeGoods(ctx, numbered);
    orders.keepLines(taken);
    const paid = orders.takeMoney(ctx, taken, tenders, settings.current);
    const sold = this.#keepSale(ctx, paid);
    orders.addSaleEvents(ctx, sold.id);
    audit.record(ctx, {
      entity: 'order',
      entityId: sold.id,
      version: sold.version,
      label: sold.number,
      after: { state: stateOf(sold), totalMinor: sold.totalMinor, paidMinor: sold.paidMinor },
      document: orderDocument('sale', sold, settings.current),
    });
    tickets.forget(ticket);
    changes.publish(changeOnScreen(ctx, { row: { ...ticket.row, version: sold.version } }), 'stock');
    return receiptOf(sold, storeOnReceipt(settings.current), false);
  }

  #receiptAgain(ctx: Ctx, id: number): Receipt {
    const { orders, settings } = this.#needs;
    const order = orders.get(id);
    return receiptOf(order, orders.storeOnReceipt(id, settings.current), !orders.mayBeOriginal(ctx, order));
  }

  /** Takes from manually chosen batches first, so that no other line uses up a chosen batch. */
  #takeGoods(ctx: Ctx, order: OrderRecord): OrderRecord {
    const { ledger, settings } = this.#needs;
    const rules = shelfRules(settings.current, ctx.now);
    const { locationId, id: orderId } = order;
    const costs = new Map<number, number>();
    for (const line of chosenFirst(order.lines)) {
      const goods = { productId: line.productId, locationId, ...wantedOf(line) };
      costs.set(line.id, ledger.sell({ ctx, orderId, ...goods, ...rules }).costMinor);
    }
    return { ...order, lines: order.lines.map((line) => ({ ...line, costMinor: costs.get(line.id) ?? 0 })) };
  }

  #keepSale(ctx: Ctx, paid: OrderRecord): OrderRecord {
    const { orders, settings } = this.#needs;
    const soldDay = dayOf(ctx.now, settings.current.timeZone);
    const sold = { ...paid, life: 'fulfilled' as const, fulfilledAt: ctx.now, soldDay };
    orders.save(sold);
    return sold;
  }
}

function atTheCounter(ctx: Ctx, { row }: OpenTicket): OrderDetails {
  return {
    channelId: row.channelId,
    customerId: null,
    customerName: '',
    customerEmail: '',
    customerPhone: '',
    billingAddress: '',
    shippingAddress: '',
    note: row.note,
    shippingMinor: 0,
    shippingTaxRateMilliPercent: 0,
    orderedAt: ctx.now,
  };
}
