import { randomUUID } from 'node:crypto';
import { rmSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Handle } from '#main/platform/database/database';
import type { ContractClient } from '#shared/contract/index';
import { type Asked, countOf, lookInto, makeStore, openForWork, type StoreAtWork } from '../support/power';
import { temporaryFolder } from '../support/temporary-folder';

const PRODUCTS = [1, 2, 3, 4, 5, 6];
const SHOP = 1;
const STOREROOM = 2;
const CUTS = 8;
const LONGEST_WORK_MS = 150;

type Calls = StoreAtWork['calls'];

/** What people were told before the power failed: documents by number, and their last request. */
interface Told<Input> {
  numbers: Set<string>;
  asked: Asked<Input> | null;
}

async function fill(calls: ContractClient): Promise<void> {
  expect((await calls.stock.listLocations()).map(({ id }) => id).sort()).toEqual([SHOP, STOREROOM]);
  for (const number of PRODUCTS) {
    const { id } = await calls.catalogue.createProduct({
      name: `Product ${number}`,
      priceMinor: 200,
      costMinor: 33 * number,
      taxRateMilliPercent: 23_000,
    });
    for (const locationId of [SHOP, STOREROOM])
      for (const batch of [null, { number: `B${number}`, expiresOn: '2030-01-01' }])
        await calls.stock.receive({ productId: id, locationId, quantityMilli: 100_000, batch });
  }
}

/** Finalizes a document with a key and records the response. */
async function ask<Input>(
  told: Told<Input>,
  asked: Asked<Input>,
  call: (
    input: Input,
    options: { context: { idempotencyKey: string } },
  ) => Promise<{ number: string | null }>,
): Promise<void> {
  told.asked = asked;
  const { number } = await call(asked.input, { context: { idempotencyKey: asked.key } });
  expect(number).not.toBeNull();
  told.numbers.add(number ?? '');
  told.asked = null;
}

/** Every reported number is stored, at most one unreported one, and there is no gap. */
function expectNumbers(kept: string[], told: Told<unknown>): void {
  expect(kept).toEqual(expect.arrayContaining([...told.numbers]));
  expect(kept.length - told.numbers.size).toBeLessThanOrEqual(told.asked ? 1 : 0);
  expect(kept.map((number) => Number(number.replace(/^\D+/, ''))).sort((one, other) => one - other)).toEqual(
    kept.map((_, index) => index + 1),
  );
}

const someOf = <T>(items: readonly T[]): T => items[Math.floor(Math.random() * items.length)] as T;
const someMilli = (): number => 1000 * (1 + Math.floor(Math.random() * 3));

