import type { Page, WebSocketRoute } from '@playwright/test';

interface LosingConnection {
  lose(): Promise<void>;
  /** Loses the connection as soon as the store has done the next call of this path, before its answer arrives. */
  loseAnswerOf(path: string): void;
  restore(): void;
}

/** Lets a page lose its store and find it again, from the next loading of the page on. */
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
