import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Role } from '#shared/contract/common';
import { ended, fileOf } from '../../support/jobs';
import { fillProducts } from '../../support/many-products';
import { openTestShop, type TestShop } from '../../support/test-store';

let shop: TestShop;

beforeEach(async () => {
  shop = await openTestShop();
});
afterEach(() => shop.close());

type Choice = Parameters<ReturnType<TestShop['as']>['catalogue']['exportProducts']>[0];

async function exported(choice: Choice = {}, role: Role = 'manager') {
  const client = shop.as(role);
  const { id } = await client.catalogue.exportProducts(choice);
  const { summary } = await ended(client, id);
  return { summary, ...(await fileOf(client, id)) };
}

const names = (text: string) =>
  text
    .split('\r\n')
    .slice(1, -1)
    .map((line) => line.split(',')[0]);

async function makeProducts() {
  const { catalogue, stock } = shop.as('manager');
  const drinks = await catalogue.createCategory({ name: 'Drinks' });
  const tea = await catalogue.createCategory({ name: 'Tea', parentId: drinks.id });
  const green = await catalogue.createProduct({
    name: 'Green tea',
    sku: 'TEA-1',
    description: 'Loose, "first" flush',
    categoryId: tea.id,
    priceMinor: 450,
    costMinor: 199,
    unit: 'kg',
    taxRateMilliPercent: 8125,
    discountMilliPercent: 12_500,
    thresholdMilli: 1500,
    reorderMilli: 10_000,
    preferredSupplier: 'Tea House',
    barcodes: [
      { code: '4006381333931', kind: 'ean13' },
      { code: 'SACK', kind: 'own', quantityMilli: 12_500 },
      { code: 'TEA-X', kind: 'own' },
    ],
  });
  await stock.receive({ productId: green.id, locationId: 2, quantityMilli: 2_250 });
  await catalogue.createProduct({
    name: '=1+1',
    priceMinor: 100,
    taxRateMilliPercent: 0,
    sku: 'F-1',
    unit: 'piece',
  });
  return { drinks };
}

test('an export has every column that a product import accepts, under known headings', async () => {
  await makeProducts();
  const { text, fileName, summary } = await exported();
  expect(fileName).toBe('products-2026-11-20.csv');
  expect(summary).toEqual({ rows: 2 });
  expect(text.split('\r\n')).toEqual([
    'Name,SKU,Barcodes,Category,Price,Cost,Unit,Tax %,Discount %,Status,Low-stock level,Reorder quantity,Supplier,Description,Stock,Available,Pack barcodes',
    "'=1+1,F-1,,,1,0,piece,0,0,active,,,,,0,0,",
    'Green tea,TEA-1,4006381333931; TEA-X,Drinks > Tea,4.5,1.99,kg,8.125,12.5,active,1.5,10,Tea House,"Loose, ""first"" flush",2.25,2.25,SACK x 12.5',
    '',
  ]);
});

test('an export has the products of the list, in the same order', async () => {
  const { drinks } = await makeProducts();
  const dearest = await exported({ sort: [{ by: 'price', descending: true }] });
  expect(names(dearest.text)).toEqual(['Green tea', "'=1+1"]);
  expect(names((await exported({ categoryId: drinks.id })).text)).toEqual(['Green tea']);
  expect(names((await exported({ search: 'TEA-1' })).text)).toEqual(['Green tea']);
  expect(names((await exported({ statuses: ['archived'] })).text)).toEqual([]);
});

test('an export by a storekeeper has no cost column, and cannot be sorted by cost', async () => {
  await makeProducts();
  const { text } = await exported({}, 'storekeeper');
  expect(text.split('\r\n')[0]).not.toContain('Cost');
  expect(text).not.toContain('1.99');
  await expect(
    shop.as('storekeeper').catalogue.exportProducts({ sort: [{ by: 'cost' }] }),
  ).rejects.toMatchObject({ code: 'NOT_PERMITTED' });
});

test('an export shows one state of the store and each product once, despite changes meanwhile', async () => {
  fillProducts(shop.store.database.handle, 3_000);
  const { id } = await shop.as('manager').catalogue.exportProducts({});
  await expect(shop.as('manager').catalogue.exportProducts({})).rejects.toMatchObject({
    code: 'JOB_RUNNING',
  });
  await expect
    .poll(async () => (await shop.as('manager').jobs.list())[0]?.done, { interval: 1 })
    .toBeGreaterThan(0);
  shop.store.database.handle.exec("UPDATE product SET name = 'ZZZ ' || name");
  expect(await ended(shop.as('manager'), id)).toMatchObject({ summary: { rows: 3_000 } });
  const { text } = await fileOf(shop.as('manager'), id);
  const skus = text.match(/\bF\d{6}\b/g) ?? [];
  expect(new Set(skus).size).toBe(3_000);
  expect(text).not.toContain('ZZZ');
});
