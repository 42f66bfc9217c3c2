import { checkAgreement } from '#main/health/agreement';
import type { Handle } from '#main/platform/database/database';
import type { ContractClient } from '#shared/contract/index';
import { type RunningApp, startApp } from './app';
import { connect, type SocketClient } from './socket-client';
import { openTestStore } from './test-store';

const PASSWORD = 'a long password';

/** Creates a store with one person, who fills it. */
export async function makeStore(
  folder: string,
  fill: (calls: ContractClient) => Promise<void>,
): Promise<void> {
  const app = await startApp(folder);
  const { calls, signIn, close } = await connect(app.url);
  const { token } = await calls.stores.createStore({
    name: 'Kill Shop',
    currency: 'EUR',
    locale: 'en-IE',
    timeZone: 'Europe/Dublin',
    pricesIncludeTax: true,
    taxRatesMilliPercent: [23_000],
    cashStepMinor: 5,
    admin: { username: 'owner', firstName: 'Olga', password: PASSWORD },
  });
  signIn(token);
  await fill(calls);
  close();
  await app.stop();
}

/** A store in a process of its own. */
export interface StoreAtWork {
  app: RunningApp;
  calls: SocketClient['calls'];
  /** Runs work for this long, then kills the process in the middle of it. */
  cutDuring(work: (isOver: () => boolean) => Promise<void>, afterMs: number): Promise<void>;
  /** Ends the process in good order. */
  stop(): Promise<void>;
}

/** Opens a store in a process of its own, with its owner signed in. */
export async function openForWork(folder: string): Promise<StoreAtWork> {
  const app = await startApp(folder);
  const { calls, signIn, close } = await connect(app.url);
  signIn((await calls.people.signIn({ login: 'owner', password: PASSWORD })).token);
  return {
    app,
    calls,
    async cutDuring(work, afterMs) {
      let over = false;
      // Calls without a response fail; the caller has recorded their input.
      const working = work(() => over).catch(() => undefined);
      await new Promise((resolve) => setTimeout(resolve, afterMs));
      await app.kill();
      over = true;
      close();
      await working;
    },
    async stop() {
      close();
      await app.stop();
    },
  };
}

/** Reads what a power cut has left, after the product's own checks have found no fault in it. */
export async function lookInto(folder: string, look: (handle: Handle) => void): Promise<void> {
  const store = await openTestStore(folder, { now: Date.now() });
  try {
    const wrong = checkAgreement(store.database.handle);
    if (wrong.length > 0) throw new Error(`The store does not agree with itself: ${JSON.stringify(wrong)}`);
    look(store.database.handle);
  } finally {
    await store.close();
  }
}

/** The single number that a query returns. */
export function countOf(handle: Handle, query: string, ...parameters: unknown[]): number {
  return handle
    .prepare(query)
    .pluck()
    .get(...parameters) as number;
}

/** Requests sent with a key and without a response before the cut: each happened as a whole or not at all. */
export interface Asked<Input> {
  key: string;
  input: Input;
}
