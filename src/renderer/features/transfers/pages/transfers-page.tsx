import { useMediaQuery } from '@mantine/hooks';
import { IconPlus, IconTruckDelivery } from '@tabler/icons-react';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useDeferredValue, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { documentKeys } from '#renderer/lib/document-keys';
import { useFormat } from '#renderer/lib/format';
import { useMay } from '#renderer/lib/session';
import { DocumentList } from '#renderer/parts/document-list';
import { isFiltered } from '#renderer/parts/list-filters';
import { useListFilter } from '#renderer/parts/use-list-filter';
import { EmptyState } from '#renderer/ui/empty-state';
import { KeyButton } from '#renderer/ui/key-button';
import { ButtonLink } from '#renderer/ui/links';
import { Page } from '#renderer/ui/page';
import { RefusalNote } from '#renderer/ui/refusal-note';
import { transferState } from '#shared/contract/transfers';
import { transferColumns } from '../list/transfer-columns';
import { listTransfersOptions, type TransferFilter } from '../list/transfer-queries';
import { useStartTransfer } from '../use-start-transfer';

/** The transfers between locations, with search and filters; a key starts a new one. */
export function TransfersPage() {
  const { t } = useTranslation('transfers');
  const format = useFormat();
  const navigate = useNavigate();
  const mayMove = useMay()('moveStock') === 'yes';
  const filtering = useListFilter<TransferFilter>({}, documentKeys.find);
  const list = useInfiniteQuery(listTransfersOptions(useDeferredValue(filtering.filter)));
  const narrow = useMediaQuery('(max-width: 75em)', false, { getInitialValueInEffect: false });
  const columns = useMemo(() => transferColumns(t, format, narrow), [t, format, narrow]);
  const { start, needsLocations, error, dismiss } = useStartTransfer();
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
        states={transferState.options.map((state) => ({ value: state, label: t(`state.${state}`) }))}
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
