import { copyFileSync, cpSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { checkAgreement } from '#main/health/agreement';
import { readerOf } from '../support/connections';
import { makeStore, openForWork, type StoreAtWork } from '../support/power';
import { SHOP, stocked, ticketOf } from '../support/sales';
import { lookAtFile } from '../support/storage';
import { temporaryFolder } from '../support/temporary-folder';
import { openTestShop, openTestStore, type TestShop } from '../support/test-store';

const STOREROOM = 2;
const CODE = '4006381333931';
const WEEK_MS = 7 * 24 * 60 * 60 * 1000;

describe('the numbers that a store has issued', () => {
  let shop: TestShop;
  let apple: number;
  /** A copy of the store's file alone, like a backup. */
  let older: string;
  beforeEach(async () => {
    shop = await openTestShop({ sessionHours: 720 });
    apple = await stocked(shop, { name: 'Apple', priceMinor: 100, onHandMilli: 900_000 });
    older = path.join(temporaryFolder(), 'store.sqlite');
    // Sign in before the copy is made, so that the sessions are valid after it is restored.
    for (const role of ['admin', 'storekeeper', 'cashier', 'manager'] as const) shop.tokenOf(role);
  });
  afterEach(async () => {
    await shop.close();
    rmSync(path.dirname(older), { recursive: true, force: true });
  });

  const numbersFile = () => path.join(shop.folder, 'numbers.json');
  const sell = async () => {
    const ticketId = await ticketOf(shop.as('cashier'), [apple, 1000]);
    const tenders = [{ kind: 'cash' as const, amountMinor: 100 }];
    return (await shop.as('cashier').sales.completeTicket({ ticketId, tenders })).number;
  };
  const transfer = async () => {
    const lines = [{ productId: apple, quantityMilli: 1000 }];
    const input = { fromLocationId: SHOP, toLocationId: STOREROOM, lines };
    return (await shop.as('manager').transfers.postNow(input)).number;
  };
  const issue = async () => {
    const { issues } = shop.as('storekeeper');
    const { id } = await issues.start({ holder: { name: 'Kitchen' }, locationId: SHOP });
    const { head } = await issues.addLine({ documentId: id, productId: apple, quantityMilli: 1000 });
    return (await issues.post({ id, version: head.version })).number;
  };
  const count = async () => {
    const { stocktakes } = shop.as('manager');
    const { id } = await stocktakes.start({ locationId: STOREROOM });
    const { version } = await stocktakes.review({ id });
    return (await stocktakes.post({ id, version, uncounted: 'leave' })).number;
  };
  const reopen = async (between: () => void = () => undefined) => {
    await shop.store.close();
    between();
    shop.store = await openTestStore(shop.folder, shop.time);
  };
  const keepCopy = () => reopen(() => copyFileSync(path.join(shop.folder, 'store.sqlite'), older));
  const putCopyBack = () => reopen(() => copyFileSync(older, path.join(shop.folder, 'store.sqlite')));
  const lost = async () => (await shop.asNobody().stores.status()).lostNumbers;
  const kept = () => JSON.parse(readFileSync(numbersFile(), 'utf8')).highest;

  test('are stored beside it as soon as they are issued, readable by its account only', async () => {
    await sell();
    await sell();
    await transfer();
    await issue();
    await count();
    expect(kept()).toEqual({ 'order T1': 2, transfer: 1, issue: 1, stocktake: 1 });
    expect(statSync(numbersFile()).mode & 0o777).toBe(0o600);
  });

  test('are not raised by a refused call', async () => {
    await sell();
    const ticketId = await ticketOf(shop.as('cashier'), [apple, 1000]);
    const tenders = [{ kind: 'cash' as const, amountMinor: 1 }];
    await expect(shop.as('cashier').sales.completeTicket({ ticketId, tenders })).rejects.toMatchObject({
      code: 'PAID_TOO_LITTLE',
    });
    expect(kept()).toMatchObject({ 'order T1': 1 });
  });

  test('are not issued again after an older file is restored, and the missing ones are reported', async () => {
    await sell();
    await keepCopy();
    for (const give of [sell, sell, transfer, transfer, issue, count]) await give();
    await putCopyBack();
    const foundAt = shop.time.now;
    const ranges = [
      { from: 'T1-000002', to: 'T1-000003', foundAt },
      { from: 'TR-000001', to: 'TR-000002', foundAt },
      { from: 'IS-000001', to: 'IS-000001', foundAt },
      { from: 'CT-000001', to: 'CT-000001', foundAt },
    ];
    expect(await lost()).toEqual(ranges);
    const { rows } = await shop.as('admin').audit.list({ entity: 'numbers' });
    expect(rows.map(({ label }) => label).toReversed()).toEqual([
      'T1-000002 – T1-000003',
      'TR-000001 – TR-000002',
      'IS-000001',
      'CT-000001',
    ]);
    expect([await sell(), await transfer(), await issue(), await count()]).toEqual([
      'T1-000004',
      'TR-000003',
      'IS-000002',
      'CT-000002',
    ]);
    expect(checkAgreement(shop.store.database.handle)).toEqual([]);

    // The report appears once, and for a week.
    await reopen();
    expect(await lost()).toEqual(ranges);
    shop.time.now += WEEK_MS + 1;
    expect(await lost()).toEqual([]);
    expect(await sell()).toBe('T1-000005');
  });

  test('are not reported as missing after a restart, or in a copy of the whole folder', async () => {
    for (const give of [sell, transfer, issue, count]) await give();
    await reopen();
    expect(await lost()).toEqual([]);
    const copy = temporaryFolder();
    await reopen(() => cpSync(shop.folder, copy, { recursive: true }));
    const store = await openTestStore(copy, shop.time);
    expect(store.services.lostNumbers.list(readerOf(store))).toEqual([]);
    await store.close();
    rmSync(copy, { recursive: true });
    const { rows } = await shop.as('admin').audit.list({ entity: 'numbers' });
    expect(rows).toEqual([]);
    expect(await sell()).toBe('T1-000002');
  });

  test.for(['', 'no JSON', '[1', '{"order T1": -4}', '{"order T1": "many"}', 'null'])(
    'in a file that says %j are taken from the store, and the file is written again',
    async (content) => {
      await sell();
      await reopen(() => writeFileSync(numbersFile(), content));
      expect(await lost()).toEqual([]);
      expect(await sell()).toBe('T1-000002');
      expect(kept()).toMatchObject({ 'order T1': 2 });
    },
  );

  test('are stored again if the file is missing', async () => {
    await sell();
    await reopen(() => rmSync(numbersFile()));
    expect(kept()).toMatchObject({ 'order T1': 1 });
  });
});

test('after a power cut that lost the WAL, the next number is above all confirmed ones', async () => {
  const folder = temporaryFolder();
  const opened: StoreAtWork[] = [];
  try {
    await makeStore(folder, async (calls) => {
      const [place] = (await calls.stock.listLocations()).filter((one) => one.isSellingLocation);
      const { id } = await calls.catalogue.createProduct({
        name: 'Apple',
        barcodes: [{ code: CODE }],
        priceMinor: 120,
        taxRateMilliPercent: 23_000,
      });
      await calls.stock.receive({ productId: id, locationId: place?.id ?? 0, quantityMilli: 5_000_000 });
    });
    const confirmed: string[] = [];
    const sell = async ({ calls }: StoreAtWork) => {
      const { ticketId } = await calls.sales.scan({ code: CODE });
      const tenders = [{ kind: 'cash' as const, amountMinor: 120 }];
      return (await calls.sales.completeTicket({ ticketId, tenders })).number;
    };
    const first = await openForWork(folder);
    opened.push(first);
    await first.cutDuring(async (isOver) => {
      while (!isOver()) confirmed.push(await sell(first));
    }, 1000);
    expect(confirmed.length).toBeGreaterThan(5);
    for (const end of ['-wal', '-shm']) rmSync(path.join(folder, `store.sqlite${end}`), { force: true });
    const onDisk = lookAtFile(folder, (handle) =>
      handle.prepare('SELECT COUNT(*) FROM number_series').pluck().get(),
    );
    expect(onDisk).toBe(0);

    const second = await openForWork(folder);
    opened.push(second);
    const { lostNumbers } = await second.calls.stores.status();
    expect(lostNumbers).toMatchObject([{ from: 'T1-000001' }]);
    expect((lostNumbers[0]?.to ?? '') >= (confirmed.at(-1) ?? 'T2')).toBe(true);
    const next = await sell(second);
    expect(confirmed.every((number) => number < next)).toBe(true);
    await second.stop();
  } finally {
    for (const { app } of opened) await app.kill();
    rmSync(folder, { recursive: true, force: true });
  }
});
