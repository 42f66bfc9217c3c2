import type { TFunction } from 'i18next';
import type { Format } from '#renderer/lib/format';
import type { DataColumn } from '#renderer/ui/data-table-row';
import { TwoLines } from '#renderer/ui/two-lines';
import type { OutstandingLine } from '#shared/contract/issues';

/** The columns of outstanding goods; a narrow list omits the date and the number, and shows the holder below the product. */
export function outColumns(
  t: TFunction<'issues'>,
  format: Format,
  narrow: boolean,
): DataColumn<OutstandingLine>[] {
  const columns: (DataColumn<OutstandingLine> | false)[] = [
    !narrow && {
      id: 'holder',
      header: t('out.holder'),
      wraps: true,
      width: 'minmax(6.5rem, 1.4fr)',
      cell: ({ holder }) => <span title={holder.name}>{holder.name}</span>,
    },
    {
      id: 'product',
      header: t('out.product'),
      wraps: true,
      width: 'minmax(9rem, 2fr)',
      cell: ({ productName, batchNumber, holder }) => {
        const words = [productName, batchNumber].filter(Boolean).join(', ');
        return narrow ? (
          <TwoLines first={words} second={holder.name} lines={2} />
        ) : (
          <span title={words}>{words}</span>
        );
      },
    },
    {
      id: 'quantity',
      header: t('out.quantity'),
      width: 'minmax(4.5rem, 7.5rem)',
      align: 'end',
      cell: ({ outMilli, unit }) => format.quantity(outMilli, unit),
    },
    !narrow && {
      id: 'since',
      header: t('out.since'),
      width: '8.5rem',
      spare: 1,
      cell: ({ issuedAt }) => format.day(issuedAt),
    },
    !narrow && {
      id: 'number',
      header: t('out.number'),
      width: '8rem',
      spare: 2,
      cell: ({ number }) => number,
    },
  ];
  return columns.filter((column) => column !== false);
}
