import { useTranslation } from 'react-i18next';
import { type Format, formatsOf } from '#renderer/lib/format';
import type { Receipt } from '#shared/contract/sales-documents';
import { showsUnitPrice } from '#shared/kernel/receipt-line';
import { ReceiptBarcode } from './receipt-barcode';
import { ReceiptMoney } from './receipt-money';
import classes from './receipt-paper.module.css';

/** A receipt as printed on an 80 mm roll; on screen, from the printer and as a PDF it says the same. */
export function ReceiptPaper({ receipt }: { receipt: Receipt }) {
  const { t } = useTranslation('sales');
  const { store } = receipt;
  const format = formatsOf(store);
  return (
    <article
      className={classes.paper}
      lang={store.locale}
      aria-label={t('receipt.label', { number: receipt.number })}
    >
      <header className={classes.head}>
        <strong className={classes.storeName}>{store.name}</strong>
        {store.address !== '' && <span className={classes.text}>{store.address}</span>}
        {store.taxNumber !== '' && <span>{t('receipt.taxNumber', { number: store.taxNumber })}</span>}
        {store.header !== '' && <span className={classes.text}>{store.header}</span>}
      </header>
      {receipt.copy && <strong className={classes.mark}>{t('receipt.copy')}</strong>}
      {receipt.state === 'cancelled' && <strong className={classes.mark}>{t('receipt.cancelled')}</strong>}
      <div className={classes.pair}>
        <span>{t('receipt.number', { number: receipt.number })}</span>
        <span>{format.dateTime(receipt.at)}</span>
      </div>
      <ReceiptLines receipt={receipt} format={format} />
      <ReceiptMoney receipt={receipt} format={format} />
      <footer className={classes.foot}>
        {receipt.customerName !== '' && <span>{t('receipt.customer', { name: receipt.customerName })}</span>}
        <span>
          {t('receipt.cashier', { name: receipt.cashierName })} ·{' '}
          {t('receipt.till', { name: receipt.tillName })}
        </span>
        {store.footer !== '' && <span className={classes.text}>{store.footer}</span>}
        <ReceiptBarcode code={receipt.barcode} number={receipt.number} />
      </footer>
    </article>
  );
}

function ReceiptLines({ receipt, format }: { receipt: Receipt; format: Format }) {
  const { t } = useTranslation('sales');
  return (
    <ul className={classes.lines}>
      {receipt.lines.map((line, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a receipt never changes, and two lines may be alike
        <li key={index}>
          <div className={classes.pair}>
            <span>{line.name}</span>
            <span className={classes.amount}>{format.money(line.grossMinor)}</span>
          </div>
          {showsUnitPrice(line) && (
            <div className={classes.detail}>
              {t('receipt.quantityTimes', {
                quantity: format.quantity(line.quantityMilli, line.unit),
                price: format.money(line.unitPriceMinor),
              })}
            </div>
          )}
          {line.ownDiscountMinor !== 0 && (
            <div className={`${classes.pair} ${classes.detail}`}>
              <span>{t('receipt.lineDiscount')}</span>
              <span className={classes.amount}>{format.money(-line.ownDiscountMinor)}</span>
            </div>
          )}
          {line.note !== '' && <div className={classes.detail}>{line.note}</div>}
        </li>
      ))}
    </ul>
  );
}
