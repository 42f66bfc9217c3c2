import { Button, Group, Stack } from '@mantine/core';
import { IconLogout, IconUsers } from '@tabler/icons-react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { lock } from '#renderer/lib/lock';
import { orpc } from '#renderer/lib/rpc';
import { useSession, useSignOut } from '#renderer/lib/session';
import { PersonHead } from '#renderer/parts/proof/person-head';
import { ProofForm } from '#renderer/parts/proof/proof-form';
import { RefusalNote } from '#renderer/ui/refusal-note';

interface LockOwnProps {
  confirmed: boolean;
  onSomeoneElse: () => void;
}

/** Lets the signed-in person unlock the till or sign out, or another person take it over. */
export function LockOwn({ confirmed, onSomeoneElse }: LockOwnProps) {
  const { t } = useTranslation(['shell', 'common']);
  const { account, pinWorksHere } = useSession();
  const queries = useQueryClient();
  const signOut = useSignOut();
  const unlock = useMutation(
    orpc.people.unlock.mutationOptions({
      onSuccess: async (signedIn) => {
        // A pending answer from before the unlock would lock the window again.
        await queries.cancelQueries({ queryKey: orpc.people.me.key() });
        queries.setQueryData(orpc.people.me.queryKey(), signedIn);
        lock.settle();
      },
    }),
  );
  const leaving = useMutation({ mutationFn: () => signOut() });
  const name = `${account.firstName} ${account.lastName}`.trim();
  return (
    <Stack gap="sm" w="22rem" maw="100%">
      <PersonHead person={{ id: account.id, name }} order={1} id="lock-title" layer="lock" />
      <ProofForm
        pinWorks={pinWorksHere}
        hint={t('shell:lock.kept')}
        action={t('shell:lock.unlock')}
        busy={unlock.isPending || !confirmed}
        error={unlock.error}
        onType={unlock.reset}
        onEnter={unlock.mutate}
      />
      <RefusalNote error={leaving.error} />
      <Group gap="sm">
        <Button
          variant="default"
          size="md"
          mih={44}
          px="sm"
          flex="1 1 auto"
          leftSection={<IconUsers size={20} aria-hidden />}
          onClick={onSomeoneElse}
        >
          {t('shell:lock.someoneElse')}
        </Button>
        <Button
          variant="default"
          size="md"
          mih={44}
          px="sm"
          flex="1 1 auto"
          leftSection={<IconLogout size={20} aria-hidden />}
          loading={leaving.isPending}
          onClick={() => leaving.mutate()}
        >
          {t('shell:person.signOut')}
        </Button>
      </Group>
    </Stack>
  );
}
