import { Textarea } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useSettingsDesk } from '../settings-context';
import { SettingsSection } from '../settings-section';
import classes from './receipt-texts.module.css';

/** The texts above and below the lines of a receipt, with a preview. */
export function ReceiptTexts() {
  const { t } = useTranslation('settings');
  const { values, set } = useSettingsDesk().draft;
  return (
    <SettingsSection section="receipt">
      <div className={classes.sides}>
        <div className={classes.fields}>
          <Textarea
            label={t('receipt.header')}
            description={t('receipt.headerHint')}
            autosize
            minRows={3}
            maxRows={10}
            maxLength={1000}
            value={values.receiptHeader}
            onChange={(event) => set('receiptHeader', event.currentTarget.value)}
          />
          <Textarea
            label={t('receipt.footer')}
            description={t('receipt.footerHint')}
            autosize
            minRows={3}
            maxRows={10}
            maxLength={1000}
            value={values.receiptFooter}
            onChange={(event) => set('receiptFooter', event.currentTarget.value)}
          />
        </div>
        <ReceiptPreview />
      </div>
    </SettingsSection>
  );
}

/** The header and footer of a receipt as printed on the roll, including unsaved changes. */
function ReceiptPreview() {
  const { t } = useTranslation('settings');
  const { name, address, taxNumber, receiptHeader, receiptFooter } = useSettingsDesk().draft.values;
  return (
    <figure className={classes.paper} aria-label={t('receipt.preview')}>
      <strong className={classes.storeName}>{name}</strong>
      {address !== '' && <span>{address}</span>}
      {taxNumber !== '' && <span>{t('receipt.taxNumber', { number: taxNumber })}</span>}
      {receiptHeader !== '' && <span>{receiptHeader}</span>}
      <span className={classes.goods}>{t('receipt.goods')}</span>
      {receiptFooter !== '' && <span>{receiptFooter}</span>}
    </figure>
  );
}
