import { TextInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { orpc, rpc } from '#renderer/lib/rpc';
import { FormDialog } from '#renderer/ui/form-dialog';
import { useCompleteSubmit } from '#renderer/ui/use-complete-submit';
import type { Channel } from '#shared/contract/sales-documents';

/** Adds or renames a channel. */
export function ChannelDialog({ channel, onClose }: { channel: Channel | null; onClose: () => void }) {
  const { t } = useTranslation('sales');
  const queries = useQueryClient();
  const [name, setName] = useState(channel?.name ?? '');
  const saving = useMutation({
    mutationFn: () =>
      channel === null
        ? rpc.sales.createChannel({ name })
        : rpc.sales.changeChannel({ id: channel.id, version: channel.version, name }),
    onSuccess: async () => {
      await queries.invalidateQueries(orpc.sales.listChannels.queryOptions());
      onClose();
    },
  });
  const [saysMissing, submit] = useCompleteSubmit(name.trim() !== '');
  return (
    <FormDialog
      title={channel === null ? t('channels.addTitle') : t('channels.renameTitle', { name: channel.name })}
      submitLabel={t(channel === null ? 'channels.add' : 'channels.save')}
      busy={saving.isPending}
      error={saving.error}
      onSubmit={() => submit(() => saving.mutate())}
      onClose={onClose}
    >
      <TextInput
        data-autofocus
        label={t('channels.name')}
        maxLength={60}
        error={saysMissing && name.trim() === '' && t('channels.nameMissing')}
        value={name}
        onChange={(event) => setName(event.currentTarget.value)}
      />
    </FormDialog>
  );
}
