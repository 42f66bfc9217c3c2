import { Button, Group, Stack, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { orpc } from '#renderer/lib/rpc';
import { useSession } from '#renderer/lib/session';
import { DoneNote } from '#renderer/ui/done-note';
import { RefusalNote } from '#renderer/ui/refusal-note';

/** Tries the mail server and Slack with what is saved, and says what they answered. */
export function DeliveryTests() {
  const { t } = useTranslation('settings');
  const { email } = useSession().account;
  const [to, setTo] = useState(email ?? '');
  const mail = useMutation(orpc.notices.testMail.mutationOptions());
  const slack = useMutation(orpc.notices.testSlack.mutationOptions());
  return (
    <Stack gap="xs">
      <Group align="end">
        <TextInput
          flex={1}
          type="email"
          label={t('notices.testTo')}
          description={t('notices.testHint')}
          value={to}
          onChange={(event) => setTo(event.currentTarget.value)}
        />
        <Button
          variant="default"
          loading={mail.isPending}
          disabled={!to.includes('@')}
          onClick={() => mail.mutate({ to: to.trim() })}
        >
          {t('notices.testMail')}
        </Button>
        <Button variant="default" loading={slack.isPending} onClick={() => slack.mutate({})}>
          {t('notices.testSlack')}
        </Button>
      </Group>
      <RefusalNote error={mail.error} />
      <RefusalNote error={slack.error} />
      {mail.isSuccess && <DoneNote>{t('notices.mailTaken')}</DoneNote>}
      {slack.isSuccess && <DoneNote>{t('notices.slackTaken')}</DoneNote>}
    </Stack>
  );
}
