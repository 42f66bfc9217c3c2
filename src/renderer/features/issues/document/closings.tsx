import { Stack, Text } from '@mantine/core';
import { IconArrowBackUp, IconFlame } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '#renderer/lib/format';
import { Section } from '#renderer/ui/section';
import type { IssueClosing } from '#shared/contract/issues';
import classes from './closings.module.css';

/** What was returned and what was used up, oldest first; renders nothing while nothing was. */
export function Closings({ closings }: { closings: readonly IssueClosing[] }) {
  const { t } = useTranslation('issues');
  const format = useFormat();
  if (closings.length === 0) return null;
  return (
    <Section title={t('closings')}>
      <ol className={classes.list}>
        {closings.map(({ id, kind, productName: product, unit, quantityMilli, locationName, ...closing }) => (
          <li key={id} className={classes.item}>
            {kind === 'returned' ? (
              <IconArrowBackUp size={18} aria-hidden />
            ) : (
              <IconFlame size={18} aria-hidden />
            )}
            <Stack gap={0}>
              <Text>
                {t(`closing.${kind}`, {
                  quantity: format.quantity(quantityMilli, unit),
                  product,
                  location: locationName,
                })}
              </Text>
              <Text size="sm" c="dimmed">
                {[t('closing.by', { name: closing.by.name, at: format.dateTime(closing.at) }), closing.reason]
                  .filter((part) => part !== '')
                  .join(' · ')}
              </Text>
            </Stack>
          </li>
        ))}
      </ol>
    </Section>
  );
}
