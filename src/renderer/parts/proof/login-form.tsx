import { Button, Stack, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useTranslation } from 'react-i18next';
import { PasswordField } from '#renderer/ui/password-field';

interface LoginFormProps {
  busy: boolean;
  onEnter: (input: { login: string; password: string }) => void;
}

/** Signs in by username or email and password. */
export function LoginForm({ busy, onEnter }: LoginFormProps) {
  const { t } = useTranslation('people-access');
  const form = useForm({
    initialValues: { login: '', password: '' },
    validate: {
      login: (login) => (login.trim() === '' ? t('errors.login') : null),
      password: (password) => (password === '' ? t('errors.passwordMissing') : null),
    },
  });
  return (
    <form onSubmit={form.onSubmit(onEnter)} noValidate>
      <Stack>
        <TextInput
          autoFocus
          size="lg"
          label={t('signIn.login')}
          autoComplete="username"
          autoCapitalize="none"
          spellCheck={false}
          {...form.getInputProps('login')}
        />
        <PasswordField
          size="lg"
          label={t('signIn.password')}
          autoComplete="current-password"
          {...form.getInputProps('password')}
        />
        <Button type="submit" size="lg" loading={busy}>
          {t('signIn.action')}
        </Button>
      </Stack>
    </form>
  );
}
