import { Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useFormat } from '#renderer/lib/format';
import { TextLink } from '#renderer/ui/links';
import { RefusalNote } from '#renderer/ui/refusal-note';
import { Section } from '#renderer/ui/section';
import classes from './office.module.css';
import { openOrdersQuery } from './office-queries';

/** The orders that wait to be paid or fulfilled. */
export function OpenOrders() {
  const { t } = useTranslation('stores-office');
  const format = useFormat();
  const { data, error } = useQuery(openOrdersQuery());
  return (
    <Section title={t('openOrders')}>
      <RefusalNote error={error} />
      {data?.rows.length === 0 && <Text c="dimmed">{t('openOrdersNone')}</Text>}
      {data && data.rows.length > 0 && (
        <>
          <ul className={classes.rows}>
            {data.rows.map((order) => (
              <li key={order.id}>
                <Link to="/till/orders/$id" params={{ id: String(order.id) }} className={classes.row}>
                  <span>
                    <Text component="span" display="block" fw={600}>
                      {order.customerName || order.number}
                    </Text>
                    <Text component="span" display="block" fz="sm" c="dimmed">
                      {order.number} · {order.channelName} · {format.dateTime(order.orderedAt)}
                    </Text>
                  </span>
                  <Text component="span" fw={600}>
                    {format.money(order.totalMinor)}
                  </Text>
                </Link>
              </li>
            ))}
          </ul>
          <TextLink to="/office/orders">{t('openOrdersAll')}</TextLink>
        </>
      )}
    </Section>
  );
}
