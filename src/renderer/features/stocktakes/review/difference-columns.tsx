import { Badge, Group, Stack, Text } from '@mantine/core';
import { IconAlertTriangle, IconQuestionMark } from '@tabler/icons-react';
import type { TFunction } from 'i18next';
import type { Format } from '#renderer/lib/format';
import type { DataColumn } from '#renderer/ui/data-table-row';
import { TwoLines } from '#renderer/ui/two-lines';
import type { StocktakeLine } from '#shared/contract/stocktakes';
import { signed } from '#shared/kernel/formats';

/** The columns of a review and of a posted stocktake. */
export function differenceColumns(
  t: TFunction<'stocktakes'>,
  format: Format,
  { withMarks, withValue }: { withMarks: boolean; withValue: boolean },
): DataColumn<StocktakeLine>[] {
  const columns: (DataColumn<StocktakeLine> | false)[] = [
    {
      id: 'product',
      header: t('columns.product'),
      width: 'minmax(7.5rem, 2fr)',
      cell: (line) => (
        <Stack gap={2}>
          <TwoLines
            first={line.productName}
            second={[
              line.sku,
              line.batchNumber === null ? '' : t('batch', { number: line.batchNumber }),
              line.found ? t('found') : '',
              line.note,
            ]
              .filter(Boolean)
              .join(' · ')}
          />
          {withMarks && <Marks line={line} t={t} />}
        </Stack>
      ),
    },
    {
      id: 'expected',
      header: t('columns.expected'),
      align: 'end',
      width: 'minmax(6rem, 0.7fr)',
      spare: 3,
      cell: ({ expectedMilli, unit }) =>
        expectedMilli === null ? '–' : format.quantity(expectedMilli, unit),
    },
    {
      id: 'counted',
      header: t('columns.counted'),
      align: 'end',
      width: 'minmax(6rem, 0.7fr)',
      spare: 2,
      cell: ({ countedMilli, unit }) => (countedMilli === null ? '–' : format.quantity(countedMilli, unit)),
    },
    {
      id: 'difference',
      header: t('columns.difference'),
      align: 'end',
      width: 'minmax(6.5rem, 0.7fr)',
      figure: ({ differenceMilli, unit }) =>
        signed(differenceMilli ?? 0, format.quantity(differenceMilli ?? 0, unit)),
      cell: ({ differenceMilli, unit }) =>
        differenceMilli === null || differenceMilli === 0 ? (
          '–'
        ) : (
          <Text span inherit fw={650}>
            {signed(differenceMilli, format.quantity(differenceMilli, unit))}
          </Text>
        ),
    },
    withValue && {
      id: 'value',
      header: t('columns.value'),
      align: 'end',
      width: 'minmax(6.5rem, 0.8fr)',
      spare: 1,
      cell: ({ valueMinor }) => (valueMinor === null ? '' : signed(valueMinor, format.money(valueMinor))),
    },
  ];
  return columns.filter((column) => column !== false);
}

/** The warnings of a line to check before posting. */
function Marks({ line, t }: { line: StocktakeLine; t: TFunction<'stocktakes'> }) {
  const marks = [
    line.belowZero && { color: 'red', icon: IconAlertTriangle, text: t('marks.belowZero') },
    line.belowReserved &&
      !line.belowZero && { color: 'yellow', icon: IconAlertTriangle, text: t('marks.belowReserved') },
    line.range && { color: 'yellow', icon: IconQuestionMark, text: t('marks.uncertain') },
  ].filter((mark) => mark !== false && mark !== null);
  if (marks.length === 0) return null;
  return (
    <Group gap={4}>
      {marks.map(({ color, icon: Icon, text }) => (
        <Badge
          key={text}
          color={color}
          variant="light"
          radius="sm"
          tt="none"
          leftSection={<Icon size={14} aria-hidden />}
        >
          {text}
        </Badge>
      ))}
    </Group>
  );
}
