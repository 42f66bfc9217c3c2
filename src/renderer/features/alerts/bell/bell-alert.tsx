import { Menu, VisuallyHidden } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useFormat } from '#renderer/lib/format';
import type { Alert } from '#shared/contract/alerts';
import { AlertIcon } from '../alert-icon';
import { wordsOf } from '../alert-words';
import classes from './bell.module.css';

interface BellAlertProps {
  alert: Alert;
  onOpen: () => void;
}

/** An alert in the bell's menu: kind, product, figures and time; Enter opens the product. */
export function BellAlert({ alert, onOpen }: BellAlertProps) {
  const { t } = useTranslation('alerts');
  const format = useFormat();
  const { title, detail } = wordsOf(t, format, alert);
  const over = alert.resolvedAt !== null && t('over', { time: format.dateTime(alert.resolvedAt) });
  return (
    <Menu.Item onClick={onOpen}>
      <div className={classes.alert}>
        <AlertIcon alert={alert} />
        <div>
          <div className={`${classes.title} ${alert.isUnread ? classes.unread : ''}`}>{title}</div>
          <div className={classes.detail}>{detail}</div>
          <div className={classes.detail}>{over || format.dateTime(alert.raisedAt)}</div>
        </div>
        {alert.isUnread && (
          <span className={classes.dot}>
            <VisuallyHidden>{t('bell.isUnread')}</VisuallyHidden>
          </span>
        )}
      </div>
    </Menu.Item>
  );
}
