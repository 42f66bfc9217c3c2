import type { Page, WebSocketRoute } from '@playwright/test';

/** Lets a page lose its store and find it again, from the next loading of the page on. */
export async function losingConnection(page: Page): Promise<{ lose(): Promise<void>; restore(): void }> {
  const open = new Set<WebSocketRoute>();
  let isLost = false;
  await page.routeWebSocket('**/rpc', async (window) => {
    if (isLost) {
      await window.close();
      return;
    }
    window.connectToServer();
    open.add(window);
  });
  await page.reload();
  return {
    lose: async () => {
      isLost = true;
      for (const window of open) await window.close();
      open.clear();
    },
    restore: () => {
      isLost = false;
    },
  };
}
