import type { Receipt } from '#shared/contract/sales-documents';
import { type Formats, formatsOf } from '#shared/kernel/formats';
import { showsUnitPrice } from '#shared/kernel/receipt-line';
import { type RollBlock, type RollPaper, say, type Text, titled } from './blocks';

/** A receipt on an 80 mm roll. */
export function receiptPaper(receipt: Receipt): RollPaper {
  const format = formatsOf(receipt.store);
  const title = titled(say('receipt.title'), receipt.number);
  return {
    paper: 'roll',
    title,
    locale: receipt.store.locale,
    blocks: [
      ...head(receipt, title, format),
      { kind: 'rule' },
      ...receipt.lines.flatMap((line) => lineBlocks(line, format)),
      { kind: 'rule' },
      ...totals(receipt, format),
      ...payments(receipt, format),
      ...taxTable(receipt, format),
      ...foot(receipt),
    ],
  };
}

function head({ store, copy, state, ...receipt }: Receipt, title: Text, format: Formats): RollBlock[] {
  const taxNumber = store.taxNumber === '' ? '' : say('receipt.taxNumber', { number: store.taxNumber });
  const cashier = say('receipt.servedBy', { name: receipt.cashierName });
  return [
    { kind: 'heading', text: store.name },
    { kind: 'lines', lines: [store.address, taxNumber, store.header].filter((line) => line !== '') },
    { kind: 'gap' },
    ...when(copy, { kind: 'mark', text: say('receipt.copy') }),
    ...when(state === 'cancelled', { kind: 'mark', text: say('receipt.cancelled') }),
    { kind: 'pair', left: title, right: format.dateTime(receipt.at) },
    { kind: 'pair', left: cashier, right: receipt.tillName },
    ...when(receipt.customerName !== '', {
      kind: 'pair',
      left: say('receipt.customer', { name: receipt.customerName }),
    }),
  ];
}

function lineBlocks(line: Receipt['lines'][number], format: Formats): RollBlock[] {
  const quantity = format.quantity(line.quantityMilli, line.unit);
  const price = format.money(line.unitPriceMinor);
  return [
    { kind: 'pair', left: line.name, right: format.money(line.grossMinor), look: 'strong' },
    ...when(showsUnitPrice(line), {
      kind: 'pair',
      left: say('receipt.quantityTimes', { quantity, price }),
      look: 'detail',
    }),
    ...when(line.ownDiscountMinor !== 0, {
      kind: 'pair',
      left: say('receipt.discount'),
      right: format.money(-line.ownDiscountMinor),
      look: 'detail',
    }),
    ...when(line.note !== '', { kind: 'pair', left: line.note, look: 'detail' }),
  ];
}

function totals(receipt: Receipt, { money }: Formats): RollBlock[] {
  const parts = [
    { left: say('receipt.discount'), minor: -receipt.discountMinor },
    { left: say('receipt.shipping'), minor: receipt.shippingMinor },
    { left: say('receipt.tax'), minor: receipt.pricesIncludeTax ? 0 : receipt.taxMinor },
  ].filter(({ minor }) => minor !== 0);
  const subtotal = { left: say('receipt.subtotal'), minor: receipt.subtotalMinor };
  const shown = parts.length === 0 ? [] : [subtotal, ...parts];
  const rounding = receipt.cashRoundingMinor;
  return [
    ...shown.map(({ left, minor }): RollBlock => ({ kind: 'pair', left, right: money(minor) })),
    { kind: 'pair', left: say('receipt.total'), right: money(receipt.totalMinor), look: 'total' },
    ...when(rounding !== 0, { kind: 'pair', left: say('receipt.rounding'), right: money(rounding) }),
    ...when(rounding !== 0, {
      kind: 'pair',
      left: say('receipt.toPay'),
      right: money(receipt.paidMinor),
      look: 'strong',
    }),
  ];
}

function payments({ payments: paid, changeMinor }: Receipt, { money }: Formats): RollBlock[] {
  return [
    ...paid.map(
      (payment): RollBlock => ({
        kind: 'pair',
        left: tenderOf(payment),
        right: money(payment.givenMinor),
      }),
    ),
    ...when(changeMinor !== 0, {
      kind: 'pair',
      left: say('receipt.change'),
      right: money(changeMinor),
      look: 'strong',
    }),
  ];
}

function tenderOf({ kind, changeMinor, reference }: Receipt['payments'][number]): Text {
  const tender = say(`receipt.tender.${kind}`);
  const given = changeMinor === 0 ? tender : say('receipt.given', { tender });
  return reference === '' ? given : say('receipt.withReference', { tender: given, reference });
}

/** The amounts of each tax rate: what the law asks for anywhere is among them. */
function taxTable({ taxes }: Receipt, { rate, money }: Formats): RollBlock[] {
  const columns = (['rate', 'net', 'tax', 'gross'] as const).map((name) => ({
    heading: say(`receipt.${name}`),
    share: name === 'rate' ? 1 : 2,
    ...(name === 'rate' ? {} : { align: 'right' as const }),
  }));
  const rows = taxes.map(({ taxRateMilliPercent, exclTaxMinor, taxMinor, inclTaxMinor }) => [
    rate(taxRateMilliPercent),
    ...[exclTaxMinor, taxMinor, inclTaxMinor].map(money),
  ]);
  return rows.length === 0 ? [] : [{ kind: 'rule' }, { kind: 'table', columns, rows }];
}

function foot({ store, barcode }: Receipt): RollBlock[] {
  return [
    ...when(store.footer !== '', { kind: 'gap' }),
    ...when(store.footer !== '', { kind: 'lines', lines: [store.footer] }),
    { kind: 'barcode', code: barcode },
  ];
}

const when = (isShown: boolean, block: RollBlock): RollBlock[] => (isShown ? [block] : []);
