import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { checkAgreement } from '#main/health/agreement';
import type { Inputs } from '#shared/contract/index';
import { MAX_MINOR } from '#shared/kernel/money';
import { MAX_QUANTITY_MILLI } from '#shared/kernel/quantity';
import { makeProduct } from '../../support/goods';
import { heldOf } from '../../support/held-stock';
import { refuses, SHOP } from '../../support/sales';
import { openTestShop, type TestShop } from '../../support/test-store';

const STOREROOM = 2;

type Cost = NonNullable<Inputs['stock']['receive']['cost']>;

let shop: TestShop;
beforeEach(async () => {
  shop = await openTestShop({ allowNegativeStock: true });
});
afterEach(() => shop.close());

const stock = () => shop.as('manager').stock;

const receive = (productId: number, quantityMilli: number, cost?: Cost, batch?: { number: string }) =>
  stock().receive({ productId, locationId: SHOP, quantityMilli, cost, batch: batch ?? null });

/** Sells at the till; returns what the goods cost. */
async function sell(productId: number, quantityMilli: number): Promise<number> {
  const { sales } = shop.as('cashier');
  const { ticketId, totals } = await sales.addLine({ productId, quantityMilli });
  await sales.completeTicket({ ticketId, tenders: [{ kind: 'card', amountMinor: totals.totalMinor }] });
  return shop.store.database.handle
    .prepare<[number], number>('SELECT cost_minor FROM sales_order_line WHERE order_id = ?')
    .pluck()
    .get(ticketId) as number;
}

/** Quantity and value of a product over all batches and locations. */
const held = (productId: number) => heldOf(shop.store.database.handle, productId);

const adjustments = () =>
  shop.store.database.handle
    .prepare('SELECT product_id, batch_id, movement_id, value_minor, adjusted_at FROM cost_adjustment')
    .all();

const disagreements = () => checkAgreement(shop.store.database.handle).map(({ what }) => what);

