import { Anchor, Button, Stack, Text, TextInput, Title } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useAccountRules } from '#renderer/lib/account-rules';
import { orpc } from '#renderer/lib/rpc';
import { enterSession } from '#renderer/lib/session';
import { PasswordField } from '#renderer/ui/password-field';
import { RecoveryCode } from '#renderer/ui/recovery-code';
import { RefusalNote } from '#renderer/ui/refusal-note';

/** Lets an admin recover access with the printed code: sets a new password and shows the new code. */
export function RecoverForm({ onBack }: { onBack: () => void }) {
  const { t } = useTranslation('people-access');
  const rules = useAccountRules();
  const queries = useQueryClient();
  const recover = useMutation(orpc.people.recover.mutationOptions());
  const form = useForm({
    initialValues: { login: '', code: '', newPassword: '' },
    validate: { login: rules.login, code: rules.recoveryCode, newPassword: rules.password },
  });
  const session = recover.data;
  if (session) {
    return (
      <Stack>
        <Title order={1} size="h3">
          {t('recoveryCode.title')}
        </Title>
        <RecoveryCode code={session.recoveryCode} onKept={() => enterSession(queries, session)} />
      </Stack>
    );
  }
  return (
    <form onSubmit={form.onSubmit((input) => recover.mutate(input))} noValidate>
      <Stack>
        <Title order={1} size="h3">
          {t('recover.title')}
        </Title>
        <Text c="dimmed" style={{ whiteSpace: 'pre-line' }}>
          {t('recover.hint')}
        </Text>
        <RefusalNote error={recover.error} />
        <TextInput
          autoFocus
          label={t('signIn.login')}
          autoCapitalize="none"
          autoComplete="username"
          {...form.getInputProps('login')}
        />
        <TextInput
          label={t('recover.code')}
          autoCapitalize="characters"
          autoComplete="off"
          spellCheck={false}
          {...form.getInputProps('code')}
        />
        <PasswordField
          label={t('fields.newPassword')}
          description={t('fields.passwordHint')}
          autoComplete="new-password"
          {...form.getInputProps('newPassword')}
        />
        <Button type="submit" size="md" loading={recover.isPending}>
          {t('recover.action')}
        </Button>
        <Anchor component="button" type="button" fz="sm" onClick={onBack}>
          {t('signIn.toSignIn')}
        </Anchor>
      </Stack>
    </form>
  );
}
