import { Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useFormat } from '#renderer/lib/format';
import { TextLink } from '#renderer/ui/links';
import { RefusalNote } from '#renderer/ui/refusal-note';
import { Section } from '#renderer/ui/section';
import classes from './office.module.css';
import { lowStockQuery } from './office-queries';

/** What is at or below its threshold. */
export function LowStock() {
  const { t } = useTranslation('office');
  const format = useFormat();
  const { data, error } = useQuery(lowStockQuery());
  return (
    <Section title={t('lowStock')}>
      <RefusalNote error={error} />
      {data?.rows.length === 0 && <Text c="dimmed">{t('lowStockNone')}</Text>}
      {data && data.rows.length > 0 && (
        <>
          <ul className={classes.rows}>
            {data.rows.map((entry) => (
              <li key={entry.id}>
                <Link
                  to="/office/products/$id"
                  params={{ id: String(entry.productId) }}
                  className={classes.row}
                >
                  <span>
                    <Text component="span" display="block" fw={600}>
                      {entry.productName}
                    </Text>
                    <Text component="span" display="block" fz="sm" c="dimmed">
                      {entry.locationName}
                    </Text>
                  </span>
                  <Text component="span" fw={600} c={entry.onHandMilli <= 0 ? 'red' : undefined}>
                    {format.quantity(entry.onHandMilli, entry.unit)}
                  </Text>
                </Link>
              </li>
            ))}
          </ul>
          <TextLink to="/stockroom/entries">{t('lowStockAll')}</TextLink>
        </>
      )}
    </Section>
  );
}