describe('received goods', () => {
  test('as two packs of twelve for 27.98 are worth exactly that, and the last piece takes the remainder', async () => {
    const beer = makeProduct(shop);
    const { valueMinor } = await receive(beer, 24_000, { totalMinor: 2798 });
    expect(valueMinor).toBe(2798);
    const costs: number[] = [];
    for (let piece = 0; piece < 24; piece += 1) costs.push(await sell(beer, 1000));
    expect(costs.reduce((sum, cost) => sum + cost)).toBe(2798);
    expect(new Set(costs)).toEqual(new Set([116, 117]));
    expect(held(beer)).toEqual({ onHandMilli: 0, valueMinor: 0 });
    expect(disagreements()).toEqual([]);
  });

  test('as a thousand screws for 4.00 are worth 4.00, and each piece takes its share when sold', async () => {
    const screws = makeProduct(shop);
    await receive(screws, 1_000_000, { totalMinor: 400 });
    expect(held(screws)).toEqual({ onHandMilli: 1_000_000, valueMinor: 400 });
    const costs: number[] = [];
    for (let sold = 0; sold < 5; sold += 1) costs.push(await sell(screws, 1000));
    expect(costs.reduce((sum, cost) => sum + cost)).toBe(2);
    expect(await sell(screws, 995_000)).toBe(398);
    expect(held(screws)).toEqual({ onHandMilli: 0, valueMinor: 0 });
  });

  test('at a unit cost with four decimals are worth the rounded line total', async () => {
    const [screws, packs, tea] = [makeProduct(shop), makeProduct(shop), makeProduct(shop, { unit: 'kg' })];
    await receive(screws, 1_000_000, { unitTenThousandths: 41 });
    await receive(packs, 24_000, { unitTenThousandths: 11_658 });
    await receive(tea, 250, { unitTenThousandths: 250_000 });
    expect(held(screws)).toMatchObject({ valueMinor: 410 });
    expect(held(packs)).toMatchObject({ valueMinor: 2798 });
    expect(held(tea)).toMatchObject({ valueMinor: 625 });
  });

  test('keep their average cost while they are sold: three at 10.00 and two at 20.00', async () => {
    const wine = makeProduct(shop);
    await receive(wine, 3000, { unitTenThousandths: 100_000 });
    await receive(wine, 2000, { unitTenThousandths: 200_000 });
    expect(await sell(wine, 4000)).toBe(5600);
    expect(held(wine)).toEqual({ onHandMilli: 1000, valueMinor: 1400 });
  });

  test('that are free are worth nothing', async () => {
    const sample = makeProduct(shop, { costMinor: 80 });
    await receive(sample, 10_000, { totalMinor: 0 });
    expect(held(sample)).toEqual({ onHandMilli: 10_000, valueMinor: 0 });
  });

  test('have a total or a unit cost, never both, and never below zero', async () => {
    const tea = makeProduct(shop);
    const both = { totalMinor: 100, unitTenThousandths: 100 };
    for (const cost of [both, {}, { totalMinor: -1 }, { unitTenThousandths: -1 }])
      await refuses(shop, () => receive(tea, 1000, cost as Cost), 'INPUT_INVALID');
  });

  test('are refused where their total exceeds the largest amount', async () => {
    const yacht = makeProduct(shop, { name: 'Yacht' });
    const data = { productName: 'Yacht' };
    const tooMuch = { unitTenThousandths: 100 * MAX_MINOR };
    await refuses(shop, () => receive(yacht, 1001, tooMuch), 'QUANTITY_TOO_FINE');
    await refuses(shop, () => receive(yacht, 2000, tooMuch), 'STOCK_VALUE_TOO_LARGE', data);
    await refuses(shop, () => receive(yacht, MAX_QUANTITY_MILLI, tooMuch), 'STOCK_VALUE_TOO_LARGE', data);
    await receive(yacht, 1000, tooMuch);
    expect(held(yacht)).toMatchObject({ valueMinor: MAX_MINOR });
    await refuses(shop, () => receive(yacht, 1000, { totalMinor: 1 }), 'STOCK_VALUE_TOO_LARGE', data);
  });

  test('show their cost in the history only to people who can see cost', async () => {
    const screws = makeProduct(shop);
    await receive(screws, 1_000_000, { totalMinor: 400 });
    await sell(screws, 250_000);
    const { rows } = await stock().history({ productId: screws });
    expect(rows.map(({ kind, valueMinor }) => [kind, valueMinor])).toEqual([
      ['sold', -100],
      ['received', 400],
    ]);
    const seen = await shop.as('storekeeper').stock.history({ productId: screws });
    expect(seen.rows.map(({ valueMinor }) => valueMinor)).toEqual([null, null]);
  });
});

describe('opening stock', () => {
  const open = (
    productId: number,
    openingMilli: number,
    cost?: Cost,
    role: 'manager' | 'storekeeper' = 'manager',
  ) => shop.as(role).stock.addEntry({ productId, locationId: SHOP, openingMilli, cost });

  test('takes a total or a unit cost as a receipt does', async () => {
    const [beer, screws] = [makeProduct(shop), makeProduct(shop)];
    expect(await open(beer, 24_000, { totalMinor: 2798 })).toMatchObject({ valueMinor: 2798 });
    expect(await open(screws, 1_000_000, { unitTenThousandths: 41 })).toMatchObject({ valueMinor: 410 });
  });

  test('of zero costs nothing', async () => {
    const beer = makeProduct(shop);
    await refuses(shop, () => open(beer, 0, { totalMinor: 2798 }), 'INPUT_INVALID', {
      issues: [{ field: 'cost', message: 'goes with a quantity above 0' }],
    });
  });

  test('gets no cost from people who cannot see cost', async () => {
    const beer = makeProduct(shop);
    for (const cost of [{ totalMinor: 1 }, { unitTenThousandths: 1 }])
      await refuses(shop, () => open(beer, 1000, cost, 'storekeeper'), 'NOT_PERMITTED');
  });
});

