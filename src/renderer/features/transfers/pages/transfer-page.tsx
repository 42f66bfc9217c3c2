import { useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { BackButton } from '#renderer/ui/back-button';
import { Page } from '#renderer/ui/page';
import { PrintSheet } from '#renderer/ui/print-sheet';
import { RefusalNote } from '#renderer/ui/refusal-note';
import type { Transfer } from '#shared/contract/transfers';
import { LinePanel } from '../document/line-panel';
import { TransferActions } from '../document/transfer-actions';
import { TransferDesk } from '../document/transfer-desk';
import { useTransferDesk } from '../document/use-transfer-desk';

/** A transfer on its own page: a draft to fill by scanning, or the sent document. */
export function TransferPage() {
  const { id } = useParams({ from: '/stockroom/transfers/$id' });
  return <OneTransfer key={id} id={Number(id)} />;
}

function OneTransfer({ id }: { id: number }) {
  const { t } = useTranslation('transfers');
  const desk = useTransferDesk(id);
  const [camera, setCamera] = useState(false);
  const { transfer, opened, editable } = desk;
  return (
    <PrintSheet>
      <Page
        title={transfer ? titleOf(transfer) : t('title')}
        back={<BackButton to="/stockroom/transfers" label={t('document.back')} />}
        actions={
          transfer && (
            <TransferActions
              transfer={transfer}
              desk={desk}
              camera={camera}
              onCamera={() => setCamera((on) => !on)}
            />
          )
        }
        aside={editable && opened && <LinePanel key={opened.id} line={opened} desk={desk} />}
      >
        <RefusalNote error={desk.loadError} />
        {transfer && <TransferDesk transfer={transfer} desk={desk} camera={camera} />}
      </Page>
    </PrintSheet>
  );

  function titleOf({ state, number }: Transfer): string {
    return state === 'sent' ? t('document.sent', { number: number ?? '' }) : t(`document.${state}`);
  }
}
