import { Group, Progress, Text } from '@mantine/core';
import { IconUsers } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '#renderer/lib/format';
import type { Stocktake, StocktakeCounter } from '#shared/contract/stocktakes';

interface WhoCountsProps {
  stocktake: Stocktake;
  counters: readonly StocktakeCounter[];
}

/** The progress of the count, and the people counting now. */
export function WhoCounts({ stocktake, counters }: WhoCountsProps) {
  const { t } = useTranslation('stocktakes');
  const format = useFormat();
  const { countedCount, lineCount } = stocktake;
  const done = t('progress.long', { counted: format.count(countedCount), of: format.count(lineCount) });
  const now = counters.filter((counter) => counter.now);
  return (
    <div>
      <Group justify="space-between" gap="sm" mb={4}>
        <Text fw={650} role="status">
          {done}
        </Text>
        {now.length > 0 && (
          <Group gap={6} c="dimmed">
            <IconUsers size={18} aria-hidden />
            <Text size="sm">
              {t('progress.who', { names: now.map(({ person }) => person.name).join(', ') })}
            </Text>
          </Group>
        )}
      </Group>
      <Progress
        value={lineCount === 0 ? 0 : (100 * countedCount) / lineCount}
        aria-label={done}
        size="lg"
        radius="sm"
      />
    </div>
  );
}
