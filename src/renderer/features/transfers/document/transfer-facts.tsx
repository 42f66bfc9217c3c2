import { Group, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useFormat } from '#renderer/lib/format';
import type { Transfer } from '#shared/contract/transfers';
import { TransferStateBadge } from '../list/transfer-state-badge';

/** The route, person and note of a transfer that is not a draft, or that the person may not change. */
export function TransferFacts({ transfer }: { transfer: Transfer }) {
  const { t } = useTranslation('transfers');
  const format = useFormat();
  const { state, from, to, note } = transfer;
  const by = transfer.sentBy ?? transfer.createdBy;
  const at = format.dateTime(transfer.sentAt ?? transfer.createdAt);
  const facts = [
    { name: t('document.from'), value: from.name },
    { name: t('document.to'), value: to.name },
    {
      name: t(state === 'sent' ? 'document.sentBy' : 'document.startedBy'),
      value: t('document.by', { person: by.name, at }),
    },
    ...(note === '' ? [] : [{ name: t('document.note'), value: note }]),
  ];
  return (
    <Group gap="xl" align="flex-start">
      <TransferStateBadge state={state} />
      {facts.map(({ name, value }) => (
        <div key={name}>
          <Text size="sm" c="dimmed">
            {name}
          </Text>
          <Text fw={600}>{value}</Text>
        </div>
      ))}
    </Group>
  );
}
