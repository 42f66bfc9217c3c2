import { Button, Group, Stack } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { refusalOf } from '#renderer/lib/refusal';
import { PasswordForm } from './password-form';
import { PinPad } from './pin-pad';
import { ProofNote, type Secret } from './proof-note';

/** A PIN or a password, in the form that calls accept. */
type GivenSecret = { pin: string } | { password: string };

interface ProofFormProps {
  /** Whether the PIN can be used; otherwise only the password is asked for. */
  pinWorks: boolean;
  /** The text above the field while there is no error, such as why the PIN cannot be used. */
  hint?: string | undefined;
  action: string;
  busy: boolean;
  /** The error of the last attempt, or null; shown until something is typed. */
  error: unknown;
  onType: () => void;
  onEnter: (secret: GivenSecret) => void;
  /** A button beside the one that switches between PIN and password. */
  children?: ReactNode;
}

/** Asks for the PIN or the password of a person who is already chosen. */
export function ProofForm(props: ProofFormProps) {
  const { pinWorks, hint, action, busy, error, onType, onEnter } = props;
  const { t } = useTranslation();
  const [secret, setSecret] = useState<Secret>(pinWorks ? 'pin' : 'password');
  // The store overrides `pinWorks`: the PIN currently does not work here.
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
