import { useMediaQuery } from '@mantine/hooks';
import { IconClipboardCheck, IconPlus } from '@tabler/icons-react';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useDeferredValue, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { documentKeys } from '#renderer/lib/document-keys';
import { useFormat } from '#renderer/lib/format';
import { DocumentList } from '#renderer/parts/documents/document-list';
import { isFiltered } from '#renderer/parts/list-filters';
import { useListFilter } from '#renderer/parts/use-list-filter';
import { EmptyState } from '#renderer/ui/empty-state';
import { KeyButton } from '#renderer/ui/key-button';
import { Page } from '#renderer/ui/page';
import { stocktakeState } from '#shared/contract/stocktakes';
import { NewStocktakeDialog } from '../list/new-stocktake-dialog';
import { stocktakeColumns } from '../list/stocktake-columns';
import { type StocktakeFilter, stocktakesOptions } from '../stocktake-queries';

/** The stocktakes of the store, open ones first; new ones are started here. */
export function StocktakesPage() {
  const { t } = useTranslation('stocktakes');
  const format = useFormat();
  const navigate = useNavigate();
  const { location, category } = useSearch({ from: '/stockroom/stocktakes' });
  const [starting, setStarting] = useState(location !== undefined);
  const filtering = useListFilter<StocktakeFilter>({}, documentKeys.find);
  const list = useInfiniteQuery(stocktakesOptions(useDeferredValue(filtering.filter)));
  const narrow = useMediaQuery('(max-width: 75em)', true, { getInitialValueInEffect: false });
  const columns = useMemo(() => stocktakeColumns(t, format, narrow), [t, format, narrow]);
  const open = (id: number): void => {
    void navigate({ to: '/stockroom/stocktakes/$id', params: { id: String(id) } });
  };
  const filtered = isFiltered(filtering.filter);
  return (
    <Page
      title={t('list.title')}
      actions={
        <KeyButton
          keys={documentKeys.start}
          label={t('list.start')}
          icon={<IconPlus size={20} />}
          run={() => setStarting(true)}
        />
      }
    >
      <DocumentList
        filtering={filtering}
        list={list}
        columns={columns}
        onOpen={open}
        states={stocktakeState.options.map((state) => ({ value: state, label: t(`states.${state}`) }))}
        words={{
          label: t('list.label'),
          findPlaceholder: t('list.findPlaceholder'),
          anyState: t('list.allStates'),
          total: (count) => t('list.total', { count }),
          totalMore: (total) => t('list.totalMore', { total }),
        }}
        emptyState={
          <EmptyState
            icon={<IconClipboardCheck size={36} />}
            title={t(filtered ? 'list.noMatchTitle' : 'list.emptyTitle')}
            hint={filtered ? t('list.noMatchHint') : t('list.emptyHint', { key: documentKeys.start })}
          />
        }
      />
      {starting && (
        <NewStocktakeDialog
          locationId={location}
          categoryId={category}
          onStarted={({ id }) => open(id)}
          onClose={() => setStarting(false)}
        />
      )}
    </Page>
  );
}
