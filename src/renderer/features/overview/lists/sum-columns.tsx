import type { TFunction } from 'i18next';
import type { Format } from '#renderer/lib/format';
import type { DataColumn } from '#renderer/ui/data-table-row';
import type { UnitOfMeasure } from '#shared/kernel/quantity';
import classes from '../overview.module.css';
import { quantitiesText } from '../quantities';
import { ShareBar } from '../share-bar';

type Say = TFunction<readonly ['overview', 'common']>;

interface Sums {
  products: number;
  quantities: { unit: UnitOfMeasure; onHandMilli: number }[];
  valueMinor: number | null;
}

/**
 * The columns for the number of products, the quantity on hand and, for people who may see it, the value. The
 * share of each row in all of them is by value, or by number of products where the value is hidden.
 */
export function sumColumns(
  t: Say,
  format: Format,
  withValue: boolean,
  rows: readonly Sums[],
): DataColumn<Sums>[] {
  const sizeOf = ({ valueMinor, products }: Sums): number => (withValue ? (valueMinor ?? 0) : products);
  const total = rows.reduce((sum, row) => sum + sizeOf(row), 0);
  const shareOf = (row: Sums): number => (total > 0 ? sizeOf(row) / total : 0);
  return [
    {
      id: 'products',
      header: t('columns.products'),
      align: 'end',
      width: '7rem',
      spare: 1,
      cell: ({ products }) => format.count(products),
    },
    {
      id: 'onHand',
      header: t('columns.onHand'),
      align: 'end',
      width: 'minmax(9rem, 1.5fr)',
      cell: ({ quantities }) => quantitiesText(quantities, t, format),
    },
    {
      id: 'share',
      header: t(withValue ? 'columns.byValue' : 'columns.byProducts'),
      width: 'minmax(7.5rem, 2fr)',
      spare: 2,
      cell: (row) => (
        <span className={classes.shareOfAll}>
          <ShareBar share={shareOf(row)} />
          <span className={classes.percent}>{format.rate(Math.round(shareOf(row) * 100) * 1000)}</span>
        </span>
      ),
    },
    ...(withValue ? [valueColumn(t, format)] : []),
  ];
}

/** The column for the value at cost. */
export function valueColumn(t: Say, format: Format): DataColumn<{ valueMinor: number | null }> {
  return {
    id: 'value',
    header: t('columns.value'),
    align: 'end',
    width: '8.5rem',
    cell: ({ valueMinor }) => (valueMinor === null ? '' : format.money(valueMinor)),
  };
}
