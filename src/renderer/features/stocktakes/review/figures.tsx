import { Alert, Group, Paper, SimpleGrid, Text } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '#renderer/lib/format';
import type { Stocktake, StocktakeFigures } from '#shared/contract/stocktakes';
import { signed } from '#shared/kernel/formats';

interface FiguresProps {
  stocktake: Stocktake;
  figures: StocktakeFigures;
}

/** The totals of a stocktake, and the warnings to check before posting. */
export function Figures({ stocktake, figures }: FiguresProps) {
  const { t } = useTranslation('stocktakes');
  const format = useFormat();
  const worth = (minor: number | null) => (minor === null ? '' : signed(minor, format.money(minor)));
  const left = stocktake.lineCount - stocktake.countedCount;
  const shown = [
    {
      name: t('figures.different'),
      value: format.count(figures.different),
      hint: worth(figures.differenceMinor),
    },
    { name: t('figures.short'), value: format.count(figures.short), hint: worth(figures.shortMinor) },
    { name: t('figures.over'), value: format.count(figures.over), hint: worth(figures.overMinor) },
    {
      name: t('figures.counted'),
      value: t('progress.short', {
        counted: format.count(stocktake.countedCount),
        of: format.count(stocktake.lineCount),
      }),
      hint:
        stocktake.uncounted === null || left === 0
          ? ''
          : t(`figures.${stocktake.uncounted}`, { count: left }),
    },
  ];
  const warnings = [
    figures.belowZero > 0 && t('figures.belowZero', { count: figures.belowZero }),
    figures.belowReserved > figures.belowZero &&
      t('figures.belowReserved', { count: figures.belowReserved - figures.belowZero }),
    figures.uncertain > 0 && t('figures.uncertain', { count: figures.uncertain }),
  ].filter((warning) => warning !== false);
  return (
    <>
      <SimpleGrid cols={{ base: 2, sm: 4 }} spacing="sm">
        {shown.map(({ name, value, hint }) => (
          <Paper key={name} withBorder p="sm">
            <Text size="sm" c="dimmed">
              {name}
            </Text>
            <Group gap="xs" align="baseline">
              <Text fz="1.75rem" fw={650} lh={1.2}>
                {value}
              </Text>
              <Text>{hint}</Text>
            </Group>
          </Paper>
        ))}
      </SimpleGrid>
      {stocktake.state === 'review' && warnings.length > 0 && (
        <Alert color="yellow" variant="light" icon={<IconAlertTriangle aria-hidden />}>
          {warnings.map((warning) => (
            <Text key={warning}>{warning}</Text>
          ))}
        </Alert>
      )}
    </>
  );
}
