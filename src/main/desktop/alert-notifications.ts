import { Notification } from 'electron';
import { type RaisedAlert, type Words, wordsOf, wordsOfMany } from '#main/features/alerts/index';
import type { Store } from '#main/store';
import { showMainWindow } from './main-window';

/** The most alerts that are shown as separate notifications. */
const ONE_BY_ONE = 3;

/**
 * Shows raised alerts as system notifications once they are on disk, while a person who may see alerts is signed in at
 * the window. A click brings the window to the front and opens the product.
 */
export function announceAlerts(store: Store): void {
  const { alertsRaised, openWindows, settings } = store.services;
  // Keeps references: a notification that is garbage collected would not receive its click.
  const shown = new Set<Notification>();

  const show = (words: Words, { productId }: RaisedAlert): void => {
    const notification = new Notification(words);
    shown.add(notification);
    notification.on('close', () => shown.delete(notification));
    notification.on('click', () => {
      shown.delete(notification);
      showMainWindow();
      openWindows.lead({ productId });
    });
    notification.show();
  };
  const tell = (raised: readonly RaisedAlert[]): void => {
    const [first] = raised;
    if (!(first && Notification.isSupported() && openWindows.isFollowedBy('stockReports'))) return;
    if (raised.length > ONE_BY_ONE) show(wordsOfMany(raised), first);
    else for (const alert of raised) show(wordsOf(alert, settings.current.locale), alert);
  };
  alertsRaised.watch((_tx, raised) => store.database.writes.afterCommit(() => tell(raised)));
}
