import { useForm } from '@mantine/form';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useAccountRules, usuallyApproves } from '#renderer/lib/account-rules';
import { orpc, rpc } from '#renderer/lib/rpc';
import { FormDialog } from '#renderer/ui/form-dialog';
import { PasswordField } from '#renderer/ui/password-field';
import type { Role } from '#shared/contract/common';
import type { Account } from '#shared/contract/people';
import { AccountFields } from './account-fields';
import { besidesFields, useFieldRefusal } from './field-refusal';

interface NewAccountDialogProps {
  /** The roles that can be assigned. */
  roles: readonly Role[];
  onMade: (account: Account) => void;
  onClose: () => void;
}

/** Creates an account with a first password and an optional PIN. */
export function NewAccountDialog({ roles, onMade, onClose }: NewAccountDialogProps) {
  const { t } = useTranslation(['people-accounts', 'people-access', 'common']);
  const rules = useAccountRules();
  const queries = useQueryClient();
  const form = useForm({
    initialValues: {
      firstName: '',
      lastName: '',
      username: '',
      email: '',
      department: '',
      role: 'cashier' as Role,
      password: '',
      pin: '',
    },
    validate: {
      firstName: rules.firstName,
      username: rules.username,
      email: rules.email,
      password: rules.password,
      pin: (pin, { role }) => (pin === '' ? null : rules.pin(pin, usuallyApproves(role))),
    },
  });
  const refused = useFieldRefusal(form);
  const making = useMutation({
    mutationFn: ({ pin, ...values }: typeof form.values) =>
      rpc.people.createAccount({ ...values, pin: pin === '' ? null : pin }),
    onSuccess: async (account) => {
      await queries.invalidateQueries({ queryKey: orpc.people.listAccounts.key() });
      onMade(account);
    },
    onError: refused,
  });
  const canApprove = usuallyApproves(form.values.role);
  return (
    <FormDialog
      title={t('people-accounts:new.title')}
      submitLabel={t('people-accounts:new.action')}
      size="lg"
      unsaved={form.isDirty() && !making.isSuccess}
      busy={making.isPending}
      error={besidesFields(making.error)}
      onSubmit={form.onSubmit((values) => making.mutate(values))}
      onClose={onClose}
    >
      <AccountFields
        focusFirst
        input={(name) => form.getInputProps(name)}
        role={form.values.role}
        roles={roles}
      />
      <PasswordField
        label={t('people-accounts:new.password')}
        description={t('people-accounts:new.passwordHint')}
        autoComplete="new-password"
        maxLength={200}
        {...form.getInputProps('password')}
      />
      <PasswordField
        label={t('common:optional', { label: t('people-accounts:new.pin') })}
        description={t(canApprove ? 'people-accounts:new.pinHintApproving' : 'people-accounts:new.pinHint')}
        inputMode="numeric"
        isPin
        autoComplete="off"
        maxLength={8}
        {...form.getInputProps('pin')}
      />
    </FormDialog>
  );
}
