import { Button, PasswordInput, Stack } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';

interface PasswordFormProps {
  /** What the button says that submits the password. */
  action: string;
  busy: boolean;
  onType: () => void;
  onEnter: (password: string) => void;
}

/** The password of a person who is named already; it is cleared when it is submitted. */
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
        <PasswordInput
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
