import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { checkAgreement } from '#main/health/agreement';
import { failStatement, lookAtFile, soldNumbers } from '../support/storage';
import { openTestShop, openTestStore, type TestShop } from '../support/test-store';

const CODES = ['4006381333931', '5901234123457', '9780201379624', '4012345678901', '96385074'];
const MORE_STATEMENTS_THAN_A_SALE = 200;

let shop: TestShop;
/** The numbers of the receipts that a cashier received. */
let confirmed: string[];

beforeEach(async () => {
  shop = await openTestShop();
  confirmed = [];
  for (const [index, code] of CODES.entries()) {
    const { id } = await shop.as('manager').catalogue.createProduct({
      name: `Product ${index}`,
      barcodes: [{ code }],
      priceMinor: 120,
      taxRateMilliPercent: 21_000,
    });
    await shop.as('manager').stock.receive({ productId: id, locationId: 1, quantityMilli: 900_000_000 });
  }
});
afterEach(() => shop.close());

async function scanAll(): Promise<number> {
  let ticketId = 0;
  for (const code of CODES) ({ ticketId } = await shop.as('cashier').sales.scan({ code }));
  return ticketId;
}

async function pay(ticketId: number): Promise<void> {
  const tenders = [{ kind: 'cash' as const, amountMinor: 10_000 }];
  const { number } = await shop.as('cashier').sales.completeTicket({ ticketId, tenders });
  confirmed.push(number);
}

const hasFailed = (work: Promise<unknown>): Promise<boolean> =>
  work.then(
    () => false,
    () => true,
  );

const sell = async () => pay(await scanAll());
const refused = () =>
  expect(shop.as('cashier').sales.scan({ code: '0000000000000' })).rejects.toMatchObject({
    code: expect.stringMatching(/UNKNOWN_BARCODE|BARCODE_CHECK_DIGIT/),
  });

/** Checks through another connection that everything confirmed is on disk, nothing else is, and the figures agree. */
function mustBeOnDisk(): void {
  const numbers = soldNumbers(shop.folder);
  expect(numbers).toEqual(confirmed);
  expect(new Set(numbers).size).toBe(numbers.length);
}

async function mustSurviveReopening(): Promise<void> {
  await shop.store.close();
  mustBeOnDisk();
  expect(lookAtFile(shop.folder, checkAgreement)).toEqual([]);
  shop.store = await openTestStore(shop.folder, shop.time);
  await sell();
  mustBeOnDisk();
}

describe('when the memory is exhausted', () => {
  test('at any statement of a sale, the sale is refused as a whole and every later sale is stored', async () => {
    let failures = 0;
    for (let n = 1; n < MORE_STATEMENTS_THAN_A_SALE; n += 1) {
      const ticketId = await scanAll();
      const failure = failStatement(shop.store.database.handle, n);
      const paying = pay(ticketId).finally(() => failure.end());
      if (!(await hasFailed(paying))) break;
      expect(failure.happened).toBe(true);
      failures += 1;
      await refused();
      mustBeOnDisk();
      await pay(ticketId);
      await sell();
      mustBeOnDisk();
    }
    expect(failures).toBeGreaterThan(30);
    expect(failures).toBeLessThan(MORE_STATEMENTS_THAN_A_SALE - 1);
    await mustSurviveReopening();
  });

  test('at any statement of a scan, the ticket is unchanged and the next sale is stored', async () => {
    let failures = 0;
    for (let n = 1; n < MORE_STATEMENTS_THAN_A_SALE; n += 1) {
      await scanAll();
      const before = await shop.as('cashier').sales.currentTicket();
      const failure = failStatement(shop.store.database.handle, n);
      const scanning = shop.as('cashier').sales.scan({ code: CODES[0] as string });
      if (!(await hasFailed(scanning.finally(() => failure.end())))) break;
      failures += 1;
      expect(await shop.as('cashier').sales.currentTicket()).toEqual(before);
      await refused();
      await sell();
      mustBeOnDisk();
    }
    expect(failures).toBeGreaterThan(5);
    await mustSurviveReopening();
  });

  test('the refusal gives advice', async () => {
    const ticketId = await scanAll();
    const failure = failStatement(shop.store.database.handle, 12);
    const paying = pay(ticketId).finally(() => failure.end());
    await expect(paying).rejects.toMatchObject({ code: 'STORAGE_FAILED' });
  });

  test('in a nested unit of work, the outer one fails too', async () => {
    const { writes, handle } = shop.store.database;
    const rename = (name: string) => handle.prepare('UPDATE till SET name = ?').run(name);
    const failing = writes.run(async () => {
      rename('Outer');
      await writes
        .run(() => {
          const failure = failStatement(handle, 1);
          try {
            rename('Inner');
          } finally {
            failure.end();
          }
        })
        .catch(() => undefined);
    });
    await expect(failing).rejects.toMatchObject({ code: 'SQLITE_NOMEM' });
    await refused();
    await sell();
    mustBeOnDisk();
    const name = lookAtFile(shop.folder, (file) => file.prepare('SELECT name FROM till').pluck().get());
    expect(name).toBe('Till 1');
  });

  test('while a refusal is rolled back, the next sale is stored', async () => {
    const { handle } = shop.store.database;
    await sell();
    for (let n = 1; n < 12; n += 1) {
      const failure = failStatement(handle, n);
      expect(await hasFailed(shop.as('cashier').sales.scan({ code: '4012345678918' }))).toBe(true);
      failure.end();
      await refused();
      await sell();
      mustBeOnDisk();
    }
    await mustSurviveReopening();
  });
});
