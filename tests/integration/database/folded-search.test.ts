import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { PHONE, SHOP, stocked, ticketOf } from '../../support/sales';
import { openTestShop, type TestShop } from '../../support/test-store';

const STOREROOM = 2;

describe('a search with ß, ss or accents', () => {
  let shop: TestShop;
  const manager = () => shop.as('manager');

  beforeAll(async () => {
    shop = await openTestShop();
    const tea = await stocked(shop, { name: 'Tee Straße', priceMinor: 500 });
    await stocked(shop, { name: 'Milch Strasse', priceMinor: 500 });
    await stocked(shop, { name: 'Öl', priceMinor: 500 });
    for (const customerName of ['Jörg Weiß', 'Jorg Weiss']) {
      const ticketId = await ticketOf(shop.as('cashier'), tea);
      await shop.as('cashier').sales.placeOrder({ ticketId, channelId: PHONE, customerName });
    }
    const account = { username: 'weiss', firstName: 'Zoé', lastName: 'Weiß', role: 'cashier' } as const;
    await shop.as('admin').people.createAccount({ ...account, password: 'correct horse battery staple' });
    await manager().tasks.create({
      kind: 'other',
      text: 'Straße kehren',
      assignee: { role: 'cashier' },
      dueOn: null,
    });
    const issue = await manager().issues.start({ locationId: SHOP, holder: { name: 'Café Weiß' } });
    await manager().issues.change({ id: issue.id, version: issue.version, note: 'Straßenfest' });
    const transfer = await manager().transfers.start({ fromLocationId: SHOP, toLocationId: STOREROOM });
    await manager().transfers.change({ id: transfer.id, version: transfer.version, note: 'Straßenfest' });
    await manager().stocktakes.start({ locationId: STOREROOM, note: 'Straßenfest' });
  });
  afterAll(() => shop.close());

  test.each(['strasse', 'STRASSE', 'Straße', 'STRAẞE'])(
    'finds both Straße and Strasse by %s',
    async (text) => {
      const { rows } = await shop.as('cashier').catalogue.findProducts({ text });
      expect(rows.map(({ name }) => name)).toEqual(['Milch Strasse', 'Tee Straße']);
      const listed = await manager().catalogue.listProducts({ search: text });
      expect(listed.rows.map(({ name }) => name)).toEqual(['Milch Strasse', 'Tee Straße']);
      const entries = await manager().stock.listEntries({ search: text });
      expect(entries.rows.map(({ productName }) => productName)).toEqual(['Milch Strasse', 'Tee Straße']);
    },
  );

  test.each(['weiss', 'WEIß'])('finds accounts, customers and holders by %s', async (search) => {
    expect((await manager().sales.listOrders({ search })).total).toBe(2);
    const accounts = await shop.as('admin').people.listAccounts({ search });
    expect(accounts.rows.map(({ username }) => username)).toEqual(['weiss']);
    expect(await manager().issues.holders({ search })).toMatchObject([
      { name: 'Café Weiß' },
      { name: 'Zoé Weiß' },
    ]);
    expect((await manager().issues.list({ search })).total).toBe(1);
    const audited = await shop.as('admin').audit.list({ search, entity: 'account' });
    expect(audited.rows.map(({ label }) => label)).toEqual(['Zoé Weiß']);
  });

  test('finds notes and tasks, too', async () => {
    for (const search of ['strasse', 'Straße']) {
      expect((await manager().tasks.list({ search })).total).toBe(1);
      expect((await manager().issues.list({ search })).total).toBe(1);
      expect((await manager().transfers.list({ search })).total).toBe(1);
      expect((await manager().stocktakes.list({ search })).total).toBe(1);
    }
  });

  test('ignores an accent, but does not match its two-letter spelling', async () => {
    const found = async (text: string) =>
      (await shop.as('cashier').catalogue.findProducts({ text })).rows.map(({ name }) => name);
    expect(await found('ol')).toEqual(['Öl']);
    expect(await found('öl')).toEqual(['Öl']);
    expect(await found('oel')).toEqual([]);
    expect((await shop.as('admin').people.listAccounts({ search: 'zoe' })).total).toBe(1);
    expect((await manager().sales.listOrders({ search: 'joerg' })).total).toBe(0);
  });
});
