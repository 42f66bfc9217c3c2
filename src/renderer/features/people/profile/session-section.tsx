import { Button, Group } from '@mantine/core';
import { IconUserOff } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { confirm } from '../../../components/confirm';
import { RefusalNote } from '../../../components/refusal-note';
import { Section } from '../../../components/section';
import { useFormat } from '../../../lib/format';
import { rpc } from '../../../lib/rpc';
import { useSession, useSignOut } from '../../../lib/session';
import { sessionToken } from '../../../lib/session-token';

/** Where one is signed in and until when, and the ways to end it for good. */
export function SessionSection() {
  const { t } = useTranslation('access');
  const format = useFormat();
  const signOut = useSignOut();
  const { account, till, expiresAt } = useSession();
  const leave = useMutation({
    mutationFn: async () => {
      const sure = await confirm({
        title: t('profile.deleteTitle'),
        consequence: t('profile.deleteConsequence'),
        confirmLabel: t('profile.deleteAction'),
        danger: true,
      });
      if (!sure) return;
      await rpc.people.deleteAccount({ id: account.id });
      sessionToken.clear();
    },
  });
  return (
    <Section
      title={t('profile.session')}
      hint={t('profile.sessionHint', { till: till.name, at: format.dateTime(expiresAt) })}
    >
      <RefusalNote error={leave.error} />
      <Group>
        <Button variant="default" onClick={() => void signOut({ everywhere: true })}>
          {t('profile.signOutEverywhere')}
        </Button>
        <Button
          variant="light"
          color="red"
          leftSection={<IconUserOff size={18} />}
          onClick={() => leave.mutate()}
        >
          {t('profile.delete')}
        </Button>
      </Group>
    </Section>
  );
}
