import type { TFunction } from 'i18next';
import type { Format } from '#renderer/lib/format';
import type { DataColumn } from '#renderer/ui/data-table-row';
import { TwoLines } from '#renderer/ui/two-lines';
import type { Stocktake } from '#shared/contract/stocktakes';
import { StocktakeStateBadge, scopeInWords } from './stocktake-words';

/** The columns of the list of stocktakes. */
export function stocktakeColumns(
  t: TFunction<'stocktakes'>,
  format: Format,
  narrow: boolean,
): DataColumn<Stocktake>[] {
  const columns: (DataColumn<Stocktake> | false)[] = [
    {
      id: 'scope',
      header: t('list.what'),
      width: 'minmax(9rem, 2.4fr)',
      cell: (stocktake) => (
        <TwoLines
          first={scopeInWords(t, stocktake)}
          second={[stocktake.number, stocktake.note].filter(Boolean).join(' · ')}
          lines={2}
        />
      ),
    },
    {
      id: 'state',
      header: t('list.state'),
      wraps: true,
      width: 'minmax(11.5rem, 0.8fr)',
      cell: ({ state }) => <StocktakeStateBadge state={state} />,
    },
    {
      id: 'progress',
      header: t('list.progress'),
      align: 'end',
      width: 'minmax(7rem, 0.8fr)',
      cell: ({ countedCount, lineCount }) =>
        t('progress.short', { counted: format.count(countedCount), of: format.count(lineCount) }),
    },
    {
      id: 'started',
      header: t('list.started'),
      width: 'minmax(10.75rem, 1.2fr)',
      spare: 1,
      cell: ({ startedAt, startedBy }) => (
        <TwoLines first={format.dateTime(startedAt)} second={startedBy.name} />
      ),
    },
    !narrow && {
      id: 'closed',
      header: t('list.closed'),
      width: 'minmax(10.75rem, 1.2fr)',
      spare: 2,
      cell: ({ closedAt, closedBy }) =>
        closedAt === null ? (
          '–'
        ) : (
          <TwoLines first={format.dateTime(closedAt)} second={closedBy?.name ?? ''} />
        ),
    },
  ];
  return columns.filter((column) => column !== false);
}
