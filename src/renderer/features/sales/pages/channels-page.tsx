import { Button, Switch, Text } from '@mantine/core';
import { IconPencil, IconPlus, IconRoute } from '@tabler/icons-react';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { orpc, rpc } from '#renderer/lib/rpc';
import { DataTable } from '#renderer/ui/data-table';
import type { DataColumn } from '#renderer/ui/data-table-row';
import { EmptyState } from '#renderer/ui/empty-state';
import { KeyButton } from '#renderer/ui/key-button';
import { Page } from '#renderer/ui/page';
import { RefusalNote } from '#renderer/ui/refusal-note';
import type { Channel } from '#shared/contract/sales-documents';
import { ChannelDialog } from '../channels/channel-dialog';

/** The channels that orders come from: the built-in ones and the store's own. */
export function ChannelsPage() {
  const { t } = useTranslation('sales');
  const queries = useQueryClient();
  const options = orpc.sales.listChannels.queryOptions();
  const { data: channels = [], isPending, error } = useQuery(options);
  const [dialog, setDialog] = useState<{ channel: Channel | null } | null>(null);
  const switching = useMutation({
    mutationFn: ({ id, version, active }: Channel) =>
      rpc.sales.changeChannel({ id, version, active: !active }),
    onSettled: () => queries.invalidateQueries(options),
  });
  const { mutate: switchChannel } = switching;

  const columns = useMemo<DataColumn<Channel>[]>(
    () => [
      { id: 'name', header: t('channels.name'), width: 'minmax(9rem, 2fr)', cell: ({ name }) => name },
      {
        id: 'kind',
        header: t('channels.kind'),
        wraps: true,
        width: 'minmax(6rem, 1fr)',
        cell: ({ builtIn }) => t(builtIn ? 'channels.builtIn' : 'channels.own'),
      },
      {
        id: 'active',
        header: t('channels.active'),
        wraps: true,
        width: 'minmax(7rem, 1fr)',
        cell: (channel) =>
          channel.code === 'counter' ? (
            <Text size="sm">{t('channels.alwaysOn')}</Text>
          ) : (
            <Switch
              checked={channel.active}
              label={t(channel.active ? 'channels.on' : 'channels.off')}
              aria-label={t('channels.activeOf', { name: channel.name })}
              onClick={(event) => event.stopPropagation()}
              onChange={() => switchChannel(channel)}
            />
          ),
      },
      {
        id: 'rename',
        header: '',
        align: 'end',
        width: 'minmax(12rem, 1fr)',
        cell: (channel) => (
          <Button
            variant="subtle"
            size="compact-md"
            leftSection={<IconPencil size={16} />}
            onClick={(event) => {
              event.stopPropagation();
              setDialog({ channel });
            }}
          >
            {t('channels.rename')}
          </Button>
        ),
      },
    ],
    [t, switchChannel],
  );

  return (
    <Page
      title={t('channels.title')}
      actions={
        <KeyButton
          keys="F4"
          label={t('channels.add')}
          icon={<IconPlus size={20} />}
          run={() => setDialog({ channel: null })}
        />
      }
    >
      <Text c="dimmed">{t('channels.hint')}</Text>
      <RefusalNote error={error ?? switching.error} onDismiss={switching.reset} />
      <DataTable
        label={t('channels.list')}
        columns={columns}
        rows={channels}
        getRowId={({ id }) => id}
        onOpen={(channel) => setDialog({ channel })}
        loading={isPending}
        emptyState={<EmptyState title={t('channels.title')} icon={<IconRoute size={36} />} />}
      />
      {dialog && <ChannelDialog channel={dialog.channel} onClose={() => setDialog(null)} />}
    </Page>
  );
}
