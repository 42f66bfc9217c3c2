import { useTranslation } from 'react-i18next';
import type { Format } from '#renderer/lib/format';
import type { Receipt } from '#shared/contract/sales-documents';
import classes from './receipt-paper.module.css';

interface ReceiptMoneyProps {
  receipt: Receipt;
  format: Format;
}

/** The totals, the payments and the tax of a receipt. */
export function ReceiptMoney({ receipt, format }: ReceiptMoneyProps) {
  const { t } = useTranslation('sales');
  const { discountMinor, shippingMinor, cashRoundingMinor } = receipt;
  const taxOnTopMinor = receipt.pricesIncludeTax ? 0 : receipt.taxMinor;
  const nameOf = ({ kind, changeMinor }: Receipt['payments'][number]): string => {
    const tender = t(`payment.kind.${kind}`);
    return changeMinor === 0 ? tender : t('receipt.given', { tender });
  };
  return (
    <>
      <dl className={classes.figures}>
        {(discountMinor !== 0 || shippingMinor !== 0 || taxOnTopMinor !== 0) && (
          <Figure label={t('receipt.subtotal')} amount={format.money(receipt.subtotalMinor)} />
        )}
        {discountMinor !== 0 && (
          <Figure label={t('receipt.discount')} amount={format.money(-discountMinor)} />
        )}
        {shippingMinor !== 0 && <Figure label={t('receipt.shipping')} amount={format.money(shippingMinor)} />}
        {taxOnTopMinor !== 0 && <Figure label={t('receipt.tax')} amount={format.money(taxOnTopMinor)} />}
        <Figure label={t('receipt.total')} amount={format.money(receipt.totalMinor)} large />
        {cashRoundingMinor !== 0 && (
          <>
            <Figure label={t('receipt.rounding')} amount={format.money(cashRoundingMinor)} />
            <Figure label={t('receipt.toPay')} amount={format.money(receipt.paidMinor)} />
          </>
        )}
      </dl>
      <dl className={classes.figures}>
        {receipt.payments.map((payment, index) => (
          <Figure
            // biome-ignore lint/suspicious/noArrayIndexKey: a receipt never changes, and two tenders may be alike
            key={index}
            label={nameOf(payment)}
            amount={format.money(payment.givenMinor)}
          />
        ))}
        {receipt.changeMinor !== 0 && (
          <Figure label={t('receipt.change')} amount={format.money(receipt.changeMinor)} />
        )}
      </dl>
      {receipt.taxes.length > 0 && <TaxTable receipt={receipt} format={format} />}
    </>
  );
}

function Figure({ label, amount, large = false }: { label: string; amount: string; large?: boolean }) {
  return (
    <div className={large ? `${classes.pair} ${classes.total}` : classes.pair}>
      <dt>{label}</dt>
      <dd className={classes.amount}>{amount}</dd>
    </div>
  );
}

function TaxTable({ receipt, format }: ReceiptMoneyProps) {
  const { t } = useTranslation('sales');
  return (
    <table className={classes.taxes}>
      <thead>
        <tr>
          <th scope="col">{t('receipt.rate')}</th>
          <th scope="col">{t('receipt.net')}</th>
          <th scope="col">{t('receipt.tax')}</th>
          <th scope="col">{t('receipt.gross')}</th>
        </tr>
      </thead>
      <tbody>
        {receipt.taxes.map((tax) => (
          <tr key={tax.taxRateMilliPercent}>
            <th scope="row">{format.rate(tax.taxRateMilliPercent)}</th>
            <td>{format.money(tax.exclTaxMinor)}</td>
            <td>{format.money(tax.taxMinor)}</td>
            <td>{format.money(tax.inclTaxMinor)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
