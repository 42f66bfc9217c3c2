import { Alert, Button, Group, Stack, Text } from '@mantine/core';
import { useForm } from '@mantine/form';
import { IconAlertTriangle } from '@tabler/icons-react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useAccountRules } from '#renderer/lib/account-rules';
import { orpc } from '#renderer/lib/rpc';
import { useSession } from '#renderer/lib/session';
import { confirm } from '#renderer/ui/confirm';
import { DoneNote } from '#renderer/ui/done-note';
import { PasswordField } from '#renderer/ui/password-field';
import { RefusalNote } from '#renderer/ui/refusal-note';
import { Section } from '#renderer/ui/section';
import { besidesFields, useFieldRefusal } from '../accounts/field-refusal';

/** Sets or removes the signed-in person's PIN, with the password as proof. */
export function PinSection() {
  const { t } = useTranslation(['people-access', 'common']);
  const rules = useAccountRules();
  const queries = useQueryClient();
  const { account, canApprove } = useSession();
  const { hasPin, pinApproves } = account;
  const form = useForm({
    initialValues: { password: '', pin: '' },
    validate: { password: rules.currentPassword },
  });
  const refused = useFieldRefusal(form);
  const change = useMutation(
    orpc.people.changePin.mutationOptions({
      onSuccess: async () => {
        form.reset();
        await queries.invalidateQueries({ queryKey: orpc.people.me.key() });
      },
      onError: refused,
    }),
  );
  const set = ({ password, pin }: typeof form.values): void => {
    const complaint = rules.pin(pin, canApprove);
    if (complaint) form.setFieldError('pin', complaint);
    else change.mutate({ password, pin });
  };
  const remove = async (password: string): Promise<void> => {
    const meant = await confirm({
      title: t('profile.removePinTitle'),
      consequence: t('profile.removePinConsequence'),
      confirmLabel: t('profile.removePin'),
      danger: true,
    });
    if (meant) change.mutate({ password, pin: null });
  };
  const done = change.variables?.pin === null ? t('profile.pinRemoved') : t('profile.pinSaved');
  return (
    <Section
      title={t('profile.pin')}
      hint={canApprove ? t('profile.pinHintApproving', { hint: t('profile.pinHint') }) : t('profile.pinHint')}
    >
      <form noValidate onSubmit={form.onSubmit(set)}>
        <Stack maw="28rem">
          <RefusalNote error={besidesFields(change.error)} />
          {change.isSuccess ? (
            <DoneNote>{done}</DoneNote>
          ) : (
            <Text>{hasPin ? t('profile.pinIsSet') : t('profile.pinIsNotSet')}</Text>
          )}
          {hasPin && canApprove && !pinApproves && (
            <Alert color="yellow" variant="light" icon={<IconAlertTriangle aria-hidden />}>
              {t('profile.pinTooShort')}
            </Alert>
          )}
          <PasswordField
            label={t('fields.currentPassword')}
            autoComplete="current-password"
            {...form.getInputProps('password')}
          />
          <PasswordField
            label={t('profile.newPin')}
            description={t(canApprove ? 'errors.pinApproving' : 'errors.pin')}
            inputMode="numeric"
            isPin
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
                onClick={() => form.onSubmit(({ password }) => void remove(password))()}
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
