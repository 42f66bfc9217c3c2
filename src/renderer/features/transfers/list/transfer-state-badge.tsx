import { Badge } from '@mantine/core';
import { IconCheck, IconPencil, IconTrash, type TablerIcon } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { TransferState } from '#shared/contract/transfers';

const LOOKS: Record<TransferState, { color: string; Icon: TablerIcon }> = {
  draft: { color: 'yellow', Icon: IconPencil },
  sent: { color: 'green', Icon: IconCheck },
  discarded: { color: 'gray', Icon: IconTrash },
};

/** The state of a transfer as word, icon and colour. */
export function TransferStateBadge({ state }: { state: TransferState }) {
  const { t } = useTranslation('transfers');
  const { color, Icon } = LOOKS[state];
  return (
    <Badge
      size="lg"
      variant="light"
      radius="sm"
      color={color}
      tt="none"
      leftSection={<Icon size={14} aria-hidden />}
    >
      {t(`state.${state}`)}
    </Badge>
  );
}
