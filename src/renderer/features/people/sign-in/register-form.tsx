import { Anchor, Button, Group, Stack, Text, TextInput, Title } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useAccountRules } from '#renderer/lib/account-rules';
import { orpc } from '#renderer/lib/rpc';
import { PasswordField } from '#renderer/ui/password-field';
import { RefusalNote } from '#renderer/ui/refusal-note';

/** Requests an account, which a manager approves. */
export function RegisterForm({ onBack }: { onBack: () => void }) {
  const { t } = useTranslation(['people-access', 'common']);
  const rules = useAccountRules();
  const register = useMutation(orpc.people.register.mutationOptions());
  const form = useForm({
    initialValues: { username: '', firstName: '', lastName: '', email: '', department: '', password: '' },
    validate: {
      username: rules.username,
      firstName: rules.firstName,
      email: rules.email,
      password: rules.password,
    },
  });
  const optional = (label: string): string => t('common:optional', { label });
  if (register.isSuccess) {
    return (
      <Stack role="status">
        <Title order={1} size="h3">
          {t('register.doneTitle')}
        </Title>
        <Text>{t('register.done', { username: form.values.username })}</Text>
        <Button onClick={onBack}>{t('signIn.toSignIn')}</Button>
      </Stack>
    );
  }
  return (
    <form onSubmit={form.onSubmit((input) => register.mutate(input))} noValidate>
      <Stack>
        <Title order={1} size="h3">
          {t('register.title')}
        </Title>
        <Text c="dimmed">{t('register.hint')}</Text>
        <RefusalNote error={register.error} />
        <Group grow align="flex-start">
          <TextInput
            autoFocus
            label={t('fields.firstName')}
            autoComplete="given-name"
            {...form.getInputProps('firstName')}
          />
          <TextInput
            label={optional(t('fields.lastName'))}
            autoComplete="family-name"
            {...form.getInputProps('lastName')}
          />
        </Group>
        <TextInput
          label={t('fields.username')}
          autoCapitalize="none"
          autoComplete="username"
          {...form.getInputProps('username')}
        />
        <TextInput
          label={optional(t('fields.email'))}
          type="email"
          autoComplete="email"
          {...form.getInputProps('email')}
        />
        <TextInput label={optional(t('fields.department'))} {...form.getInputProps('department')} />
        <PasswordField
          label={t('fields.password')}
          description={t('fields.passwordHint')}
          autoComplete="new-password"
          {...form.getInputProps('password')}
        />
        <Button type="submit" size="md" loading={register.isPending}>
          {t('register.action')}
        </Button>
        <Anchor component="button" type="button" fz="sm" onClick={onBack}>
          {t('signIn.toSignIn')}
        </Anchor>
      </Stack>
    </form>
  );
}
