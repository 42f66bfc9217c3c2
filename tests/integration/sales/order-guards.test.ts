import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { makeProduct } from '../../support/goods';
import { lookAtFile } from '../../support/storage';
import { openTestShop, type TestShop } from '../../support/test-store';

const PLACED = 1;
const SOLD = 2;
const CANCELLED = 3;
const OPEN = 4;

/** Statements run against the database file, with the message of the guard that rejects each. */
const TRIED = [
  ...['number', 'total_minor', 'tax_minor', 'subtotal_minor', 'discount_minor', 'shipping_minor'].flatMap(
    (column) =>
      [PLACED, SOLD, CANCELLED].map((id) => ({
        sql: `UPDATE sales_order SET ${column} = ${column} || '9' WHERE id = ${id}`,
        says: 'a placed order keeps its number and its amounts',
      })),
  ),
  ...['account_id', 'till_id', 'ordered_at', 'id', 'channel_id'].map((column) => ({
    sql: `UPDATE sales_order SET ${column} = ${column} + 1 WHERE id = ${SOLD}`,
    says: 'a placed order keeps its number and its amounts',
  })),
  ...['paid_minor', 'cash_rounding_minor', 'paid_at', 'fulfilled_at'].map((column) => ({
    sql: `UPDATE sales_order SET ${column} = ${column} + 1 WHERE id = ${SOLD}`,
    says: 'an order that is over keeps what was paid and when',
  })),
  {
    sql: `UPDATE sales_order SET sold_day = '2020-01-01' WHERE id = ${SOLD}`,
    says: 'an order that is over keeps what was paid and when',
  },
  {
    sql: `UPDATE sales_order SET paid_minor = 1 WHERE id = ${CANCELLED}`,
    says: 'an order that is over keeps what was paid and when',
  },
  ...['placed', 'cancelled'].map((life) => ({
    sql: `UPDATE sales_order SET life = '${life}' WHERE id = ${SOLD}`,
    says: 'a placed order only moves forward',
  })),
  ...['placed', 'fulfilled'].map((life) => ({
    sql: `UPDATE sales_order SET life = '${life}' WHERE id = ${CANCELLED}`,
    says: 'a placed order only moves forward',
  })),
  {
    // The order is not paid yet.
    sql: `UPDATE sales_order SET life = 'fulfilled', fulfilled_at = 1, sold_day = '2026-01-01' WHERE id = ${PLACED}`,
    says: 'a placed order only moves forward',
  },
  {
    sql: `UPDATE sales_order SET life = 'open', number = NULL WHERE id = ${PLACED}`,
    says: 'a placed order',
  },
  ...[PLACED, SOLD, CANCELLED].map((id) => ({
    sql: `PRAGMA foreign_keys = OFF; DELETE FROM sales_order WHERE id = ${id}`,
    says: 'a placed order is never deleted',
  })),
  ...['ON', 'OFF'].map((recursive) => ({
    sql: `PRAGMA foreign_keys = OFF; PRAGMA recursive_triggers = ${recursive};
      INSERT OR REPLACE INTO sales_order (id, life, till_id, account_id, channel_id, location_id,
        prices_include_tax, tax_rounding, created_at) VALUES (${SOLD}, 'voided', 1, 1, 1, 1, 1, 'rate', 1)`,
    says: 'a placed order is never deleted',
  })),
  {
    sql: `PRAGMA foreign_keys = OFF; PRAGMA recursive_triggers = OFF;
      INSERT OR REPLACE INTO sales_order (life, number, till_id, account_id, channel_id, location_id,
        prices_include_tax, tax_rounding, created_at) VALUES ('placed', 'T1-000002', 1, 1, 1, 1, 1, 'rate', 1)`,
    says: 'a placed order is never deleted',
  },
  {
    sql: `PRAGMA foreign_keys = OFF; UPDATE OR REPLACE sales_order SET number = 'T1-000002', life = 'placed' WHERE id = ${OPEN}`,
    says: 'a placed order is never deleted',
  },
];

describe('a numbered order', () => {
  let shop: TestShop;
  beforeEach(async () => {
    shop = await openTestShop();
    const productId = makeProduct(shop);
    await shop.as('manager').stock.addEntry({ productId, locationId: 1, openingMilli: 10_000 });
    const { sales } = shop.as('cashier');
    const ticket = async () => (await sales.addLine({ productId, quantityMilli: 1000 })).ticketId;
    const place = async () =>
      (await sales.placeOrder({ ticketId: await ticket(), channelId: 2, customerName: 'Jo' })).id;
    const tenders = [{ kind: 'cash' as const, amountMinor: 100_000 }];
    expect(await place()).toBe(PLACED);
    const sold = await ticket();
    await sales.completeTicket({ ticketId: sold, tenders });
    const cancelled = await place();
    await sales.payOrder({ id: cancelled, tenders });
    await sales.cancelOrder({ id: cancelled, reason: 'changed her mind' });
    expect([sold, cancelled, await ticket()]).toEqual([SOLD, CANCELLED, OPEN]);
  });
  afterEach(() => shop.close());

  const orders = () =>
    lookAtFile(shop.folder, (handle) => handle.prepare('SELECT * FROM sales_order ORDER BY id').all());

  test.for(TRIED)('is not changed by: $sql', ({ sql, says }) => {
    const before = orders();
    expect(() => shop.store.database.handle.exec(sql)).toThrow(says);
    expect(orders()).toEqual(before);
  });

  test('can still be paid, fulfilled or cancelled, and its note and contact corrected', async () => {
    const { sales } = shop.as('cashier');
    await sales.payOrder({ id: PLACED, tenders: [{ kind: 'cash', amountMinor: 100_000 }] });
    expect(() =>
      shop.store.database.handle.exec(`UPDATE sales_order SET paid_at = NULL WHERE id = ${PLACED}`),
    ).toThrow('an order that was paid stays paid');
    expect(await sales.fulfilOrder({ id: PLACED })).toMatchObject({ state: 'fulfilled' });
    shop.store.database.handle.exec(`UPDATE sales_order SET note = 'rings twice' WHERE id = ${PLACED}`);
  });

  test('leaves an open ticket free to be changed or removed', () => {
    const { handle } = shop.store.database;
    handle.exec(`UPDATE sales_order SET note = 'x', total_minor = 5 WHERE id = ${OPEN}`);
    handle.exec(
      `DELETE FROM sales_order_line WHERE order_id = ${OPEN}; DELETE FROM sales_order WHERE id = ${OPEN}`,
    );
    expect(orders()).toHaveLength(3);
  });
});
