import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { makeProduct } from '../../support/goods';
import { refuses, SHOP } from '../../support/sales';
import { OPENING_TIME, openTestShop, type TestShop } from '../../support/test-store';

const STOREROOM = 2;
const DAY_MS = 86_400_000;

describe('batches', () => {
  let shop: TestShop;
  let milk: number;
  beforeEach(async () => {
    shop = await openTestShop({ sessionHours: 720 });
    milk = makeProduct(shop, { name: 'Milk' });
  });
  afterEach(() => shop.close());

  const storekeeper = () => shop.as('storekeeper').stock;
  const receive = (number: string, expiresOn: string | null, locationId = SHOP, quantityMilli = 2000) =>
    storekeeper().receive({ productId: milk, locationId, quantityMilli, batch: { number, expiresOn } });
  const list = (all = false) => storekeeper().listBatches({ productId: milk, all });
  const batchOf = async (number: string) => {
    const found = (await list(true)).find((batch) => batch.number === number);
    if (!found) throw new Error(`There is no batch ${number}`);
    return found;
  };

  test('are listed by expiry with their stock by location, the selling location first', async () => {
    await receive('NEVER', null);
    await receive('LATE', '2027-02-01', STOREROOM, 3000);
    await receive('LATE', null, SHOP, 1000);
    await receive('EARLY', '2026-12-01');
    const batches = await list();
    expect(batches.map(({ number }) => number)).toEqual(['EARLY', 'LATE', 'NEVER']);
    expect(batches[1]).toMatchObject({
      expiresOn: '2027-02-01',
      onHandMilli: 4000,
      reservedMilli: 0,
      places: [
        { locationName: 'Shop', isSellingLocation: true, onHandMilli: 1000, availableMilli: 1000 },
        { locationName: 'Storeroom', isSellingLocation: false, onHandMilli: 3000, availableMilli: 3000 },
      ],
    });
  });

  test('show their value only to people who can see cost', async () => {
    await receive('B1', null);
    expect(await list()).toMatchObject([{ valueMinor: null }]);
    const manager = shop.as('manager').stock;
    expect(await manager.listBatches({ productId: milk })).toMatchObject([{ valueMinor: 200 }]);
  });

  test('that are used up are listed only on request', async () => {
    const entry = await receive('GONE', null);
    await storekeeper().waste({ entryId: entry.id, quantityMilli: 2000, reason: 'Spilt' });
    expect(await list()).toEqual([]);
    await receive('HERE', null);
    expect(await list(true)).toMatchObject([{ number: 'HERE' }, { number: 'GONE', onHandMilli: 0 }]);
    const one = { productId: milk, batchId: entry.batchId ?? 0 };
    expect(await storekeeper().listBatches(one)).toMatchObject([{ number: 'GONE' }]);
    const other = makeProduct(shop, { name: 'Tea' });
    expect(await storekeeper().listBatches({ ...one, productId: other })).toEqual([]);
  });

  test('cannot be received with an expiry that differs from their stored one', async () => {
    await receive('B1', '2026-12-01');
    await refuses(shop, () => receive('B1', '2026-12-02'), 'BATCH_EXPIRY_DIFFERS', {
      batchNumber: 'B1',
      expiresOn: '2026-12-01',
    });
  });

  test('get a corrected expiry with a reason, and the audit trail keeps both dates', async () => {
    await receive('B1', '2026-12-01');
    const { id, version } = await batchOf('B1');
    const changed = await storekeeper().changeBatch({
      id,
      version,
      expiresOn: '2027-01-12',
      reason: 'Misread',
    });
    expect(changed).toMatchObject({ expiresOn: '2027-01-12', version: version + 1 });
    expect(await list()).toMatchObject([{ expiresOn: '2027-01-12' }]);
    const { rows } = await shop.as('manager').audit.list({});
    expect(rows[0]).toMatchObject({
      action: 'stock.changeBatch',
      entity: 'batch',
      label: 'Milk, B1',
      before: { expiresOn: '2026-12-01' },
      after: { expiresOn: '2027-01-12', reason: 'Misread' },
    });
  });

  test('keep an expiry that another person has corrected meanwhile', async () => {
    await receive('B1', '2026-12-01');
    const { id, version } = await batchOf('B1');
    const change = { id, version, reason: 'Misread' };
    await storekeeper().changeBatch({ ...change, expiresOn: '2027-01-12' });
    const again = () => shop.as('manager').stock.changeBatch({ ...change, expiresOn: null });
    await refuses(shop, again, 'CHANGED_MEANWHILE', { what: 'B1', by: 'Storekeeper Test' });
  });

  test('get no corrected expiry without a reason', async () => {
    await receive('B1', '2026-12-01');
    const { id, version } = await batchOf('B1');
    const change = () => storekeeper().changeBatch({ id, version, expiresOn: null, reason: '' });
    await refuses(shop, change, 'REASON_MISSING');
  });

  test('have a history of their own that names them', async () => {
    const { batchId } = await receive('B1', null);
    await receive('B2', null);
    const { rows } = await storekeeper().history({ batchId: batchId ?? 0 });
    expect(rows).toMatchObject([{ kind: 'received', batchId, batchNumber: 'B1' }]);
  });

  describe('in the stock list', () => {
    const numbers = async (expiry: 'expired' | 'near') =>
      (await storekeeper().listEntries({ expiry })).rows.map((row) => row.batchNumber);

    test('are near expiry from today until the set number of days from now, the earliest first', async () => {
      await receive('LATER', '2026-12-05');
      await receive('IN TWO WEEKS', '2026-12-04');
      await receive('TODAY', '2026-11-20');
      await receive('YESTERDAY', '2026-11-19');
      await receive('NEVER', null);
      expect(await numbers('near')).toEqual(['TODAY', 'IN TWO WEEKS']);
      expect(await numbers('expired')).toEqual(['YESTERDAY']);
      await shop.as('admin').settings.change({ nearExpiryDays: 0 });
      expect(await numbers('near')).toEqual(['TODAY']);
      shop.time.now = OPENING_TIME + DAY_MS;
      expect(await numbers('expired')).toEqual(['YESTERDAY', 'TODAY']);
    });

    test('no longer count once none of them is on hand', async () => {
      const entry = await receive('OLD', '2026-11-19');
      await storekeeper().waste({ entryId: entry.id, quantityMilli: 2000, reason: 'Expired' });
      expect(await storekeeper().listEntries({ expiry: 'expired' })).toMatchObject({ rows: [], total: 0 });
    });
  });
});
