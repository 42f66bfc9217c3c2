import type { TFunction } from 'i18next';
import type { UnitOfMeasure } from '#shared/kernel/quantity';
import type { DataColumn } from '../../../components/data-table-row';
import type { Format } from '../../../lib/format';
import { quantitiesText } from '../quantities';

export type Say = TFunction<readonly ['overview', 'common']>;

interface Sums {
  products: number;
  quantities: { unit: UnitOfMeasure; onHandMilli: number }[];
  valueMinor: number | null;
}

/** How many products, what is on hand of them, and what it is worth to those who may see that. */
export function sumColumns(t: Say, format: Format, withValue: boolean): DataColumn<Sums>[] {
  return [
    {
      id: 'products',
      header: t('columns.products'),
      align: 'end',
      width: '7rem',
      cell: ({ products }) => format.count(products),
    },
    {
      id: 'onHand',
      header: t('columns.onHand'),
      align: 'end',
      width: 'minmax(9rem, 2fr)',
      cell: ({ quantities }) => quantitiesText(quantities, t, format),
    },
    ...(withValue ? [valueColumn(t, format)] : []),
  ];
}

/** What it is worth at cost. */
export function valueColumn(t: Say, format: Format): DataColumn<{ valueMinor: number | null }> {
  return {
    id: 'value',
    header: t('columns.value'),
    align: 'end',
    width: 'minmax(8rem, 1fr)',
    cell: ({ valueMinor }) => (valueMinor === null ? '' : format.money(valueMinor)),
  };
}
