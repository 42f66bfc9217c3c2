import { useMediaQuery } from '@mantine/hooks';
import { IconArrowsExchange } from '@tabler/icons-react';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../lib/format';
import { useMay } from '../../lib/session';
import { DataTable } from '../data-table';
import { EmptyState } from '../empty-state';
import { RefusalNote } from '../refusal-note';
import { type HistoryFilter, historyOptions } from './history-queries';
import { movementColumns } from './movement-columns';

interface MovementListProps {
  filter: HistoryFilter;
  /** Whether nothing but what the list is of keeps movements out. */
  unfiltered: boolean;
}

/** The ledger, newest first; more comes as one nears the end. */
export function MovementList({ filter, unfiltered }: MovementListProps) {
  const { t } = useTranslation(['stock', 'common']);
  const format = useFormat();
  const withCost = useMay()('seeCost') === 'yes';
  const narrow = useMediaQuery('(max-width: 85em)', true, { getInitialValueInEffect: false });
  const list = useInfiniteQuery(historyOptions(filter));
  const rows = useMemo(() => list.data?.pages.flatMap((page) => page.rows) ?? [], [list.data]);
  const ofProduct = filter.productId !== undefined;
  const ofLocation = filter.locationId !== undefined;
  const columns = useMemo(
    () => movementColumns(t, format, { of: { product: ofProduct, location: ofLocation }, narrow, withCost }),
    [t, format, ofProduct, ofLocation, narrow, withCost],
  );
  return (
    <>
      <RefusalNote error={list.error} />
      <DataTable
        label={t('stock:history.list')}
        columns={columns}
        rows={rows}
        getRowId={({ id }) => id}
        loading={list.isPending}
        loadMore={list.hasNextPage ? list.fetchNextPage : undefined}
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
