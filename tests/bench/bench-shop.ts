import { copyFileSync, mkdirSync } from 'node:fs';
import path from 'node:path';
import SqliteDatabase from 'better-sqlite3';
import { type Handle, setPragmas } from '#main/platform/database/database';
import type { Role } from '#shared/contract/common';
import { fillProducts } from '../support/many-products';
import { openTestShop, type TestShop } from '../support/test-store';

export const PRODUCTS = 100_000;
/** How many of the products are sold. */
export const SALES_MIX = 10_000;

/** A shop with so many products, 10,000 of them in stock at the selling location. */
export async function openBenchShop(products = PRODUCTS): Promise<TestShop> {
  const shop = await openTestShop();
  fillProducts(shop.store.database.handle, products);
  const { handle } = shop.store.database;
  handle.exec(`
    UPDATE product SET status = 'active', unit = 'piece' WHERE id <= ${SALES_MIX};
    INSERT INTO stock_entry (product_id, location_id, on_hand_milli)
      SELECT id, 1, 1000000000 FROM product WHERE id <= ${SALES_MIX};
    INSERT INTO stock_cost (product_id, averaged_milli, averaged_minor, averaged_at)
      SELECT id, 1000000000, cost_minor * 1000000, 0 FROM product WHERE id <= ${SALES_MIX};
  `);
  handle.pragma('wal_checkpoint(TRUNCATE)');
  return shop;
}

/** A copy of a shop's file, on a connection with the product's settings. */
export function openCopy(shop: TestShop, name: string): Handle {
  const file = path.join(shop.folder, name);
  shop.store.database.handle.pragma('wal_checkpoint(TRUNCATE)');
  copyFileSync(path.join(shop.folder, 'store.sqlite'), file);
  const handle = new SqliteDatabase(file);
  setPragmas(handle);
  return handle;
}

/** A copy of a shop's whole folder, key and sessions included; returns its path. */
export function copyShop(shop: TestShop, name: string): string {
  const folder = path.join(shop.folder, name);
  shop.store.database.handle.pragma('wal_checkpoint(TRUNCATE)');
  mkdirSync(folder);
  for (const file of ['store.sqlite', 'store.key'])
    copyFileSync(path.join(shop.folder, file), path.join(folder, file));
  return folder;
}

/** The codes of the products that are sold, in the same order on each run. */
export function codesInMix(handle: Handle): string[] {
  const codes = handle
    .prepare('SELECT code FROM product_barcode WHERE product_id <= ? GROUP BY product_id ORDER BY product_id')
    .pluck()
    .all(SALES_MIX) as string[];
  // A fixed shuffle: steps of a prime that does not divide the number of codes.
  return codes.map((_, index) => codes[(index * 7919) % codes.length] as string);
}

/** Such a store on disk and closed, a session of one of its people, and the codes of the products it sells. */
export async function makeBenchStore(
  role: Role = 'cashier',
  products = PRODUCTS,
): Promise<{ folder: string; token: string; codes: string[] }> {
  const shop = await openBenchShop(products);
  shop.time.now = Date.now();
  const token = shop.tokenOf(role);
  const codes = codesInMix(shop.store.database.handle);
  await shop.store.close();
  return { folder: shop.folder, token, codes };
}
