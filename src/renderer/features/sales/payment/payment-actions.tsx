import { IconArrowBackUp, IconCamera } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { ActionBar } from '../till/action-bar';
import { ActionKey } from '../till/action-key';
import { useTill } from '../till/till-context';
import { tillKeys } from '../till/till-keys';
import { useLeavePayment } from './use-leave-payment';

/** The actions during a payment: go back, or scan an item that was forgotten. */
export function PaymentActions() {
  const { t } = useTranslation('sales');
  const { go, open, tendersTaken } = useTill();
  const leave = useLeavePayment({
    taken: tendersTaken,
    isOrder: false,
    leave: () => go({ kind: 'sell' }),
  });
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
