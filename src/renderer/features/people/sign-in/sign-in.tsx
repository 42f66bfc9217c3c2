import { Alert, Anchor, Group } from '@mantine/core';
import { IconInfoCircle } from '@tabler/icons-react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useRefusalSentence } from '#renderer/lib/refusal';
import { rpc } from '#renderer/lib/rpc';
import { enterSession } from '#renderer/lib/session';
import { useSessionEnd } from '#renderer/lib/session-end';
import { useSignInTiles } from '#renderer/lib/sign-in-tiles';
import { type SignInInput, SignInMethods } from '#renderer/parts/proof/sign-in-methods';
import { LateLoader } from '#renderer/ui/late-loader';

interface SignInProps {
  onRegister: () => void;
  onRecover: () => void;
}

/** Tiles for people who used their password at this till recently, and name and password for everyone. */
export function SignIn({ onRegister, onRecover }: SignInProps) {
  const { t } = useTranslation('people-access');
  const queries = useQueryClient();
  const tiles = useSignInTiles();
  const signIn = useMutation({
    mutationFn: (input: SignInInput) =>
      'pin' in input ? rpc.people.signInByPin(input) : rpc.people.signIn(input),
    onSuccess: (session) => enterSession(queries, session),
  });
  if (tiles === null) return <LateLoader />;
  return (
    <SignInMethods
      people={tiles}
      title={t('signIn.title')}
      note={<SessionEndNote />}
      busy={signIn.isPending}
      error={signIn.error}
      onForget={signIn.reset}
      onEnter={signIn.mutate}
      layer="page"
    >
      <Group justify="space-between" gap="sm">
        <Anchor component="button" type="button" fz="sm" mih={44} onClick={onRegister}>
          {t('signIn.askForAccount')}
        </Anchor>
        <Anchor component="button" type="button" fz="sm" mih={44} onClick={onRecover}>
          {t('signIn.recover')}
        </Anchor>
      </Group>
    </SignInMethods>
  );
}

/** Says why the previous session ended, if the store ended it. */
function SessionEndNote() {
  const end = useSessionEnd();
  const sentence = useRefusalSentence();
  if (end === null) return null;
  return (
    <Alert role="status" icon={<IconInfoCircle aria-hidden />}>
      {sentence(end)}
    </Alert>
  );
}
