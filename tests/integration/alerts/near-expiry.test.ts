import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { Alert } from '#shared/contract/alerts';
import { txOf } from '../../support/connections';
import { makeProduct } from '../../support/goods';
import { SHOP } from '../../support/sales';
import { clientOf, openTestShop, openTestStore, type TestShop } from '../../support/test-store';

const DAY_MS = 86_400_000;
const STOREROOM = 2;

let shop: TestShop;
beforeEach(async () => {
  // The day is 20 November 2026.
  shop = await openTestShop({ nearExpiryDays: 7 });
});
afterEach(() => shop.close());

/** All alerts, oldest first. */
async function alerts(): Promise<Alert[]> {
  const { rows } = await shop.as('manager').alerts.list({});
  return rows.toReversed();
}
/** The alerts, oldest first; read from the database, since no session lasts through these days. */
const told = () =>
  shop.store.database.reader
    .prepare(`SELECT kind || iif(resolved_at IS NULL, '', ', over') FROM alert ORDER BY id`)
    .pluck()
    .all();

const look = () => shop.store.services.missedAlerts.find();

/** Receives five pieces of a batch; returns the product and the entry. */
async function milk(expiresOn: string, locationId = SHOP) {
  const productId = makeProduct(shop, { name: 'Milk', sku: 'MILK' });
  const batch = { number: 'L1', expiresOn };
  const entry = await shop.as('manager').stock.receive({ productId, locationId, quantityMilli: 5000, batch });
  return { productId, entry };
}

describe('near expiry', () => {
  test('raises an alert with the batch number, expiry and quantity over all locations', async () => {
    const { productId } = await milk('2026-11-27');
    const batch = { number: 'L1' };
    await shop.as('manager').stock.receive({ productId, locationId: STOREROOM, quantityMilli: 2000, batch });
    expect(await alerts()).toMatchObject([
      {
        kind: 'near expiry',
        productName: 'Milk',
        batchNumber: 'L1',
        expiresOn: '2026-11-27',
        quantityMilli: 5000,
        thresholdMilli: null,
        resolvedAt: null,
      },
    ]);
  });

  test('is raised once by the check when its day comes, and replaced by an expired alert later', async () => {
    await milk('2026-11-28');
    await look();
    expect(told()).toEqual([]);
    shop.time.now += DAY_MS;
    await look();
    await look();
    expect(told()).toEqual(['near expiry']);
    shop.time.now += 7 * DAY_MS;
    await look();
    expect(told()).toEqual(['near expiry']);
    shop.time.now += DAY_MS;
    await look();
    expect(told()).toEqual(['near expiry, over', 'expired']);
  });

  test('is resolved when none of the batch is left', async () => {
    const { entry } = await milk('2026-11-21');
    const { stock } = shop.as('storekeeper');
    await stock.waste({ entryId: entry.id, quantityMilli: 4000, reason: 'Sour' });
    expect(told()).toEqual(['near expiry']);
    await stock.waste({ entryId: entry.id, quantityMilli: 1000, reason: 'Sour' });
    expect(told()).toEqual(['near expiry, over']);
  });

  test('is resolved when the expiry is corrected, and raised again when the new date is near too', async () => {
    const { productId } = await milk('2026-11-21');
    const { handle, writes } = shop.store.database;
    const setExpiry = (day: string) =>
      writes.run(() => {
        handle.prepare('UPDATE batch SET expires_on = ?').run(day);
        shop.store.services.ledger.in(txOf(shop.store)).noteChange(productId);
      });
    await setExpiry('2026-11-23');
    expect(told()).toEqual(['near expiry, over', 'near expiry']);
    await setExpiry('2027-11-23');
    expect(told()).toEqual(['near expiry, over', 'near expiry, over']);
  });

  test('is neither raised again nor resolved by a clock that was set back', async () => {
    await milk('2026-11-21');
    shop.time.now += 2 * DAY_MS;
    await look();
    expect(told()).toEqual(['near expiry, over', 'expired']);
    for (const days of [-2, -30, 32]) {
      shop.time.now += days * DAY_MS;
      await look();
      expect(told()).toEqual(['near expiry, over', 'expired']);
    }
  });

  test('is resolved when the store looks fewer days ahead', async () => {
    await milk('2026-11-25');
    await shop.as('admin').settings.change({ nearExpiryDays: 2 });
    await look();
    expect(told()).toEqual(['near expiry, over']);
  });
});

describe('the alert check', () => {
  test('finds what changed while the app was closed, soon after the start, in several units of work', async () => {
    const { handle } = shop.store.database;
    const products = Array.from({ length: 1200 }, () => makeProduct(shop));
    handle.exec(
      `INSERT INTO stock_entry (product_id, location_id, on_hand_milli) SELECT id, 1, 1000 FROM product`,
    );
    handle.exec('UPDATE product SET threshold_milli = 1000');
    const { folder, time } = shop;
    const token = shop.tokenOf('manager');
    await shop.store.close();
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    const store = await openTestStore(folder, time);
    const manager = clientOf(store, token);
    expect(await manager.alerts.unread()).toMatchObject({ unread: 0 });
    vi.advanceTimersByTime(10_000);
    await vi.waitFor(
      async () => expect(await manager.alerts.unread()).toMatchObject({ unread: products.length }),
      { timeout: 20_000 },
    );
    vi.useRealTimers();
    await store.close();
    shop = await openTestShop();
  });

  test('repeats at the interval that the store sets, by elapsed time and not by the clock', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    const { folder, time } = shop;
    const productId = makeProduct(shop, { thresholdMilli: 1000 });
    const [admin, manager] = [shop.tokenOf('admin'), shop.tokenOf('manager')];
    await shop.store.close();
    const store = await openTestStore(folder, time);
    await clientOf(store, admin).settings.change({ alertCheckMinutes: 5 });
    const find = vi.spyOn(store.services.missedAlerts, 'find');
    vi.advanceTimersByTime(3000);
    await vi.waitFor(() => expect(find).toHaveBeenCalledTimes(1));
    await find.mock.results[0]?.value;
    store.database.handle
      .prepare('INSERT INTO stock_entry (product_id, location_id, on_hand_milli) VALUES (?, 1, 0)')
      .run(productId);
    time.now -= 30 * DAY_MS;
    await vi.advanceTimersByTimeAsync(5 * 60_000);
    time.now += 30 * DAY_MS;
    await vi.waitFor(async () => {
      const { unread } = await clientOf(store, manager).alerts.unread();
      expect(unread).toBe(1);
    });
    expect(find).toHaveBeenCalledTimes(2);
    vi.useRealTimers();
    await store.close();
    shop = await openTestShop();
  });
});
