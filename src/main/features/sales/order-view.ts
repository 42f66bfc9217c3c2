import type { Connection } from '#main/platform/work/connections';
import { refuse } from '#shared/contract/refusals';
import type { Order } from '#shared/contract/sales-documents';
import { roundCash } from '#shared/kernel/cash';
import { ownDiscountMinor, shownLine } from './open-ticket';
import { type EventRow, type OrderRecord, prepareOrderReads } from './order.queries';
import { taxesOf } from './order-amounts';
import { OrderList } from './order-list.queries';
import { stateOf } from './order-steps';

/** Reads complete orders with their timeline. */
export class OrderView {
  readonly #sql;
  readonly #rows;

  constructor(connection: Connection) {
    this.#sql = prepareOrderReads(connection);
    this.#rows = new OrderList(connection);
  }

  /** An order as a window shows it. @throws NOT_FOUND, also for an open ticket */
  get(id: number, cashStepMinor: number): Order {
    const record = this.#sql.order(id);
    const row = this.#rows.row(id);
    if (!(record && row)) throw refuse('NOT_FOUND', { what: 'order' });
    const dueMinor = stateOf(record) === 'placed' ? record.totalMinor - record.paidMinor : 0;
    return {
      ...row,
      ...shownHead(record),
      lines: record.lines.map((line) => {
        const { grossMinor } = line;
        return shownLine(line, { grossMinor, ownDiscountMinor: ownDiscountMinor(line) });
      }),
      taxes: taxesOf(record),
      dueMinor,
      cashDueMinor: roundCash(dueMinor, cashStepMinor),
      payments: record.payments,
      events: this.#sql.events.all(id).map(shownEvent),
    };
  }
}

function shownHead(record: OrderRecord) {
  return {
    channelId: record.channelId,
    customerId: record.customerId,
    customerEmail: record.customerEmail,
    customerPhone: record.customerPhone,
    billingAddress: record.billingAddress,
    shippingAddress: record.shippingAddress,
    note: record.note,
    subtotalMinor: record.subtotalMinor,
    discountMinor: record.discountMinor,
    shippingMinor: record.shippingMinor,
    shippingTaxRateMilliPercent: record.shippingTaxRateMilliPercent,
    taxMinor: record.taxMinor,
    cashRoundingMinor: record.cashRoundingMinor,
    cancelReason: record.cancelReason,
  };
}

function shownEvent({ id, kind, at, byId, byName, note }: EventRow): Order['events'][number] {
  return { id, kind, at, by: { id: byId, name: byName }, note };
}
