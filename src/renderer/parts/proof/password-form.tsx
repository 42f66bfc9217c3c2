import { Button, Stack } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { PasswordField } from '#renderer/ui/password-field';

interface PasswordFormProps {
  /** The label of the submit button. */
  action: string;
  busy: boolean;
  onType: () => void;
  onEnter: (password: string) => void;
}

/** Asks for the password of a person who is already chosen; it is cleared on submit. */
export function PasswordForm({ action, busy, onType, onEnter }: PasswordFormProps) {
  const { t } = useTranslation();
  const [password, setPassword] = useState('');
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        if (password === '' || busy) return;
        onEnter(password);
        setPassword('');
      }}
    >
      <Stack>
        <PasswordField
          autoFocus
          data-autofocus
          size="lg"
          label={t('proof.password')}
          autoComplete="current-password"
          value={password}
          onChange={(event) => {
            onType();
            setPassword(event.currentTarget.value);
          }}
        />
        <Button type="submit" size="lg" loading={busy} disabled={password === ''}>
          {action}
        </Button>
      </Stack>
    </form>
  );
}
