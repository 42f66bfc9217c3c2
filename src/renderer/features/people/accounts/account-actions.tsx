import { Button, Group, Stack } from '@mantine/core';
import {
  IconCircleCheck,
  IconCircleOff,
  IconKey,
  IconKeyOff,
  IconPassword,
  IconUserOff,
} from '@tabler/icons-react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { orpc, rpc } from '#renderer/lib/rpc';
import { confirm } from '#renderer/ui/confirm';
import { DoneNote } from '#renderer/ui/done-note';
import { RefusalNote } from '#renderer/ui/refusal-note';
import type { Account } from '#shared/contract/people';
import { type Secret, SecretDialog } from './secret-dialog';

interface AccountActionsProps {
  account: Account;
  onDeleted: () => void;
}

type Done = 'passwordDone' | 'pinDone' | 'pinRemoved';

/** The sign-in actions of an account: new password or PIN, deactivate, activate, delete. */
export function AccountActions({ account, onDeleted }: AccountActionsProps) {
  const { t } = useTranslation('people-accounts');
  const queries = useQueryClient();
  const [dialog, setDialog] = useState<Secret | null>(null);
  const [done, setDone] = useState<Done | null>(null);
  const { id, version, active, hasPin } = account;
  const name = `${account.firstName} ${account.lastName}`.trim();
  /** Asks before an action that locks a person out; activating an account needs no confirmation. */
  const isMeant = async (change: { active: boolean } | { newPin: null }): Promise<boolean> => {
    if ('active' in change && change.active) return true;
    const what = 'active' in change ? 'deactivate' : 'removePin';
    return confirm({
      title: t(`actions.${what}Title`, { name }),
      consequence: t(`actions.${what}Consequence`, { name: account.firstName }),
      confirmLabel: t(`actions.${what}`),
    });
  };
  const refresh = () => queries.invalidateQueries({ queryKey: orpc.people.listAccounts.key() });

  const changing = useMutation({
    mutationFn: async (change: { active: boolean } | { newPin: null }) =>
      (await isMeant(change)) && rpc.people.changeAccount({ id, version, ...change }),
    onMutate: () => setDone(null),
    onSuccess: async (changed, change) => {
      if (!changed) return;
      await refresh();
      if ('newPin' in change) setDone('pinRemoved');
    },
  });
  const deleting = useMutation({
    mutationFn: async () => {
      const sure = await confirm({
        title: t('deleting.title', { name }),
        consequence: t('deleting.consequence', { name: account.firstName, username: account.username }),
        confirmLabel: t('deleting.action'),
        danger: true,
      });
      if (sure) await rpc.people.deleteAccount({ id });
      return sure;
    },
    onSuccess: async (deleted) => {
      if (!deleted) return;
      await refresh();
      onDeleted();
    },
  });

  return (
    <Stack gap="sm">
      <RefusalNote error={changing.error ?? deleting.error} />
      {done && <DoneNote>{t(`secret.${done}`)}</DoneNote>}
      <Group gap="xs">
        <Button
          variant="default"
          leftSection={<IconPassword size={18} />}
          onClick={() => setDialog('password')}
        >
          {t('actions.newPassword')}
        </Button>
        <Button variant="default" leftSection={<IconKey size={18} />} onClick={() => setDialog('pin')}>
          {t(hasPin ? 'actions.newPin' : 'actions.firstPin')}
        </Button>
        {hasPin && (
          <Button
            variant="default"
            leftSection={<IconKeyOff size={18} />}
            onClick={() => changing.mutate({ newPin: null })}
          >
            {t('actions.removePin')}
          </Button>
        )}
        <Button
          variant="default"
          leftSection={active ? <IconCircleOff size={18} /> : <IconCircleCheck size={18} />}
          onClick={() => changing.mutate({ active: !active })}
        >
          {t(active ? 'actions.deactivate' : 'actions.reactivate')}
        </Button>
        <Button
          variant="light"
          color="red"
          leftSection={<IconUserOff size={18} />}
          onClick={() => deleting.mutate()}
        >
          {t('actions.delete')}
        </Button>
      </Group>
      {dialog && (
        <SecretDialog
          secret={dialog}
          account={account}
          onClose={() => setDialog(null)}
          onDone={() => {
            setDone(`${dialog}Done`);
            setDialog(null);
          }}
        />
      )}
    </Stack>
  );
}
