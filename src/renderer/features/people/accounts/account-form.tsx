import { Button, Group, Kbd, Stack } from '@mantine/core';
import { useForm } from '@mantine/form';
import { IconDeviceFloppy } from '@tabler/icons-react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useEffect, useEffectEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useAccountRules } from '#renderer/lib/account-rules';
import { usePageKeys } from '#renderer/lib/keys';
import { refusalOf } from '#renderer/lib/refusal';
import { orpc, rpc } from '#renderer/lib/rpc';
import { DoneNote } from '#renderer/ui/done-note';
import { RefusalNote } from '#renderer/ui/refusal-note';
import type { Role } from '#shared/contract/common';
import type { Account } from '#shared/contract/people';
import { AccountFields } from './account-fields';
import { besidesFields, useFieldRefusal } from './field-refusal';

const SAVE = 'Ctrl+S';

interface AccountFormProps {
  account: Account;
  /** The roles to choose from; empty where the role cannot be changed. */
  roles: readonly Role[];
  onDirty: (dirty: boolean) => void;
}

/** Edits the names, username, email, department and role of an account. */
export function AccountForm({ account, roles, onDirty }: AccountFormProps) {
  const { t } = useTranslation(['people-accounts', 'common']);
  const rules = useAccountRules();
  const queries = useQueryClient();
  // The account the fields started with; a change is based on this version, whatever the list has meanwhile.
  const [base, setBase] = useState(account);
  const form = useForm({
    initialValues: detailsOf(account),
    validate: { firstName: rules.firstName, username: rules.username, email: rules.email },
  });
  const refused = useFieldRefusal(form);
  const saving = useMutation({
    mutationFn: ({ role, ...details }: typeof form.values) =>
      rpc.people.changeAccount({
        id: base.id,
        version: base.version,
        ...details,
        ...(roles.length > 0 && { role }),
      }),
    onSuccess: async (changed) => {
      start(changed);
      await queries.invalidateQueries({ queryKey: orpc.people.listAccounts.key() });
    },
    onError: refused,
  });
  const dirty = form.isDirty();
  const start = (version: Account): void => {
    setBase(version);
    form.setInitialValues(detailsOf(version));
    form.reset();
  };
  const onNewer = useEffectEvent((newer: Account) => {
    if (newer.version <= base.version) return;
    if (!dirty) start(newer);
    else if (isSame(detailsOf(newer), detailsOf(base))) setBase(newer);
  });
  useEffect(() => onNewer(account), [account]);
  useEffect(() => onDirty(dirty), [dirty, onDirty]);
  useEffect(() => () => onDirty(false), [onDirty]);

  const showNewVersion = (): void => {
    start(account);
    saving.reset();
  };
  const save = form.onSubmit((values) => saving.mutate(values));
  usePageKeys([{ keys: SAVE, label: t('common:save'), run: () => save(), disabled: !dirty }]);
  return (
    <form noValidate onSubmit={save}>
      <Stack gap="sm">
        <AccountFields input={(name) => form.getInputProps(name)} role={form.values.role} roles={roles} />
        <RefusalNote error={besidesFields(saving.error)} />
        {saving.isSuccess && !dirty && <DoneNote>{t('people-accounts:panel.saved')}</DoneNote>}
        <Group gap="xs">
          <Button
            type="submit"
            leftSection={<IconDeviceFloppy size={18} />}
            rightSection={
              <Kbd size="xs" aria-hidden>
                {SAVE}
              </Kbd>
            }
            aria-keyshortcuts="Control+S"
            loading={saving.isPending}
            disabled={!dirty}
          >
            {t('common:save')}
          </Button>
          {refusalOf(saving.error)?.code === 'CHANGED_MEANWHILE' && (
            <Button variant="default" onClick={showNewVersion}>
              {t('people-accounts:panel.newVersion')}
            </Button>
          )}
        </Group>
      </Stack>
    </form>
  );
}

function detailsOf({ firstName, lastName, username, email, department, role }: Account) {
  return { firstName, lastName, username, email, department, role };
}

function isSame(one: ReturnType<typeof detailsOf>, other: ReturnType<typeof detailsOf>): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}
