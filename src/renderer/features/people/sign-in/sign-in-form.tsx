import {
  Alert,
  Anchor,
  Button,
  Group,
  PasswordInput,
  SegmentedControl,
  Stack,
  TextInput,
  Title,
} from '@mantine/core';
import { useForm } from '@mantine/form';
import { IconInfoCircle } from '@tabler/icons-react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Outputs } from '#shared/contract/index';
import { PinPad } from '../../../components/pin-pad';
import { RefusalNote } from '../../../components/refusal-note';
import { pinHint } from '../../../lib/pin-hint';
import { useRefusalSentence } from '../../../lib/refusal';
import { orpc } from '../../../lib/rpc';
import { enterSession } from '../../../lib/session';
import { useSessionEnd } from '../../../lib/session-end';

interface SignInFormProps {
  onRegister: () => void;
  onRecover: () => void;
}

/** Name and password, or the PIN where one is likely to work. */
export function SignInForm({ onRegister, onRecover }: SignInFormProps) {
  const { t } = useTranslation('access');
  const queries = useQueryClient();
  const [byPin, setByPin] = useState(pinHint.get);
  const enter = (session: Outputs['people']['signIn']): void => {
    if (session.signedIn.pinWorksHere) pinHint.set();
    enterSession(queries, session);
  };
  const signIn = useMutation(orpc.people.signIn.mutationOptions({ onSuccess: enter }));
  const signInByPin = useMutation(orpc.people.signInByPin.mutationOptions({ onSuccess: enter }));
  const refusal = byPin ? signInByPin.error : signIn.error;
  return (
    <Stack>
      <Title order={1} size="h3">
        {t('signIn.title')}
      </Title>
      {!refusal && <SessionEndNote />}
      <RefusalNote error={refusal} />
      {pinHint.get() && (
        <SegmentedControl
          aria-label={t('signIn.switch')}
          fullWidth
          value={byPin ? 'pin' : 'password'}
          onChange={(way) => setByPin(way === 'pin')}
          data={[
            { value: 'pin', label: t('signIn.byPin') },
            { value: 'password', label: t('signIn.byPassword') },
          ]}
        />
      )}
      {byPin ? (
        <PinPad
          label={t('signIn.pin')}
          action={t('signIn.action')}
          busy={signInByPin.isPending}
          onEnter={(pin) => signInByPin.mutate({ pin })}
        />
      ) : (
        <ByPassword busy={signIn.isPending} onEnter={signIn.mutate} />
      )}
      <Group justify="space-between">
        <Anchor component="button" type="button" fz="sm" onClick={onRegister}>
          {t('signIn.askForAccount')}
        </Anchor>
        <Anchor component="button" type="button" fz="sm" onClick={onRecover}>
          {t('signIn.recover')}
        </Anchor>
      </Group>
    </Stack>
  );
}

interface ByPasswordProps {
  busy: boolean;
  onEnter: (input: { login: string; password: string }) => void;
}

function ByPassword({ busy, onEnter }: ByPasswordProps) {
  const { t } = useTranslation('access');
  const form = useForm({
    initialValues: { login: '', password: '' },
    validate: {
      login: (login) => (login.trim() === '' ? t('errors.login') : null),
      password: (password) => (password === '' ? t('errors.required') : null),
    },
  });
  return (
    <form onSubmit={form.onSubmit(onEnter)} noValidate>
      <Stack>
        <TextInput
          autoFocus
          size="md"
          label={t('signIn.login')}
          autoComplete="username"
          autoCapitalize="none"
          spellCheck={false}
          {...form.getInputProps('login')}
        />
        <PasswordInput
          size="md"
          label={t('signIn.password')}
          autoComplete="current-password"
          {...form.getInputProps('password')}
        />
        <Button type="submit" size="md" loading={busy}>
          {t('signIn.action')}
        </Button>
      </Stack>
    </form>
  );
}

/** Says why the session before this page ended, when the store ended it. */
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
