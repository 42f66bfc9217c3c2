import { Button, Group, Stack } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { refusalOf } from '#renderer/lib/refusal';
import { PasswordForm } from './password-form';
import { PinPad } from './pin-pad';
import { ProofNote, type Secret } from './proof-note';

/** A PIN or a password, as calls take it. */
type GivenSecret = { pin: string } | { password: string };

interface ProofFormProps {
  /** Whether the PIN can be used; else only the password is asked for. */
  pinWorks: boolean;
  /** What is said above the field while nothing failed, such as why the PIN cannot be used. */
  hint?: string | undefined;
  action: string;
  busy: boolean;
  /** What the last try failed with, or null; it stays until something is typed. */
  error: unknown;
  onType: () => void;
  onEnter: (secret: GivenSecret) => void;
  /** A button beside the one that changes between PIN and password. */
  children?: ReactNode;
}

/** The PIN or else the password of a person who is named already. */
export function ProofForm(props: ProofFormProps) {
  const { pinWorks, hint, action, busy, error, onType, onEnter } = props;
  const { t } = useTranslation();
  const [secret, setSecret] = useState<Secret>(pinWorks ? 'pin' : 'password');
  // The store knows better than what was shown: here the PIN does not work at the moment.
  if (secret === 'pin' && refusalOf(error)?.code === 'PASSWORD_FIRST') setSecret('password');

  const change = (): void => {
    onType();
    setSecret(secret === 'pin' ? 'password' : 'pin');
  };
  return (
    <Stack gap="sm">
      <ProofNote secret={secret} error={error} hint={hint} />
      {secret === 'pin' ? (
        <PinPad action={action} busy={busy} onType={onType} onEnter={(pin) => onEnter({ pin })} />
      ) : (
        <PasswordForm
          action={action}
          busy={busy}
          onType={onType}
          onEnter={(password) => onEnter({ password })}
        />
      )}
      <Group justify="space-between" grow={!props.children} gap="sm">
        {pinWorks && (
          <Button variant="default" size="md" mih={44} onClick={change}>
            {secret === 'pin' ? t('proof.usePassword') : t('proof.usePin')}
          </Button>
        )}
        {props.children}
      </Group>
    </Stack>
  );
}
