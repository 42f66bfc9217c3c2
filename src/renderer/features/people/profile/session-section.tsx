import { Button, Group } from '@mantine/core';
import { IconUserOff } from '@tabler/icons-react';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useFormat } from '#renderer/lib/format';
import { orpc, rpc } from '#renderer/lib/rpc';
import { useSession } from '#renderer/lib/session';
import { sessionToken } from '#renderer/lib/session-token';
import { useSignOutEverywhere } from '#renderer/parts/use-sign-out-everywhere';
import { confirm } from '#renderer/ui/confirm';
import { RefusalNote } from '#renderer/ui/refusal-note';
import { Section } from '#renderer/ui/section';

/** The till and the expiry of the session, and the buttons to sign out. */
export function SessionSection() {
  const { t } = useTranslation(['people-access', 'refusals']);
  const format = useFormat();
  const signOutEverywhere = useSignOutEverywhere();
  const { account, till, expiresAt } = useSession();
  const { data: deletion } = useQuery(orpc.people.ownDeletion.queryOptions());
  const reason = deletion?.isLastAdmin ? t('refusals:LAST_ADMIN') : undefined;
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
        <Button variant="default" onClick={() => void signOutEverywhere()}>
          {t('profile.signOutEverywhere')}
        </Button>
        <Button
          variant="light"
          color="red"
          leftSection={<IconUserOff size={18} />}
          disabled={reason !== undefined}
          title={reason}
          onClick={() => leave.mutate()}
        >
          {t('profile.delete')}
        </Button>
      </Group>
    </Section>
  );
}
