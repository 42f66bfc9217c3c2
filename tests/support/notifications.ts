import type { Page } from '@playwright/test';

interface Kept {
  kept: Notification[];
}

/** Allows a page the browser's own notifications and keeps them as they are made, for the test to see and click. */
export async function keepNotifications(page: Page): Promise<void> {
  await page.context().grantPermissions(['notifications']);
  await page.evaluate(() => {
    const kept: Notification[] = [];
    class KeptNotification extends Notification {
      constructor(title: string, options: NotificationOptions) {
        super(title, options);
        kept.push(this);
      }
    }
    Object.assign(window, { kept, Notification: KeptNotification });
  });
}

/** What was shown outside of the window since then. */
export function notificationsOf(page: Page): Promise<{ title: string; body: string }[]> {
  return page.evaluate(() =>
    (window as unknown as Window & Kept).kept.map(({ title, body }) => ({ title, body })),
  );
}

export async function clickLastNotification(page: Page): Promise<void> {
  await page.evaluate(() => {
    (window as unknown as Window & Kept).kept.at(-1)?.dispatchEvent(new Event('click'));
  });
}
