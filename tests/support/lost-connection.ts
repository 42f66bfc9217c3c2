import type { Page, WebSocketRoute } from '@playwright/test';

interface LosingConnection {
  lose(): Promise<void>;
  /** Drops the connection after the store has run the next call of this path and before its response arrives. */
  loseAnswerOf(path: string): void;
  restore(): void;
}

/** Makes a page lose and regain its connection to the store, from the next page load on. */
export async function losingConnection(page: Page): Promise<LosingConnection> {
  const open = new Set<WebSocketRoute>();
  let isLost = false;
  let losesAnswerOf: string | null = null;
  await page.routeWebSocket('**/rpc', async (window) => {
    if (isLost) {
      await window.close();
      return;
    }
    const store = window.connectToServer();
    window.onMessage((message) => {
      if (losesAnswerOf !== null && message.toString().includes(losesAnswerOf)) {
        losesAnswerOf = null;
        isLost = true;
      }
      store.send(message);
    });
    store.onMessage((message) => (isLost ? window.close() : window.send(message)));
    open.add(window);
  });
  await page.reload();
  return {
    lose: async () => {
      isLost = true;
      for (const window of open) await window.close();
      open.clear();
    },
    loseAnswerOf: (path) => {
      losesAnswerOf = path;
    },
    restore: () => {
      isLost = false;
    },
  };
}
