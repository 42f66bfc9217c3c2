import { Button, Group, PasswordInput, Stack, Switch } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { orpc } from '#renderer/lib/rpc';
import { RefusalNote } from '#renderer/ui/refusal-note';
import { Section } from '#renderer/ui/section';

/** How the person receives alerts outside the window: by mail, and by their own Slack address. */
export function AlertsSection() {
  const { t } = useTranslation('people-access');
  const { data: choices, error } = useQuery(orpc.notices.myChoices.queryOptions());
  const [webhook, setWebhook] = useState('');
  const choose = useMutation(
    orpc.notices.changeMyChoices.mutationOptions({ onSuccess: () => setWebhook('') }),
  );
  const { mail = false, slack = false, hasEmail = false, hasSlack = false } = choices ?? {};
  return (
    <Section title={t('profile.alerts')} hint={t('profile.alertsHint')}>
      <Stack maw="28rem">
        <RefusalNote error={choose.error ?? error} />
        <Switch
          label={t('profile.alertsMail')}
          description={hasEmail ? undefined : t('profile.alertsNoEmail')}
          checked={mail}
          disabled={!(choices && (hasEmail || mail))}
          onChange={(event) => choose.mutate({ mail: event.currentTarget.checked, slack })}
        />
        <Switch
          label={t('profile.alertsSlack')}
          description={hasSlack ? undefined : t('profile.alertsNoSlack')}
          checked={slack}
          disabled={!(choices && (hasSlack || slack))}
          onChange={(event) => choose.mutate({ mail, slack: event.currentTarget.checked })}
        />
        <Group align="end">
          <PasswordInput
            flex={1}
            label={t('profile.alertsWebhook')}
            description={t(hasSlack ? 'profile.alertsWebhookSet' : 'profile.alertsWebhookHint')}
            autoComplete="off"
            maxLength={500}
            value={webhook}
            onChange={(event) => setWebhook(event.currentTarget.value)}
          />
          <Button
            variant="default"
            loading={choose.isPending}
            disabled={webhook === ''}
            onClick={() => choose.mutate({ mail, slack: true, slackWebhook: webhook.trim() })}
          >
            {t('profile.alertsUse')}
          </Button>
        </Group>
      </Stack>
    </Section>
  );
}
