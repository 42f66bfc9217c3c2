import { Group, Text } from '@mantine/core';
import { IconAlertOctagon, IconClockExclamation } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '#renderer/lib/format';
import { useStore } from '#renderer/lib/store-status';
import { dayOf } from '#shared/kernel/time';
import { expiryState } from './expiry-state';

const LOOKS = {
  expired: { color: 'var(--mantine-color-red-text)', Icon: IconAlertOctagon },
  near: { color: 'var(--mantine-color-yellow-text)', Icon: IconClockExclamation },
} as const;

/** The expiry date of a batch; expired and near-expiry batches are marked by colour, icon and word. */
export function ExpiryMark({ expiresOn }: { expiresOn: string | null }) {
  const { t } = useTranslation('stock');
  const format = useFormat();
  const { timeZone, nearExpiryDays } = useStore();
  const state = expiryState(expiresOn, dayOf(Date.now(), timeZone), nearExpiryDays);
  if (expiresOn === null) return t('batches.never');
  const words = t(`batches.${state === 'expired' ? 'expired' : 'expires'}`, { day: format.day(expiresOn) });
  if (state !== 'expired' && state !== 'near') return words;
  const { color, Icon } = LOOKS[state];
  return (
    <Group component="span" display="inline-flex" maw="100%" gap={4} wrap="nowrap" c={color} fw={600}>
      <Icon size={16} style={{ flex: 'none' }} aria-hidden />
      <Text span inherit truncate title={words}>
        {words}
      </Text>
    </Group>
  );
}
