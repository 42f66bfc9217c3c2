import type { TFunction } from 'i18next';
import type { Format } from '#renderer/lib/format';
import type { DataColumn } from '#renderer/ui/data-table-row';
import type { TransferHead } from '#shared/contract/transfers';
import { TransferStateBadge } from './transfer-state-badge';

/**
 * The columns of the list of transfers.
 * @param narrow true where only the columns that identify a transfer fit
 */
export function transferColumns(
  t: TFunction<'transfers'>,
  format: Format,
  narrow: boolean,
): DataColumn<TransferHead>[] {
  const columns: (DataColumn<TransferHead> | false)[] = [
    {
      id: 'number',
      header: t('columns.number'),
      width: 'minmax(7rem, 0.8fr)',
      cell: ({ number }) => number ?? t('noNumber'),
    },
    {
      id: 'when',
      header: t('columns.when'),
      width: narrow ? '7.5rem' : '11rem',
      cell: ({ sentAt, createdAt }) => (narrow ? format.day : format.dateTime)(sentAt ?? createdAt),
    },
    {
      id: 'from',
      header: t('columns.from'),
      wraps: true,
      width: 'minmax(6.75rem, 1.2fr)',
      cell: ({ from }) => from.name,
    },
    {
      id: 'to',
      header: t('columns.to'),
      wraps: true,
      width: 'minmax(6.75rem, 1.2fr)',
      cell: ({ to }) => to.name,
    },
    !narrow && {
      id: 'note',
      header: t('columns.note'),
      width: 'minmax(5rem, 1.6fr)',
      spare: 3,
      cell: ({ note }) => note,
    },
    {
      id: 'lines',
      spare: 1,
      header: t('columns.lines'),
      align: 'end',
      width: '5rem',
      cell: ({ lineCount }) => format.count(lineCount),
    },
    !narrow && {
      id: 'by',
      header: t('columns.by'),
      width: 'minmax(6rem, 1fr)',
      spare: 2,
      cell: ({ sentBy, createdBy }) => (sentBy ?? createdBy).name,
    },
    {
      id: 'state',
      header: t('columns.state'),
      wraps: true,
      width: '8.5rem',
      cell: ({ state }) => <TransferStateBadge state={state} />,
    },
  ];
  return columns.filter((column) => column !== false);
}
