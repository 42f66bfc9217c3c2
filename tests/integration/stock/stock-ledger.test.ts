import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Move } from '#main/features/stock/stock-ledger';
import type { Ctx } from '#main/platform/ctx';
import { txOf } from '../../support/connections';
import { ctxOf, makeProduct } from '../../support/goods';
import { heldByBatch } from '../../support/held-stock';
import { openTestShop, type TestShop } from '../../support/test-store';

const SHOP = 1;
const STOREROOM = 2;

describe('the stock ledger', () => {
  let shop: TestShop;
  let storekeeper: Ctx;
  let cashier: Ctx;
  beforeEach(async () => {
    shop = await openTestShop();
    storekeeper = ctxOf(shop, 'storekeeper', 'stock.receive');
    cashier = ctxOf(shop, 'cashier', 'sales.completeTicket');
  });
  afterEach(() => shop.close());

  const ledger = () => shop.store.services.ledger.in(txOf(shop.store));
  const inUnit = <T>(work: () => T) => shop.store.database.writes.run(work);
  const move = (
    move: Pick<Move, 'productId' | 'quantityMilli'> & Partial<Omit<Move, 'productId' | 'quantityMilli'>>,
  ) =>
    inUnit(() =>
      ledger().move({
        ctx: storekeeper,
        kind: move.quantityMilli > 0 ? 'received' : 'wasted',
        locationId: SHOP,
        batchId: null,
        reason: '',
        cause: '',
        causeId: null,
        allowNegative: false,
        ...move,
      }),
    );
  /** Expired goods are sold too; tests/integration/stock/expiry.test.ts tests the rule. */
  const keepExpiredBefore: string | null = null;
  const sell = (productId: number, quantityMilli: number, allowNegative = false) =>
    inUnit(() =>
      ledger().sell({
        ctx: cashier,
        productId,
        locationId: SHOP,
        quantityMilli,
        orderId: 7,
        allowNegative,
        keepExpiredBefore,
      }),
    );
  const batch = (productId: number, number: string, expiresOn: string | null): number =>
    Number(
      shop.store.database.handle
        .prepare('INSERT INTO batch (product_id, number, expires_on, created_at) VALUES (?, ?, ?, 0)')
        .run(productId, number, expiresOn).lastInsertRowid,
    );
  const levels = (productId: number) =>
    shop.store.database.handle
      .prepare('SELECT on_hand_milli FROM stock_entry WHERE product_id = ? ORDER BY id')
      .pluck()
      .all(productId);
  const cost = (productId: number) => heldByBatch(shop.store.database.handle, productId);
  const movements = (productId: number) =>
    shop.store.database.handle
      .prepare(
        `SELECT kind, quantity_milli, before_milli, after_milli, below_zero, cause, cause_id
         FROM stock_movement WHERE product_id = ? ORDER BY id`,
      )
      .all(productId);

  test('keeps the stock before and after each movement, and its cause', async () => {
    const apples = makeProduct(shop, { unit: 'kg' });
    await move({ productId: apples, quantityMilli: 12_500 });
    await sell(apples, 1_234);
    expect(movements(apples)).toEqual([
      {
        kind: 'received',
        quantity_milli: 12_500,
        before_milli: 0,
        after_milli: 12_500,
        below_zero: 0,
        cause: '',
        cause_id: null,
      },
      {
        kind: 'sold',
        quantity_milli: -1_234,
        before_milli: 12_500,
        after_milli: 11_266,
        below_zero: 0,
        cause: 'order',
        cause_id: 7,
      },
    ]);
    expect(levels(apples)).toEqual([11_266]);
  });

  test('costs goods at the average of the stock in all locations', async () => {
    const tea = makeProduct(shop);
    await move({ productId: tea, quantityMilli: 10_000, costMinor: 1000 });
    await move({ productId: tea, quantityMilli: 5_000, costMinor: 650, locationId: STOREROOM });
    expect(cost(tea)).toEqual([{ onHandMilli: 15_000, valueMinor: 1_650 }]);
    expect(await sell(tea, 2_000)).toEqual({ costMinor: 220 });
    expect(cost(tea)).toEqual([{ onHandMilli: 13_000, valueMinor: 1_430 }]);
  });

  test('gives the last pieces the remaining value, to the cent', async () => {
    const sweets = makeProduct(shop);
    await move({ productId: sweets, quantityMilli: 3_000, costMinor: 99 });
    await move({ productId: sweets, quantityMilli: 4_000, costMinor: 136 });
    const costs: number[] = [];
    for (let sold = 0; sold < 7; sold++) costs.push((await sell(sweets, 1_000)).costMinor);
    expect(costs.reduce((sum, one) => sum + one)).toBe(3 * 33 + 4 * 34);
    expect(cost(sweets)).toEqual([{ onHandMilli: 0, valueMinor: 0 }]);
  });

  test("costs goods that were never bought at the product's cost price, and later ones at the last cost", async () => {
    const pie = makeProduct(shop, { costMinor: 80 });
    expect(await sell(pie, 2_000, true)).toEqual({ costMinor: 160 });
    await move({ productId: pie, quantityMilli: 2_000, costMinor: 190 });
    expect(await sell(pie, 1_000, true)).toEqual({ costMinor: 95 });
  });

  test('adds no value for a receipt that fills up stock below zero, which was costed when sold', async () => {
    const milk = makeProduct(shop, { costMinor: 80 });
    await sell(milk, 3_000, true);
    await move({ productId: milk, quantityMilli: 10_000, costMinor: 1000 });
    expect(cost(milk)).toEqual([{ onHandMilli: 7_000, valueMinor: 700 }]);
  });

  test('refuses a sale of more than is available, with the available quantity, and writes nothing', async () => {
    const bread = makeProduct(shop, { name: 'Rye Bread' });
    await move({ productId: bread, quantityMilli: 2_000 });
    await expect(sell(bread, 3_000)).rejects.toMatchObject({
      code: 'INSUFFICIENT_STOCK',
      data: {
        productId: bread,
        productName: 'Rye Bread',
        unit: 'piece',
        requestedMilli: 3_000,
        availableMilli: 2_000,
        locationName: 'Shop',
      },
    });
    expect(levels(bread)).toEqual([2_000]);
  });

  test('tells a shortage of stock without a batch from a shortage of all stock', async () => {
    const bread = makeProduct(shop);
    await move({ productId: bread, quantityMilli: 2_000 });
    await move({ productId: bread, quantityMilli: 3_000, batchId: batch(bread, 'B1', null) });
    const place = { productId: bread, locationId: SHOP };
    const rules = { allowNegative: false, keepExpiredBefore };
    const taking = (batchId?: null) =>
      inUnit(() => ledger().planToTake(place, [{ quantityMilli: 9_000, batchId }], rules));
    await expect(taking(null)).rejects.toMatchObject({
      code: 'INSUFFICIENT_STOCK',
      data: { availableMilli: 2_000, batchNumber: null, inBatchesMilli: 3_000 },
    });
    await expect(taking()).rejects.toMatchObject({
      code: 'INSUFFICIENT_STOCK',
      data: { availableMilli: 5_000, batchNumber: null, inBatchesMilli: 0 },
    });
  });

  test('lets stock go below zero where the store allows it, and marks the movement', async () => {
    const bread = makeProduct(shop);
    await move({ productId: bread, quantityMilli: 2_000 });
    await sell(bread, 3_000, true);
    expect(levels(bread)).toEqual([-1_000]);
    expect(movements(bread).at(-1)).toMatchObject({
      quantity_milli: -3_000,
      after_milli: -1_000,
      below_zero: 1,
    });
  });

  test('takes a sale from the batches with the earliest expiry first, and from those without a date last', async () => {
    const yoghurt = makeProduct(shop);
    const [late, never, early] = [
      batch(yoghurt, 'LATE', '2027-02-01'),
      batch(yoghurt, 'NEVER', null),
      batch(yoghurt, 'EARLY', '2026-12-01'),
    ];
    for (const batchId of [late, never, early, null]) {
      await move({ productId: yoghurt, quantityMilli: 2_000, batchId });
    }
    await sell(yoghurt, 5_000);
    expect(levels(yoghurt)).toEqual([0, 2_000, 0, 1_000]);
    await sell(yoghurt, 4_000, true);
    expect(levels(yoghurt)).toEqual([0, 0, 0, -1_000]);
  });

  describe('reserving', () => {
    /** An order of one line, inserted without the calls of sales, since a reservation belongs to a line. */
    const orderLine = (productId: number): number => {
      const { handle } = shop.store.database;
      const order = handle
        .prepare(
          `INSERT INTO sales_order (life, till_id, account_id, channel_id, location_id, prices_include_tax,
             tax_rounding, created_at) VALUES ('open', 1, 4, 2, 1, 1, 'rate', 0) RETURNING id`,
        )
        .pluck()
        .get();
      shop.store.database.handle.prepare(`UPDATE sales_order SET life = 'voided' WHERE id = ?`).run(order);
      return Number(
        handle
          .prepare(
            `INSERT INTO sales_order_line (order_id, position, product_id, name, sku, unit, quantity_milli,
               list_price_minor, unit_price_minor, tax_rate_milli_percent)
             VALUES (?, 1, ?, 'x', 'x', 'piece', 1000, 0, 0, 0)`,
          )
          .run(order, productId).lastInsertRowid,
      );
    };
    const reserve = (productId: number, orderLineId: number, quantityMilli: number, allowNegative = false) =>
      inUnit(() =>
        ledger().reserve({
          productId,
          locationId: SHOP,
          orderLineId,
          quantityMilli,
          allowNegative,
          keepExpiredBefore,
        }),
      );
    const takeReserved = (orderLineId: number) =>
      inUnit(() =>
        ledger().takeReserved({
          ctx: cashier,
          orderLineId,
          orderId: 9,
          allowNegative: false,
          keepExpiredBefore,
        }),
      );

    test('keeps reserved stock from other sales, and frees it on release', async () => {
      const cake = makeProduct(shop);
      const line = orderLine(cake);
      await move({ productId: cake, quantityMilli: 5_000 });
      await reserve(cake, line, 4_000);
      expect(ledger().availableMilli(cake, SHOP)).toBe(1_000);
      await expect(sell(cake, 2_000)).rejects.toMatchObject({ data: { availableMilli: 1_000 } });
      await inUnit(() => ledger().release(line));
      expect(ledger().availableMilli(cake, SHOP)).toBe(5_000);
    });

    test('lets the order take its goods from the reserved batches, at their cost', async () => {
      const cake = makeProduct(shop);
      const line = orderLine(cake);
      const early = batch(cake, 'EARLY', '2026-12-01');
      await move({ productId: cake, quantityMilli: 1_000, batchId: early, costMinor: 70 });
      await reserve(cake, line, 1_000);
      await move({ productId: cake, quantityMilli: 1_000, costMinor: 90 });
      expect(await takeReserved(line)).toEqual({ costMinor: 70 });
      expect(levels(cake)).toEqual([0, 1_000]);
      expect(ledger().availableMilli(cake, SHOP)).toBe(1_000);
    });

    test('reserves nothing for an order unless all its goods are available', async () => {
      const [cake, pie] = [makeProduct(shop), makeProduct(shop)];
      const lines = [orderLine(cake), orderLine(pie)] as const;
      await move({ productId: cake, quantityMilli: 1_000 });
      const both = inUnit(() => {
        const one = { locationId: SHOP, quantityMilli: 1_000, allowNegative: false, keepExpiredBefore };
        ledger().reserve({ ...one, productId: cake, orderLineId: lines[0] });
        ledger().reserve({ ...one, productId: pie, orderLineId: lines[1] });
      });
      await expect(both).rejects.toMatchObject({ code: 'INSUFFICIENT_STOCK' });
      expect(ledger().availableMilli(cake, SHOP)).toBe(1_000);
    });

    test('prevents a write-off of reserved stock', async () => {
      const cake = makeProduct(shop);
      await move({ productId: cake, quantityMilli: 2_000 });
      await reserve(cake, orderLine(cake), 2_000);
      await expect(move({ productId: cake, quantityMilli: -1_000 })).rejects.toMatchObject({
        code: 'INSUFFICIENT_STOCK',
        data: { availableMilli: 0 },
      });
    });
  });

  test('keeps movements that nobody can change, delete or replace', async () => {
    const { handle } = shop.store.database;
    await move({ productId: makeProduct(shop), quantityMilli: 1_000 });
    expect(() => handle.prepare('UPDATE stock_movement SET quantity_milli = 1').run()).toThrow('append-only');
    expect(() => handle.prepare('DELETE FROM stock_movement').run()).toThrow('append-only');
    expect(() => handle.prepare('REPLACE INTO stock_movement SELECT * FROM stock_movement').run()).toThrow(
      'append-only',
    );
  });
});
