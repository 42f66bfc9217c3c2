import { Button, Group, Stack, Stepper, Title } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useAccountRules } from '#renderer/lib/account-rules';
import { orpc } from '#renderer/lib/rpc';
import { enterSession } from '#renderer/lib/session';
import { useWrongRates } from '#renderer/lib/use-wrong-rates';
import { RecoveryCode } from '#renderer/ui/recovery-code';
import { RefusalNote } from '#renderer/ui/refusal-note';
import { AdminStep } from './admin-step';
import { MoneyStep } from './money-step';
import { SetupCodeField } from './setup-code-field';
import { firstDraft, type StoreDraft, storeOf } from './store-draft';
import { StoreStep } from './store-step';

/** The fields of each step, which must be valid before the next one. */
const STEPS: readonly (readonly (keyof StoreDraft)[])[] = [
  ['name'],
  ['currency', 'locale', 'timeZone', 'taxRates'],
  ['firstName', 'username', 'email', 'password', 'pin'],
];

/** Creates a store in three steps, then shows the recovery code and signs in its first admin. */
export function StoreWizard({ onBack }: { onBack: () => void }) {
  const { t } = useTranslation(['stores-first-run', 'people-access', 'common']);
  const rules = useAccountRules();
  const wrongRates = useWrongRates();
  const queries = useQueryClient();
  const [step, setStep] = useState(0);
  const make = useMutation(orpc.stores.createStore.mutationOptions());
  const form = useForm<StoreDraft>({
    initialValues: firstDraft(),
    validate: {
      name: (name) => (name.trim() === '' ? t('stores-first-run:store.nameMissing') : null),
      taxRates: (rates) => {
        if (rates.length === 0) return t('stores-first-run:money.taxRateMissing');
        return wrongRates(rates);
      },
      firstName: rules.firstName,
      username: rules.username,
      email: rules.email,
      password: rules.password,
      pin: (pin) => (pin === '' ? null : rules.pin(pin, true)),
    },
  });

  const session = make.data;
  if (session) {
    const enter = async (): Promise<void> => {
      enterSession(queries, session);
      await queries.invalidateQueries({ queryKey: orpc.stores.status.key() });
    };
    return (
      <Stack>
        <Title order={1} size="h3">
          {t('stores-first-run:done.title', { name: form.values.name })}
        </Title>
        <Title order={2} size="h5">
          {t('people-access:recoveryCode.title')}
        </Title>
        <RecoveryCode code={session.recoveryCode} onKept={() => void enter()} />
      </Stack>
    );
  }

  const last = step === STEPS.length - 1;
  const goOn = (): void => {
    const wrong = (STEPS[step] ?? [])
      .map((field) => form.validateField(field))
      .some(({ hasError }) => hasError);
    if (wrong) return;
    if (last) make.mutate(storeOf(form.values));
    else setStep(step + 1);
  };
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        goOn();
      }}
    >
      <Stack gap="lg">
        <Stepper active={step} onStepClick={setStep} allowNextStepsSelect={false} size="sm">
          <Stepper.Step label={t('stores-first-run:steps.store')} />
          <Stepper.Step label={t('stores-first-run:steps.money')} />
          <Stepper.Step label={t('stores-first-run:steps.admin')} />
        </Stepper>
        {step === 0 && <StoreStep form={form} />}
        {step === 1 && <MoneyStep form={form} />}
        {step === 2 && <AdminStep form={form} />}
        <RefusalNote error={make.error} />
        {make.error && <SetupCodeField error={make.error} />}
        <Group justify="space-between">
          <Button variant="default" size="md" onClick={() => (step === 0 ? onBack() : setStep(step - 1))}>
            {t('common:back')}
          </Button>
          <Button type="submit" size="md" loading={make.isPending}>
            {last ? t('stores-first-run:admin.make') : t('common:next')}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
