import { Group, Text } from '@mantine/core';
import { IconCircleCheck, IconCircleOff, IconTrash, type TablerIcon } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { Account } from '#shared/contract/people';

type State = 'active' | 'off' | 'deleted';

const LOOKS: Record<State, { icon: TablerIcon; color: string }> = {
  active: { icon: IconCircleCheck, color: 'var(--mantine-color-green-text)' },
  off: { icon: IconCircleOff, color: 'var(--mantine-color-yellow-text)' },
  deleted: { icon: IconTrash, color: 'var(--mantine-color-dimmed)' },
};

/** Whether a person can sign in, as a word and an icon. */
export function AccountState({ account }: { account: Account }) {
  const { t } = useTranslation('people-accounts');
  const state = stateOf(account);
  const { icon: Icon, color } = LOOKS[state];
  return (
    <Group gap={6} wrap="nowrap" c={color}>
      <Icon size={18} aria-hidden />
      <Text inherit truncate>
        {t(`state.${state}`)}
      </Text>
    </Group>
  );
}

function stateOf({ active, deletedAt }: Account): State {
  if (deletedAt !== null) return 'deleted';
  return active ? 'active' : 'off';
}
