import type { Page } from '@playwright/test';

interface Kept {
  kept: Notification[];
}

/** Allows the browser's notifications on a page and records them, so that the test can see and click them. */
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

/** The notifications shown outside the window since then. */
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
