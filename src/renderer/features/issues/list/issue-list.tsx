import { Text } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { IconHandGrab } from '@tabler/icons-react';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useDeferredValue, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { DataTable } from '../../../components/data-table';
import { EmptyState } from '../../../components/empty-state';
import { RefusalNote } from '../../../components/refusal-note';
import { useScanCall } from '../../../components/use-scan-call';
import { useFormat } from '../../../lib/format';
import { usePageKeys } from '../../../lib/keys';
import { rpc } from '../../../lib/rpc';
import { issueKeys } from '../issue-keys';
import { type IssueFilter, isFiltered, listIssuesOptions } from '../issue-queries';
import { issueColumns } from './issue-columns';
import { IssueFilters } from './issue-filters';

/** All issues, newest first; a scan finds those that a product is on. */
export function IssueList() {
  const { t } = useTranslation('issues');
  const format = useFormat();
  const navigate = useNavigate();
  const [filter, setFilter] = useState<IssueFilter>({});
  const box = useRef<HTMLInputElement>(null);
  const list = useInfiniteQuery(listIssuesOptions(useDeferredValue(filter)));
  const rows = useMemo(() => list.data?.pages.flatMap((page) => page.rows) ?? [], [list.data]);
  const first = list.data?.pages[0];
  const narrow = useMediaQuery('(max-width: 75em)', false, { getInitialValueInEffect: false });
  const columns = useMemo(() => issueColumns(t, format, narrow), [t, format, narrow]);
  const scanning = useScanCall(async (code) => {
    const { sku } = await rpc.catalogue.productByBarcode({ code });
    setFilter((before) => ({ ...before, search: sku }));
  });
  usePageKeys([{ keys: issueKeys.find, label: t('find'), run: () => box.current?.focus() }]);
  const open = (id: number) => navigate({ to: '/stockroom/issues/$id', params: { id: String(id) } });
  const filtered = isFiltered(filter);
  return (
    <>
      <IssueFilters
        filter={filter}
        onChange={setFilter}
        box={box}
        onEnter={() => rows[0] && open(rows[0].id)}
      />
      <RefusalNote error={scanning.error ?? list.error} onDismiss={scanning.reset} />
      {first && (
        <Text size="sm" c="dimmed" role="status">
          {first.totalIsExact
            ? t('total', { count: first.total })
            : t('totalMore', { total: format.count(first.total) })}
        </Text>
      )}
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
