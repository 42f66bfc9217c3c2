import { Text } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useAccountRules, usuallyApproves } from '#renderer/lib/account-rules';
import { orpc, rpc } from '#renderer/lib/rpc';
import { FormDialog } from '#renderer/ui/form-dialog';
import { PasswordField } from '#renderer/ui/password-field';
import type { Account } from '#shared/contract/people';
import { besidesFields, useFieldRefusal } from './field-refusal';

export type Secret = 'password' | 'pin';

interface SecretDialogProps {
  secret: Secret;
  account: Account;
  onDone: () => void;
  onClose: () => void;
}

/** Sets a new password or PIN for another person, which signs them out. */
export function SecretDialog({ secret, account, onDone, onClose }: SecretDialogProps) {
  const { t } = useTranslation(['people-accounts', 'people-access', 'common']);
  const rules = useAccountRules();
  const queries = useQueryClient();
  const canApprove = usuallyApproves(account.role);
  const form = useForm({
    initialValues: { pin: '', password: '' },
    validate: secret === 'pin' ? { pin: (pin) => rules.pin(pin, canApprove) } : { password: rules.password },
  });
  const refused = useFieldRefusal(form);
  const setting = useMutation({
    mutationFn: ({ pin, password }: typeof form.values) =>
      rpc.people.changeAccount({
        id: account.id,
        version: account.version,
        ...(secret === 'pin' ? { newPin: pin } : { newPassword: password }),
      }),
    onSuccess: async () => {
      await queries.invalidateQueries({ queryKey: orpc.people.listAccounts.key() });
      onDone();
    },
    onError: refused,
  });
  const name = account.firstName;
  const isFirstPin = secret === 'pin' && !account.hasPin;
  return (
    <FormDialog
      title={t(`people-accounts:secret.${secret}Title`, { name })}
      submitLabel={t(`people-accounts:secret.${secret}Action`)}
      busy={setting.isPending}
      error={besidesFields(setting.error)}
      onSubmit={form.onSubmit((values) => setting.mutate(values))}
      onClose={onClose}
    >
      <Text>
        {t(isFirstPin ? 'people-accounts:secret.firstPinHint' : `people-accounts:secret.${secret}Hint`, {
          name,
        })}
      </Text>
      {secret === 'pin' ? (
        <PasswordField
          data-autofocus
          label={t('people-access:profile.newPin')}
          description={t(canApprove ? 'people-access:errors.pinApproving' : 'people-access:errors.pin')}
          inputMode="numeric"
          isPin
          autoComplete="off"
          maxLength={8}
          {...form.getInputProps('pin')}
        />
      ) : (
        <PasswordField
          data-autofocus
          label={t('people-access:fields.newPassword')}
          description={t('people-access:fields.passwordHint')}
          autoComplete="new-password"
          maxLength={200}
          {...form.getInputProps('password')}
        />
      )}
    </FormDialog>
  );
}
