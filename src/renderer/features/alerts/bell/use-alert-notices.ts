import { useEffect, useEffectEvent, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '#renderer/lib/format';
import type { Alert } from '#shared/contract/alerts';
import { wordsOf } from '../alert-words';
import { notify, useNotificationPermission } from './web-notifications';

/** The maximum number of alerts shown as separate notifications; more are shown as one. */
const ONE_BY_ONE = 3;

/**
 * Shows alerts raised while this window is open as system notifications, if the browser has the permission. The
 * desktop app's window does not need this, because the main process shows them.
 */
export function useAlertNotices(newest: readonly Alert[] | undefined, lead: (alert: Alert) => void): void {
  const { t } = useTranslation('alerts');
  const format = useFormat();
  const isAllowed = useNotificationPermission() === 'granted';
  const lastId = useRef<number | null>(null);

  const show = useEffectEvent((alerts: readonly Alert[]) => {
    const [first] = alerts;
    if (!(first && isAllowed)) return;
    const onClickOf = (alert: Alert) => () => lead(alert);
    if (alerts.length > ONE_BY_ONE) {
      const body = alerts.map(({ productName }) => productName).join(', ');
      notify({ title: t('notice.many'), body, tag: tagOf(first), onClick: onClickOf(first) });
      return;
    }
    for (const alert of alerts) {
      const { title, detail } = wordsOf(t, format, alert);
      const body = t('notice.body', { detail, sku: alert.sku });
      notify({ title, body, tag: tagOf(alert), onClick: onClickOf(alert) });
    }
  });

  useEffect(() => {
    if (!newest) return;
    const known = lastId.current;
    lastId.current = Math.max(known ?? 0, newest[0]?.id ?? 0);
    if (known !== null) show(newest.filter(({ id, isUnread }) => id > known && isUnread));
  }, [newest]);
}

const tagOf = ({ id }: Alert): string => `tillroom-alert-${id}`;
