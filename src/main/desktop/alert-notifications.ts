import { Notification } from 'electron';
import { type RaisedAlert, type Words, wordsOf, wordsOfMany } from '#main/features/alerts/index';
import type { Store } from '#main/store';
import { showMainWindow } from './main-window';

/** As many as one reads one by one. */
const ONE_BY_ONE = 3;

/**
 * Shows what is raised as notifications of the system once it is on disk, while somebody who may see alerts is
 * signed in at the window. A click brings the window to the front, at the product.
 */
export function announceAlerts(store: Store): void {
  const { alertsRaised, openWindows, settings } = store.services;
  // One that nobody holds any more would not hear its click.
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
