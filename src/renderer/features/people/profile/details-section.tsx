import { Button, Group, SimpleGrid, Stack, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useAccountRules } from '#renderer/lib/account-rules';
import { orpc } from '#renderer/lib/rpc';
import { useSession } from '#renderer/lib/session';
import { DoneNote } from '#renderer/ui/done-note';
import { RefusalNote } from '#renderer/ui/refusal-note';
import { Section } from '#renderer/ui/section';

/** The names, email and department, which every person may change for themselves. */
export function DetailsSection() {
  const { t } = useTranslation(['people-access', 'common']);
  const rules = useAccountRules();
  const queries = useQueryClient();
  const { account } = useSession();
  const { username, email, firstName, lastName, department } = account;
  const form = useForm({
    initialValues: { username, email, firstName, lastName, department },
    validate: { username: rules.username, email: rules.email, firstName: rules.firstName },
  });
  const change = useMutation(
    orpc.people.changeProfile.mutationOptions({
      onSuccess: async (changed) => {
        form.resetDirty(form.values);
        queries.setQueryData(orpc.people.me.queryKey(), (me) => me && { ...me, account: changed });
      },
    }),
  );
  /** Only the fields changed here, so that another person's changes meanwhile are not undone. */
  const changedOf = (values: typeof form.values) =>
    Object.fromEntries(Object.entries(values).filter(([name]) => form.isDirty(name)));
  const field = (name: keyof typeof form.values) => ({
    label: t(`people-access:fields.${name}`),
    ...form.getInputProps(name),
  });
  const optional = (name: keyof typeof form.values) => {
    const { label, ...others } = field(name);
    return { label: t('common:optional', { label }), ...others };
  };
  return (
    <Section title={t('people-access:profile.details')}>
      <form
        noValidate
        onSubmit={form.onSubmit((values) =>
          change.mutate({ version: account.version, ...changedOf(values) }),
        )}
      >
        <Stack>
          <RefusalNote error={change.error} />
          {change.isSuccess && !form.isDirty() && (
            <DoneNote>{t('people-access:profile.detailsSaved')}</DoneNote>
          )}
          <SimpleGrid cols={{ base: 1, sm: 2 }}>
            <TextInput {...field('firstName')} />
            <TextInput {...optional('lastName')} />
            <TextInput {...field('username')} autoCapitalize="none" />
            <TextInput {...optional('email')} type="email" />
            <TextInput {...optional('department')} />
          </SimpleGrid>
          <Group>
            <Button type="submit" loading={change.isPending} disabled={!form.isDirty()}>
              {t('common:save')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Section>
  );
}
