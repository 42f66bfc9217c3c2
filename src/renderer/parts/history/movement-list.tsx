import { useMediaQuery } from '@mantine/hooks';
import { IconArrowsExchange } from '@tabler/icons-react';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '#renderer/lib/format';
import { useRows } from '#renderer/lib/paged';
import { useMay } from '#renderer/lib/session';
import { EmptyState } from '#renderer/ui/empty-state';
import { PagedTable } from '#renderer/ui/paged-table';
import { RefusalNote } from '#renderer/ui/refusal-note';
import { type HistoryFilter, historyOptions } from './history-queries';
import { movementColumns } from './movement-columns';

interface MovementListProps {
  filter: HistoryFilter;
  /** Whether the list is limited only by its own subject, with no filter set. */
  unfiltered: boolean;
}

/** The ledger, newest first; more rows are loaded near the end. */
export function MovementList({ filter, unfiltered }: MovementListProps) {
  const { t } = useTranslation(['stock', 'common']);
  const format = useFormat();
  const withCost = useMay()('seeCost') === 'yes';
  const narrow = useMediaQuery('(max-width: 85em)', true, { getInitialValueInEffect: false });
  const list = useInfiniteQuery(historyOptions(filter));
  const rows = useRows(list);
  const { productId, locationId, batchId, cause } = filter;
  const columns = useMemo(() => {
    const of = {
      product: productId !== undefined,
      location: locationId !== undefined,
      batch: batchId !== undefined,
      document: cause !== undefined,
    };
    return movementColumns(t, format, { of, narrow, withCost });
  }, [t, format, productId, locationId, batchId, cause, narrow, withCost]);
  return (
    <>
      <RefusalNote error={list.error} />
      <PagedTable
        list={list}
        label={t('stock:history.list')}
        columns={columns}
        rows={rows}
        getRowId={({ id }) => id}
        emptyState={
          <EmptyState
            icon={<IconArrowsExchange size={36} />}
            title={t(unfiltered ? 'stock:history.emptyTitle' : 'stock:history.noMatchTitle')}
            hint={t(unfiltered ? 'stock:history.emptyHint' : 'stock:history.noMatchHint')}
          />
        }
      />
    </>
  );
}
