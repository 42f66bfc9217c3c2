import { Text, Timeline } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useFormat } from '#renderer/lib/format';
import type { Order } from '#shared/contract/sales-documents';
import { OrderPart } from './order-part';

/** The events of an order, with person and time. */
export function OrderTimeline({ events }: Pick<Order, 'events'>) {
  const { t } = useTranslation('sales');
  const format = useFormat();
  return (
    <OrderPart title={t('orders.timeline')}>
      <Timeline bulletSize={14} lineWidth={2} active={events.length}>
        {events.map((event) => (
          <Timeline.Item key={event.id} title={t(`orders.event.${event.kind}`)}>
            {event.note !== '' && <Text size="sm">{event.note}</Text>}
            <Text size="sm" c="dimmed">
              {t('orders.eventBy', { name: event.by.name, time: format.dateTime(event.at) })}
            </Text>
          </Timeline.Item>
        ))}
      </Timeline>
    </OrderPart>
  );
}
