import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { checkAgreement } from '#main/health/agreement';
import { makeProduct } from '../../support/goods';
import { openTestShop, type TestShop } from '../../support/test-store';

/** Changes made to the file outside the app, with the findings of the check. */
const TAMPERED = [
  {
    sql: 'UPDATE stock_entry SET on_hand_milli = on_hand_milli + 1',
    says: ['stock levels and the sum of their movements'],
  },
  {
    sql: `INSERT INTO stock_movement (moved_at, kind, product_id, location_id, quantity_milli, before_milli, after_milli,
            value_minor, account_id) VALUES (1, 'counted', 1, 1, 0, 1, 1, 0, 1)`,
    says: ['each movement and the one before it'],
  },
  {
    sql: 'UPDATE stock_cost SET averaged_minor = averaged_minor + 1000000',
    says: ['the value of stock by movements and adjustments and the average it is a share of, to the cent'],
  },
  {
    sql: 'UPDATE stock_cost SET below_zero_minor = 1',
    says: [
      'the value of stock by movements and adjustments and the average it is a share of, to the cent',
      'a cost of goods below zero only where stock is below zero',
    ],
  },
  {
    sql: 'UPDATE sales_order_line SET cost_minor = cost_minor + 1 WHERE order_id = 1',
    says: ['sold lines and the movements they made'],
  },
  {
    sql: 'UPDATE goods_issue_line SET cost_minor = cost_minor + 1',
    says: ['what was issued, what of it came back, and the movements that made'],
  },
  {
    sql: 'UPDATE stock_entry SET reserved_milli = reserved_milli + 1',
    says: ['reserved stock and the orders it is promised to'],
  },
  {
    sql: 'DELETE FROM reservation',
    says: ['reserved stock and the orders it is promised to'],
  },
  {
    sql: 'UPDATE transfer_line SET quantity_milli = quantity_milli + 1000',
    says: ['sent transfers and the movements they made'],
  },
  { sql: "UPDATE transfer SET number = 'TR-000007'", says: ['the numbers of documents, without a gap'] },
  {
    sql: `DROP TRIGGER stock_movement_no_update;
          UPDATE stock_movement SET value_minor = value_minor + 1 WHERE kind = 'transferred' AND quantity_milli > 0;`,
    says: [
      'the value of stock by movements and adjustments and the average it is a share of, to the cent',
      'the value that transfers carry, out of one place and into the other',
      'append-only guards',
    ],
  },
  {
    sql: `DROP TRIGGER sales_order_settled;
          UPDATE sales_order SET paid_minor = paid_minor + 1 WHERE life = 'fulfilled';`,
    says: ['what orders were paid and their payments', 'append-only guards'],
  },
  {
    sql: 'UPDATE location SET closed_at = 1 WHERE id = 1',
    says: ['tills and the open locations they sell from'],
  },
  { sql: 'DELETE FROM alert', says: ['open alerts and what has run low'] },
  { sql: 'UPDATE product SET threshold_milli = 1000', says: ['open alerts and what has run low'] },
  {
    sql: "UPDATE account SET party_id = NULL WHERE role = 'customer'",
    says: ["customers' accounts and the customers they belong to"],
  },
  {
    sql: 'UPDATE party SET is_customer = 0',
    says: ["customers' accounts and the customers they belong to"],
  },
  {
    sql: "UPDATE party SET name = 'customer test'",
    says: ["customers' accounts and the customers they belong to"],
  },
  {
    sql: "UPDATE party SET email = ''",
    says: ["customers' accounts and the customers they belong to"],
  },
  {
    sql: "UPDATE number_series SET last_number = last_number + 1 WHERE kind = 'order'",
    says: ['the numbers of documents, without a gap'],
  },
  {
    sql: "DELETE FROM number_series WHERE kind = 'transfer'",
    says: ['the numbers of documents, without a gap'],
  },
  {
    sql: "INSERT INTO number_series (kind, last_number) VALUES ('stocktake', 3)",
    says: ['the numbers of documents, without a gap'],
  },
  {
    sql: 'DROP TRIGGER payment_no_update; UPDATE payment SET amount_minor = 1;',
    says: ['what orders were paid and their payments', 'append-only guards'],
  },
  {
    sql: 'PRAGMA foreign_keys = OFF; UPDATE product SET category_id = 99;',
    says: ['rows and what they point at'],
  },
];

describe('the agreement check of a store', () => {
  let shop: TestShop;
  beforeEach(async () => {
    shop = await openTestShop();
    const productId = makeProduct(shop, { thresholdMilli: 6000 });
    await shop.as('manager').stock.addEntry({ productId, locationId: 1, openingMilli: 11_000 });
    const lines = [{ productId, quantityMilli: 1000 }];
    await shop.as('manager').transfers.postNow({ fromLocationId: 1, toLocationId: 2, lines });
    await shop.as('storekeeper').issues.postNow({ locationId: 1, holder: { name: 'Kitchen' }, lines });
    const { sales } = shop.as('cashier');
    const sold = await sales.addLine({ productId, quantityMilli: 2000 });
    const tenders = [{ kind: 'card' as const, amountMinor: sold.totals.totalMinor }];
    await sales.completeTicket({ ticketId: sold.ticketId, tenders });
    const { ticketId } = await sales.addLine({ productId, quantityMilli: 3000 });
    await sales.placeOrder({ ticketId, channelId: 2, customerName: 'Jo' });
  });
  afterEach(() => shop.close());

  const disagreements = () => checkAgreement(shop.store.database.handle).map(({ what }) => what);

  test('passes with a very large quantity and value, half of it written off', async () => {
    const productId = makeProduct(shop, { name: 'Gravel', unit: 'kg' });
    const stock = shop.as('manager').stock;
    const quantityMilli = 8_069_313_334;
    const cost = { totalMinor: 442_615_126_839 };
    await stock.receive({ productId, locationId: 1, quantityMilli, cost });
    const [entry] = (await stock.listEntries({ productId })).rows;
    await stock.waste({ entryId: entry?.id ?? 0, quantityMilli: quantityMilli / 2, reason: 'Flooded' });
    expect(disagreements()).toEqual([]);
  });

  test('passes after a transfer, an issue, a sale and an order that made stock low', () => {
    expect(disagreements()).toEqual([]);
  });

  test.for(TAMPERED)('fails after: $sql', ({ sql, says }) => {
    shop.store.database.handle.exec(sql);
    expect(disagreements()).toEqual(says);
  });
});
