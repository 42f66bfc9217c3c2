import { IconCheck, IconPencil, IconTrash } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { StateBadge, type StateLook } from '#renderer/ui/state-badge';
import type { TransferState } from '#shared/contract/transfers';

const LOOKS: Record<TransferState, StateLook> = {
  draft: { color: 'yellow', icon: IconPencil },
  sent: { color: 'green', icon: IconCheck },
  discarded: { color: 'gray', icon: IconTrash },
};

/** The state of a transfer. */
export function TransferStateBadge({ state }: { state: TransferState }) {
  const { t } = useTranslation('transfers');
  return <StateBadge look={LOOKS[state]} word={t(`state.${state}`)} />;
}
