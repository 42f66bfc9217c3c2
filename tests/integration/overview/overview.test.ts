import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Role } from '#shared/contract/common';
import { txOf } from '../../support/connections';
import { readPdfFile } from '../../support/pdf-text';
import { openTestShop, type TestShop } from '../../support/test-store';

let shop: TestShop;
/** Ids by name. */
let category: Record<'drinks' | 'tea' | 'coffee', number>;
let product: Record<'greenTea' | 'beans' | 'juice' | 'bread', number>;

const manager = () => shop.as('manager');
const overviewOf = (role: Role) => shop.as(role).overview;
const SHOP = 1;
const STOREROOM = 2;

const receive = (productId: number, locationId: number, quantityMilli: number, unitCostMinor: number) =>
  manager().stock.receive({
    productId,
    locationId,
    quantityMilli,
    cost: { unitTenThousandths: 100 * unitCostMinor },
  });

beforeEach(async () => {
  shop = await openTestShop({ nearExpiryDays: 7 });
  const { catalogue } = manager();
  const drinks = (await catalogue.createCategory({ name: 'Drinks' })).id;
  category = {
    drinks,
    tea: (await catalogue.createCategory({ name: 'Tea', parentId: drinks })).id,
    coffee: (await catalogue.createCategory({ name: 'Coffee', parentId: drinks })).id,
  };
  const make = async (name: string, more: object) =>
    (await catalogue.createProduct({ name, priceMinor: 500, taxRateMilliPercent: 0, unit: 'piece', ...more }))
      .id;
  product = {
    greenTea: await make('Green tea', { categoryId: category.tea, unit: 'kg' }),
    beans: await make('Beans', { categoryId: category.coffee }),
    juice: await make('Juice', { categoryId: category.drinks }),
    bread: await make('Bread', {}),
  };
  await receive(product.greenTea, SHOP, 1_500, 1000);
  await receive(product.greenTea, STOREROOM, 500, 1000);
  await receive(product.beans, STOREROOM, 3_000, 700);
  await receive(product.juice, SHOP, 10_000, 150);
  await receive(product.bread, SHOP, 2_000, 99);
});
afterEach(() => shop.close());

const pieces = (count: number) => ({ unit: 'piece', onHandMilli: count * 1000 });
const kilos = (milli: number) => ({ unit: 'kg', onHandMilli: milli });

describe('the total stock', () => {
  test('is counted by unit and valued at cost', async () => {
    expect(await overviewOf('manager').figures()).toEqual({
      at: shop.time.now,
      products: 4,
      quantities: [pieces(15), kilos(2_000)],
      valueMinor: 2000 + 2100 + 1500 + 198,
      low: 0,
      nearExpiry: 0,
      expired: 0,
    });
  });

  test('is current after any stock change', async () => {
    await overviewOf('manager').figures();
    shop.time.now += 1000;
    await receive(product.bread, SHOP, 1_000, 99);
    expect(await overviewOf('manager').figures()).toMatchObject({
      at: shop.time.now,
      valueMinor: 5798 + 99,
    });
  });
});

describe('stock by category', () => {
  test('shows each category by name with its subcategories, and products without one', async () => {
    expect(await overviewOf('manager').categories({})).toEqual({
      path: [],
      rows: [
        {
          categoryId: category.drinks,
          name: 'Drinks',
          hasSubcategories: true,
          products: 3,
          quantities: [pieces(13), kilos(2_000)],
          valueMinor: 5600,
        },
        {
          categoryId: null,
          name: '',
          hasSubcategories: false,
          products: 1,
          quantities: [pieces(2)],
          valueMinor: 198,
        },
      ],
    });
  });

  test('shows subcategories, the products directly in the category, and each of its products', async () => {
    const { path, rows } = await overviewOf('manager').categories({ categoryId: category.drinks });
    expect(path).toEqual([{ id: category.drinks, name: 'Drinks' }]);
    expect(rows.map(({ name, valueMinor }) => [name, valueMinor])).toEqual([
      ['Coffee', 2100],
      ['Tea', 2000],
      ['', 1500],
    ]);
    expect(await overviewOf('manager').products({ categoryId: category.tea })).toEqual({
      rows: [
        {
          productId: product.greenTea,
          productName: 'Green tea',
          sku: expect.any(String),
          unit: 'kg',
          onHandMilli: 2_000,
          availableMilli: 2_000,
          valueMinor: 2000,
        },
      ],
      total: 1,
      totalIsExact: true,
    });
    expect((await overviewOf('manager').products({ categoryId: null })).rows).toMatchObject([
      { productName: 'Bread' },
    ]);
  });

  test('of an unknown category is refused', async () => {
    await expect(overviewOf('manager').categories({ categoryId: 99 })).rejects.toMatchObject({
      code: 'NOT_FOUND',
      data: { what: 'category' },
    });
  });
});

