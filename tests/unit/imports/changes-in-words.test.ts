import i18next, { type Resource, type TFunction } from 'i18next';
import { beforeAll, expect, test } from 'vitest';
import { changesInWords } from '#renderer/features/imports/preview/changes-in-words';
import type { ChangedFields, ImportField, PreviewRow } from '#shared/contract/imports';
import { formatsOf } from '#shared/kernel/formats';
import { englishTexts, text } from '../../support/texts';

const format = formatsOf({ currency: 'EUR', locale: 'en-IE', timeZone: 'Europe/Dublin' });
let t: TFunction<readonly ['imports', 'catalogue', 'common']>;

beforeAll(async () => {
  await i18next.init({
    lng: 'en',
    resources: { en: englishTexts as Resource[string] },
    interpolation: { escapeValue: false },
  });
  t = i18next.getFixedT('en', ['imports', 'catalogue', 'common']);
});

const product: NonNullable<PreviewRow['product']> = {
  name: 'Oat milk',
  sku: 'OAT-1',
  barcodes: [],
  category: 'Drinks',
  priceMinor: 250,
  unit: 'kg',
  status: 'active',
  openingMilli: 0,
  taxRateMilliPercent: 9000,
  hasUsualTaxRate: true,
};

const inWords = (before: ChangedFields, after: ChangedFields): string[] =>
  changesInWords(t, format, { changes: { before, after }, product });

const change = (field: ImportField, before: string, after: string): string =>
  text('imports:preview.change', { field: text(`imports:fields.${field}`), before, after });

test('each changed field of a known product has its old and new value', () => {
  const lines = inWords(
    { category: 'Dairy and eggs', sku: 'DAI-027', name: 'Oat drink, 1 l', description: '' },
    { category: 'Drinks', sku: 'OAT-1', name: 'Oat milk', description: 'Organic' },
  );
  expect(lines).toEqual([
    change('name', 'Oat drink, 1 l', 'Oat milk'),
    change('sku', 'DAI-027', 'OAT-1'),
    change('category', 'Dairy and eggs', 'Drinks'),
    change('description', text('imports:preview.none'), 'Organic'),
  ]);
});

test('numbers and choices are formatted, a quantity in the unit of its time', () => {
  const lines = inWords(
    {
      barcodes: [],
      priceMinor: 200,
      costMinor: 0,
      unit: 'g',
      taxRateMilliPercent: 21_000,
      discountMilliPercent: 0,
      status: 'inactive',
      thresholdMilli: 500_000,
      reorderMilli: null,
      preferredSupplier: '',
    },
    {
      barcodes: [{ code: '96385074' }, { code: 'SHELF-1' }],
      priceMinor: 250,
      costMinor: 120,
      unit: 'kg',
      taxRateMilliPercent: 9000,
      discountMilliPercent: 5000,
      status: 'active',
      thresholdMilli: 1500,
      reorderMilli: 3000,
      preferredSupplier: 'Oat & Co',
    },
  );
  const none = text('imports:preview.none');
  expect(lines).toEqual([
    change('barcode', none, '96385074, SHELF-1'),
    change('price', '€2.00', '€2.50'),
    change('cost', '€0.00', '€1.20'),
    change('unit', text('common:units.g'), text('common:units.kg')),
    change('taxRate', format.rate(21_000), format.rate(9000)),
    change('discount', format.rate(0), format.rate(5000)),
    change('status', text('catalogue:status.inactive'), text('catalogue:status.active')),
    change('threshold', format.quantity(500_000, 'g'), format.quantity(1500, 'kg')),
    change('reorder', none, format.quantity(3000, 'kg')),
    change('supplier', none, 'Oat & Co'),
  ]);
});

test('a long description is shortened', () => {
  const [line] = inWords({ description: 'Short' }, { description: 'long '.repeat(100) });
  expect(line).toMatch(/long…$|long …$/);
  expect(line?.length).toBeLessThan(120);
});

test('no change is claimed of a product that keeps all its values', () => {
  expect(inWords({}, {})).toEqual([]);
  expect(changesInWords(t, format, { changes: { before: {}, after: {} }, product: null })).toEqual([]);
});
