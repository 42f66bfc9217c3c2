import { IconArrowBackUp, IconCamera } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { ActionBar } from '../till/action-bar';
import { ActionKey } from '../till/action-key';
import { useTill } from '../till/till-context';
import { tillKeys } from '../till/till-keys';

/** What can be done besides paying: go back, or scan something that was forgotten. */
export function PaymentActions() {
  const { t } = useTranslation('sales');
  const { go, open } = useTill();
  return (
    <ActionBar>
      <ActionKey
        keys="Escape"
        label={t('payment.back')}
        icon={<IconArrowBackUp />}
        run={() => go({ kind: 'sell' })}
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
