import { Button, Group, Stack } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useAccountRules } from '#renderer/lib/account-rules';
import { orpc } from '#renderer/lib/rpc';
import { DoneNote } from '#renderer/ui/done-note';
import { PasswordField } from '#renderer/ui/password-field';
import { RefusalNote } from '#renderer/ui/refusal-note';
import { Section } from '#renderer/ui/section';

/** Changes the signed-in person's password, with the current one as proof. */
export function PasswordSection() {
  const { t } = useTranslation('people-access');
  const rules = useAccountRules();
  const form = useForm({
    initialValues: { password: '', newPassword: '', repeated: '' },
    validate: {
      password: rules.currentPassword,
      newPassword: rules.password,
      repeated: (repeated, { newPassword }) => rules.repeated(repeated, newPassword),
    },
  });
  const change = useMutation(orpc.people.changePassword.mutationOptions({ onSuccess: () => form.reset() }));
  return (
    <Section title={t('profile.password')}>
      <form
        noValidate
        onSubmit={form.onSubmit(({ password, newPassword }) => change.mutate({ password, newPassword }))}
      >
        <Stack maw="28rem">
          <RefusalNote error={change.error} />
          {change.isSuccess && <DoneNote>{t('profile.passwordChanged')}</DoneNote>}
          <PasswordField
            label={t('fields.currentPassword')}
            autoComplete="current-password"
            {...form.getInputProps('password')}
          />
          <PasswordField
            label={t('fields.newPassword')}
            description={t('fields.passwordHint')}
            autoComplete="new-password"
            {...form.getInputProps('newPassword')}
          />
          <PasswordField
            label={t('fields.repeatPassword')}
            autoComplete="new-password"
            {...form.getInputProps('repeated')}
          />
          <Group>
            <Button type="submit" loading={change.isPending}>
              {t('profile.changePassword')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Section>
  );
}
