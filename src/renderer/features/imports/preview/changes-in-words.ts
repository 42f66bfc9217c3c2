import type { TFunction } from 'i18next';
import type { Format } from '#renderer/lib/format';
import type { ChangedFields, ImportField, PreviewRow } from '#shared/contract/imports';
import type { UnitOfMeasure } from '#shared/kernel/quantity';

type Say = TFunction<readonly ['imports', 'catalogue', 'common']>;

/** The column of a file that changes a field, in the order in which changes are shown. */
const COLUMN_OF = {
  name: 'name',
  sku: 'sku',
  barcodes: 'barcode',
  category: 'category',
  priceMinor: 'price',
  costMinor: 'cost',
  unit: 'unit',
  taxRateMilliPercent: 'taxRate',
  discountMilliPercent: 'discount',
  status: 'status',
  thresholdMilli: 'threshold',
  reorderMilli: 'reorder',
  preferredSupplier: 'supplier',
  description: 'description',
} as const satisfies Record<keyof ChangedFields, ImportField>;

/** A longer text, such as a description, is shortened. */
const SHOWN_LENGTH = 80;

/** The changes of a known product, field by field, each with the old and the new value; empty without any. */
export function changesInWords(
  t: Say,
  format: Format,
  { changes: { before, after }, product }: Pick<PreviewRow, 'changes' | 'product'>,
): string[] {
  if (product === null) return [];
  const fields = Object.keys(COLUMN_OF).filter((field): field is keyof ChangedFields => field in after);
  const was = textsOf(t, format, before, before.unit ?? product.unit);
  const is = textsOf(t, format, after, product.unit);
  return fields.map((field) =>
    t('preview.change', {
      field: t(`fields.${COLUMN_OF[field]}`),
      before: was[field] || t('preview.none'),
      after: is[field] || t('preview.none'),
    }),
  );
}

/** The values of a product as text; empty for what it has none of. */
function textsOf(
  t: Say,
  format: Format,
  values: ChangedFields,
  unit: UnitOfMeasure,
): Record<keyof ChangedFields, string> {
  const { money, rate } = format;
  const quantity = (milli: number) => format.quantity(milli, unit);
  return {
    name: shortened(values.name),
    sku: shortened(values.sku),
    barcodes: shortened(values.barcodes?.map(({ code }) => code).join(', ')),
    category: shortened(values.category),
    priceMinor: textOf(values.priceMinor, money),
    costMinor: textOf(values.costMinor, money),
    unit: textOf(values.unit, (one) => t(`common:units.${one}`)),
    taxRateMilliPercent: textOf(values.taxRateMilliPercent, rate),
    discountMilliPercent: textOf(values.discountMilliPercent, rate),
    status: textOf(values.status, (one) => t(`catalogue:status.${one}`)),
    thresholdMilli: textOf(values.thresholdMilli, quantity),
    reorderMilli: textOf(values.reorderMilli, quantity),
    preferredSupplier: shortened(values.preferredSupplier),
    description: shortened(values.description),
  };
}

function textOf<Value>(value: Value | null | undefined, write: (value: Value) => string): string {
  return value === null || value === undefined ? '' : write(value);
}

function shortened(text = ''): string {
  return text.length > SHOWN_LENGTH ? `${text.slice(0, SHOWN_LENGTH)}…` : text;
}
