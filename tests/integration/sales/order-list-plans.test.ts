import { afterAll, beforeAll, expect, test } from 'vitest';
import { OrderList } from '#main/features/sales/order-list.queries';
import { readerOf } from '../../support/connections';
import { openTestShop, type TestShop } from '../../support/test-store';

const ALL = {
  states: [],
  channelId: undefined,
  search: '',
};

let shop: TestShop;
beforeAll(async () => {
  shop = await openTestShop();
});
afterAll(() => shop.close());

test.for([
  ['all', {}, 'sales_order_ordered_at'],
  ['fulfilled', { states: ['fulfilled'] }, 'sales_order_ordered_at'],
  ['placed', { states: ['placed'] }, 'sales_order_life'],
  ['placed or paid', { states: ['placed', 'paid'] }, 'sales_order_life'],
  ['of a channel', { channelId: 2 }, 'sales_order_channel'],
  ['of some days', { fromTime: 1, until: 2 }, 'sales_order_ordered_at'],
] as const)('a page of orders, %s, is read from an index in its order', ([, filter, index]) => {
  const steps = planOf({ ...ALL, ...filter });
  const onOrders = steps.filter((step) => step.includes(' sales_order '));
  expect(onOrders.length).toBeGreaterThan(0);
  const sorted = steps.filter((step) => step.includes('TEMP B-TREE'));
  expect(sorted, 'only the page itself, and several states together').toHaveLength(
    'states' in filter && filter.states.length > 1 ? 2 : 1,
  );
  for (const step of onOrders) expect(step).toContain(`INDEX ${index} `);
});

test('a search uses the indexes of numbers and names', () => {
  const steps = planOf({ ...ALL, search: 'ada' }).join('\n');
  expect(steps).toContain('sales_order_number (number>? AND number<?)');
  expect(steps).toContain('sales_order_number (number=?)');
  expect(steps).toContain('sales_order_customer_name');
  expect(steps).not.toMatch(/SCAN sales_order(?! USING)/);
});

/** SQLite's plans for all statements that a page prepares. */
function planOf(filter: Parameters<OrderList['page']>[0]): string[] {
  const reader = readerOf(shop.store);
  const prepared: string[] = [];
  const watched = { prepare: (sql: string) => prepared.push(sql) && reader.prepare(sql) };
  new OrderList(watched as typeof reader).page(filter, { offset: 0, limit: 50 });
  return prepared.slice(1).flatMap((sql) => {
    const plan = reader.prepare(`EXPLAIN QUERY PLAN ${sql}`);
    const names = [...new Set(sql.match(/@\w+/g))].map((name) => [name.slice(1), 1]);
    return (plan.all(Object.fromEntries(names)) as { detail: string }[]).map(({ detail }) => `${detail} `);
  });
}