describe('goods received without a cost', () => {
  test('cost the average of the stock on hand, or else the last average', async () => {
    const tea = makeProduct(shop, { costMinor: 999 });
    await receive(tea, 3000, { totalMinor: 100 });
    await receive(tea, 6000);
    expect(held(tea)).toEqual({ onHandMilli: 9000, valueMinor: 300 });
    await sell(tea, 9000);
    await receive(tea, 3000);
    expect(held(tea)).toEqual({ onHandMilli: 3000, valueMinor: 100 });
  });

  test("cost the product's cost price where none were received before", async () => {
    const tea = makeProduct(shop, { costMinor: 80 });
    await receive(tea, 3000);
    expect(held(tea)).toEqual({ onHandMilli: 3000, valueMinor: 240 });
  });

  test('cost in a new batch what the product cost at its last receipt', async () => {
    const milk = makeProduct(shop, { costMinor: 80 });
    await receive(milk, 3000, { totalMinor: 100 }, { number: 'A' });
    shop.time.now += 1000;
    await receive(milk, 3000, { totalMinor: 200 }, { number: 'B' });
    shop.time.now += 1000;
    await receive(milk, 3000, { totalMinor: 400 }, { number: 'A' });
    expect(await receive(milk, 6000, undefined, { number: 'C' })).toMatchObject({ valueMinor: 500 });
  });
});

describe('stock below zero', () => {
  test('is sold at the last average, by running total, and is worth nothing', async () => {
    const screws = makeProduct(shop);
    await receive(screws, 1_000_000, { totalMinor: 400 });
    await sell(screws, 1_000_000);
    const costs: number[] = [];
    for (let sold = 0; sold < 10; sold += 1) costs.push(await sell(screws, 1000));
    expect(costs.reduce((sum, cost) => sum + cost)).toBe(4);
    expect(held(screws)).toEqual({ onHandMilli: -10_000, valueMinor: 0 });
    expect(disagreements()).toEqual([]);
  });

  test('gets value from a receipt only for what is above zero, and the difference is a separate line', async () => {
    const milk = makeProduct(shop, { costMinor: 80 });
    expect(await sell(milk, 3000)).toBe(240);
    shop.time.now += 60_000;
    await receive(milk, 10_000, { totalMinor: 1000 });
    expect(held(milk)).toEqual({ onHandMilli: 7000, valueMinor: 700 });
    const [received] = (await stock().history({ productId: milk, kinds: ['received'] })).rows;
    expect(adjustments()).toEqual([
      {
        product_id: milk,
        batch_id: null,
        movement_id: received?.id,
        value_minor: 240 - 300,
        adjusted_at: shop.time.now,
      },
    ]);
    expect(received).toMatchObject({ valueMinor: 1000 });
    expect(disagreements()).toEqual([]);
  });

  test('that one receipt does not fill up is filled by the next, each with its own difference', async () => {
    const milk = makeProduct(shop, { costMinor: 80 });
    await sell(milk, 3000);
    await receive(milk, 2000, { totalMinor: 150 });
    expect(held(milk)).toEqual({ onHandMilli: -1000, valueMinor: 0 });
    await receive(milk, 2000, { totalMinor: 210 });
    expect(held(milk)).toEqual({ onHandMilli: 1000, valueMinor: 105 });
    expect(adjustments()).toMatchObject([{ value_minor: 160 - 150 }, { value_minor: 80 - 105 }]);
    expect(disagreements()).toEqual([]);
  });

  test('makes no difference where a receipt costs what the goods were sold at, or has no cost', async () => {
    const milk = makeProduct(shop, { costMinor: 80 });
    await sell(milk, 3000);
    await receive(milk, 1000, { totalMinor: 80 });
    await receive(milk, 1000);
    await receive(milk, 3000);
    expect(held(milk)).toEqual({ onHandMilli: 2000, valueMinor: 160 });
    expect(adjustments()).toEqual([]);
    expect(disagreements()).toEqual([]);
  });

  test('at one location but not in total takes its cost from the other locations', async () => {
    const milk = makeProduct(shop);
    await stock().receive({
      productId: milk,
      locationId: STOREROOM,
      quantityMilli: 5000,
      cost: { totalMinor: 500 },
    });
    expect(await sell(milk, 2000)).toBe(200);
    await receive(milk, 2000, { totalMinor: 300 });
    expect(held(milk)).toEqual({ onHandMilli: 5000, valueMinor: 600 });
    expect(adjustments()).toEqual([]);
  });

  test('keeps adjustments that nobody can change, delete or replace', async () => {
    const milk = makeProduct(shop, { costMinor: 80 });
    await sell(milk, 1000);
    await receive(milk, 1000, { totalMinor: 100 });
    const { handle } = shop.store.database;
    for (const sql of [
      'UPDATE cost_adjustment SET value_minor = 1',
      'DELETE FROM cost_adjustment',
      'REPLACE INTO cost_adjustment SELECT * FROM cost_adjustment',
    ])
      expect(() => handle.exec(sql)).toThrow('append-only');
    handle.exec(
      'DROP TRIGGER cost_adjustment_no_update; UPDATE cost_adjustment SET value_minor = value_minor + 1',
    );
    expect(disagreements()).toEqual([
      'the value of stock by movements and adjustments and the average it is a share of, to the cent',
      'append-only guards',
    ]);
  });
});

