import { Badge } from '@mantine/core';
import { IconBan, IconEqual, IconPencil, IconPlayerSkipForward, IconPlus } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { RowOutcome } from '#shared/contract/imports';

const LOOKS = {
  new: { color: 'green', Icon: IconPlus },
  update: { color: 'blue', Icon: IconPencil },
  unchanged: { color: 'gray', Icon: IconEqual },
  skipped: { color: 'gray', Icon: IconPlayerSkipForward },
  refused: { color: 'red', Icon: IconBan },
} as const;

/** The outcome of a row as a word and an icon. */
export function OutcomeBadge({ outcome }: { outcome: RowOutcome }) {
  const { t } = useTranslation('imports');
  const { color, Icon } = LOOKS[outcome];
  return (
    <Badge color={color} variant="light" leftSection={<Icon size={14} aria-hidden />} tt="none">
      {t(`outcomes.${outcome}`)}
    </Badge>
  );
}
