import { cpSync, existsSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { ProductIntake } from '#main/features/catalogue/product-intake';
import { checkAgreement } from '#main/health/agreement';
import type { ContractClient } from '#shared/contract/index';
import { ended, imported, looked } from '../../support/imports';
import { temporaryFolder } from '../../support/temporary-folder';
import { clientOf, openTestShop, openTestStore, type TestShop } from '../../support/test-store';

let shop: TestShop;
beforeEach(async () => {
  shop = await openTestShop();
});
afterEach(() => shop.close());

const ROWS = 2000;
const LIST = [
  'Name,SKU,Price,Category,Supplier,Stock',
  ...Array.from(
    { length: ROWS },
    (_, index) => `Shelved ${index},S-${index},1.50,Group ${index % 7},Maker,3`,
  ),
].join('\n');

const SUPPLIERS = 'party WHERE is_supplier = 1';
const TABLES = ['product', 'product_barcode', 'category', SUPPLIERS, 'stock_entry', 'stock_movement'];
const STAGING = ['staged_product', 'staged_barcode', 'staged_category', 'staged_supplier', 'import_refusal'];

/** The numbers of rows of tables, and of imported products in the search index. */
function countsOf(store: TestShop['store'], tables: readonly string[]) {
  const { handle } = store.database;
  return Object.fromEntries(
    tables.map((table) => [table, handle.prepare(`SELECT count(*) FROM ${table}`).pluck().get()]),
  );
}
const indexed = ({ database }: TestShop['store']) =>
  database.handle
    .prepare(`SELECT count(*) FROM product_search WHERE product_search MATCH '"shelved"'`)
    .pluck()
    .get();

/** Starts an import and waits until part of it is staged. */
async function startAndWait(
  manager: ContractClient,
  list: string,
): Promise<{ importId: number; jobId: number }> {
  const { fileId, choices } = await looked(manager, list);
  const started = await manager.imports.start({ fileId, choices });
  while (countsOf(shop.store, ['staged_product']).staged_product === 0) {
    await new Promise((resolve) => setImmediate(resolve));
  }
  return started;
}

test('no part of a file is visible before all of it is', async () => {
  const manager = shop.as('manager');
  const { jobId } = await startAndWait(manager, LIST);
  expect(countsOf(shop.store, TABLES)).toEqual(Object.fromEntries(TABLES.map((table) => [table, 0])));
  expect((await manager.catalogue.listProducts({ search: 'shelved' })).rows).toEqual([]);
  expect((await manager.catalogue.findProducts({ text: 'shelved' })).total).toBe(0);
  const job = await ended(manager, jobId);
  expect(job).toMatchObject({
    state: 'done',
    done: ROWS,
    total: ROWS,
    summary: { created: ROWS, refused: 0 },
  });
  expect((await manager.catalogue.listProducts({ search: 'shelved 99' })).total).toBe(11);
  expect(countsOf(shop.store, STAGING)).toEqual(Object.fromEntries(STAGING.map((table) => [table, 0])));
  expect(checkAgreement(shop.store.database.handle)).toEqual([]);
});

test('a cancelled import leaves nothing', async () => {
  const manager = shop.as('manager');
  const { jobId } = await startAndWait(manager, LIST);
  await manager.jobs.cancel({ id: jobId });
  expect(await ended(manager, jobId)).toMatchObject({ state: 'cancelled' });
  const all = [...TABLES, ...STAGING];
  expect(countsOf(shop.store, all)).toEqual(Object.fromEntries(all.map((table) => [table, 0])));
  expect(indexed(shop.store)).toBe(0);
  expect(await manager.imports.list()).toMatchObject([{ state: 'cancelled', created: 0 }]);
  expect((await imported(manager, LIST)).created).toBe(ROWS);
});

test('another import can only start once the remains of a cancelled one are cleared', async () => {
  const manager = shop.as('manager');
  const admin = shop.as('admin');
  const short = await looked(admin, 'Name,SKU,Price\nOther,O-1,1.00');
  const start = () => admin.imports.start({ fileId: short.fileId, choices: short.choices });
  const { jobId } = await startAndWait(manager, LIST);
  // More remains for a while, in which calls are answered.
  let steps = 0;
  const clearing = vi.spyOn(ProductIntake.prototype, 'forgetSome').mockImplementation(() => {
    steps += 1;
    return steps < 5000;
  });
  await manager.jobs.cancel({ id: jobId });
  while (steps === 0) await new Promise((resolve) => setImmediate(resolve));
  expect(await manager.imports.list()).toMatchObject([{ state: 'cancelled' }]);
  await expect(start()).rejects.toMatchObject({ code: 'IMPORT_RUNNING' });
  expect(steps).toBeLessThan(5000);
  clearing.mockRestore();
  await ended(manager, jobId);
  expect(await ended(admin, (await start()).jobId)).toMatchObject({ state: 'done', summary: { created: 1 } });
});

test('the remains of a crash are deleted at the next start, and the same file can then be imported', async () => {
  const manager = shop.as('manager');
  const { jobId } = await startAndWait(manager, LIST);
  const folder = temporaryFolder();
  // A copy of the disk at this moment is what a power cut would leave.
  cpSync(shop.folder, folder, { recursive: true });
  await ended(manager, jobId);

  const store = await openTestStore(folder, shop.time);
  const all = [...TABLES, ...STAGING];
  expect(countsOf(store, all)).toEqual(Object.fromEntries(all.map((table) => [table, 0])));
  expect(indexed(store)).toBe(0);
  expect(existsSync(path.join(folder, 'imports'))).toBe(false);
  const again = clientOf(store, shop.tokenOf('manager'));
  expect(await again.imports.list()).toMatchObject([{ state: 'interrupted', created: 0 }]);
  expect((await imported(again, LIST)).created).toBe(ROWS);
  await store.close();
});

test('a store closed during an import keeps nothing of the import or its file', async () => {
  const token = shop.tokenOf('manager');
  const folder = temporaryFolder();
  cpSync(shop.folder, folder, { recursive: true });
  const store = await openTestStore(folder, shop.time);
  const manager = clientOf(store, token);
  const { fileId, choices } = await looked(manager, LIST);
  await manager.imports.start({ fileId, choices });
  await store.close();
  expect(readdirSync(folder)).not.toContain('imports');
  const reopened = await openTestStore(folder, shop.time);
  expect(countsOf(reopened, [...TABLES, ...STAGING]).product).toBe(0);
  expect(indexed(reopened)).toBe(0);
  await reopened.close();
});

test('other changes in the catalogue meanwhile are kept, and the file is compared with them again', async () => {
  const manager = shop.as('manager');
  await imported(manager, 'Name,SKU,Price\nShelved 1,S-1,1.00');
  const { fileId, choices } = await looked(manager, LIST);
  const { importId, jobId } = await manager.imports.start({
    fileId,
    choices: { ...choices, knownProducts: 'skip' },
  });
  while (countsOf(shop.store, ['staged_product']).staged_product === 0) {
    await new Promise((resolve) => setImmediate(resolve));
  }
  const { catalogue } = shop.as('admin');
  const made = { priceMinor: 700, taxRateMilliPercent: 21_000 };
  await catalogue.createProduct({ ...made, name: 'Quicker', sku: 's-0' });
  await catalogue.createCategory({ name: 'Group 0' });
  expect(await ended(manager, jobId)).toMatchObject({
    state: 'done',
    summary: { importId, created: ROWS - 2, skipped: 2 },
  });
  expect((await catalogue.listProducts({ search: 'S-0' })).rows).toMatchObject([{ name: 'Quicker' }]);
  expect(checkAgreement(shop.store.database.handle)).toEqual([]);
});

test('a product changed while the file is staged gets both changes', async () => {
  const manager = shop.as('manager');
  await imported(manager, 'Name,SKU,Price,Description\nShelved 0,S-0,1.00,old');
  const { jobId } = await startAndWait(manager, LIST);
  const { catalogue } = shop.as('admin');
  const [found] = (await catalogue.listProducts({ search: 'S-0' })).rows;
  if (!found) throw new Error('S-0 is not there.');
  await catalogue.changeProduct({ id: found.id, version: found.version, description: 'new' });
  expect(await ended(manager, jobId)).toMatchObject({ state: 'done', summary: { updated: 1 } });
  expect(await catalogue.product({ id: found.id })).toMatchObject({ description: 'new', priceMinor: 150 });
});

test('a supplier created while the file is staged is used for the file, too', async () => {
  const manager = shop.as('manager');
  const { jobId } = await startAndWait(manager, LIST);
  const tea = { name: 'Tea', priceMinor: 1, taxRateMilliPercent: 0, preferredSupplier: 'MAKER' };
  await shop.as('admin').catalogue.createProduct(tea);
  expect(await ended(manager, jobId)).toMatchObject({ state: 'done', summary: { created: ROWS } });
  expect(countsOf(shop.store, [SUPPLIERS])).toEqual({ [SUPPLIERS]: 1 });
  expect(await manager.catalogue.supplierNames()).toEqual(['MAKER']);
});

test('a deleted supplier is restored by a file that names it', async () => {
  const manager = shop.as('manager');
  await imported(manager, 'Name,Price,Supplier\nTea,1,Maker');
  shop.store.database.handle.exec('UPDATE party SET deleted_at = 1 WHERE is_supplier = 1');
  expect(await manager.catalogue.supplierNames()).toEqual([]);
  await imported(manager, 'Name,Price,Supplier\nMilk,1,Maker');
  expect(await manager.catalogue.supplierNames()).toEqual(['Maker']);
  expect(countsOf(shop.store, [SUPPLIERS])).toEqual({ [SUPPLIERS]: 1 });
});

test('two files cannot be imported at once', async () => {
  const manager = shop.as('manager');
  const other = await looked(shop.as('admin'), 'Name,Price\nTea,1');
  const { jobId } = await startAndWait(manager, LIST);
  await expect(
    shop.as('admin').imports.start({ fileId: other.fileId, choices: other.choices }),
  ).rejects.toMatchObject({ code: 'IMPORT_RUNNING', data: { fileName: 'goods.csv' } });
  await ended(manager, jobId);
  expect((await imported(shop.as('admin'), 'Name,Price\nTea,1')).created).toBe(1);
});

test('sales continue during an import', async () => {
  const manager = shop.as('manager');
  const sold = {
    name: 'Tea',
    priceMinor: 300,
    taxRateMilliPercent: 21_000,
    barcodes: [{ code: '96385074' }],
  };
  const { id } = await manager.catalogue.createProduct(sold);
  await manager.stock.receive({ productId: id, locationId: 1, quantityMilli: 9000, batch: null });
  const { jobId } = await startAndWait(manager, LIST);
  await shop.as('cashier').sales.scan({ code: '96385074' });
  expect((await manager.jobs.list()).find((job) => job.id === jobId)?.state).toBe('running');
  expect((await ended(manager, jobId)).state).toBe('done');
});

test('an import is one entry of the audit trail, and its products show who imported them', async () => {
  const manager = shop.as('manager');
  const { id } = await imported(manager, 'Name,SKU,Price\nTea,TEA,1\n,X,1\n');
  const { rows: entries } = await shop.as('admin').audit.list({ action: 'imports.start' });
  expect(entries).toMatchObject([
    {
      entity: 'import',
      entityId: id,
      label: 'goods.csv',
      after: { created: 1, updated: 0, refused: 1 },
    },
  ]);
  const [tea] = (await manager.catalogue.listProducts({})).rows;
  expect(tea).toMatchObject({ sku: 'TEA', createdByName: 'Manager Test', version: 1 });
});

test('a generated SKU is never one that the file itself contains', async () => {
  const first = 'Name,SKU,Price\nA,,1\nB,P00001,1\nC,P00002,1\n';
  const { created, refused } = await imported(shop.as('manager'), first);
  expect({ created, refused }).toEqual({ created: 3, refused: 0 });
});
