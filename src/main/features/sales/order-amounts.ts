import { sumMinor } from '#shared/kernel/money';
import { sumByRate, type TaxTotals } from '#shared/kernel/ticket';
import { calculateOpen, type OpenTicket, type Shipping } from './open-ticket';
import type { OrderLineRow, OrderRecord } from './order.queries';

/** The amounts of an order, frozen when it is placed or completed. */
type FrozenAmounts = Pick<
  OrderRecord,
  'lines' | 'subtotalMinor' | 'discountMinor' | 'taxMinor' | 'totalMinor'
>;

/**
 * Freezes the amounts of a ticket, shipping included.
 * @throws DISCOUNT_TOO_LARGE, INPUT_INVALID as {@link calculateOpen} does.
 */
export function freeze(ticket: OpenTicket, shipping: Shipping): FrozenAmounts {
  const calculated = calculateOpen(ticket, shipping);
  const lines = ticket.lines.map((line, index): OrderLineRow => {
    const amounts = calculated.lines[index];
    if (!amounts) throw new Error(`The order has no amounts for line ${index}`);
    return {
      ...line,
      grossMinor: amounts.grossMinor,
      standingDiscountMinor: amounts.standingDiscountMinor,
      lineDiscountMinor: amounts.lineDiscountMinor,
      ticketDiscountMinor: amounts.ticketDiscountMinor,
      netMinor: amounts.netMinor,
      taxMinor: amounts.taxMinor,
      costMinor: 0,
    };
  });
  return {
    lines,
    subtotalMinor: calculated.subtotalMinor - shipping.shippingMinor,
    discountMinor: calculated.discountMinor,
    taxMinor: calculated.taxMinor,
    totalMinor: calculated.totalMinor,
  };
}

/** The net amount of a line without tax. */
function exclTaxMinor({ pricesIncludeTax }: OrderRecord, line: OrderLineRow): number {
  return pricesIncludeTax ? line.netMinor - line.taxMinor : line.netMinor;
}

/** The taxes of an order by rate, lowest rate first, including shipping. */
export function taxesOf(order: OrderRecord): TaxTotals[] {
  const lines = order.lines.map((line) => {
    const excl = exclTaxMinor(order, line);
    return {
      taxRateMilliPercent: line.taxRateMilliPercent,
      exclTaxMinor: excl,
      taxMinor: line.taxMinor,
      inclTaxMinor: excl + line.taxMinor,
    };
  });
  if (order.shippingMinor > 0) lines.push(shippingTax(order));
  return sumByRate(lines);
}

/** The tax of shipping is the order's tax less the tax of the lines. */
function shippingTax(order: OrderRecord) {
  const taxMinor = order.taxMinor - sumMinor(order.lines.map((line) => line.taxMinor));
  const excl = order.pricesIncludeTax ? order.shippingMinor - taxMinor : order.shippingMinor;
  return {
    taxRateMilliPercent: order.shippingTaxRateMilliPercent,
    exclTaxMinor: excl,
    taxMinor,
    inclTaxMinor: excl + taxMinor,
  };
}
