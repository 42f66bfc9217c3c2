import type { Tx } from '#main/platform/work/connections';
import type { Settings } from '#shared/contract/settings';
import { ownDiscountMinor } from './open-ticket';
import type { OrderRecord } from './order.queries';
import { taxesOf } from './order-amounts';
import { stateOf } from './order-steps';

type JournalKind = 'sale' | 'cancellation';

/**
 * The journal: the whole document of each completed sale and cancelled order, as it was confirmed, one after
 * another and never changed. Fields stand in a fixed order, so that the same document is the same text.
 */
export class Journal {
  readonly #insert;

  constructor(tx: Tx) {
    this.#insert = tx.prepare<[JournalKind, number, number, string]>(
      'INSERT INTO journal_entry (kind, order_id, at, document) VALUES (?, ?, ?, ?)',
    );
  }

  /** Keeps an order's document in the unit of work that completes or cancels it. */
  record(kind: JournalKind, order: OrderRecord, store: Settings, at: number): void {
    this.#insert.run(kind, order.id, at, JSON.stringify(documentOf(kind, order, store)));
  }
}

function documentOf(kind: JournalKind, order: OrderRecord, store: Settings) {
  return {
    format: 1,
    kind,
    store: { name: store.name, taxNumber: store.taxNumber, currency: store.currency },
    order: {
      id: order.id,
      number: order.number,
      state: stateOf(order),
      tillId: order.tillId,
      cashierId: order.accountId,
      channelId: order.channelId,
      locationId: order.locationId,
      customerId: order.customerId,
      pricesIncludeTax: order.pricesIncludeTax === 1,
      taxRounding: order.taxRounding,
      createdAt: order.createdAt,
      orderedAt: order.orderedAt,
      paidAt: order.paidAt,
      fulfilledAt: order.fulfilledAt,
      soldDay: order.soldDay,
      cancelledAt: order.cancelledAt,
      cancelReason: order.cancelReason,
    },
    lines: order.lines.map((line) => ({
      position: line.position,
      productId: line.productId,
      name: line.name,
      sku: line.sku,
      unit: line.unit,
      quantityMilli: line.quantityMilli,
      listPriceMinor: line.listPriceMinor,
      unitPriceMinor: line.unitPriceMinor,
      fixedGrossMinor: line.fixedGrossMinor,
      grossMinor: line.grossMinor,
      ownDiscountMinor: ownDiscountMinor(line),
      ticketDiscountMinor: line.ticketDiscountMinor,
      netMinor: line.netMinor,
      taxRateMilliPercent: line.taxRateMilliPercent,
      taxMinor: line.taxMinor,
      costMinor: line.costMinor,
    })),
    taxes: taxesOf(order),
    payments: order.payments,
    totals: {
      subtotalMinor: order.subtotalMinor,
      discountMinor: order.discountMinor,
      shippingMinor: order.shippingMinor,
      shippingTaxRateMilliPercent: order.shippingTaxRateMilliPercent,
      taxMinor: order.taxMinor,
      totalMinor: order.totalMinor,
      cashRoundingMinor: order.cashRoundingMinor,
      paidMinor: order.paidMinor,
    },
  };
}
