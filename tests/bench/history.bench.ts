import type { Handle } from '#main/platform/database/database';
import type { Inputs } from '#shared/contract/index';
import { clientOf, openTestStore } from '../support/test-store';
import { copyShop, openBenchShop } from './bench-shop';
import { median, millisecondsOf, print, printTime, quantile } from './measure';

const MOVEMENTS = 1_000_000;
const YEAR_MS = 365 * 86_400_000;
const ROUNDS = 100;
const ROWS_A_PAGE = 100;
const LATE_PAGE = 1000;
/** How long a page may block the main process, in the median; the other figures depend on the load of the machine. */
const AT_MOST_MS = 5;

type Filter = NonNullable<Inputs['stock']['history']>;

/**
 * A year of a shop with a million movements, by SQL: nine of ten are sales, of which one product makes an eighth and a
 * tenth of the products most; a quarter of the rest is in the storeroom. There are four people, one of whom makes
 * hardly any, and a batch for every hundredth product; sales, transfers and counts have their documents.
 */
function fillMovements(handle: Handle, end: number): void {
  handle.exec(`
    INSERT INTO batch (id, product_id, number, expires_on, created_at)
      SELECT id, id, 'B' || id, '2027-01-01', 0 FROM product WHERE id % 100 = 0 AND id <= 10000;
    CREATE TEMP TABLE mix AS WITH RECURSIVE n(i) AS (SELECT 0 UNION ALL SELECT i + 1 FROM n WHERE i < ${MOVEMENTS - 1})
      SELECT i, (i * 7919) % 100 AS share,
        CASE WHEN i % 8 = 0 THEN 1 WHEN i % 8 < 5 THEN 1 + (i * 104729) % 1000
          ELSE 1 + (i * 104729) % 10000 END AS product_id FROM n;
  `);
  handle
    .prepare(
      `INSERT INTO stock_movement (moved_at, kind, product_id, location_id, batch_id, quantity_milli, before_milli,
         after_milli, value_minor, account_id, cause, cause_id)
       SELECT CAST(@begin AS INTEGER) + i * CAST(@step AS INTEGER),
         CASE WHEN share < 90 THEN 'sold' WHEN share < 95 THEN 'received' WHEN share < 97 THEN 'transferred'
           WHEN share < 98 THEN 'counted' WHEN share < 99 THEN 'adjusted' ELSE 'wasted' END,
         product_id, CASE WHEN share >= 90 AND i % 4 = 0 THEN 2 ELSE 1 END,
         CASE WHEN product_id % 100 = 0 THEN product_id END, -1000, 1000, 0, -100,
         CASE WHEN i % 50000 = 0 THEN 1 WHEN share < 90 THEN 4 ELSE 2 + i % 2 END,
         CASE WHEN share < 90 THEN 'order' WHEN share IN (95, 96) THEN 'transfer' WHEN share = 97 THEN 'stocktake' ELSE '' END,
         CASE WHEN share < 90 THEN 1 + i / 5 WHEN share BETWEEN 95 AND 97 THEN 1 + i / 5000 END
       FROM mix ORDER BY i`,
    )
    .run({ begin: end - YEAR_MS, step: Math.floor(YEAR_MS / MOVEMENTS) });
  handle.exec('DROP TABLE mix');
}

/** The id of the movement before the wanted page of a filter. */
function cursorOf(handle: Handle, where: string, page: number): number | undefined {
  return handle
    .prepare<[], number>(
      `SELECT id FROM stock_movement WHERE ${where} ORDER BY moved_at DESC, id DESC LIMIT 1 OFFSET ${page * ROWS_A_PAGE - 1}`,
    )
    .pluck()
    .get();
}

const shop = await openBenchShop();
const { time } = shop;
const token = shop.tokenOf('manager');
const folder = copyShop(shop, 'history');
await shop.store.close();
const store = await openTestStore(folder, time);
const { handle } = store.database;
fillMovements(handle, time.now);
const { history } = clientOf(store, token).stock;

const of = (sql: string) => handle.prepare<[], number>(sql).pluck().get() ?? 0;
const busiest = of(
  'SELECT product_id FROM stock_movement GROUP BY product_id ORDER BY count(*) DESC LIMIT 1',
);
const pages = (where: string) =>
  Math.floor(of(`SELECT count(*) FROM stock_movement WHERE ${where}`) / ROWS_A_PAGE) - 1;
const kinds = (...some: NonNullable<Filter['kinds']>) => ({ kinds: some });

const looks: [name: string, filter: Filter, where: string][] = [
  ['all', {}, '1'],
  ['a product', { productId: busiest }, `product_id = ${busiest}`],
  ['a location', { locationId: 1 }, 'location_id = 1'],
  ['a seldom used location', { locationId: 2 }, 'location_id = 2'],
  ['a batch', { batchId: 100 }, 'batch_id = 100'],
  ['sold', kinds('sold'), `kind = 'sold'`],
  ['wasted', kinds('wasted'), `kind = 'wasted'`],
  ['wasted and adjusted', kinds('wasted', 'adjusted'), `kind IN ('wasted', 'adjusted')`],
  ['issued, which never was', kinds('issued', 'issue returned'), `kind = 'issued'`],
  ['a person', { accountId: 4 }, 'account_id = 4'],
  ['a person who seldom moves', { accountId: 1 }, 'account_id = 1'],
  ['a person who never moved', { accountId: 5 }, 'account_id = 5'],
  [
    'a product and a person',
    { productId: busiest, accountId: 1 },
    `product_id = ${busiest} AND account_id = 1`,
  ],
  ['a location and wasted', { locationId: 2, kinds: ['wasted'] }, `location_id = 2 AND kind = 'wasted'`],
  ['a week', { from: '2026-06-01', to: '2026-06-07' }, '1'],
  ['a transfer', { cause: 'transfer', causeId: 50 }, `cause = 'transfer' AND cause_id = 50`],
];

for (const [name, filter, where] of looks) {
  const last = Math.max(0, Math.min(LATE_PAGE, pages(where)));
  for (const page of name === 'a week' || last === 0 ? [0] : [0, last]) {
    const beforeId = page === 0 ? undefined : cursorOf(handle, where, page);
    const look = () => history({ ...filter, beforeId, limit: ROWS_A_PAGE });
    const times: number[] = [];
    const holds: number[] = [];
    for (let round = 0; round < ROUNDS; round += 1) {
      let hold = 0;
      times.push(
        await millisecondsOf(async () => {
          hold = await longestHold(look);
        }),
      );
      holds.push(hold);
    }
    const what = `history of ${name}, page ${page + 1}`;
    printTime(what, times);
    const verdict = median(holds) <= AT_MOST_MS ? 'ok' : 'OVER';
    print(
      `${'  holds the main process up'.padEnd(58)} median ${median(holds).toFixed(3)} ms, 95 % under ${quantile(holds, 0.95).toFixed(3)} ms (at most ${AT_MOST_MS})  ${verdict}`,
    );
  }
}
await store.close();

/** The longest time in milliseconds for which nothing else runs while the work is done. */
async function longestHold(work: () => Promise<unknown>): Promise<number> {
  let longest = 0;
  let before = performance.now();
  let isDone = false;
  const look = (): void => {
    const now = performance.now();
    longest = Math.max(longest, now - before);
    before = now;
    if (!isDone) setImmediate(look);
  };
  setImmediate(look);
  await work();
  isDone = true;
  look();
  return longest;
}
