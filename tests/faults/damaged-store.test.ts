import { cpSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import pino from 'pino';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { openStore, type Store } from '#main/store';
import { damageTable } from '../support/damage';
import { makeProduct } from '../support/goods';
import { neverInDoubt, walBytes } from '../support/storage';
import { temporaryFolder } from '../support/temporary-folder';
import { clientOf, openTestShop, openTestStore, type TestShop } from '../support/test-store';

let shop: TestShop;
/** A copy of the shop's folder taken while the store was open, as a power cut leaves it. */
let cutOff: string;
let opened: Store | undefined;
beforeEach(async () => {
  shop = await openTestShop();
  makeProduct(shop, { name: 'Apple' });
  cutOff = temporaryFolder();
});
afterEach(async () => {
  await opened?.close();
  opened = undefined;
  await shop.close();
  rmSync(cutOff, { recursive: true, force: true });
});

function cutPower(): void {
  const { handle } = shop.store.database;
  handle.pragma('wal_checkpoint(TRUNCATE)');
  handle.exec(`UPDATE till SET name = 'First till'`);
  cpSync(shop.folder, cutOff, { recursive: true });
  expect(walBytes(cutOff)).toBeGreaterThan(0);
}

async function open(folder: string, checkedBytes?: number): Promise<Store> {
  opened = await openStore({
    folder,
    log: pino({ level: 'silent' }),
    clock: () => shop.time.now,
    writeEvents: neverInDoubt,
    ...(checkedBytes === undefined ? {} : { checkedBytes }),
  });
  return opened;
}

const statusOf = (store: Store) => clientOf(store, null).stores.status();

describe('after a sudden end', () => {
  test('a damaged store is not opened, is reported with the path of the copies, and is left unchanged', async () => {
    cutPower();
    damageTable(cutOff, 'category');
    const before = readFileSync(path.join(cutOff, 'store.sqlite'));
    await expect(open(cutOff)).rejects.toMatchObject({
      problem: 'DAMAGED',
      message: expect.stringContaining(
        `restore the newest backup (.sqlite) from ${path.join(cutOff, 'backups')}.`,
      ),
    });
    expect(readFileSync(path.join(cutOff, 'store.sqlite')).equals(before)).toBe(true);
  });

  test('an undamaged store is opened', async () => {
    cutPower();
    expect(await statusOf(await open(cutOff))).toMatchObject({ name: 'Corner Shop', damaged: false });
  });

  test('a damaged store too large to be checked first is opened, and windows are notified soon', async () => {
    cutPower();
    damageTable(cutOff, 'category');
    const store = await open(cutOff, 0);
    const told: string[] = [];
    store.services.changes.listen((topic) => told.push(topic));
    await vi.waitFor(async () => expect(await statusOf(store)).toMatchObject({ damaged: true }), 10_000);
    expect(told).toEqual(['stores']);
  });

  test('an undamaged store too large to be checked first is not marked as damaged', async () => {
    cutPower();
    const store = await open(cutOff, 0);
    expect(store.database.isUnchecked).toBe(true);
    await new Promise((resolve) => setTimeout(resolve, 1500));
    expect(await statusOf(store)).toMatchObject({ damaged: false });
  });
});

describe('damage in a store that was closed properly', () => {
  const reopenWithDamage = async (table: string) => {
    await shop.store.close();
    damageTable(shop.folder, table);
    shop.store = await openTestStore(shop.folder, shop.time);
  };

  test('causes a declared refusal when it is read, and windows are notified', async () => {
    await shop.as('manager').catalogue.createCategory({ name: 'Fruit' });
    await reopenWithDamage('category');
    expect(shop.store.database.isUnchecked).toBe(false);
    const told: string[] = [];
    shop.store.services.changes.listen((topic) => told.push(topic));
    expect(await shop.asNobody().stores.status()).toMatchObject({ damaged: false });
    await expect(shop.as('manager').catalogue.listCategories()).rejects.toMatchObject({
      code: 'STORE_DAMAGED',
    });
    expect(await shop.asNobody().stores.status()).toMatchObject({ damaged: true });
    expect(told).toContain('stores');
  });

  test('causes a declared refusal in a unit of work, which changes nothing, and later ones succeed', async () => {
    await reopenWithDamage('transfer');
    const lines = [{ productId: 1, quantityMilli: 1000 }];
    const send = () => shop.as('manager').transfers.postNow({ fromLocationId: 1, toLocationId: 2, lines });
    await shop.as('manager').stock.addEntry({ productId: 1, locationId: 1, openingMilli: 10_000 });
    await expect(send()).rejects.toMatchObject({ code: 'STORE_DAMAGED' });
    expect(await shop.asNobody().stores.status()).toMatchObject({ damaged: true });
    const { id } = await shop.as('manager').catalogue.createProduct({
      name: 'Pear',
      priceMinor: 130,
      taxRateMilliPercent: 21_000,
    });
    expect(id).toBeGreaterThan(1);
  });

  test.each([
    { work: 'housekeeping', table: 'call_answer' },
    { work: 'sending notices', table: 'notice_state' },
    { work: 'looking for missed alerts', table: 'product' },
  ])('is shown to windows where $work finds it', async ({ table }) => {
    await shop.as('manager').stock.addEntry({ productId: 1, locationId: 1, openingMilli: 10_000 });
    await reopenWithDamage(table);
    await vi.waitFor(async () => {
      expect(await shop.asNobody().stores.status()).toMatchObject({ damaged: true });
    }, 10_000);
  });
});
