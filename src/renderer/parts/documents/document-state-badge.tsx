import { IconCheck, IconPencil, IconTrash } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { StateBadge, type StateLook } from '#renderer/ui/state-badge';
import type { DocumentState } from '#shared/contract/documents';

const LOOKS: Record<DocumentState, StateLook> = {
  draft: { color: 'yellow', icon: IconPencil },
  posted: { color: 'green', icon: IconCheck },
  discarded: { color: 'gray', icon: IconTrash },
};

/**
 * The state of a document.
 * @param posted the word of its kind for a posted one
 */
export function DocumentStateBadge({ state, posted }: { state: DocumentState; posted: string }) {
  const { t } = useTranslation('documents');
  return <StateBadge look={LOOKS[state]} word={state === 'posted' ? posted : t(`state.${state}`)} />;
}
