import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Inputs } from '#shared/contract/index';
import { fillProducts } from '../../support/many-products';
import { openTestShop, type TestShop } from '../../support/test-store';

let shop: TestShop;
const list = (asked: Inputs['catalogue']['listProducts'] = {}) =>
  shop.as('manager').catalogue.listProducts(asked);
const names = async (asked: Inputs['catalogue']['listProducts']) =>
  (await list(asked)).rows.map(({ name }) => name);

describe('a product list', () => {
  let drinksId: number;

  beforeAll(async () => {
    shop = await openTestShop();
    const admin = shop.as('admin').catalogue;
    const drinks = await admin.createCategory({ name: 'Drinks' });
    const juices = await admin.createCategory({ name: 'Juices', parentId: drinks.id });
    drinksId = drinks.id;
    const product = { priceMinor: 200, taxRateMilliPercent: 0 };
    await admin.createProduct({ ...product, name: 'water', categoryId: drinks.id, costMinor: 10 });
    await admin.createProduct({ ...product, name: 'Apple Juice', categoryId: juices.id, costMinor: 30 });
    shop.time.now += 24 * 60 * 60 * 1_000;
    const manager = shop.as('manager').catalogue;
    await manager.createProduct({ ...product, name: 'Bread', priceMinor: 100, costMinor: 20 });
    await manager.createProduct({ ...product, name: 'Old Bread', status: 'archived', costMinor: 20 });
  });
  afterAll(() => shop.close());

  test('is sorted by name regardless of case, with all statuses, by default', async () => {
    expect(await names({})).toEqual(['Apple Juice', 'Bread', 'Old Bread', 'water']);
  });

  test('shows a category with its subcategories', async () => {
    expect(await names({ categoryId: drinksId })).toEqual(['Apple Juice', 'water']);
  });

  test('can be filtered by status, by creator, or by creation since a day of the store', async () => {
    expect(await names({ statuses: ['archived'] })).toEqual(['Old Bread']);
    expect(await names({ statuses: ['active', 'inactive'], search: 'bread' })).toEqual(['Bread']);
    expect(await names({ createdById: shop.accountIdOf('admin') })).toEqual(['Apple Juice', 'water']);
    expect(await names({ createdFrom: '2026-11-21' })).toEqual(['Bread', 'Old Bread']);
    expect(await names({ createdFrom: '2026-11-22' })).toEqual([]);
  });

  test('sorts by several columns in turn, each in either direction', async () => {
    expect(await names({ sort: [{ by: 'price' }, { by: 'name', descending: true }] })).toEqual([
      'Bread',
      'water',
      'Old Bread',
      'Apple Juice',
    ]);
    expect(await names({ sort: [{ by: 'cost', descending: true }, { by: 'name' }] })).toEqual([
      'Apple Juice',
      'Bread',
      'Old Bread',
      'water',
    ]);
    expect(await names({ sort: [{ by: 'createdAt', descending: true }, { by: 'price' }] })).toEqual([
      'Bread',
      'Old Bread',
      'water',
      'Apple Juice',
    ]);
  });

  test('shows a page of the chosen size, with the total', async () => {
    expect(await list({ offset: 1, limit: 2 })).toMatchObject({
      rows: [{ name: 'Bread' }, { name: 'Old Bread' }],
      total: 4,
      totalIsExact: true,
    });
    expect(await list({ offset: 10 })).toMatchObject({ rows: [], total: 4 });
  });

  test('finds words as the search box does, including archived products', async () => {
    expect(await names({ search: 'bre' })).toEqual(['Bread', 'Old Bread']);
    expect(await names({ search: 'b', categoryId: drinksId })).toEqual([]);
    expect(await names({ search: '"' })).toEqual([]);
  });
});

describe('a long list', () => {
  const EVERYTHING = 3_000;

  beforeAll(async () => {
    shop = await openTestShop();
    fillProducts(shop.store.database.handle, EVERYTHING);
  });
  afterAll(() => shop.close());

  async function allPages(asked: Inputs['catalogue']['listProducts']) {
    const rows: Awaited<ReturnType<typeof list>>['rows'] = [];
    for (let offset = 0; ; offset += 500) {
      const page = await list({ ...asked, offset, limit: 500 });
      rows.push(...page.rows);
      if (page.rows.length < 500) return rows;
    }
  }

  test('says more than 1,000 instead of counting further', async () => {
    expect(await list()).toMatchObject({ total: 1_000, totalIsExact: false });
  });

  test('shows each product once, up to the end', async () => {
    const rows = await allPages({ sort: [{ by: 'price', descending: true }] });
    expect(new Set(rows.map(({ id }) => id)).size).toBe(EVERYTHING);
    const prices = rows.map(({ priceMinor }) => priceMinor);
    expect(prices).toEqual(prices.toSorted((a, b) => b - a));
  });

  test('shows the same result whether few or many match', async () => {
    const idsOf = async (asked: Inputs['catalogue']['listProducts']) =>
      (await allPages({ ...asked, statuses: ['active'], sort: [{ by: 'name' }] })).map(({ id }) => id);
    const everything = await idsOf({});
    const few = await idsOf({ search: 'F0012' });
    expect(few.length).toBeGreaterThan(50);
    expect(few).toEqual(everything.filter((id) => id >= 1_200 && id < 1_300));
    expect(await idsOf({ search: 'F00' })).toEqual(everything);
  });
});
