import { IconArrowBackUp, IconCamera } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '#renderer/lib/format';
import { confirm } from '#renderer/ui/confirm';
import { ActionBar } from '../till/action-bar';
import { ActionKey } from '../till/action-key';
import { useTill } from '../till/till-context';
import { tillKeys } from '../till/till-keys';

/** What can be done besides paying: go back, or scan something that was forgotten. */
export function PaymentActions() {
  const { t } = useTranslation('sales');
  const format = useFormat();
  const { go, open, tendersTaken } = useTill();
  const leave = async (): Promise<void> => {
    const takenMinor = tendersTaken.current.reduce((sum, { amountMinor }) => sum + amountMinor, 0);
    const amount = format.money(takenMinor);
    const canLeave =
      takenMinor === 0 ||
      (await confirm({
        title: t('payment.leave.title', { amount }),
        consequence: t('payment.leave.consequence', { amount }),
        confirmLabel: t('payment.leave.confirm'),
        cancelLabel: t('payment.leave.stay'),
      }));
    if (canLeave) go({ kind: 'sell' });
  };
  return (
    <ActionBar>
      <ActionKey
        keys="Escape"
        label={t('payment.back')}
        icon={<IconArrowBackUp />}
        run={() => void leave()}
      />
      <ActionKey
        keys={tillKeys.camera}
        label={t('till.actions.camera')}
        icon={<IconCamera />}
        run={() => open({ kind: 'camera' })}
      />
    </ActionBar>
  );
}
