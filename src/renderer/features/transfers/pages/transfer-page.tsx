import { useParams } from '@tanstack/react-router';
import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { orpc, rpc } from '#renderer/lib/rpc';
import { useStore } from '#renderer/lib/store-status';
import { DocumentPage } from '#renderer/parts/documents/document-page';
import type { DocumentWords } from '#renderer/parts/documents/document-words';
import { useDocumentDesk } from '#renderer/parts/documents/use-document-desk';
import type { Transfer } from '#shared/contract/transfers';
import { transferPaper } from '#shared/documents/transfer';
import { RouteFields } from '../document/route-fields';
import { useStartTransfer } from '../use-start-transfer';
import { routeWith } from '../usual-locations';

const CALLS = {
  options: (id: number) => orpc.transfers.get.queryOptions({ input: { id } }),
  rpc: rpc.transfers,
};

/** A transfer on its own page: a draft to fill by scanning, or the sent document. */
export function TransferPage() {
  const { id } = useParams({ from: '/stockroom/transfers/$id' });
  return <OneTransfer key={id} id={Number(id)} />;
}

function OneTransfer({ id }: { id: number }) {
  const { t } = useTranslation('transfers');
  const store = useStore();
  const desk = useDocumentDesk<Transfer>(id, CALLS);
  const next = useStartTransfer();
  const nextEnd = useRef<'from' | 'to'>('from');
  /** Scanned location labels set the source first, then the destination. */
  const goTo = ({ from, to }: Transfer, locationId: number) => {
    const end = nextEnd.current;
    nextEnd.current = end === 'from' ? 'to' : 'from';
    const route = routeWith({ fromLocationId: from.id, toLocationId: to.id }, end, locationId);
    return desk.changeNow((at) => rpc.transfers.change({ ...at, ...route }));
  };
  return (
    <DocumentPage
      desk={desk}
      words={useTransferWords()}
      title={t('title')}
      list="/stockroom/transfers"
      next={next}
      goTo={goTo}
      head={(transfer) => (
        <RouteFields
          transfer={transfer}
          onChange={(change) => desk.change((at) => rpc.transfers.change({ ...at, ...change }))}
        />
      )}
      paper={(transfer) => transferPaper(transfer, store)}
    />
  );
}

function useTransferWords(): DocumentWords<Transfer> {
  const { t } = useTranslation('transfers');
  return {
    title: ({ state, number }) =>
      state === 'posted' ? t('document.posted', { number: number ?? '' }) : t(`document.${state}`),
    leaves: ({ from }) => from.name,
    facts: ({ from, to }) => [
      { name: t('from'), value: from.name },
      { name: t('to'), value: to.name },
    ],
    posted: t('posted'),
    postedBy: t('postedBy'),
    outcome: ({ number, from, to, lines }) =>
      t('outcome', { number: number ?? '', from: from.name, to: to.name, count: lines.length }),
    emptyTitle: t('emptyTitle'),
    post: t('post'),
    next: t('start'),
    back: t('back'),
  };
}
