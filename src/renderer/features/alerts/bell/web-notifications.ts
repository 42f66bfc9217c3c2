import { useSyncExternalStore } from 'react';
import { Signal } from '#renderer/lib/signal';

const changed = new Signal();

const permissionNow = (): NotificationPermission | 'unknown' =>
  'Notification' in window ? Notification.permission : 'unknown';

/** The permission to show notifications: granted, denied, not asked yet (default), or unknown if unsupported. */
export function useNotificationPermission(): NotificationPermission | 'unknown' {
  return useSyncExternalStore(changed.subscribe, permissionNow);
}

/** Lets the browser ask the person for permission; call this only after they requested it. */
export async function askToNotify(): Promise<void> {
  await Notification.requestPermission();
  changed.tell();
}

interface Notice {
  title: string;
  body: string;
  /** Several windows on one machine show the same tag only once. */
  tag: string;
  onClick: () => void;
}

/** Shows a system notification; a click on it brings this window to the front. */
export function notify({ title, body, tag, onClick }: Notice): void {
  const notification = new Notification(title, { body, tag });
  notification.addEventListener('click', () => {
    window.focus();
    notification.close();
    onClick();
  });
}
