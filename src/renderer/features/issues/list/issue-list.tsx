import { useMediaQuery } from '@mantine/hooks';
import { IconHandGrab } from '@tabler/icons-react';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useDeferredValue, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { issueState } from '#shared/contract/issues';
import { DataTable } from '../../../components/data-table';
import { EmptyState } from '../../../components/empty-state';
import { ListCount } from '../../../components/list-count';
import { DocumentFilters, isFiltered } from '../../../components/list-filters';
import { RefusalNote } from '../../../components/refusal-note';
import { useListFilter } from '../../../components/use-list-filter';
import { useFormat } from '../../../lib/format';
import { issueKeys } from '../issue-keys';
import { type IssueFilter, listIssuesOptions } from '../issue-queries';
import { issueColumns } from './issue-columns';

/** All issues, newest first; a scan finds those that a product is on. */
export function IssueList() {
  const { t } = useTranslation('issues');
  const format = useFormat();
  const navigate = useNavigate();
  const { filter, setFilter, box, scanning } = useListFilter<IssueFilter>({}, issueKeys.find);
  const list = useInfiniteQuery(listIssuesOptions(useDeferredValue(filter)));
  const rows = useMemo(() => list.data?.pages.flatMap((page) => page.rows) ?? [], [list.data]);
  const narrow = useMediaQuery('(max-width: 75em)', false, { getInitialValueInEffect: false });
  const columns = useMemo(() => issueColumns(t, format, narrow), [t, format, narrow]);
  const open = (id: number) => navigate({ to: '/stockroom/issues/$id', params: { id: String(id) } });
  const filtered = isFiltered(filter);
  return (
    <>
      <DocumentFilters
        filter={filter}
        onChange={setFilter}
        box={box}
        onEnter={() => rows[0] && open(rows[0].id)}
        findPlaceholder={t('findPlaceholder')}
        states={issueState.options.map((state) => ({ value: state, label: t(`states.${state}`) }))}
        anyState={t('allStates')}
      />
      <RefusalNote error={scanning.error ?? list.error} onDismiss={scanning.reset} />
      <ListCount
        page={list.data?.pages[0]}
        say={(count) => t('total', { count })}
        sayMore={(total) => t('totalMore', { total })}
      />
      <DataTable
        label={t('list')}
        columns={columns}
        rows={rows}
        getRowId={({ id }) => id}
        onOpen={({ id }) => open(id)}
        loading={list.isPending}
        loadMore={list.hasNextPage ? list.fetchNextPage : undefined}
        emptyState={
          <EmptyState
            icon={<IconHandGrab size={36} />}
            title={t(filtered ? 'noMatchTitle' : 'emptyTitle')}
            hint={filtered ? t('noMatchHint') : t('emptyHint', { key: issueKeys.begin })}
          />
        }
      />
    </>
  );
}
