import { useMediaQuery } from '@mantine/hooks';
import { IconClipboardCheck, IconPlus } from '@tabler/icons-react';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useDeferredValue, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { stocktakeState } from '#shared/contract/stocktakes';
import { DataTable } from '../../../components/data-table';
import { EmptyState } from '../../../components/empty-state';
import { KeyButton } from '../../../components/key-button';
import { ListCount } from '../../../components/list-count';
import { DocumentFilters, isFiltered } from '../../../components/list-filters';
import { Page } from '../../../components/page';
import { RefusalNote } from '../../../components/refusal-note';
import { useListFilter } from '../../../components/use-list-filter';
import { useFormat } from '../../../lib/format';
import { BeginDialog } from '../list/begin-dialog';
import { stocktakeColumns } from '../list/stocktake-columns';
import { stocktakeKeys } from '../stocktake-keys';
import { type StocktakeFilter, stocktakesOptions } from '../stocktake-queries';

/** The stocktakes of the shop, those that are open first; one is begun here. */
export function StocktakesPage() {
  const { t } = useTranslation('stocktakes');
  const format = useFormat();
  const navigate = useNavigate();
  const { location, category } = useSearch({ from: '/stockroom/stocktakes' });
  const [beginning, setBeginning] = useState(location !== undefined);
  const { filter, setFilter, box, scanning } = useListFilter<StocktakeFilter>({}, stocktakeKeys.find);
  const list = useInfiniteQuery(stocktakesOptions(useDeferredValue(filter)));
  const rows = useMemo(() => list.data?.pages.flatMap((page) => page.rows) ?? [], [list.data]);
  const narrow = useMediaQuery('(max-width: 75em)', true, { getInitialValueInEffect: false });
  const columns = useMemo(() => stocktakeColumns(t, format, narrow), [t, format, narrow]);
  const open = (id: number): void => {
    void navigate({ to: '/stockroom/stocktakes/$id', params: { id: String(id) } });
  };
  const filtered = isFiltered(filter);
  return (
    <Page
      title={t('list.title')}
      actions={
        <KeyButton
          keys={stocktakeKeys.begin}
          label={t('list.begin')}
          icon={<IconPlus size={20} />}
          run={() => setBeginning(true)}
        />
      }
    >
      <DocumentFilters
        filter={filter}
        onChange={setFilter}
        box={box}
        onEnter={() => rows[0] && open(rows[0].id)}
        findPlaceholder={t('list.findPlaceholder')}
        states={stocktakeState.options.map((state) => ({ value: state, label: t(`states.${state}`) }))}
        anyState={t('list.allStates')}
      />
      <RefusalNote error={scanning.error ?? list.error} onDismiss={scanning.reset} />
      <ListCount
        page={list.data?.pages[0]}
        say={(count) => t('list.total', { count })}
        sayMore={(total) => t('list.totalMore', { total })}
      />
      <DataTable
        label={t('list.label')}
        columns={columns}
        rows={rows}
        getRowId={({ id }) => id}
        onOpen={({ id }) => open(id)}
        loading={list.isPending}
        loadMore={list.hasNextPage ? list.fetchNextPage : undefined}
        emptyState={
          <EmptyState
            icon={<IconClipboardCheck size={36} />}
            title={t(filtered ? 'list.noMatchTitle' : 'list.emptyTitle')}
            hint={filtered ? t('list.noMatchHint') : t('list.emptyHint', { key: stocktakeKeys.begin })}
          />
        }
      />
      {beginning && (
        <BeginDialog
          locationId={location}
          categoryId={category}
          onBegun={({ id }) => open(id)}
          onClose={() => setBeginning(false)}
        />
      )}
    </Page>
  );
}
