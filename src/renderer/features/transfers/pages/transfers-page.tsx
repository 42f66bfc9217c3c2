import { useMediaQuery } from '@mantine/hooks';
import { IconPlus, IconTruckDelivery } from '@tabler/icons-react';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useDeferredValue, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
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
import { transferKeys } from '../transfer-keys';
import { useBegin } from '../use-begin';

/** The transfers between locations, with search and filters; a key starts a new one. */
export function TransfersPage() {
  const { t } = useTranslation('transfers');
  const format = useFormat();
  const navigate = useNavigate();
  const mayMove = useMay()('moveStock') === 'yes';
  const filtering = useListFilter<TransferFilter>({}, transferKeys.find);
  const list = useInfiniteQuery(listTransfersOptions(useDeferredValue(filtering.filter)));
  const narrow = useMediaQuery('(max-width: 75em)', false, { getInitialValueInEffect: false });
  const columns = useMemo(() => transferColumns(t, format, narrow), [t, format, narrow]);
  const { begin, needsPlaces, error, dismiss } = useBegin();
  return (
    <Page
      title={t('title')}
      actions={
        mayMove && (
          <KeyButton
            keys={transferKeys.begin}
            label={t('begin')}
            icon={<IconPlus size={20} />}
            disabled={needsPlaces}
            run={begin}
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
        emptyState={<NoTransfers filtered={isFiltered(filtering.filter)} needsPlaces={needsPlaces} />}
      />
    </Page>
  );
}

function NoTransfers({ filtered, needsPlaces }: { filtered: boolean; needsPlaces: boolean }) {
  const { t } = useTranslation('transfers');
  const mayMove = useMay()('moveStock') === 'yes';
  const icon = <IconTruckDelivery size={36} />;
  if (filtered)
    return <EmptyState icon={icon} title={t('empty.noMatchTitle')} hint={t('empty.noMatchHint')} />;
  if (mayMove && needsPlaces) {
    return (
      <EmptyState
        icon={icon}
        title={t('empty.onePlaceTitle')}
        hint={t('empty.onePlaceHint')}
        action={<ButtonLink to="/stockroom/locations">{t('empty.locations')}</ButtonLink>}
      />
    );
  }
  const hint = mayMove ? t('empty.hint', { key: transferKeys.begin }) : t('empty.hintToLook');
  return <EmptyState icon={icon} title={t('empty.title')} hint={hint} />;
}
