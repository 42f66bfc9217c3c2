import { afterEach, beforeEach, expect, test } from 'vitest';
import { imported, looked, upload } from '../../support/imports';
import { openTestShop, type TestShop } from '../../support/test-store';

let shop: TestShop;
beforeEach(async () => {
  shop = await openTestShop();
});
afterEach(() => shop.close());

const TEXT = 'Name,SKU,Price,Cost,Discount,Stock\nTea,TEA,5,2,10,7\nMug,MUG,9,3,,\n';

test("a storekeeper's file is imported without prices and costs, and inactive until a manager prices it", async () => {
  const storekeeper = shop.as('storekeeper');
  const { fileId, choices } = await looked(storekeeper, TEXT);
  const { ignored } = await storekeeper.imports.preview({ fileId, choices });
  expect(ignored).toEqual([
    { field: 'price', needs: 'editPrices' },
    { field: 'cost', needs: 'editPrices' },
    { field: 'discount', needs: 'editPrices' },
  ]);
  await imported(storekeeper, TEXT);
  const { rows } = await shop.as('manager').catalogue.listProducts({ sort: [{ by: 'name' }] });
  expect(
    rows.map(({ sku, priceMinor, costMinor, discountMilliPercent, status }) => ({
      sku,
      priceMinor,
      costMinor,
      discountMilliPercent,
      status,
    })),
  ).toEqual([
    { sku: 'MUG', priceMinor: 0, costMinor: 0, discountMilliPercent: 0, status: 'inactive' },
    { sku: 'TEA', priceMinor: 0, costMinor: 0, discountMilliPercent: 0, status: 'inactive' },
  ]);
});

test('a storekeeper cannot use a file to activate a product without a price', async () => {
  await imported(shop.as('storekeeper'), TEXT);
  const { refusedFor } = await imported(shop.as('storekeeper'), 'Name,SKU,Status\nTea,TEA,active');
  expect(refusedFor).toEqual([{ reason: 'NOT_PERMITTED', rows: 1 }]);
});

test('costs are dropped for people who cannot see cost, and stock for people who cannot move it', async () => {
  const { people } = shop.as('admin');
  await people.changePermission({ role: 'storekeeper', permission: 'editPrices', grant: 'yes' });
  await people.changePermission({ role: 'storekeeper', permission: 'moveStock', grant: 'no' });
  const storekeeper = shop.as('storekeeper');
  const { fileId, choices } = await looked(storekeeper, TEXT);
  const { ignored } = await storekeeper.imports.preview({ fileId, choices });
  expect(ignored).toEqual([
    { field: 'cost', needs: 'seeCost' },
    { field: 'stock', needs: 'moveStock' },
  ]);
  await imported(storekeeper, TEXT);
  const { rows } = await shop.as('manager').catalogue.listProducts({ search: 'Tea' });
  expect(rows).toMatchObject([{ priceMinor: 500, costMinor: 0, onHandMilli: 0, status: 'active' }]);
});

test("refused rows of a manager's file, which can contain costs, are hidden from a storekeeper", async () => {
  const manager = shop.as('manager');
  const { id } = await imported(manager, 'Name,Cost,Price\n,12.34,20\n');
  expect((await manager.imports.refusedRows({ importId: id })).rows).toHaveLength(1);
  expect((await shop.as('admin').imports.refusedRows({ importId: id })).rows).toHaveLength(1);
  await expect(shop.as('storekeeper').imports.refusedRows({ importId: id })).rejects.toMatchObject({
    code: 'NOT_FOUND',
  });
});

test('a cashier cannot import', async () => {
  await expect(upload(shop.as('cashier'), TEXT)).rejects.toMatchObject({ code: 'NOT_PERMITTED' });
});
