import type { Ctx } from '#main/platform/ctx';
import type { Product } from '#shared/contract/catalogue';
import type { Role } from '#shared/contract/common';
import type { CallName } from '#shared/contract/index';
import type { TestShop } from './test-store';

/** Inserts a product without the catalogue's calls and returns its id. */
export function makeProduct(
  shop: TestShop,
  product: Partial<
    Pick<Product, 'name' | 'sku' | 'unit' | 'costMinor' | 'priceMinor' | 'thresholdMilli'>
  > = {},
): number {
  const { handle } = shop.store.database;
  const count = Number(handle.prepare('SELECT count(*) FROM product').pluck().get());
  const { lastInsertRowid } = handle
    .prepare(
      `INSERT INTO product (name, sku, unit, cost_minor, price_minor, threshold_milli, tax_rate_milli_percent,
         created_at, created_by_id, changed_at, changed_by_id)
       VALUES (@name, @sku, @unit, @costMinor, @priceMinor, @thresholdMilli, 21000, @now, 1, @now, 1)`,
    )
    .run({
      name: `Product ${count + 1}`,
      sku: `SKU-${count + 1}`,
      unit: 'piece',
      costMinor: 100,
      priceMinor: 250,
      thresholdMilli: null,
      now: shop.time.now,
      ...product,
    });
  return Number(lastInsertRowid);
}

/** The call context of a person, for tests that call a service directly. */
export function ctxOf(shop: TestShop, role: Role, call: CallName): Ctx {
  const session = shop.store.services.gate.authenticate(shop.tokenOf(role), shop.time.now);
  return { ...session, call, now: shop.time.now, approvedBy: null, windowId: null };
}
