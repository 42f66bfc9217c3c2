import { Button, Group, Stack } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { orpc } from '#renderer/lib/rpc';
import { PasswordField } from '#renderer/ui/password-field';
import { RecoveryCode } from '#renderer/ui/recovery-code';
import { RefusalNote } from '#renderer/ui/refusal-note';
import { Section } from '#renderer/ui/section';
import { submitDialog } from '#renderer/ui/submit-dialog';
import { useCompleteSubmit } from '#renderer/ui/use-complete-submit';

/** Creates a new recovery code that replaces the old one, and shows it once. */
export function RecoverySection() {
  const { t } = useTranslation('people-access');
  const [password, setPassword] = useState('');
  const renew = useMutation(
    orpc.people.renewRecoveryCode.mutationOptions({ onSuccess: () => setPassword('') }),
  );
  const [saysMissing, submit] = useCompleteSubmit(password !== '');
  return (
    <Section title={t('profile.recovery')} hint={t('profile.recoveryHint')}>
      {renew.data ? (
        <RecoveryCode code={renew.data.recoveryCode} onKept={renew.reset} />
      ) : (
        <form
          noValidate
          onSubmit={(event) => submitDialog(event, () => submit(() => renew.mutate({ password })))}
        >
          <Stack maw="28rem">
            <RefusalNote error={renew.error} />
            <PasswordField
              label={t('fields.currentPassword')}
              autoComplete="current-password"
              value={password}
              error={saysMissing && password === '' && t('errors.passwordMissing')}
              onChange={(event) => setPassword(event.currentTarget.value)}
            />
            <Group>
              <Button type="submit" loading={renew.isPending}>
                {t('profile.renew')}
              </Button>
            </Group>
          </Stack>
        </form>
      )}
    </Section>
  );
}
