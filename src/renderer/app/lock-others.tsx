import { Text } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { orpc } from '#renderer/lib/rpc';
import { enterSession, useSession } from '#renderer/lib/session';
import { useSignInTiles } from '#renderer/lib/sign-in-tiles';
import { SignInMethods } from '#renderer/parts/proof/sign-in-methods';
import { LateLoader } from '#renderer/ui/late-loader';
import { router } from './router';

/** Lets another person take over the till with its ticket; the signed-in person is signed out. */
export function LockOthers({ onBack }: { onBack: () => void }) {
  const { t } = useTranslation('shell');
  const { account } = useSession();
  const queries = useQueryClient();
  const tiles = useSignInTiles();
  const takeOver = useMutation(
    orpc.people.takeOver.mutationOptions({
      onSuccess: ({ parkedName, ...session }) => {
        enterSession(queries, session);
        // The new person starts at their own first page, not at the previous person's page.
        void router.navigate({ to: '/', replace: true, ignoreBlocker: true });
        if (parkedName === null) return;
        notifications.show({
          autoClose: false,
          title: t('lock.parkedTitle'),
          message: t('lock.parked', { name: parkedName }),
        });
      },
    }),
  );
  if (tiles === null) return <LateLoader />;
  return (
    <SignInMethods
      people={tiles.filter(({ id }) => id !== account.id)}
      title={t('lock.whoTakesOver')}
      note={<Text c="dimmed">{t('lock.takeOverHint', { name: account.firstName })}</Text>}
      busy={takeOver.isPending}
      error={takeOver.error}
      onForget={takeOver.reset}
      onEnter={takeOver.mutate}
      onLeave={onBack}
      titleId="lock-title"
      layer="lock"
    />
  );
}
