import { Textarea } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useSettingsDesk } from '../settings-context';
import { SettingsSection } from '../settings-section';
import classes from './receipt-texts.module.css';

/** What stands above and below the goods on a receipt, beside how it will look. */
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

/** The head and foot of a receipt as they come out on the roll, with what is not saved yet. */
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
