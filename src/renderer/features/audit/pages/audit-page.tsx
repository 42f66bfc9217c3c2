import { IconHistory, IconListCheck } from '@tabler/icons-react';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useDeferredValue, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useRows } from '#renderer/lib/paged';
import { rpc } from '#renderer/lib/rpc';
import { useExport } from '#renderer/parts/jobs/use-export';
import { useJobButton } from '#renderer/parts/jobs/use-job-button';
import { isFiltered } from '#renderer/parts/list-filters';
import { EmptyState } from '#renderer/ui/empty-state';
import { Page } from '#renderer/ui/page';
import { PagedTable } from '#renderer/ui/paged-table';
import { RefusalNote } from '#renderer/ui/refusal-note';
import type { AuditEntry } from '#shared/contract/audit';
import { auditColumns } from '../trail/audit-columns';
import { AuditFilters } from '../trail/audit-filters';
import { AuditPanel } from '../trail/audit-panel';
import { type AuditFilter, auditListOptions } from '../trail/audit-queries';
import { labelText } from '../trail/field-text';
import { OnlyThis } from '../trail/only-this';
import { useWriter } from '../trail/use-writer';

/** The audit log, newest first, with infinite scrolling; an entry opens beside the list. */
export function AuditPage() {
  const { t } = useTranslation('audit');
  const writer = useWriter();
  const [filter, setFilter] = useState<AuditFilter>({});
  const [opened, setOpened] = useState<AuditEntry | null>(null);
  const [only, setOnly] = useState('');
  const box = useRef<HTMLInputElement>(null);
  const list = useInfiniteQuery(auditListOptions(useDeferredValue(filter)));
  const rows = useRows(list);
  const narrow = opened !== null;
  const columns = useMemo(() => auditColumns(writer, narrow), [writer, narrow]);
  const filtered = isFiltered(filter);
  const file = useExport('auditExport', 'Ctrl+E', () => rpc.audit.export(filter));
  const check = useJobButton({
    kind: 'logCheck',
    keys: 'F9',
    label: t('check'),
    icon: <IconListCheck size={18} />,
    start: () => rpc.audit.check(),
  });

  const close = (): void => {
    setOpened(null);
    box.current?.focus();
  };
  const showOnly = (entry: AuditEntry): void => {
    setFilter({ entity: entry.entity, entityId: entry.entityId ?? undefined });
    setOnly(labelText(writer, entry));
    box.current?.focus();
  };
  return (
    <Page
      title={t('title')}
      actions={
        <>
          {check.button}
          {file.button}
        </>
      }
      aside={
        opened && (
          <AuditPanel
            entry={opened}
            writer={writer}
            onOnlyThis={filter.entityId === undefined ? () => showOnly(opened) : undefined}
            onClose={close}
          />
        )
      }
    >
      <AuditFilters
        filter={filter}
        onChange={setFilter}
        box={box}
        onEnter={() => setOpened(rows[0] ?? null)}
      />
      {filter.entityId !== undefined && <OnlyThis label={only} onClear={() => setFilter({})} />}
      <RefusalNote error={list.error} />
      {check.note}
      {file.note}
      <PagedTable
        list={list}
        label={t('list')}
        columns={columns}
        rows={rows}
        getRowId={({ id }) => id}
        selectedId={opened?.id ?? null}
        onOpen={setOpened}
        emptyState={
          <EmptyState
            icon={<IconHistory size={36} />}
            title={t(filtered ? 'empty.noMatchTitle' : 'empty.title')}
            hint={t(filtered ? 'empty.noMatchHint' : 'empty.hint')}
          />
        }
      />
    </Page>
  );
}
