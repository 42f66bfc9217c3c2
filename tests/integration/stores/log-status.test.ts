import pino from 'pino';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { openStore } from '#main/store';
import { neverInDoubt } from '../../support/storage';
import { openTestShop, type TestShop } from '../../support/test-store';

describe('a log that cannot be written', () => {
  let shop: TestShop;
  let failing: boolean;
  let listeners: Set<() => void>;
  beforeEach(async () => {
    failing = false;
    listeners = new Set();
    shop = await openTestShop();
    await shop.store.close();
    shop.store = await open();
  });
  afterEach(() => shop.close());

  const open = () =>
    openStore({
      folder: shop.folder,
      log: pino({ level: 'silent' }),
      logState: {
        get failing() {
          return failing;
        },
        onChange: (listener) => {
          listeners.add(listener);
          return () => listeners.delete(listener);
        },
      },
      clock: () => shop.time.now,
      writeEvents: neverInDoubt,
    });
  const becomes = (next: boolean) => {
    failing = next;
    for (const listener of listeners) listener();
  };

  test('is in the store status, signed in or not', async () => {
    expect(await shop.asNobody().stores.status()).toMatchObject({ logFailing: false });
    becomes(true);
    expect(await shop.asNobody().stores.status()).toMatchObject({ logFailing: true });
    expect(await shop.as('cashier').stores.status()).toMatchObject({ logFailing: true });
  });

  test('is announced to open windows, even when it occurred in a unit of work that fails', async () => {
    const changes = await shop.as('cashier').events.changes();
    const failed = shop.store.database.writes.run(() => {
      becomes(true);
      throw new Error('the disk is full');
    });
    await expect(failed).rejects.toThrow('the disk is full');
    expect(await changes.next()).toMatchObject({ value: { topic: 'log' } });
    becomes(false);
    expect(await changes.next()).toMatchObject({ value: { topic: 'log' } });
  });

  test('is not observed after the store is closed', async () => {
    expect(listeners.size).toBe(1);
    await shop.store.close();
    expect(listeners.size).toBe(0);
    shop.store = await open();
  });
});
