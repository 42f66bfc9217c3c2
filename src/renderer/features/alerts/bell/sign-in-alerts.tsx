import { Menu } from '@mantine/core';
import { IconCheck, IconShieldExclamation } from '@tabler/icons-react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import { useFormat } from '#renderer/lib/format';
import { orpc } from '#renderer/lib/rpc';
import { RefusalNote } from '#renderer/ui/refusal-note';
import type { SignInAlert } from '#shared/contract/people';
import classes from './bell.module.css';

/** The alerts about repeated wrong PINs and passwords; each stays until a manager dismisses it for everyone. */
export function SignInAlerts({ alerts }: { alerts: readonly SignInAlert[] }) {
  const { t } = useTranslation('alerts');
  const queries = useQueryClient();
  const dismissing = useMutation(
    orpc.people.dismissSignInAlert.mutationOptions({
      onSuccess: () => queries.invalidateQueries({ queryKey: orpc.people.listSignInAlerts.key() }),
    }),
  );
  const format = useFormat();
  if (alerts.length === 0) return null;
  return (
    <>
      <Menu.Label>{t('bell.signIns')}</Menu.Label>
      <RefusalNote error={dismissing.error} />
      {alerts.map((alert) => (
        <div key={alert.id} className={classes.signIn}>
          <IconShieldExclamation size={20} color="var(--mantine-color-red-text)" aria-hidden />
          <div>
            <div className={classes.unread}>{sentenceOf(alert, t)}</div>
            <div className={classes.detail}>{format.dateTime(alert.raisedAt)}</div>
          </div>
          <Menu.Item
            w="auto"
            mih={44}
            closeMenuOnClick={false}
            leftSection={<IconCheck size={18} aria-hidden />}
            aria-label={t('bell.dismissAlert', { alert: sentenceOf(alert, t) })}
            onClick={() => dismissing.mutate({ id: alert.id })}
          >
            {t('bell.dismiss')}
          </Menu.Item>
        </div>
      ))}
      <Menu.Divider />
    </>
  );
}

type Say = TFunction<'alerts'>;

function sentenceOf({ person, failures: count }: SignInAlert, t: Say): string {
  return person === null
    ? t('bell.wrongNames', { count })
    : t('bell.wrongSecrets', { count, name: person.name });
}
