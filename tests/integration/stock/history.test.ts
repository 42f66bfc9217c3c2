import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { historySql, type MovementFilter } from '#main/features/stock/history-sql';
import type { MovementKind } from '#shared/contract/stock';
import { makeProduct } from '../../support/goods';
import { ticketOf } from '../../support/sales';
import { OPENING_TIME, openTestShop, type TestShop } from '../../support/test-store';

const SHOP = 1;
const STOREROOM = 2;
const DAY_MS = 86_400_000;

describe('the stock history', () => {
  let shop: TestShop;
  let tea: number;
  let coffee: number;
  beforeEach(async () => {
    shop = await openTestShop({ sessionHours: 720 });
    tea = makeProduct(shop, { name: 'Tea', unit: 'kg' });
    coffee = makeProduct(shop, { name: 'Coffee', unit: 'kg' });
  });
  afterEach(() => shop.close());

  const storekeeper = () => shop.as('storekeeper').stock;
  const receive = (productId: number, locationId: number, quantityMilli: number) =>
    storekeeper().receive({ productId, locationId, quantityMilli });

  test('shows the newest first, for a product, a location or both', async () => {
    await receive(tea, SHOP, 1000);
    await receive(coffee, SHOP, 2000);
    await receive(tea, STOREROOM, 3000);
    const quantities = async (filter: { productId?: number; locationId?: number }) =>
      (await storekeeper().history(filter)).rows.map(({ quantityMilli }) => quantityMilli);
    expect(await quantities({})).toEqual([3000, 2000, 1000]);
    expect(await quantities({ productId: tea })).toEqual([3000, 1000]);
    expect(await quantities({ locationId: SHOP })).toEqual([2000, 1000]);
    expect(await quantities({ productId: tea, locationId: SHOP })).toEqual([1000]);
  });

  test('is filtered by kind, person, batch and days of the store, both days included', async () => {
    const batch = { number: 'B1' };
    const { batchId, id } = await storekeeper().receive({
      productId: tea,
      locationId: SHOP,
      batch,
      quantityMilli: 5000,
    });
    shop.time.now = OPENING_TIME + DAY_MS;
    await shop.as('manager').stock.waste({ entryId: id, quantityMilli: 1000, reason: 'Damp' });
    shop.time.now = OPENING_TIME + 2 * DAY_MS;
    await receive(coffee, SHOP, 2000);
    const kinds = async (filter: Parameters<ReturnType<typeof storekeeper>['history']>[0]) =>
      (await storekeeper().history(filter)).rows.map(({ kind, productName }) => `${kind} ${productName}`);
    expect(await kinds({ kinds: ['wasted'] })).toEqual(['wasted Tea']);
    expect(await kinds({ kinds: ['wasted', 'received'] })).toHaveLength(3);
    expect(await kinds({ accountId: shop.accountIdOf('manager') })).toEqual(['wasted Tea']);
    expect(await kinds({ batchId: batchId ?? 0 })).toEqual(['wasted Tea', 'received Tea']);
    expect(await kinds({ from: '2026-11-21', to: '2026-11-21' })).toEqual(['wasted Tea']);
    expect(await kinds({ to: '2026-11-20' })).toEqual(['received Tea']);
    expect(await kinds({ from: '2026-11-22', productId: coffee, kinds: ['received'] })).toEqual([
      'received Coffee',
    ]);
  });

  test('of an order shows only its own movements, even when others happen at the same time', async () => {
    await receive(tea, SHOP, 5000);
    await receive(coffee, SHOP, 5000);
    const cashier = shop.as('cashier').sales;
    const sell = async (...productIds: number[]) => {
      const ticketId = await ticketOf(shop.as('cashier'), ...productIds);
      return cashier.completeTicket({ ticketId, tenders: [{ kind: 'cash', amountMinor: 100_000 }] });
    };
    const sale = await sell(tea, coffee);
    const other = await sell(tea);
    shop.time.now = OPENING_TIME + DAY_MS;
    const moved = async (causeId: number, extra: { productId?: number } = {}) =>
      (await storekeeper().history({ cause: 'order', causeId, ...extra })).rows.map(
        (row) => `${row.kind} ${row.productName} ${row.causeLabel}`,
      );
    expect(await moved(sale.orderId)).toEqual([`sold Coffee ${sale.number}`, `sold Tea ${sale.number}`]);
    expect(await moved(other.orderId)).toEqual([`sold Tea ${other.number}`]);
    expect(await moved(sale.orderId, { productId: tea })).toEqual([`sold Tea ${sale.number}`]);
    expect(await moved(999)).toEqual([]);
  });

  test('of a document needs both its kind and its id', async () => {
    await expect(storekeeper().history({ cause: 'order' })).rejects.toMatchObject({ code: 'INPUT_INVALID' });
    await expect(storekeeper().exportHistory({ causeId: 1 })).rejects.toMatchObject({
      code: 'INPUT_INVALID',
    });
  });

  test('continues after the last movement seen without gaps or repeats, even within one millisecond', async () => {
    for (let count = 1; count <= 5; count++) await receive(tea, SHOP, count * 1000);
    const first = await storekeeper().history({ productId: tea, limit: 2 });
    expect(first).toMatchObject({ rows: [{ quantityMilli: 5000 }, { quantityMilli: 4000 }], more: true });
    const beforeId = first.rows[1]?.id;
    const second = await storekeeper().history({ productId: tea, limit: 3, ...(beforeId && { beforeId }) });
    expect(second).toMatchObject({
      rows: [{ quantityMilli: 3000 }, { quantityMilli: 2000 }, { quantityMilli: 1000 }],
      more: false,
    });
  });

  test("finds a person's few movements among very many, however far apart they are", async () => {
    const insert = shop.store.database.handle.prepare(
      `INSERT INTO stock_movement (moved_at, kind, product_id, location_id, quantity_milli, before_milli,
         after_milli, value_minor, account_id)
       VALUES (?, 'sold', ?, 1, -1000, 1000, 0, 0, ?)`,
    );
    const accountId = shop.accountIdOf('manager');
    const some = [0, 1, 20_000, 37_997, 37_998, 37_999, 42_998, 42_999, 43_000, 44_999];
    await shop.store.database.writes.run(() => {
      // Many share one time, so that pages end within it.
      for (let count = 0; count < 45_000; count++) {
        insert.run(Math.floor(count / 1000), tea, some.includes(count) ? accountId : 4);
      }
    });
    const ids: number[] = [];
    let more = true;
    while (more) {
      const page = await storekeeper().history({ accountId, limit: 2, beforeId: ids.at(-1) });
      ids.push(...page.rows.map(({ id }) => id));
      more = page.more;
    }
    expect(ids).toEqual(some.map((count) => count + 1).reverse());
  });

  test('of several kinds continues after the last movement seen of any of them', async () => {
    const { id } = await receive(tea, SHOP, 9000);
    for (let count = 1; count <= 3; count++) {
      shop.time.now += 1;
      await storekeeper().waste({ entryId: id, quantityMilli: 1000, reason: 'Damp' });
      await storekeeper().adjust({ entryId: id, onHandMilli: 9000 - count * 1000, reason: 'Miscounted' });
      await receive(coffee, SHOP, count * 1000);
    }
    const kinds: MovementKind[] = ['wasted', 'received'];
    const first = await storekeeper().history({ kinds, limit: 4 });
    const rest = await storekeeper().history({ kinds, beforeId: first.rows.at(-1)?.id });
    const shown = [...first.rows, ...rest.rows].map((row) => `${row.kind} ${row.quantityMilli}`);
    const three = [3, 2, 1].flatMap((count) => [`received ${count * 1000}`, 'wasted -1000']);
    expect(shown).toEqual([...three, 'received 9000']);
    expect([first.more, rest.more]).toEqual([true, false]);
  });

  test("is exported with decimals and the store's time, and with formulas as text", async () => {
    const trap = makeProduct(shop, { name: '=HYPERLINK("http://evil.example")' });
    const { id } = await receive(tea, SHOP, 12_500);
    await shop
      .as('manager')
      .stock.waste({ entryId: id, quantityMilli: 1_250, reason: '-1 kg, "wet"\n@shelf' });
    await receive(trap, SHOP, 1000);
    const { fileName, csv, rows, more } = await shop.as('manager').stock.exportHistory({});
    expect(fileName).toBe('stock-movements-2026-11-20.csv');
    expect({ rows, more }).toEqual({ rows: 3, more: false });
    const lines = csv.split('\r\n');
    expect(lines[0]).toBe(
      'Time,Kind,Product,Location,Batch,Quantity,Unit,Before,After,Value,Unit cost,Below zero,Reason,Person,Cause,Number',
    );
    expect(lines[1]).toContain(`,"'=HYPERLINK(""http://evil.example"")",Shop,,1,piece,0,1,`);
    expect(lines[2]).toBe(
      `2026-11-20 10:00:00,wasted,Tea,Shop,,-1.25,kg,12.5,11.25,-1.25,1,,"'-1 kg, ""wet""\n@shelf",Manager Test,,`,
    );
    expect(lines[4]).toBe('');
  });

  test('is exported in chunks without losing a movement', async () => {
    const insert = shop.store.database.handle.prepare(
      `INSERT INTO stock_movement (moved_at, kind, product_id, location_id, quantity_milli, before_milli,
         after_milli, value_minor, account_id)
       VALUES (?, 'received', ?, 1, 1000, CAST(? AS INTEGER), CAST(? AS INTEGER), 0, 1)`,
    );
    await shop.store.database.writes.run(() => {
      for (let count = 0; count < 4100; count++) insert.run(count, tea, count * 1000, (count + 1) * 1000);
    });
    const { csv, rows, more } = await storekeeper().exportHistory({ productId: tea });
    expect({ rows, more }).toEqual({ rows: 4100, more: false });
    const afters = csv
      .split('\r\n')
      .slice(1, -1)
      .map((line) => Number(line.split(',')[8]));
    expect(afters).toEqual(Array.from({ length: 4100 }, (_, index) => 4100 - index));
  });

  describe('reads a page of any filters from one covering index, in the order shown', () => {
    const choices: Partial<MovementFilter>[] = [
      {},
      { productId: 1 },
      { locationId: 1 },
      { batchId: 1 },
      { accountId: 1 },
      { cause: 'transfer', causeId: 1 },
      { fromTime: 1, until: 2 },
    ];
    const kinds: MovementKind[][] = [[], ['wasted'], ['sold'], ['wasted', 'adjusted']];
    const mixes = choices
      .flatMap((one) => choices.map((other) => ({ ...one, ...other })))
      .flatMap((mix) => kinds.map((some) => ({ ...mix, kinds: some })));

    const planOf = (sql: string, mix: (typeof mixes)[number]): string[] => {
      const values = { ...mix, movedAt: 1, id: 1, kind0: 'wasted', kind1: 'adjusted', limit: 1 };
      return shop.store.database.handle
        .prepare<[object], { detail: string }>(`EXPLAIN QUERY PLAN ${sql}`)
        .all(values)
        .map(({ detail }) => detail);
    };

    test.for([false, true])('continuing: %s', (goesOn) => {
      for (const mix of mixes) {
        const plan = planOf(historySql(mix, goesOn), mix);
        const found = plan.slice(0, plan.indexOf('SCAN found'));
        const because = JSON.stringify({ mix, plan });
        expect(found.join(), because).toContain('stock_movement USING COVERING INDEX');
        expect(found.join(), because).not.toContain('TEMP B-TREE');
      }
    });
  });
});
