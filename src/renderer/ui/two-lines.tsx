import { Stack, Text } from '@mantine/core';

interface TwoLinesProps {
  first: string;
  /** Left out if it is empty. */
  second: string;
  /** How many lines the first text may take; one, unless given. */
  lines?: number;
}

/** Two texts below each other in a cell of a list, the second one smaller; hovering shows a text that is cut. */
export function TwoLines({ first, second, lines = 1 }: TwoLinesProps) {
  return (
    <Stack gap={0} miw={0}>
      <Text span inherit lineClamp={lines} title={first} style={{ whiteSpace: 'normal' }}>
        {first}
      </Text>
      {second !== '' && (
        <Text span size="xs" c="dimmed" truncate title={second}>
          {second}
        </Text>
      )}
    </Stack>
  );
}
