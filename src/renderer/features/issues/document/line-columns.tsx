import type { TFunction } from 'i18next';
import type { Format } from '#renderer/lib/format';
import type { DataColumn } from '#renderer/ui/data-table-row';
import type { IssueLine } from '#shared/contract/issues';

/** A batch with its expiry, in words. */
function batchInWords(
  t: TFunction<'issues'>,
  format: Format,
  { batchNumber, expiresOn }: Pick<IssueLine, 'batchNumber' | 'expiresOn'>,
): string {
  if (batchNumber === null) return '';
  return expiresOn === null
    ? batchNumber
    : t('line.expires', { number: batchNumber, day: format.day(expiresOn) });
}

/** The columns of issued lines, with what was returned or used up. */
export function issuedColumns(
  t: TFunction<'issues'>,
  format: Format,
  withCost: boolean,
): DataColumn<IssueLine>[] {
  const figures = [
    ['quantity', 'quantityMilli'],
    ['returned', 'returnedMilli'],
    ['usedUp', 'usedUpMilli'],
    ['out', 'outMilli'],
  ] as const;
  const cost: DataColumn<IssueLine> = {
    id: 'cost',
    header: t('line.cost'),
    width: '6rem',
    spare: 2,
    align: 'end',
    cell: ({ costMinor }) => (costMinor === null ? '' : format.money(costMinor)),
  };
  return [
    productColumn(t),
    {
      id: 'batch',
      header: t('line.batch'),
      wraps: true,
      width: 'minmax(6.5rem, 1.6fr)',
      spare: 1,
      cell: (line) => batchInWords(t, format, line),
    },
    ...figures.map(
      ([id, field]): DataColumn<IssueLine> => ({
        id,
        header: t(`line.${id}`),
        width: '6rem',
        align: 'end',
        cell: (line) => format.quantity(line[field], line.unit),
      }),
    ),
    ...(withCost ? [cost] : []),
  ];
}

function productColumn(t: TFunction<'issues'>): DataColumn<IssueLine> {
  return {
    id: 'product',
    header: t('line.product'),
    wraps: true,
    width: 'minmax(8rem, 2fr)',
    cell: ({ productName, sku }) => <span title={sku}>{productName}</span>,
  };
}
