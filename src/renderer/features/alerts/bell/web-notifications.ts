import { useSyncExternalStore } from 'react';
import { Signal } from '#renderer/lib/signal';

const changed = new Signal();

const permissionNow = (): NotificationPermission | 'unknown' =>
  'Notification' in window ? Notification.permission : 'unknown';

/** Whether this browser shows notifications of ours: granted, denied, not asked yet, or unknown to it. */
export function useNotificationPermission(): NotificationPermission | 'unknown' {
  return useSyncExternalStore(changed.subscribe, permissionNow);
}

/** Lets the browser ask the person; only ever after they asked for it. */
export async function askToNotify(): Promise<void> {
  await Notification.requestPermission();
  changed.tell();
}

interface Notice {
  title: string;
  body: string;
  /** Several windows of one machine show the same tag once. */
  tag: string;
  onClick: () => void;
}

/** Shows a notification of the system; a click on it brings this window to the front. */
export function notify({ title, body, tag, onClick }: Notice): void {
  const notification = new Notification(title, { body, tag });
  notification.addEventListener('click', () => {
    window.focus();
    notification.close();
    onClick();
  });
}
