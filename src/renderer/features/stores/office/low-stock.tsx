import { Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useFormat } from '#renderer/lib/format';
import { TextLink } from '#renderer/ui/links';
import { RefusalNote } from '#renderer/ui/refusal-note';
import { Section } from '#renderer/ui/section';
import type { LowStock as LowStockRow } from '#shared/contract/overview';
import classes from './office.module.css';
import { lowStockQuery } from './office-queries';

/** The products at or below their threshold. */
export function LowStock() {
  const { t } = useTranslation('stores-office');
  const format = useFormat();
  const { data, error } = useQuery(lowStockQuery());
  const levelOf = ({ locationName, thresholdMilli, unit }: LowStockRow): string => {
    const level = format.quantity(thresholdMilli, unit);
    return locationName === ''
      ? t('lowStockLevel', { level })
      : t('lowStockLevelAt', { level, location: locationName });
  };
  return (
    <Section title={t('lowStock')}>
      <RefusalNote error={error} />
      {data?.rows.length === 0 && <Text c="dimmed">{t('lowStockNone')}</Text>}
      {data && data.rows.length > 0 && (
        <>
          <ul className={classes.rows}>
            {data.rows.map((low) => (
              <li key={`${low.productId} ${low.locationName}`}>
                <Link
                  to="/office/products/$id"
                  params={{ id: String(low.productId) }}
                  className={classes.row}
                >
                  <span>
                    <Text component="span" display="block" fw={600}>
                      {low.productName}
                    </Text>
                    <Text component="span" display="block" fz="sm" c="dimmed">
                      {levelOf(low)}
                    </Text>
                  </span>
                  <Text component="span" fw={600} c={low.availableMilli <= 0 ? 'red' : undefined}>
                    {format.quantity(low.availableMilli, low.unit)}
                  </Text>
                </Link>
              </li>
            ))}
          </ul>
          <TextLink to="/stockroom/overview" search={{ list: 'low' }}>
            {t('lowStockAll')}
          </TextLink>
        </>
      )}
    </Section>
  );
}
