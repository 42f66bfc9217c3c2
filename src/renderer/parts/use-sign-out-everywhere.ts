import { useTranslation } from 'react-i18next';
import { useSignOut } from '#renderer/lib/session';
import { confirm } from '#renderer/ui/confirm';

/** Returns a function that signs the person out on every till and in every window, after a confirmation. */
export function useSignOutEverywhere(): () => Promise<void> {
  const { t } = useTranslation('shell');
  const signOut = useSignOut();
  return async () => {
    const isMeant = await confirm({
      title: t('person.everywhereTitle'),
      consequence: t('person.everywhereConsequence'),
      confirmLabel: t('person.signOutEverywhere'),
    });
    if (isMeant) await signOut({ everywhere: true });
  };
}
