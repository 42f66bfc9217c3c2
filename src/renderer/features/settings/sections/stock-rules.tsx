import { Switch } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { QuantityField } from '#renderer/ui/quantity-field';
import { LimitField } from '../limit-field';
import { useSettingsDesk } from '../settings-context';
import { SettingsSection } from '../settings-section';

/** Rules for selling unavailable or expired stock, for low stock and near expiry, and for counting. */
export function StockRules() {
  const { t } = useTranslation('settings');
  const { values, set, setUnreadable } = useSettingsDesk().draft;
  return (
    <SettingsSection section="stock">
      <Switch
        label={t('stock.negative')}
        description={t('stock.negativeHint')}
        checked={values.allowNegativeStock}
        onChange={(event) => set('allowNegativeStock', event.currentTarget.checked)}
      />
      <QuantityField
        maw="16rem"
        unit="piece"
        label={t('stock.threshold')}
        description={t('stock.thresholdHint')}
        inputWrapperOrder={['label', 'input', 'description', 'error']}
        value={values.defaultThresholdMilli}
        onChange={(milli, isReadable) => {
          setUnreadable('defaultThresholdMilli', !isReadable);
          set('defaultThresholdMilli', milli);
        }}
      />
      <Switch
        label={t('stock.refuseExpired')}
        description={t('stock.refuseExpiredHint')}
        checked={values.expiredStock === 'refuse'}
        onChange={(event) => set('expiredStock', event.currentTarget.checked ? 'refuse' : 'warn')}
      />
      <LimitField
        maw="16rem"
        limit="nearExpiryDays"
        label={t('stock.nearExpiry')}
        hint={t('stock.nearExpiryHint')}
      />
      <LimitField
        maw="16rem"
        limit="alertCheckMinutes"
        label={t('stock.alertCheck')}
        hint={t('stock.alertCheckHint')}
      />
      <Switch
        label={t('stock.blind')}
        description={t('stock.blindHint')}
        checked={values.blindStocktake}
        onChange={(event) => set('blindStocktake', event.currentTarget.checked)}
      />
    </SettingsSection>
  );
}