describe('when the power fails in the stockroom', () => {
  const folder = temporaryFolder();
  beforeAll(() => makeStore(folder, fill));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  test('a transfer has moved as a whole or not at all, and its draft is as last reported', {
    tags: 'long',
  }, async () => {
    const told: Told<{ id: number; version: number }> = { numbers: new Set(), asked: null };
    const draft = { id: 0, milli: 0 };

    /** Fills drafts and sends them, in both directions. */
    const work = async ({ transfers }: Calls, isOver: () => boolean): Promise<void> => {
      for (let round = 0; !isOver(); round += 1) {
        const [fromLocationId, toLocationId] = round % 2 ? [SHOP, STOREROOM] : [STOREROOM, SHOP];
        Object.assign(draft, { id: 0, milli: 0 });
        let head = await transfers.start({ fromLocationId, toLocationId });
        draft.id = head.id;
        for (const productId of PRODUCTS) {
          const quantityMilli = someMilli();
          ({ head } = await transfers.addLine({ documentId: head.id, productId, quantityMilli }));
          draft.milli += quantityMilli;
        }
        const { id, version } = head;
        await ask(told, { key: randomUUID(), input: { id, version } }, transfers.post);
      }
    };
    const look = (handle: Handle): void => {
      const numbers = handle.prepare("SELECT number FROM transfer WHERE state = 'posted'").pluck().all();
      expectNumbers(numbers as string[], told);
      const moved = `SELECT COALESCE(SUM(quantity_milli), 0) FROM stock_movement m
        WHERE m.cause = 'transfer' AND m.cause_id = t.id AND m.location_id`;
      const onLines = 'SELECT SUM(quantity_milli) FROM transfer_line l WHERE l.transfer_id = t.id';
      for (const check of [
        `SELECT count(*) FROM transfer t WHERE state = 'posted' AND (${moved} = to_location_id) <> (${onLines})`,
        `SELECT count(*) FROM transfer t WHERE state = 'posted' AND (${moved} = from_location_id) <> -(${onLines})`,
        `SELECT count(*) FROM transfer t WHERE state <> 'posted' AND EXISTS
           (SELECT 1 FROM stock_movement m WHERE m.cause = 'transfer' AND m.cause_id = t.id)`,
      ]) {
        expect(countOf(handle, check), check).toBe(0);
      }
      const onDraftMilli = countOf(
        handle,
        'SELECT COALESCE(SUM(quantity_milli), 0) FROM transfer_line WHERE transfer_id = ?',
        draft.id,
      );
      // The last line may be stored without its response.
      const more = onDraftMilli - draft.milli;
      expect(more === 0 || (more >= 1000 && more <= 3000)).toBe(true);
    };
    for (let cut = 0; cut < CUTS || told.numbers.size === 0; cut += 1) {
      const { calls, cutDuring } = await openForWork(folder);
      if (told.asked) await ask(told, told.asked, calls.transfers.post);
      await cutDuring((isOver) => work(calls, isOver), Math.random() * LONGEST_WORK_MS);
      await lookInto(folder, look);
    }
    process.stdout.write(`    ${told.numbers.size} transfers, ${CUTS} power cuts\n`);
  });

  test('goods are issued and returned as a whole or not at all', { tags: 'long' }, async () => {
    const told: Told<Parameters<Calls['issues']['postNow']>[0]> = { numbers: new Set(), asked: null };
    let toldBackMilli = 0;
    let asksBack = false;

    const work = async ({ issues }: Calls, isOver: () => boolean): Promise<void> => {
      while (!isOver()) {
        const lines = PRODUCTS.map((productId) => ({ productId, quantityMilli: 2000 }));
        const input = { locationId: SHOP, holder: { name: 'Kitchen' }, lines };
        await ask(told, { key: randomUUID(), input }, issues.postNow);
        const { rows } = await issues.outstanding({ limit: 500 });
        const back = rows.map(({ issueLineId, outMilli }) => ({ issueLineId, quantityMilli: outMilli }));
        asksBack = true;
        await issues.returnMany({ lines: back });
        toldBackMilli += back.reduce((sum, { quantityMilli }) => sum + quantityMilli, 0);
        asksBack = false;
      }
    };
    const look = (handle: Handle): void => {
      const numbers = handle.prepare("SELECT number FROM goods_issue WHERE state = 'posted'").pluck().all();
      expectNumbers(numbers as string[], told);
      const check = `SELECT count(*) FROM goods_issue i WHERE state = 'posted' AND
        (SELECT SUM(quantity_milli) FROM goods_issue_line l WHERE l.issue_id = i.id) <>
        -(SELECT SUM(quantity_milli) FROM stock_movement m WHERE m.kind = 'issued' AND m.cause_id = i.id)`;
      expect(countOf(handle, check), check).toBe(0);
      const backMilli = countOf(
        handle,
        "SELECT COALESCE(SUM(quantity_milli), 0) FROM stock_movement WHERE kind = 'issue returned'",
      );
      expect(
        countOf(
          handle,
          "SELECT COALESCE(SUM(quantity_milli), 0) FROM goods_issue_closing WHERE kind = 'returned'",
        ),
      ).toBe(backMilli);
      if (!asksBack) expect(backMilli).toBe(toldBackMilli);
      expect(backMilli).toBeGreaterThanOrEqual(toldBackMilli);
      toldBackMilli = backMilli;
      asksBack = false;
    };
    for (let cut = 0; cut < CUTS || told.numbers.size === 0; cut += 1) {
      const { calls, cutDuring } = await openForWork(folder);
      if (told.asked) await ask(told, told.asked, calls.issues.postNow);
      await cutDuring((isOver) => work(calls, isOver), Math.random() * LONGEST_WORK_MS);
      await lookInto(folder, look);
    }
    process.stdout.write(`    ${told.numbers.size} issues, ${CUTS} power cuts\n`);
  });

  test('a stocktake keeps every answered count, and is posted as a whole or not at all', {
    tags: 'long',
  }, async () => {
    const told: Told<{ id: number; version: number; uncounted: 'leave' }> = {
      numbers: new Set(),
      asked: null,
    };
    const counted = { id: 0, counts: 0 };

    const work = async ({ stocktakes, stock }: Calls, isOver: () => boolean): Promise<void> => {
      while (!isOver()) {
        Object.assign(counted, { id: 0, counts: 0 });
        const { id } = await stocktakes.start({ locationId: STOREROOM, categoryId: null });
        counted.id = id;
        const { rows } = await stocktakes.lines({ stocktakeId: id });
        for (const { productId, batchId } of rows) {
          const quantityMilli = 90_000 + someMilli();
          await stocktakes.count({ stocktakeId: id, productId, batchId, mode: 'set', quantityMilli });
          counted.counts += 1;
          if (counted.counts === 3)
            await stock.receive({
              productId: someOf(PRODUCTS),
              locationId: STOREROOM,
              quantityMilli: someMilli(),
            });
        }
        const { version } = await stocktakes.review({ id });
        await ask(told, { key: randomUUID(), input: { id, version, uncounted: 'leave' } }, stocktakes.post);
      }
    };
    const look = (handle: Handle): void => {
      const numbers = handle.prepare("SELECT number FROM stocktake WHERE state = 'posted'").pluck().all();
      expectNumbers(numbers as string[], told);
      const movedFor = `SELECT COALESCE(SUM(m.quantity_milli), 0) FROM stock_movement m
        WHERE m.cause = 'stocktake' AND m.cause_id = s.id`;
      for (const check of [
        `SELECT count(*) FROM stocktake s WHERE state = 'posted' AND (${movedFor}) <>
           (SELECT SUM(difference_milli) FROM stocktake_line l WHERE l.stocktake_id = s.id)`,
        `SELECT count(*) FROM stocktake s WHERE state <> 'posted' AND EXISTS
           (SELECT 1 FROM stock_movement m WHERE m.cause = 'stocktake' AND m.cause_id = s.id)`,
        `SELECT count(*) FROM stocktake s WHERE counted_count <>
           (SELECT count(*) FROM stocktake_line l WHERE l.stocktake_id = s.id AND counted_milli IS NOT NULL)`,
      ]) {
        expect(countOf(handle, check), check).toBe(0);
      }
      const kept = countOf(handle, 'SELECT count(*) FROM stocktake_count WHERE stocktake_id = ?', counted.id);
      expect([counted.counts, counted.counts + 1]).toContain(kept);
    };
    for (let cut = 0; cut < CUTS || told.numbers.size === 0; cut += 1) {
      const { calls, cutDuring } = await openForWork(folder);
      if (told.asked) await ask(told, told.asked, calls.stocktakes.post);
      for (const { id, state } of (await calls.stocktakes.list({})).rows)
        if (state === 'counting' || state === 'review') await calls.stocktakes.cancel({ id });
      await cutDuring((isOver) => work(calls, isOver), Math.random() * 2 * LONGEST_WORK_MS);
      await lookInto(folder, look);
    }
    process.stdout.write(`    ${told.numbers.size} stocktakes, ${CUTS} power cuts\n`);
  });
});
