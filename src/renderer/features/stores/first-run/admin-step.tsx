import { Group, Stack, Text, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { PasswordField } from '#renderer/ui/password-field';
import type { DraftForm } from './store-draft';

/** The first admin: the person who creates the store. */
export function AdminStep({ form }: { form: DraftForm }) {
  const { t } = useTranslation(['stores-first-run', 'people-access', 'common']);
  const optional = (label: string): string => t('common:optional', { label });
  return (
    <Stack>
      <Text c="dimmed">{t('stores-first-run:admin.hint')}</Text>
      <Group grow align="flex-start">
        <TextInput
          autoFocus
          label={t('people-access:fields.firstName')}
          {...form.getInputProps('firstName')}
        />
        <TextInput label={optional(t('people-access:fields.lastName'))} {...form.getInputProps('lastName')} />
      </Group>
      <Group grow align="flex-start">
        <TextInput
          label={t('people-access:fields.username')}
          autoComplete="username"
          autoCapitalize="none"
          {...form.getInputProps('username')}
        />
        <TextInput
          label={optional(t('people-access:fields.email'))}
          type="email"
          {...form.getInputProps('email')}
        />
      </Group>
      <PasswordField
        label={t('people-access:fields.password')}
        description={t('people-access:fields.passwordHint')}
        autoComplete="new-password"
        {...form.getInputProps('password')}
      />
      <PasswordField
        label={optional(t('stores-first-run:admin.pin'))}
        description={t('stores-first-run:admin.pinHint')}
        inputMode="numeric"
        autoComplete="off"
        isPin
        {...form.getInputProps('pin')}
      />
    </Stack>
  );
}
