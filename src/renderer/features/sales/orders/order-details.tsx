import { Group, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useFormat } from '#renderer/lib/format';
import type { Order } from '#shared/contract/sales-documents';
import classes from './order-details.module.css';
import { OrderLines } from './order-lines';
import { OrderPart } from './order-part';
import { OrderState } from './order-state';
import { OrderTimeline } from './order-timeline';

/** All details of an order: state, lines and figures, payments, customer and timeline. */
export function OrderDetails({ order }: { order: Order }) {
  const { t } = useTranslation('sales');
  const format = useFormat();
  return (
    <div className={classes.details}>
      <Group gap="sm">
        <OrderState state={order.state} />
        <Text size="sm" c="dimmed">
          {order.channelName} · {format.dateTime(order.orderedAt)} · {order.byName}
        </Text>
      </Group>
      {order.cancelReason !== '' && <Text>{t('orders.reason', { reason: order.cancelReason })}</Text>}
      <OrderLines order={order} />
      <Payments order={order} />
      <Contact order={order} />
      <OrderTimeline events={order.events} />
    </div>
  );
}

function Payments({ order }: { order: Order }) {
  const { t } = useTranslation('sales');
  const format = useFormat();
  return (
    <OrderPart title={t('orders.payments')}>
      <dl className={classes.figures}>
        {order.payments.map((payment, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: payments are only ever added, and two may be alike
          <div key={index} className={classes.figure}>
            <dt>{t(`payment.kind.${payment.kind}`)}</dt>
            <dd>{format.money(payment.amountMinor)}</dd>
          </div>
        ))}
        {order.dueMinor > 0 && (
          <div className={`${classes.figure} ${classes.due}`}>
            <dt>{t('orders.due')}</dt>
            <dd>{format.money(order.dueMinor)}</dd>
          </div>
        )}
      </dl>
      {order.payments.length === 0 && order.dueMinor === 0 && <Text c="dimmed">{t('orders.notPaid')}</Text>}
    </OrderPart>
  );
}

function Contact({ order }: { order: Order }) {
  const { t } = useTranslation('sales');
  const facts = [
    { label: t('dialogs.order.name'), value: order.customerName },
    { label: t('dialogs.order.email'), value: order.customerEmail },
    { label: t('dialogs.order.phone'), value: order.customerPhone },
    { label: t('dialogs.order.shippingAddress'), value: order.shippingAddress },
    { label: t('dialogs.order.billingAddress'), value: order.billingAddress },
    { label: t('dialogs.order.note'), value: order.note },
  ].filter(({ value }) => value !== '');
  if (facts.length === 0) return null;
  return (
    <OrderPart title={t('orders.contact')}>
      <dl className={classes.facts}>
        {facts.map(({ label, value }) => (
          <div key={label} className={classes.fact}>
            <dt>{label}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    </OrderPart>
  );
}
