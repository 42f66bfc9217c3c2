import { Stack, Text } from '@mantine/core';
import { IconRefresh } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useFormat } from '#renderer/lib/format';
import { orpc } from '#renderer/lib/rpc';
import { KeyButton } from '#renderer/ui/key-button';
import { RefusalNote } from '#renderer/ui/refusal-note';
import { SidePanel } from '#renderer/ui/side-panel';
import type { Notice } from '#shared/contract/notices';
import { outcomeInWords } from './notice-words';

interface NoticePanelProps {
  notice: Notice;
  onClose: () => void;
}

/** A notice beside the list: its recipient, its delivery state in full, and a button to retry. */
export function NoticePanel({ notice, onClose }: NoticePanelProps) {
  const { t } = useTranslation('notices');
  const format = useFormat();
  const retry = useMutation(orpc.notices.retry.mutationOptions());
  const { channel, person, address } = notice;
  const facts = [
    { name: t('columns.at'), value: format.dateTime(notice.createdAt) },
    { name: t('columns.to'), value: [person?.name ?? t('theStore'), address].filter(Boolean).join(', ') },
    { name: t('columns.channel'), value: t(`channels.${channel}`) },
    { name: t('columns.state'), value: outcomeInWords(t, format, notice) },
  ];
  return (
    <SidePanel
      title={notice.title}
      onClose={onClose}
      footer={
        notice.state !== 'sent' && (
          <KeyButton
            keys="F7"
            label={t('retry')}
            icon={<IconRefresh size={20} />}
            disabled={retry.isPending}
            run={() => retry.mutate({ id: notice.id })}
          />
        )
      }
    >
      <Stack>
        <RefusalNote error={retry.error} onDismiss={retry.reset} />
        {facts.map(({ name, value }) => (
          <div key={name}>
            <Text size="sm" c="dimmed">
              {name}
            </Text>
            <Text fw={600} style={{ overflowWrap: 'anywhere' }}>
              {value}
            </Text>
          </div>
        ))}
      </Stack>
    </SidePanel>
  );
}
