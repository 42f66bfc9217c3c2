import { useMediaQuery } from '@mantine/hooks';
import { IconPlus, IconTruckDelivery } from '@tabler/icons-react';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import type { TFunction } from 'i18next';
import { useDeferredValue, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { documentKeys } from '#renderer/lib/document-keys';
import { paged } from '#renderer/lib/paged';
import { orpc } from '#renderer/lib/rpc';
import { useMay } from '#renderer/lib/session';
import { DocumentList } from '#renderer/parts/documents/document-list';
import { useDocumentColumns } from '#renderer/parts/documents/use-document-columns';
import { useDocumentStates } from '#renderer/parts/documents/use-document-states';
import { type DocumentFilter, isFiltered } from '#renderer/parts/list-filters';
import { useListFilter } from '#renderer/parts/use-list-filter';
import type { DataColumn } from '#renderer/ui/data-table-row';
import { EmptyState } from '#renderer/ui/empty-state';
import { KeyButton } from '#renderer/ui/key-button';
import { ButtonLink } from '#renderer/ui/links';
import { Page } from '#renderer/ui/page';
import { RefusalNote } from '#renderer/ui/refusal-note';
import type { DocumentState } from '#shared/contract/documents';
import type { TransferHead } from '#shared/contract/transfers';
import { useStartTransfer } from '../use-start-transfer';

/** The transfers between locations, with search and filters; a key starts a new one. */
export function TransfersPage() {
  const { t } = useTranslation('transfers');
  const navigate = useNavigate();
  const mayMove = useMay()('moveStock') === 'yes';
  const filtering = useListFilter<DocumentFilter<DocumentState>>({}, documentKeys.find);
  const filter = useDeferredValue(filtering.filter);
  const list = useInfiniteQuery(orpc.transfers.list.infiniteOptions(paged(filter)));
  const narrow = useMediaQuery('(max-width: 75em)', false, { getInitialValueInEffect: false });
  const own = useMemo(() => ownColumns(t), [t]);
  const columns = useDocumentColumns({ posted: t('posted'), own, narrow });
  const states = useDocumentStates(t('posted'));
  const { start, isStarting, needsLocations, error, dismiss } = useStartTransfer();
  return (
    <Page
      title={t('title')}
      actions={
        mayMove && (
          <KeyButton
            keys={documentKeys.start}
            label={t('start')}
            icon={<IconPlus size={20} />}
            disabled={needsLocations}
            loading={isStarting}
            run={start}
          />
        )
      }
    >
      <RefusalNote error={error} onDismiss={dismiss} />
      <DocumentList
        filtering={filtering}
        list={list}
        columns={columns}
        onOpen={(id) => void navigate({ to: '/stockroom/transfers/$id', params: { id: String(id) } })}
        states={states}
        words={{
          label: t('list'),
          findPlaceholder: t('findPlaceholder'),
          anyState: t('allStates'),
          total: (count) => t('total', { count }),
          totalMore: (total) => t('totalMore', { total }),
        }}
        emptyState={<NoTransfers filtered={isFiltered(filtering.filter)} needsLocations={needsLocations} />}
      />
    </Page>
  );
}

function ownColumns(t: TFunction<'transfers'>): DataColumn<TransferHead>[] {
  const location = { wraps: true, width: 'minmax(6.75rem, 1.2fr)' } as const;
  return [
    { id: 'from', header: t('from'), ...location, cell: ({ from }) => from.name },
    { id: 'to', header: t('to'), ...location, cell: ({ to }) => to.name },
  ];
}

function NoTransfers({ filtered, needsLocations }: { filtered: boolean; needsLocations: boolean }) {
  const { t } = useTranslation('transfers');
  const mayMove = useMay()('moveStock') === 'yes';
  const icon = <IconTruckDelivery size={36} />;
  if (filtered)
    return <EmptyState icon={icon} title={t('empty.noMatchTitle')} hint={t('empty.noMatchHint')} />;
  if (mayMove && needsLocations) {
    return (
      <EmptyState
        icon={icon}
        title={t('empty.onePlaceTitle')}
        hint={t('empty.onePlaceHint')}
        action={<ButtonLink to="/stockroom/locations">{t('empty.locations')}</ButtonLink>}
      />
    );
  }
  const hint = mayMove ? t('empty.hint', { key: documentKeys.start }) : t('empty.hintToLook');
  return <EmptyState icon={icon} title={t('empty.title')} hint={hint} />;
}
