import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Inputs } from '#shared/contract/index';
import { SHOP, stocked } from '../../support/sales';
import { OPENING_TIME, openTestShop, type TestShop } from '../../support/test-store';

const DAY_MS = 86_400_000;

/** Tea and coffee are low on Friday; on Saturday coffee and milk with a near expiry are received. */
describe('alerts', () => {
  let shop: TestShop;
  let teaId: number;
  beforeAll(async () => {
    shop = await openTestShop({ sessionHours: 48 });
    const { stock } = shop.as('manager');
    teaId = await stocked(shop, { name: 'Tea', priceMinor: 100, onHandMilli: 1000, thresholdMilli: 2000 });
    const low = { priceMinor: 100, onHandMilli: 1000, thresholdMilli: 2000 };
    const coffeeId = await stocked(shop, { name: 'Coffee', ...low });
    const milkId = await stocked(shop, { name: 'Milk', priceMinor: 100, onHandMilli: 0 });
    shop.time.now = OPENING_TIME + DAY_MS;
    const batch = { number: 'L1', expiresOn: '2026-11-23' };
    await stock.receive({ productId: coffeeId, locationId: SHOP, quantityMilli: 9000 });
    await stock.receive({ productId: milkId, locationId: SHOP, quantityMilli: 9000, batch });
  });
  afterAll(() => shop.close());

  const names = async (input: Inputs['alerts']['list']) => {
    const { rows, total } = await shop.as('storekeeper').alerts.list(input);
    return [...rows.map(({ productName }) => productName), total];
  };

  test('are all kept and listed newest first', async () => {
    expect(await names({})).toEqual(['Milk', 'Coffee', 'Tea', 3]);
    expect(await names({ limit: 1, offset: 1 })).toEqual(['Coffee', 3]);
  });

  test.for<[string, Inputs['alerts']['list'], string[]]>([
    ['kind', { kind: 'near expiry' }, ['Milk']],
    ['state, open', { state: 'open' }, ['Milk', 'Tea']],
    ['state, resolved', { state: 'resolved' }, ['Coffee']],
    ['words of a product', { search: 'cof' }, ['Coffee']],
    ['the first days', { to: '2026-11-20' }, ['Coffee', 'Tea']],
    ['the last days', { from: '2026-11-21' }, ['Milk']],
    ['several of these', { state: 'open', kind: 'low stock', from: '2026-11-20', to: '2026-11-20' }, ['Tea']],
  ])('are found by %s', async ([, filter, found]) => {
    expect(await names(filter)).toEqual([...found, found.length]);
  });

  test('of one product are found by its id', async () => {
    expect(await names({ productId: teaId })).toEqual(['Tea', 1]);
  });

  test('are unread for each person while they are open and not seen', async () => {
    const { alerts } = shop.as('manager');
    const { unread, newest } = await alerts.unread();
    expect(unread).toBe(2);
    expect(newest.map(({ productName, isUnread }) => [productName, isUnread])).toEqual([
      ['Milk', true],
      ['Coffee', false],
      ['Tea', true],
    ]);
    await alerts.markSeen({ ids: [newest[0]?.id ?? 0] });
    expect(await alerts.unread()).toMatchObject({ unread: 1, newest: [{ isUnread: false }, {}, {}] });
    await alerts.markSeen({ ids: 'all' });
    await alerts.markSeen({ ids: 'all' });
    expect(await alerts.unread()).toMatchObject({ unread: 0 });
    expect(await shop.as('storekeeper').alerts.unread()).toMatchObject({ unread: 2 });
  });

  test('are not available to a cashier or a customer', async () => {
    for (const role of ['cashier', 'customer'] as const) {
      const { alerts } = shop.as(role);
      for (const call of [alerts.list({}), alerts.unread(), alerts.markSeen({ ids: 'all' })]) {
        await expect(call).rejects.toMatchObject({ code: 'NOT_PERMITTED' });
      }
    }
  });

  test('notify open windows when one is raised, resolved or read', async () => {
    const topics: string[] = [];
    const stop = shop.store.services.changes.listen((topic) => topics.push(topic));
    const { stock, alerts } = shop.as('manager');
    const receive = () => stock.receive({ productId: teaId, locationId: SHOP, quantityMilli: 1000 });
    const heard = async (work: () => Promise<unknown>) => {
      topics.length = 0;
      await work();
      return topics.includes('alerts');
    };
    expect(await heard(receive)).toBe(false);
    expect(await heard(receive)).toBe(true);
    expect(await heard(() => alerts.markSeen({ ids: 'all' }))).toBe(true);
    stop();
  });
});
