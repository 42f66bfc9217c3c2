import { useMediaQuery } from '@mantine/hooks';
import { IconBell, IconChecks } from '@tabler/icons-react';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { useDeferredValue, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '#renderer/lib/format';
import { useRows } from '#renderer/lib/paged';
import { orpc } from '#renderer/lib/rpc';
import { isFiltered } from '#renderer/parts/list-filters';
import { useListFilter } from '#renderer/parts/use-list-filter';
import { EmptyState } from '#renderer/ui/empty-state';
import { KeyButton } from '#renderer/ui/key-button';
import { ListCount } from '#renderer/ui/list-count';
import { Page } from '#renderer/ui/page';
import { PagedTable } from '#renderer/ui/paged-table';
import { RefusalNote } from '#renderer/ui/refusal-note';
import type { Alert } from '#shared/contract/alerts';
import { alertColumns } from '../list/alert-columns';
import { AlertFilters } from '../list/alert-filters';
import { AlertPanel } from '../list/alert-panel';
import { type AlertFilter, listAlertsOptions, useMarkSeen } from '../queries';

/** All alerts, newest first, with filters; a row opens beside the list, which marks the alert as seen. */
export function AlertsPage() {
  const { t } = useTranslation('alerts');
  const format = useFormat();
  const { filter, setFilter, box, scanning } = useListFilter<AlertFilter>({}, 'F2');
  const [openId, setOpenId] = useState<number | null>(null);
  const list = useInfiniteQuery(listAlertsOptions(useDeferredValue(filter)));
  const rows = useRows(list);
  const { data: bell } = useQuery(orpc.alerts.unread.queryOptions());
  const marking = useMarkSeen();
  const small = useMediaQuery('(max-width: 75em)', true, { getInitialValueInEffect: false });
  const narrow = small || openId !== null;
  const columns = useMemo(() => alertColumns(t, format, narrow), [t, format, narrow]);
  const open = ({ id, isUnread }: Alert): void => {
    setOpenId(id);
    if (isUnread) marking.mutate({ ids: [id] });
  };
  const shown = rows.find(({ id }) => id === openId);
  const filtered = isFiltered(filter);
  return (
    <Page
      title={t('title')}
      actions={
        <KeyButton
          keys="F7"
          variant="default"
          label={t('bell.markAll')}
          icon={<IconChecks size={20} />}
          disabled={bell?.unread === 0}
          run={() => marking.mutate({ ids: 'all' })}
        />
      }
      aside={shown && <AlertPanel key={shown.id} alert={shown} onClose={() => setOpenId(null)} />}
    >
      <AlertFilters filter={filter} onChange={setFilter} box={box} onEnter={() => rows[0] && open(rows[0])} />
      <RefusalNote error={scanning.error ?? list.error} onDismiss={scanning.reset} />
      <RefusalNote error={marking.error} onDismiss={marking.reset} />
      <ListCount
        page={list.data?.pages[0]}
        say={(count) => t('total', { count })}
        sayMore={(total) => t('totalMore', { total })}
      />
      <PagedTable
        list={list}
        label={t('list')}
        columns={columns}
        rows={rows}
        getRowId={({ id }) => id}
        selectedId={shown?.id ?? null}
        onOpen={open}
        emptyState={
          <EmptyState
            icon={<IconBell size={36} />}
            title={t(filtered ? 'empty.noMatchTitle' : 'empty.title')}
            hint={t(filtered ? 'empty.noMatchHint' : 'empty.hint')}
          />
        }
      />
    </Page>
  );
}
