import { Button, Group, Stack, Text } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '#renderer/lib/format';
import { orpc } from '#renderer/lib/rpc';
import { PasswordField } from '#renderer/ui/password-field';
import { RefusalNote } from '#renderer/ui/refusal-note';
import type { SecretName } from '#shared/contract/notices';

/** Sets, replaces or removes a secret; its value is never shown to anyone. */
export function SecretField({ name }: { name: SecretName }) {
  const { t } = useTranslation('settings');
  const format = useFormat();
  const [value, setValue] = useState('');
  const { data: secrets } = useQuery(orpc.notices.secrets.queryOptions());
  const setting = useMutation(orpc.notices.setSecret.mutationOptions({ onSuccess: () => setValue('') }));
  const removing = useMutation(orpc.notices.removeSecret.mutationOptions());
  const state = secrets?.find((secret) => secret.name === name);
  const kept =
    state?.setAt && state.by
      ? t('notices.isSet', {
          time: format.dateTime(state.setAt),
          name: state.by.name,
          keptBy: t(`notices.keptBy.${state.keptBy}`),
        })
      : t('notices.isNotSet');
  return (
    <Stack gap="xs">
      <Group align="end">
        <PasswordField
          flex={1}
          label={t(`notices.secrets.${name}`)}
          description={kept}
          autoComplete="off"
          maxLength={500}
          value={value}
          onChange={(event) => setValue(event.currentTarget.value)}
        />
        <Button
          variant="default"
          loading={setting.isPending}
          disabled={value === ''}
          onClick={() => setting.mutate({ name, value })}
        >
          {t(state?.setAt ? 'notices.replace' : 'notices.set')}
        </Button>
        {state?.setAt && (
          <Button variant="subtle" loading={removing.isPending} onClick={() => removing.mutate({ name })}>
            {t('notices.remove')}
          </Button>
        )}
      </Group>
      <RefusalNote error={setting.error ?? removing.error} />
      {setting.isSuccess && value === '' && (
        <Text size="sm" role="status">
          {t('notices.secretSaved')}
        </Text>
      )}
    </Stack>
  );
}
