import { RollDocument } from '#main/platform/printing/roll-document';
import type { Receipt } from '#shared/contract/sales-documents';
import { formatMoney, formatQuantity, formatRate } from '#shared/kernel/currency';
import { showsUnitPrice } from '#shared/kernel/receipt-line';

const TEXTS = {
  copy: 'COPY',
  cancelled: 'CANCELLED',
  receipt: 'Receipt',
  taxNumber: 'Tax number',
  servedBy: 'Served by',
  customer: 'Customer',
  discount: 'Discount',
  subtotal: 'Subtotal',
  shipping: 'Delivery charge',
  taxIncluded: 'Tax included',
  tax: 'Tax',
  on: 'on',
  total: 'Total',
  cashRounding: 'Cash rounding',
  toPay: 'To pay',
  given: 'given',
  change: 'Change',
  tenders: { cash: 'Cash', card: 'Card' },
} as const;

const BOLD = { weight: 700 } as const;
const SMALL = { sizePt: 7 } as const;

/** A receipt as a PDF for an 80 mm roll, with all its fonts embedded. */
export function receiptPdf(receipt: Receipt): Promise<Buffer> {
  const roll = new RollDocument(`${TEXTS.receipt} ${receipt.number}`);
  writeHead(roll, receipt);
  roll.rule();
  for (const line of receipt.lines) writeLine(roll, receipt, line);
  roll.rule();
  writeTotals(roll, receipt);
  writePayments(roll, receipt);
  roll.rule();
  writeTaxes(roll, receipt);
  writeFoot(roll, receipt);
  return roll.bytes();
}

function writeHead(roll: RollDocument, { store, copy, state, ...receipt }: Receipt): void {
  roll.text(store.name, { ...BOLD, sizePt: 12, align: 'center' });
  if (store.address !== '') roll.text(store.address, { align: 'center' });
  if (store.taxNumber !== '') roll.text(`${TEXTS.taxNumber} ${store.taxNumber}`, { align: 'center' });
  if (store.header !== '') roll.text(store.header, { align: 'center' });
  roll.gap(6);
  if (copy) roll.text(TEXTS.copy, { ...BOLD, sizePt: 16, align: 'center' });
  if (state === 'cancelled') roll.text(TEXTS.cancelled, { ...BOLD, sizePt: 14, align: 'center' });
  const at = new Intl.DateTimeFormat(store.locale, {
    dateStyle: 'medium',
    timeStyle: 'short',
    timeZone: store.timeZone,
  }).format(receipt.at);
  roll.row(`${TEXTS.receipt} ${receipt.number}`, at);
  roll.row(`${TEXTS.servedBy} ${receipt.cashierName}`, receipt.tillName);
  if (receipt.customerName !== '') roll.text(`${TEXTS.customer}: ${receipt.customerName}`);
}

function writeLine(roll: RollDocument, { store }: Receipt, line: Receipt['lines'][number]): void {
  const money = (minor: number) => formatMoney(minor, store.currency, store.locale);
  roll.row(line.name, money(line.grossMinor), BOLD);
  if (showsUnitPrice(line)) {
    const quantity = formatQuantity(line.quantityMilli, line.unit, store.locale);
    roll.text(`${quantity} × ${money(line.unitPriceMinor)}`, SMALL);
  }
  if (line.ownDiscountMinor !== 0) roll.row(TEXTS.discount, money(-line.ownDiscountMinor), SMALL);
  if (line.note !== '') roll.text(line.note, SMALL);
}

function writeTotals(roll: RollDocument, receipt: Receipt): void {
  const { locale, currency } = receipt.store;
  const money = (minor: number) => formatMoney(minor, currency, locale);
  const rows: Array<readonly [string, number]> = [
    [TEXTS.discount, -receipt.discountMinor],
    [TEXTS.shipping, receipt.shippingMinor],
    [TEXTS.tax, receipt.pricesIncludeTax ? 0 : receipt.taxMinor],
  ];
  const shown = rows.filter(([, amountMinor]) => amountMinor !== 0);
  if (shown.length > 0) roll.row(TEXTS.subtotal, money(receipt.subtotalMinor));
  for (const [name, amountMinor] of shown) roll.row(name, money(amountMinor));
  roll.row(TEXTS.total, money(receipt.totalMinor), { ...BOLD, sizePt: 12 });
  if (receipt.cashRoundingMinor === 0) return;
  roll.row(TEXTS.cashRounding, money(receipt.cashRoundingMinor));
  roll.row(TEXTS.toPay, money(receipt.totalMinor + receipt.cashRoundingMinor), BOLD);
}

function writePayments(roll: RollDocument, { payments, store }: Receipt): void {
  const money = (minor: number) => formatMoney(minor, store.currency, store.locale);
  for (const { kind, givenMinor, changeMinor, reference } of payments) {
    const name = TEXTS.tenders[kind];
    const given = changeMinor === 0 ? name : `${name} ${TEXTS.given}`;
    roll.row(reference === '' ? given : `${given} ${reference}`, money(givenMinor));
    if (changeMinor !== 0) roll.row(TEXTS.change, money(changeMinor), BOLD);
  }
}

function writeTaxes(roll: RollDocument, { taxes, store, pricesIncludeTax }: Receipt): void {
  const money = (minor: number) => formatMoney(minor, store.currency, store.locale);
  for (const { taxRateMilliPercent, exclTaxMinor, taxMinor } of taxes) {
    const name = pricesIncludeTax ? TEXTS.taxIncluded : TEXTS.tax;
    const rate = formatRate(taxRateMilliPercent, store.locale);
    roll.row(`${name}, ${rate} ${TEXTS.on} ${money(exclTaxMinor)}`, money(taxMinor), SMALL);
  }
}

function writeFoot(roll: RollDocument, { store, barcode }: Receipt): void {
  if (store.footer !== '') {
    roll.gap(6);
    roll.text(store.footer, { align: 'center' });
  }
  roll.gap(10);
  roll.barcode(barcode);
  roll.gap(3);
  roll.text(barcode, { ...SMALL, align: 'center' });
}
