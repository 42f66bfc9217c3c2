import { Button, Stack, Switch } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { refusalOf, useRefusalSentence } from '#renderer/lib/refusal';
import { orpc } from '#renderer/lib/rpc';
import { PasswordField } from '#renderer/ui/password-field';
import { RefusalNote } from '#renderer/ui/refusal-note';
import { Section } from '#renderer/ui/section';

/** How the person receives alerts outside the window: by mail, and by their own Slack address. */
export function AlertsSection() {
  const { t } = useTranslation('people-access');
  const { data: choices, error } = useQuery(orpc.notices.myChoices.queryOptions());
  const sentence = useRefusalSentence();
  const [webhook, setWebhook] = useState('');
  const [isMissing, setMissing] = useState(false);
  const choose = useMutation(
    orpc.notices.changeMyChoices.mutationOptions({ onSuccess: () => setWebhook('') }),
  );
  const { mail = false, slack = false, hasEmail = false, hasSlack = false } = choices ?? {};
  const isAddress = refusalOf(choose.error)?.code === 'SLACK_ADDRESS';
  const save = (event: FormEvent): void => {
    event.preventDefault();
    setMissing(webhook.trim() === '');
    if (webhook.trim() !== '') choose.mutate({ mail, slack: true, slackWebhook: webhook.trim() });
  };
  return (
    <Section title={t('profile.alerts')} hint={t('profile.alertsHint')}>
      <Stack maw="28rem">
        <RefusalNote error={isAddress ? error : (choose.error ?? error)} />
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
        <form noValidate onSubmit={save}>
          <PasswordField
            label={t('profile.alertsWebhook')}
            description={t(hasSlack ? 'profile.alertsWebhookSet' : 'profile.alertsWebhookHint')}
            autoComplete="off"
            maxLength={500}
            value={webhook}
            error={(isMissing && t('profile.alertsWebhookMissing')) || (isAddress && sentence(choose.error))}
            onChange={(event) => {
              setMissing(false);
              if (isAddress) choose.reset();
              setWebhook(event.currentTarget.value);
            }}
          />
          <Button mt="sm" type="submit" variant="default" loading={choose.isPending}>
            {t('profile.alertsUse')}
          </Button>
        </form>
      </Stack>
    </Section>
  );
}
