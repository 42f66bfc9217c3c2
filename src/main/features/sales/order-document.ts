import type { Settings } from '#shared/contract/settings';
import { ownDiscountMinor } from './open-ticket';
import type { OrderRecord } from './order.queries';
import { taxesOf } from './order-amounts';
import { stateOf } from './order-steps';

/**
 * The complete document of a completed sale or a cancelled order, as it was confirmed, for the store log. Its fields
 * have a fixed order, so that the same document is always the same text.
 */
export function orderDocument(kind: 'sale' | 'cancellation', order: OrderRecord, store: Settings) {
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
