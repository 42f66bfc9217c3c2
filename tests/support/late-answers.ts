import type { Page } from '@playwright/test';

/** Lets each answer of the store reach the window so much later, from the next loading of the page on. */
export async function answerLate(page: Page, lateMs: number): Promise<void> {
  await page.routeWebSocket('**/rpc', (window) => {
    const store = window.connectToServer();
    store.onMessage((message) => setTimeout(() => window.send(message), lateMs));
  });
  await page.reload();
}
