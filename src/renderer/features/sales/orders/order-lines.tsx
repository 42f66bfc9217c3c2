import { useTranslation } from 'react-i18next';
import { useFormat } from '#renderer/lib/format';
import type { Order } from '#shared/contract/sales-documents';
import { showsUnitPrice } from '#shared/kernel/receipt-line';
import classes from './order-details.module.css';
import { OrderPart } from './order-part';

/** The lines of an order and their totals. */
export function OrderLines({ order }: { order: Order }) {
  const { t } = useTranslation('sales');
  const format = useFormat();
  const goodsMinor = order.subtotalMinor - order.discountMinor + order.shippingMinor;
  const includesTax = order.taxMinor !== 0 && goodsMinor === order.totalMinor;
  const figures = [
    { label: t('receipt.subtotal'), minor: order.subtotalMinor, shown: true },
    { label: t('receipt.discount'), minor: -order.discountMinor, shown: order.discountMinor !== 0 },
    { label: t('receipt.shipping'), minor: order.shippingMinor, shown: order.shippingMinor !== 0 },
    { label: t(includesTax ? 'receipt.taxIncluded' : 'receipt.tax'), minor: order.taxMinor, shown: true },
    { label: t('receipt.rounding'), minor: order.cashRoundingMinor, shown: order.cashRoundingMinor !== 0 },
  ].filter(({ shown }) => shown);
  return (
    <OrderPart title={t('orders.items')}>
      <ul className={classes.lines}>
        {order.lines.map((line) => (
          <li key={line.id} className={classes.line}>
            <span className={classes.quantity}>{format.quantity(line.quantityMilli, line.unit)}</span>
            <span>
              {line.name}
              {showsUnitPrice(line) && (
                <span className={classes.note}>
                  {t('receipt.quantityTimes', {
                    quantity: format.quantity(line.quantityMilli, line.unit),
                    price: format.money(line.unitPriceMinor),
                  })}
                </span>
              )}
              {line.ownDiscountMinor !== 0 && <span className={classes.note}>{t('receipt.discount')}</span>}
              {line.note !== '' && <span className={classes.note}>{line.note}</span>}
            </span>
            <span className={classes.amount}>
              {format.money(line.grossMinor)}
              {showsUnitPrice(line) && <span className={classes.note}>{'\u00a0'}</span>}
              {line.ownDiscountMinor !== 0 && (
                <span className={classes.note}>{format.money(-line.ownDiscountMinor)}</span>
              )}
            </span>
          </li>
        ))}
      </ul>
      <dl className={classes.figures}>
        {figures.map(({ label, minor }) => (
          <div key={label} className={classes.figure}>
            <dt>{label}</dt>
            <dd>{format.money(minor)}</dd>
          </div>
        ))}
        <div className={`${classes.figure} ${classes.total}`}>
          <dt>{t('receipt.total')}</dt>
          <dd>{format.money(order.totalMinor)}</dd>
        </div>
      </dl>
    </OrderPart>
  );
}
