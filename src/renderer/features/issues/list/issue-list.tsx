import { Text } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { IconHandGrab } from '@tabler/icons-react';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import type { TFunction } from 'i18next';
import { useDeferredValue, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { documentKeys } from '#renderer/lib/document-keys';
import { paged } from '#renderer/lib/paged';
import { orpc } from '#renderer/lib/rpc';
import { DocumentList } from '#renderer/parts/documents/document-list';
import { useDocumentColumns } from '#renderer/parts/documents/use-document-columns';
import { useDocumentStates } from '#renderer/parts/documents/use-document-states';
import { type DocumentFilter, isFiltered } from '#renderer/parts/list-filters';
import { useListFilter } from '#renderer/parts/use-list-filter';
import type { DataColumn } from '#renderer/ui/data-table-row';
import { EmptyState } from '#renderer/ui/empty-state';
import type { DocumentState } from '#shared/contract/documents';
import type { IssueHead } from '#shared/contract/issues';

/** All issues, newest first; a scan finds those that contain the product. */
export function IssueList() {
  const { t } = useTranslation('issues');
  const navigate = useNavigate();
  const filtering = useListFilter<DocumentFilter<DocumentState>>({}, documentKeys.find);
  const filter = useDeferredValue(filtering.filter);
  const list = useInfiniteQuery(orpc.issues.list.infiniteOptions(paged(filter)));
  const narrow = useMediaQuery('(max-width: 87em)', false, { getInitialValueInEffect: false });
  const veryNarrow = useMediaQuery('(max-width: 62em)', false, { getInitialValueInEffect: false });
  const own = useMemo(() => ownColumns(t, veryNarrow), [t, veryNarrow]);
  const columns = useDocumentColumns({ posted: t('posted'), own, narrow });
  const states = useDocumentStates(t('posted'));
  const filtered = isFiltered(filtering.filter);
  return (
    <DocumentList
      filtering={filtering}
      list={list}
      columns={columns}
      onOpen={(id) => void navigate({ to: '/stockroom/issues/$id', params: { id: String(id) } })}
      states={states}
      words={{
        label: t('list'),
        findPlaceholder: t('findPlaceholder'),
        anyState: t('allStates'),
        total: (count) => t('total', { count }),
        totalMore: (total) => t('totalMore', { total }),
      }}
      emptyState={
        <EmptyState
          icon={<IconHandGrab size={36} />}
          title={t(filtered ? 'empty.noMatchTitle' : 'empty.title')}
          hint={filtered ? t('empty.noMatchHint') : t('empty.hint', { key: documentKeys.start })}
        />
      }
    />
  );
}

function ownColumns(t: TFunction<'issues'>, veryNarrow: boolean): DataColumn<IssueHead>[] {
  const from: DataColumn<IssueHead> = {
    id: 'from',
    header: t('from'),
    wraps: true,
    width: 'minmax(6.5rem, 1.2fr)',
    cell: ({ location }) => location.name,
  };
  return [
    {
      id: 'holder',
      header: t('holder'),
      wraps: true,
      width: 'minmax(7rem, 1.6fr)',
      cell: ({ holder }) =>
        holder?.name ?? (
          <Text span inherit c="dimmed">
            {t('nobodyYet')}
          </Text>
        ),
    },
    ...(veryNarrow ? [] : [from]),
    {
      id: 'out',
      header: t('out.quantity'),
      wraps: true,
      width: '7.5rem',
      cell: ({ state, outCount }) => {
        if (state !== 'posted') return '';
        return outCount === 0 ? t('nothingOut') : t('linesOut', { count: outCount });
      },
    },
  ];
}
