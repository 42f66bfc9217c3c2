import { Alert, Button, Group, Stack, TextInput } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { orpc } from '#renderer/lib/rpc';
import { useSession } from '#renderer/lib/session';
import { DoneNote } from '#renderer/ui/done-note';
import { RefusalNote } from '#renderer/ui/refusal-note';
import { useCompleteSubmit } from '#renderer/ui/use-complete-submit';
import { maybeEmail } from '#shared/contract/common';
import { useSettingsDesk } from '../settings-context';

/** Tests the mail server and Slack with the saved settings, and shows their answers. */
export function DeliveryTests() {
  const { t } = useTranslation('settings');
  const { email } = useSession().account;
  const [to, setTo] = useState(email ?? '');
  const mail = useMutation(orpc.notices.testMail.mutationOptions());
  const slack = useMutation(orpc.notices.testSlack.mutationOptions());
  const isDirty = useSettingsDesk().draft.isDirty('notices');
  const [isTold, setTold] = useState(false);
  const [wasDirty, setWasDirty] = useState(isDirty);
  if (isDirty !== wasDirty) {
    // A result for the previous settings does not apply to the settings saved now.
    setWasDirty(isDirty);
    setTold(false);
    mail.reset();
    slack.reset();
  }
  const tryOut = (send: () => void): void => {
    setTold(isDirty);
    if (!isDirty) send();
  };
  const isAddress = to.trim() !== '' && maybeEmail.safeParse(to.trim()).success;
  const [saysWrong, submit] = useCompleteSubmit(isAddress);
  const field = useRef<HTMLInputElement>(null);
  const sendMail = (): void => {
    if (!isAddress) field.current?.focus();
    submit(() => tryOut(() => mail.mutate({ to: to.trim() })));
  };
  return (
    <Stack gap="xs">
      <Group align="end">
        <TextInput
          flex={1}
          type="email"
          label={t('notices.testTo')}
          description={t('notices.testHint')}
          ref={field}
          error={saysWrong && !isAddress && t('problems.email')}
          inputWrapperOrder={['label', 'input', 'description', 'error']}
          value={to}
          onChange={(event) => setTo(event.currentTarget.value)}
        />
        <Button variant="default" loading={mail.isPending} onClick={sendMail}>
          {t('notices.testMail')}
        </Button>
        <Button variant="default" loading={slack.isPending} onClick={() => tryOut(() => slack.mutate({}))}>
          {t('notices.testSlack')}
        </Button>
      </Group>
      {isTold && isDirty && (
        <Alert color="yellow" role="alert" icon={<IconAlertTriangle size={18} />}>
          {t('notices.saveFirst')}
        </Alert>
      )}
      <RefusalNote error={mail.error} />
      <RefusalNote error={slack.error} />
      {mail.isSuccess && <DoneNote>{t('notices.mailTaken')}</DoneNote>}
      {slack.isSuccess && <DoneNote>{t('notices.slackTaken')}</DoneNote>}
    </Stack>
  );
}
