import { Button, Group, PasswordInput, Stack, Text } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { DoneNote } from '../../../components/done-note';
import { RefusalNote } from '../../../components/refusal-note';
import { Section } from '../../../components/section';
import { useAccountRules } from '../../../lib/account-rules';
import { orpc } from '../../../lib/rpc';
import { useSession } from '../../../lib/session';

/** Sets or takes away one's own PIN, with the password as proof. */
export function PinSection() {
  const { t } = useTranslation('access');
  const rules = useAccountRules();
  const queries = useQueryClient();
  const { hasPin } = useSession().account;
  const form = useForm({ initialValues: { password: '', pin: '' }, validate: { password: rules.required } });
  const change = useMutation(
    orpc.people.changePin.mutationOptions({
      onSuccess: async () => {
        form.reset();
        await queries.invalidateQueries({ queryKey: orpc.people.me.key() });
      },
    }),
  );
  const set = ({ password, pin }: typeof form.values): void => {
    const complaint = rules.pin(pin);
    if (complaint) form.setFieldError('pin', complaint);
    else change.mutate({ password, pin });
  };
  const done = change.variables?.pin === null ? t('profile.pinRemoved') : t('profile.pinSaved');
  return (
    <Section title={t('profile.pin')} hint={t('profile.pinHint')}>
      <form noValidate onSubmit={form.onSubmit(set)}>
        <Stack maw="28rem">
          <RefusalNote error={change.error} />
          {change.isSuccess ? (
            <DoneNote>{done}</DoneNote>
          ) : (
            <Text>{hasPin ? t('profile.pinIsSet') : t('profile.pinIsNotSet')}</Text>
          )}
          <PasswordInput
            label={t('fields.currentPassword')}
            autoComplete="current-password"
            {...form.getInputProps('password')}
          />
          <PasswordInput
            label={t('profile.newPin')}
            description={t('errors.pin')}
            inputMode="numeric"
            autoComplete="off"
            {...form.getInputProps('pin')}
          />
          <Group>
            <Button type="submit" loading={change.isPending && change.variables.pin !== null}>
              {t('profile.setPin')}
            </Button>
            {hasPin && (
              <Button
                variant="default"
                loading={change.isPending && change.variables.pin === null}
                onClick={() => form.onSubmit(({ password }) => change.mutate({ password, pin: null }))()}
              >
                {t('profile.removePin')}
              </Button>
            )}
          </Group>
        </Stack>
      </form>
    </Section>
  );
}