describe('stock by location', () => {
  test('counts a product at each location that has stock of it', async () => {
    expect(await overviewOf('manager').locations()).toMatchObject([
      { name: 'Shop', products: 3, quantities: [pieces(12), kilos(1_500)], valueMinor: 1500 + 1500 + 198 },
      { name: 'Storeroom', products: 2, quantities: [pieces(3), kilos(500)], valueMinor: 500 + 2100 },
    ]);
  });

  test('adds up to the value of the total stock, to the cent', async () => {
    await receive(product.bread, STOREROOM, 1_000, 100);
    const { valueMinor } = await overviewOf('manager').figures();
    for (const rows of [
      await overviewOf('manager').locations(),
      (await overviewOf('manager').categories({})).rows,
    ]) {
      expect(rows.reduce((sum, row) => sum + (row.valueMinor ?? 0), 0)).toBe(valueMinor);
    }
  });
});

describe('the stock list and the overview', () => {
  const valuesAt = async (productId: number) => {
    const { rows } = await manager().stock.listEntries({ productId });
    return rows.map(({ locationName, valueMinor }) => [locationName, valueMinor]);
  };
  const worthOfPlaces = async (): Promise<Record<string, number | null>> =>
    Object.fromEntries(
      (await overviewOf('manager').locations()).map(({ name, valueMinor }) => [name, valueMinor]),
    );
  const lone = async (name: string) =>
    (await manager().catalogue.createProduct({ name, priceMinor: 500, taxRateMilliPercent: 0 })).id;

  test('divide a value in the same way and lose no cent of it', async () => {
    const before = await worthOfPlaces();
    const pen = await lone('Pen');
    await receive(pen, SHOP, 1_000, 66);
    await receive(pen, STOREROOM, 1_000, 67);
    expect(await valuesAt(pen)).toEqual([
      ['Shop', 67],
      ['Storeroom', 66],
    ]);
    const after = await worthOfPlaces();
    expect(after).toEqual({ Shop: (before.Shop ?? 0) + 67, Storeroom: (before.Storeroom ?? 0) + 66 });
  });

  test('give no value to a location below zero, and no more than the total to the others', async () => {
    const before = await worthOfPlaces();
    await shop.as('admin').settings.change({ allowNegativeStock: true });
    const ink = await lone('Ink');
    await receive(ink, STOREROOM, 5_000, 1000);
    const { sales } = shop.as('cashier');
    const { ticketId, totals } = await sales.addLine({ productId: ink, quantityMilli: 2_000 });
    await sales.completeTicket({
      ticketId,
      tenders: [{ kind: 'card', amountMinor: totals.totalMinor }],
    });
    expect(await valuesAt(ink)).toEqual([
      ['Shop', 0],
      ['Storeroom', 3000],
    ]);
    expect(await worthOfPlaces()).toEqual({ ...before, Storeroom: (before.Storeroom ?? 0) + 3000 });
    const figures = await overviewOf('manager').figures();
    const { rows } = await manager().stock.listEntries({});
    expect(rows.reduce((sum, { valueMinor }) => sum + (valueMinor ?? 0), 0)).toBe(figures.valueMinor);
  });

  test('show the same value for a batch that expires at two locations', async () => {
    const batch = { number: 'SOON', expiresOn: '2026-11-25' };
    for (const [locationId, totalMinor] of [
      [SHOP, 66],
      [STOREROOM, 67],
    ] as const)
      await manager().stock.receive({
        productId: product.juice,
        locationId,
        quantityMilli: 1_000,
        cost: { totalMinor },
        batch,
      });
    const listed = await manager().stock.listEntries({ expiry: 'near' });
    const overview = await overviewOf('manager').expiring({});
    const shown = ({ rows }: { rows: { locationName: string; valueMinor: number | null }[] }) =>
      Object.fromEntries(rows.map(({ locationName, valueMinor }) => [locationName, valueMinor]));
    expect(shown(listed)).toEqual({ Shop: 67, Storeroom: 66 });
    expect(shown(overview)).toEqual(shown(listed));
  });
});

describe('low stock', () => {
  test('is at or below its threshold, over all locations or at one with its own threshold', async () => {
    await manager().catalogue.changeProduct({ id: product.beans, version: 1, thresholdMilli: 3_000 });
    await manager().catalogue.changeProduct({ id: product.juice, version: 1, thresholdMilli: 9_000 });
    await manager().alerts.setLocationThreshold({
      productId: product.greenTea,
      locationId: STOREROOM,
      thresholdMilli: 600,
    });
    expect((await overviewOf('manager').low({})).rows).toMatchObject([
      { productName: 'Beans', locationName: '', availableMilli: 3_000, thresholdMilli: 3_000 },
      { productName: 'Green tea', locationName: 'Storeroom', availableMilli: 500, thresholdMilli: 600 },
    ]);
    expect(await overviewOf('manager').figures()).toMatchObject({ low: 2 });
  });

  test('includes neither archived products nor products that were never stocked', async () => {
    await manager().catalogue.changeProduct({
      id: product.beans,
      version: 1,
      thresholdMilli: 9_000,
      status: 'archived',
    });
    await manager().catalogue.createProduct({
      name: 'Cake',
      priceMinor: 100,
      taxRateMilliPercent: 0,
      unit: 'piece',
      thresholdMilli: 0,
    });
    expect((await overviewOf('manager').low({})).rows).toEqual([]);
  });
});

