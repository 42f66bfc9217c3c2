import { Anchor, Button, Paper, PasswordInput, Stack, Text, Title } from '@mantine/core';
import { IconLock } from '@tabler/icons-react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { PinPad } from '../components/pin-pad';
import { RefusalNote } from '../components/refusal-note';
import { lock } from '../lib/lock';
import { orpc } from '../lib/rpc';
import { playFailure } from '../lib/scan/sounds';
import { useScan } from '../lib/scan/use-scan';
import { useSession, useSignOut } from '../lib/session';
import classes from './lock-screen.module.css';

/** Stands over everything until the person signed in proves who they are; scans are refused meanwhile. */
export function LockScreen() {
  const { t } = useTranslation('shell');
  const { account, pinWorksHere } = useSession();
  const signOut = useSignOut();
  const queries = useQueryClient();
  const [byPin, setByPin] = useState(pinWorksHere);
  useScan(playFailure, { exclusive: true });
  useDialogsAtRest();
  const unlock = useMutation(
    orpc.people.unlock.mutationOptions({
      onSuccess: (signedIn) => {
        queries.setQueryData(orpc.people.me.queryKey(), signedIn);
        lock.open();
      },
    }),
  );
  return (
    <div role="dialog" aria-modal="true" aria-labelledby="lock-title" className={classes.cover}>
      <Paper withBorder radius="lg" p="xl" w="100%" maw="24rem">
        <Stack>
          <IconLock size={32} aria-hidden />
          <Title order={1} size="h3" id="lock-title">
            {t('lock.title')}
          </Title>
          <Text>{t('lock.hint', { name: `${account.firstName} ${account.lastName}`.trim() })}</Text>
          <RefusalNote error={unlock.error} />
          {byPin ? (
            <PinPad
              label={t('lock.pin')}
              action={t('lock.unlock')}
              busy={unlock.isPending}
              onEnter={(pin) => unlock.mutate({ pin })}
            />
          ) : (
            <ByPassword busy={unlock.isPending} onEnter={(password) => unlock.mutate({ password })} />
          )}
          {pinWorksHere && (
            <Anchor component="button" type="button" onClick={() => setByPin(!byPin)}>
              {byPin ? t('lock.usePassword') : t('lock.usePin')}
            </Anchor>
          )}
          <Anchor component="button" type="button" onClick={() => void signOut()}>
            {t('lock.somebodyElse')}
          </Anchor>
        </Stack>
      </Paper>
    </div>
  );
}

function ByPassword({ busy, onEnter }: { busy: boolean; onEnter: (password: string) => void }) {
  const { t } = useTranslation('shell');
  const [password, setPassword] = useState('');
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        onEnter(password);
        setPassword('');
      }}
    >
      <Stack>
        <PasswordInput
          autoFocus
          size="lg"
          label={t('lock.password')}
          autoComplete="current-password"
          value={password}
          onChange={(event) => setPassword(event.currentTarget.value)}
        />
        <Button type="submit" size="lg" loading={busy} disabled={password === ''}>
          {t('lock.unlock')}
        </Button>
      </Stack>
    </form>
  );
}

/** Dialogs are drawn beside the app, not in it: while the window is locked, they rest too. */
function useDialogsAtRest(): void {
  useEffect(() => {
    const dialogs = [...document.body.children].filter(
      (element): element is HTMLElement =>
        element instanceof HTMLElement && element.id !== 'root' && !element.inert,
    );
    for (const dialog of dialogs) dialog.inert = true;
    return () => {
      for (const dialog of dialogs) dialog.inert = false;
    };
  }, []);
}
