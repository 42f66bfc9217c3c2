import type { Page } from '@playwright/test';

/** Delays each response of the store to the window by this time, from the next page load on. */
export async function answerLate(page: Page, lateMs: number): Promise<void> {
  await page.routeWebSocket('**/rpc', (window) => {
    const store = window.connectToServer();
    store.onMessage((message) => setTimeout(() => window.send(message), lateMs));
  });
  await page.reload();
}