describe('expiring stock', () => {
  const idOf = async (number: string): Promise<number | undefined> => {
    const { rows } = await manager().stock.listEntries({ productId: product.juice });
    return rows.find(({ batchNumber }) => batchNumber === number)?.batchId ?? undefined;
  };
  const batch = (number: string, expiresOn: string, quantityMilli = 1_000) =>
    manager().stock.receive({
      productId: product.juice,
      locationId: SHOP,
      quantityMilli,
      cost: { unitTenThousandths: 15_000 },
      batch: { number, expiresOn },
    });

  test("is expired, or expires within the store's number of days, the earliest first", async () => {
    await batch('LATER', '2026-11-28');
    await batch('SOON', '2026-11-27', 2_000);
    await batch('TODAY', '2026-11-20');
    await batch('GONE', '2026-11-19');
    expect((await overviewOf('manager').expiring({})).rows).toMatchObject([
      { batchNumber: 'GONE', isExpired: true, valueMinor: 150 },
      { batchNumber: 'TODAY', isExpired: false },
      { batchNumber: 'SOON', isExpired: false, onHandMilli: 2_000, locationName: 'Shop', valueMinor: 300 },
    ]);
    expect(await overviewOf('manager').figures()).toMatchObject({ nearExpiry: 2, expired: 1 });
  });

  test('is counted by batch, even if a batch is at several locations', async () => {
    await batch('SOON', '2026-11-27', 2_000);
    await manager().transfers.postNow({
      fromLocationId: SHOP,
      toLocationId: STOREROOM,
      lines: [{ productId: product.juice, quantityMilli: 1_000, batchId: await idOf('SOON') }],
    });
    expect((await overviewOf('manager').expiring({})).rows).toHaveLength(2);
    expect(await overviewOf('manager').figures()).toMatchObject({ nearExpiry: 1 });
  });

  test('changes with the day, even without a stock change', async () => {
    await batch('TODAY', '2026-11-20');
    expect(await overviewOf('manager').figures()).toMatchObject({ nearExpiry: 1, expired: 0 });
    shop.time.now = Date.UTC(2026, 10, 20, 17, 59);
    expect(await overviewOf('manager').figures()).toMatchObject({ nearExpiry: 1 });
    shop.time.now = Date.UTC(2026, 10, 21, 0, 1);
    const token = shop.store.services.sessions
      .in(txOf(shop.store))
      .open(shop.accountIdOf('manager'), 1, 'password', shop.time.now);
    expect(await shop.withToken(token).overview.figures()).toMatchObject({ nearExpiry: 0, expired: 1 });
  });
});

describe('a person who cannot see cost', () => {
  test('sees everything except values', async () => {
    const { overview } = shop.as('storekeeper');
    expect(await overview.figures()).toMatchObject({ products: 4, valueMinor: null });
    const lists = [
      (await overview.categories({})).rows,
      await overview.locations(),
      (await overview.products({ categoryId: category.tea })).rows,
    ];
    expect(lists.flat().map(({ valueMinor }) => valueMinor)).toEqual([null, null, null, null, null]);
  });

  test('gets no value column on paper', async () => {
    const textOf = async (role: Role) =>
      (await readPdfFile(await overviewOf(role).pdf({ list: 'categories' }))).text;
    expect(await textOf('manager')).toContain('Total€57.98');
    expect(await textOf('storekeeper')).not.toMatch(/€|Value/);
  });
});

test('every list can be printed', async () => {
  await manager().catalogue.changeProduct({ id: product.beans, version: 1, thresholdMilli: 3_000 });
  const print = async (input: Parameters<ReturnType<typeof overviewOf>['pdf']>[0]) => {
    const file = await overviewOf('manager').pdf(input);
    return `${file.name}\n${(await readPdfFile(file)).text}`;
  };
  expect(await print({ list: 'categories', categoryId: category.drinks })).toMatch(
    /^stock-categories-2026-11-20\.pdf\nStock by category\nCorner Shop\n.*\nDrinks\n/,
  );
  expect(await print({ list: 'categories', categoryId: category.drinks })).toContain('Drinks only');
  expect(await print({ list: 'locations' })).toContain('Storeroom23 pcs, 0.5\u00a0kg');
  expect(await print({ list: 'low' })).toContain('All locations33');
  expect(await print({ list: 'expiring' })).toContain('Page 1 of 1');
});
