import { Select, SimpleGrid, Text, TextInput } from '@mantine/core';
import type { GetInputPropsReturnType } from '@mantine/form';
import { useTranslation } from 'react-i18next';
import type { Role } from '#shared/contract/common';

type DetailField = 'firstName' | 'lastName' | 'username' | 'email' | 'department';

interface AccountFieldsProps {
  /** The form's input props of a field. */
  input: (name: DetailField | 'role') => GetInputPropsReturnType;
  role: Role;
  /** The roles to choose from; if empty, the role is read-only. */
  roles: readonly Role[];
  /** Focuses the first field when a dialog opens. */
  focusFirst?: boolean;
}

/** The fields for the details and the role of an account. */
export function AccountFields({ input, role, roles, focusFirst = false }: AccountFieldsProps) {
  const { t } = useTranslation(['people-accounts', 'people-access', 'common']);
  const field = (name: DetailField) => ({ label: t(`people-access:fields.${name}`), ...input(name) });
  const optional = (name: DetailField) => {
    const { label, ...others } = field(name);
    return { label: t('common:optional', { label }), ...others };
  };
  return (
    <>
      <SimpleGrid cols={2} spacing="sm">
        <TextInput {...field('firstName')} maxLength={80} data-autofocus={focusFirst || undefined} />
        <TextInput {...optional('lastName')} maxLength={80} />
        <TextInput {...field('username')} maxLength={40} autoCapitalize="none" autoComplete="off" />
        <TextInput {...optional('department')} maxLength={80} />
      </SimpleGrid>
      <TextInput {...optional('email')} type="email" maxLength={200} autoComplete="off" />
      {roles.length > 0 ? (
        <Select
          label={t('people-accounts:role')}
          description={t(`people-accounts:roleHints.${role}`)}
          inputWrapperOrder={['label', 'input', 'description', 'error']}
          data={roles.map((one) => ({ value: one, label: t(`common:roles.${one}`) }))}
          {...input('role')}
        />
      ) : (
        <div>
          <Text fw={600}>{t('people-accounts:role')}</Text>
          <Text>{t(`common:roles.${role}`)}</Text>
          <Text c="dimmed" fz="sm">
            {t('people-accounts:panel.roleByAdmin')}
          </Text>
        </div>
      )}
    </>
  );
}
