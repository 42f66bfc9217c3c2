import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { productQueries } from '#main/features/catalogue/product.queries';
import {
  exactSql,
  type Filter,
  matchingCountSql,
  matchingSql,
  prefixedSql,
} from '#main/features/catalogue/product-finder.queries';
import { productForSaleQueries } from '#main/features/catalogue/product-for-sale.queries';
import {
  countSql,
  gatherSql,
  type ProductFilter,
  walkSql,
} from '#main/features/catalogue/product-list.queries';
import type { Handle } from '#main/platform/database/database';
import { readerOf } from '../../support/connections';
import { openTestShop, type TestShop } from '../../support/test-store';

let shop: TestShop;
let handle: Handle;
beforeAll(async () => {
  shop = await openTestShop();
  handle = shop.store.database.handle;
});
afterAll(() => shop.close());

/** The steps of SQLite's plan, without the small tables that only provide names. */
function planOf(sql: string): string[] {
  const values = Object.fromEntries(Array.from(sql.matchAll(/@(\w+)/g), ([, name]) => [name, null]));
  const steps = handle.prepare<unknown[], { detail: string }>(`EXPLAIN QUERY PLAN ${sql}`);
  const positional = Array.from(sql.matchAll(/\?/g), () => null);
  return steps.all(...positional, values).map(({ detail }) => detail);
}

/** Scans of a whole table, and sorts in memory of what an index should return in order. */
const SCANS =
  /^SCAN (p|product|b|e|product_barcode|stock_entry|stock_movement|sales_order_line)\b(?! USING (COVERING )?INDEX)/;
const SORTS = /USE TEMP B-TREE FOR ORDER BY/;

describe('an index is used without a table scan by', () => {
  test.for(['byCode', 'byId'] as const)('the product for sale %s', (name) => {
    expect(
      planOf(productForSaleQueries(readerOf(shop.store))[name].source).filter((step) => SCANS.test(step)),
    ).toEqual([]);
  });

  test('a product and its stock by barcode', () => {
    const plan = planOf(productQueries(readerOf(shop.store)).rowByCode.source);
    expect(plan).toContain('SEARCH found USING INDEX product_barcode_code (code=?)');
    expect(plan).toContain('SEARCH e USING INDEX stock_entry_place (product_id=?)');
    expect(plan.filter((step) => SCANS.test(step))).toEqual([]);
  });

  test.for([
    ['among active products', { statuses: ['active'] }],
    ['in all products', { statuses: [] }],
    ['in a category', { statuses: ['active'], categoryId: 1 }],
  ] satisfies [string, Filter][])('a search during typing %s', ([, filter]) => {
    for (const sql of [
      matchingCountSql(filter),
      matchingSql(filter),
      prefixedSql(filter),
      exactSql(filter),
    ]) {
      expect(planOf(sql).filter((step) => SCANS.test(step) || SORTS.test(step))).toEqual([]);
    }
  });

  test('names that start with the text', () => {
    expect(planOf(prefixedSql({ statuses: ['active'] }))).toContain(
      'SEARCH p USING COVERING INDEX product_status_name (status=? AND name>? AND name<?)',
    );
    expect(planOf(prefixedSql({ statuses: [] }))).toContain(
      'SEARCH p USING COVERING INDEX product_name (name>? AND name<?)',
    );
  });
});

describe('a page of a long list walks the index of its first column without sorting', () => {
  const everything: ProductFilter = { statuses: [] };

  test.for([
    ['name', 'product_name'],
    ['price', 'product_price'],
    ['cost', 'product_cost'],
    ['createdAt', 'product_created_at'],
  ] as const)('by %s', ([by, index]) => {
    for (const descending of [false, true]) {
      expect(planOf(walkSql(everything, [{ by, descending }]))).toEqual([
        expect.stringMatching(new RegExp(`^SCAN p USING (COVERING )?INDEX ${index}$`)),
      ]);
    }
  });

  test('with any filters', () => {
    const filter: ProductFilter = {
      search: { match: 'x', text: 'x' },
      categoryId: 1,
      statuses: ['active'],
      createdById: 1,
      createdSince: 1,
    };
    const plan = planOf(walkSql(filter, [{ by: 'name', descending: false }]));
    expect(plan).toContain('SCAN p USING INDEX product_name');
    expect(plan.filter((step) => SORTS.test(step))).toEqual([]);
  });
});

describe('a short list is found through an index', () => {
  const sort = [{ by: 'name', descending: false }] as const;

  test.for([
    [{ statuses: ['archived'] }, 'product_status_name'],
    [{ statuses: [], categoryId: 1 }, 'product_category'],
    [{ statuses: [], createdById: 1 }, 'product_created_by'],
    [{ statuses: [], createdSince: 1 }, 'product_created_at'],
  ] satisfies [ProductFilter, string][])('by %o', ([filter, index]) => {
    for (const sql of [countSql(filter), gatherSql(filter, sort)]) {
      expect(planOf(sql)).toContainEqual(
        expect.stringMatching(new RegExp(`^SEARCH p USING (COVERING )?INDEX ${index} `)),
      );
    }
  });

  test('by words, starting with the search index', () => {
    for (const sql of [
      countSql({ statuses: ['active'], search: { match: 'x', text: 'x' } }),
      gatherSql({ statuses: [], search: { match: 'x', text: 'x' } }, sort),
    ]) {
      const plan = planOf(sql);
      expect(plan).toContainEqual(expect.stringMatching(/^SCAN product_search VIRTUAL TABLE/));
      expect(plan).toContainEqual(
        expect.stringMatching(/^SEARCH batch USING COVERING INDEX batch_by_number /),
      );
      expect(plan).toContain('SEARCH p USING INTEGER PRIMARY KEY (rowid=?)');
    }
  });
});
