import { Badge } from '@mantine/core';
import type { TablerIcon } from '@tabler/icons-react';

/** How a state of a document looks. */
export interface StateLook {
  color: string;
  icon: TablerIcon;
}

/** The state of a document as word, icon and colour. */
export function StateBadge({ look: { color, icon: Icon }, word }: { look: StateLook; word: string }) {
  return (
    <Badge
      size="lg"
      variant="light"
      radius="sm"
      color={color}
      tt="none"
      leftSection={<Icon size={14} aria-hidden />}
    >
      {word}
    </Badge>
  );
}
