import { useMediaQuery } from '@mantine/hooks';
import { IconHandGrab } from '@tabler/icons-react';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useDeferredValue, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { documentKeys } from '#renderer/lib/document-keys';
import { useFormat } from '#renderer/lib/format';
import { DocumentList } from '#renderer/parts/document-list';
import { isFiltered } from '#renderer/parts/list-filters';
import { useListFilter } from '#renderer/parts/use-list-filter';
import { EmptyState } from '#renderer/ui/empty-state';
import { issueState } from '#shared/contract/issues';
import { type IssueFilter, listIssuesOptions } from '../issue-queries';
import { issueColumns } from './issue-columns';

/** All issues, newest first; a scan finds those that contain the product. */
export function IssueList() {
  const { t } = useTranslation('issues');
  const format = useFormat();
  const navigate = useNavigate();
  const filtering = useListFilter<IssueFilter>({}, documentKeys.find);
  const list = useInfiniteQuery(listIssuesOptions(useDeferredValue(filtering.filter)));
  const narrow = useMediaQuery('(max-width: 75em)', false, { getInitialValueInEffect: false });
  const veryNarrow = useMediaQuery('(max-width: 58em)', false, { getInitialValueInEffect: false });
  const columns = useMemo(() => {
    const leftOut = [...(narrow ? ['by'] : []), ...(veryNarrow ? ['from', 'lines'] : [])];
    return issueColumns(t, format, leftOut);
  }, [t, format, narrow, veryNarrow]);
  const filtered = isFiltered(filtering.filter);
  return (
    <DocumentList
      filtering={filtering}
      list={list}
      columns={columns}
      onOpen={(id) => void navigate({ to: '/stockroom/issues/$id', params: { id: String(id) } })}
      states={issueState.options.map((state) => ({ value: state, label: t(`states.${state}`) }))}
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
          title={t(filtered ? 'noMatchTitle' : 'emptyTitle')}
          hint={filtered ? t('noMatchHint') : t('emptyHint', { key: documentKeys.start })}
        />
      }
    />
  );
}