describe('any sequence of stock changes', () => {
  const step = fc.record({
    does: fc.constantFrom('receive', 'sell', 'transfer', 'issue and return', 'adjust'),
    quantityMilli: fc.integer({ min: 1, max: 5000 }),
    locationId: fc.constantFrom(SHOP, STOREROOM),
    batch: fc.constantFrom(null, { number: 'A' }, { number: 'B' }),
    cost: fc.constantFrom(
      undefined,
      { totalMinor: 0 },
      { totalMinor: 9999 },
      { unitTenThousandths: 41 },
      { unitTenThousandths: 1_234_567 },
    ),
  });
  type Step = typeof step extends fc.Arbitrary<infer Made> ? Made : never;

  /** Runs one step. A transfer of more than is in stock is refused; all other steps can go below zero. */
  async function take(
    productId: number,
    { does, quantityMilli, locationId, batch, cost }: Step,
  ): Promise<void> {
    const { transfers, issues } = shop.as('storekeeper');
    const lines = [{ productId, quantityMilli }];
    switch (does) {
      case 'receive':
        await stock().receive({ productId, locationId, quantityMilli, batch, cost });
        return;
      case 'sell':
        await sell(productId, quantityMilli);
        return;
      case 'transfer': {
        const way = { fromLocationId: locationId, toLocationId: SHOP + STOREROOM - locationId };
        const sent = transfers.postNow({ ...way, lines });
        await sent.catch((error) => expect(error).toMatchObject({ code: 'DOCUMENT_SHORT' }));
        return;
      }
      case 'issue and return': {
        await issues.postNow({ locationId, holder: { name: 'Kitchen' }, lines });
        const [line] = (await issues.outstanding({ productId })).rows;
        if (!line) throw new Error('Nothing is out');
        const half = Math.ceil(line.outMilli / 2);
        await issues.returnGoods({ issueLineId: line.issueLineId, locationId: SHOP, quantityMilli: half });
        return;
      }
      case 'adjust': {
        const [entry] = (await stock().listEntries({ productId })).rows;
        if (entry) await stock().adjust({ entryId: entry.id, onHandMilli: quantityMilli, reason: 'counted' });
      }
    }
  }

  test('leaves a value that agrees with movements, adjustments and lists', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 12 }), async (steps) => {
        const productId = makeProduct(shop, { unit: 'kg', costMinor: 77, priceMinor: 100_000 });
        for (const one of steps) await take(productId, one);
        expect(disagreements()).toEqual([]);
        const { rows } = await stock().listEntries({ productId });
        const listed = rows.reduce((sum, { valueMinor }) => sum + (valueMinor ?? 0), 0);
        expect(listed).toBe((held(productId) as { valueMinor: number | null }).valueMinor ?? 0);
      }),
      { numRuns: 25 },
    );
  });
});
