import SqliteDatabase, { type Database as Handle } from 'better-sqlite3';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { openTestShop, type TestShop } from '../../support/test-store';

let shop: TestShop;
let other: Handle;
beforeEach(async () => {
  shop = await openTestShop();
  await shop.as('admin').stock.listLocations();
  other = new SqliteDatabase(shop.store.database.file);
  other.exec('BEGIN IMMEDIATE');
});
afterEach(async () => {
  if (other.open) other.close();
  await shop.close();
});

const rename = (name: string) => shop.as('admin').tills.rename({ id: 1, name });
const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

describe("while another program writes to the store's file", () => {
  test('changes are refused after a few seconds, however many wait, and reads are answered at once', async () => {
    const began = performance.now();
    const changes = ['A', 'B', 'C'].map((name) => rename(name).catch((error) => error.code));
    let reads = 0;
    let slowestMs = 0;
    let isWaiting = true;
    const reading = (async () => {
      while (isWaiting) {
        const asked = performance.now();
        await shop.as('admin').stock.listLocations();
        slowestMs = Math.max(slowestMs, performance.now() - asked);
        reads += 1;
        await pause(10);
      }
    })();
    expect(await Promise.all(changes)).toEqual(['STORE_BUSY', 'STORE_BUSY', 'STORE_BUSY']);
    isWaiting = false;
    await reading;
    expect(performance.now() - began).toBeLessThan(8000);
    expect(reads).toBeGreaterThan(50);
    expect(slowestMs).toBeLessThan(1000);
  });

  test('a change waits for a short write and then succeeds', async () => {
    const change = rename('By the door');
    await pause(300);
    other.exec('ROLLBACK');
    expect(await change).toMatchObject({ name: 'By the door' });
  });

  test('a refused change has no effect, and later calls work', async () => {
    await expect(rename('A')).rejects.toMatchObject({ code: 'STORE_BUSY' });
    other.exec('COMMIT');
    expect(await shop.as('admin').tills.list()).toMatchObject([{ name: 'Till 1' }]);
    expect(await rename('B')).toMatchObject({ name: 'B' });
    expect(shop.store.database.handle.inTransaction).toBe(false);
  });
});
