import type { Ctx } from '#main/platform/ctx';
import { refuse } from '#shared/contract/refusals';
import type { Receipt } from '#shared/contract/sales-documents';
import type { Settings } from '#shared/contract/settings';
import { sumMinor } from '#shared/kernel/money';
import { MINUTE_MS } from '#shared/kernel/time';
import { ownDiscountMinor } from './open-ticket';
import type { OrderRecord, prepareOrderReads } from './order.queries';
import { taxesOf } from './order-amounts';
import { stateOf } from './order-steps';

/** The content of a receipt's barcode: its number, which Code 128 can encode as is. */
function barcodeOf(number: string): string {
  return number;
}

/**
 * The number that a scanned or typed text refers to. A scanner set to another keyboard layout sends a different
 * character instead of the dash.
 */
export function numberOfText(text: string): string {
  return text
    .trim()
    .replace(/[^A-Za-z0-9]+/g, '-')
    .toUpperCase();
}

/** How long after the payment the receipt is still available as the original. */
const ORIGINAL_FOR_MS = 15 * MINUTE_MS;

/**
 * Whether a receipt can still be the original: it was paid just now, this person took the payment, and no receipt was
 * issued before. Setting the clock back does not reopen that time.
 */
export function mayBeOriginal(
  { isUnissuedBy }: Pick<ReturnType<typeof prepareOrderReads>, 'isUnissuedBy'>,
  ctx: Ctx,
  { id, paidAt }: OrderRecord,
): boolean {
  if (paidAt === null || Math.abs(ctx.now - paidAt) > ORIGINAL_FOR_MS) return false;
  return isUnissuedBy.get({ id, accountId: ctx.account.id }) !== undefined;
}

/** What a receipt printed now says about the store. */
export function storeOnReceipt(settings: Settings): Receipt['store'] {
  const { name, address, taxNumber, receiptHeader: header, receiptFooter: footer } = settings;
  const { currency, locale, timeZone } = settings;
  return { name, address, taxNumber, header, footer, currency, locale, timeZone };
}

/**
 * The receipt of an order as stored: the same for the screen, the printer and the PDF.
 * @param store what the original says about the store
 */
export function receiptOf(order: OrderRecord, store: Receipt['store'], copy: boolean): Receipt {
  return {
    orderId: order.id,
    number: order.number,
    barcode: barcodeOf(order.number),
    state: stateOf(order),
    copy,
    store,
    pricesIncludeTax: order.pricesIncludeTax === 1,
    lines: order.lines.map((line) => ({
      name: line.name,
      sku: line.sku,
      unit: line.unit,
      quantityMilli: line.quantityMilli,
      unitPriceMinor: line.unitPriceMinor,
      grossMinor: line.grossMinor,
      ownDiscountMinor: ownDiscountMinor(line),
      lineTotalMinor: line.grossMinor - ownDiscountMinor(line),
      taxRateMilliPercent: line.taxRateMilliPercent,
      note: line.note,
    })),
    subtotalMinor: order.subtotalMinor,
    discountMinor: order.discountMinor,
    shippingMinor: order.shippingMinor,
    taxes: taxesOf(order),
    taxMinor: order.taxMinor,
    totalMinor: order.totalMinor,
    cashRoundingMinor: order.cashRoundingMinor,
    paidMinor: order.paidMinor,
    payments: order.payments,
    changeMinor: sumMinor(order.payments.map((payment) => payment.changeMinor)),
    cashierName: order.cashierName,
    tillName: order.tillName,
    customerName: order.customerName,
    at: order.paidAt ?? order.orderedAt,
  };
}

/** What the original receipt said about the store, as stored with the payment. */
export function originalStore(
  text: Omit<Receipt['store'], 'currency'> | undefined,
  currency: string,
): Receipt['store'] {
  if (!text) throw new Error('A paid order has no text of its receipt');
  return { ...text, currency };
}

/** An order that was paid and therefore has a receipt. @throws NOT_FOUND */
export function assertPaid(order: OrderRecord | undefined): OrderRecord {
  if (!order || order.paidAt === null) throw refuse('NOT_FOUND', { what: 'receipt' });
  return order;
}
