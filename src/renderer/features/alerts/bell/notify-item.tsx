import { Menu } from '@mantine/core';
import { IconDeviceDesktopUp } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useStore } from '#renderer/lib/store-status';
import { askToNotify, useNotificationPermission } from './web-notifications';

/** In a browser, asks for permission to show alerts outside the window, or says why it is blocked. */
export function NotifyItem() {
  const { t } = useTranslation('alerts');
  const { entry } = useStore();
  const permission = useNotificationPermission();
  if (entry === 'desktop') return null;
  if (permission === 'denied') return <Menu.Label>{t('bell.notifyBlocked')}</Menu.Label>;
  if (permission !== 'default') return null;
  return (
    <Menu.Item leftSection={<IconDeviceDesktopUp size={18} />} onClick={() => void askToNotify()}>
      {t('bell.notify')}
    </Menu.Item>
  );
}
