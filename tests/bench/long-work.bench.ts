import { monitorEventLoopDelay } from 'node:perf_hooks';
import { setTimeout as wait } from 'node:timers/promises';
import { StoreKey } from '#main/platform/files/store-key';
import { Chain } from '#main/platform/log/chain';
import type { ContractClient } from '#shared/contract/index';
import { checkDigit } from '#shared/kernel/barcode';
import { ended, looked } from '../support/imports';
import { openTestStore, type TestShop } from '../support/test-store';
import { codesInMix, openBenchShop, openCopy, PRODUCTS, SALES_MIX } from './bench-shop';
import { millisecondsOf, print, quantile } from './measure';

const ENTRIES = Number(process.env.LOG_ENTRIES ?? 1_000_000);
const IMPORTED_ROWS = Number(process.env.IMPORTED_ROWS ?? 100_000);
const OVERVIEWS = 5;
const QUIET_MS = 5000;
/** The pause between a scan and a bare commit, and how often the event loop is looked at. */
const PAUSE_MS = 5;
const RESOLUTION_MS = 1;
const LINES_A_TICKET = 20;
/** A scan may take this long during long work, or twice as long as a bare commit in the same run. */
const AT_MOST_MS = 10;
const AT_MOST_COMMITS = 2;
const NANOSECONDS = 1e6;
const TAIL = 0.99;

const shop = await openBenchShop();
fillStock(shop);
fillLog(shop);
const codes = codesInMix(shop.store.database.handle);
const bareFile = openCopy(shop, 'bare.sqlite');
bareFile.exec('CREATE TABLE bare_row (id INTEGER PRIMARY KEY, product INTEGER, quantity INTEGER)');
const bareInsert = bareFile.prepare('INSERT INTO bare_row (product, quantity) VALUES (?, ?)');
// Opened again, because the log and the stock were written behind its back.
await shop.store.close();
shop.store = await openTestStore(shop.folder, shop.time);
const manager = shop.as('manager');
const { sales } = shop.as('cashier');

/** All products in stock, a fifth of those that are not sold below their threshold. */
function fillStock({ store }: TestShop): void {
  store.database.handle.exec(`
    INSERT INTO stock_entry (product_id, location_id, on_hand_milli)
      SELECT id, 1 + id % 2, 5000 FROM product WHERE id > ${SALES_MIX};
    INSERT INTO stock_cost (product_id, averaged_milli, averaged_minor, averaged_at)
      SELECT id, 5000, cost_minor * 5, 0 FROM product WHERE id > ${SALES_MIX};
    UPDATE product SET threshold_milli = 10000 WHERE id > ${SALES_MIX} AND id % 5 = 0;
  `);
}

/** A log of so many changes of products, chained like one that was written by the product. */
function fillLog({ store, folder, time }: TestShop): void {
  const { handle } = store.database;
  const chain = new Chain(StoreKey.open(folder));
  const last = handle.prepare('SELECT id, hash FROM log_entry ORDER BY id DESC LIMIT 1').get();
  const insert = handle.prepare(
    `INSERT INTO log_entry (id, at, account_id, till_id, action, entity, entity_id, label, before, after, hash)
     VALUES (@id, @at, @accountId, @tillId, @action, @entity, @entityId, @label, @before, @after, @hash)`,
  );
  let { id, hash } = (last ?? { id: 0, hash: handle.prepare('SELECT uuid FROM store').pluck().get() }) as {
    id: number;
    hash: Buffer | string;
  };
  handle.transaction(() => {
    for (let count = 0; count < ENTRIES; count += 1) {
      id += 1;
      const entityId = 1 + (count % PRODUCTS);
      const entry = {
        id,
        at: time.now - ENTRIES + count,
        accountId: 2,
        approvedById: null,
        tillId: 1,
        action: 'catalogue.changeProduct',
        entity: 'product',
        entityId,
        label: `Product ${entityId}`,
        before: JSON.stringify({ priceMinor: count }),
        after: JSON.stringify({ priceMinor: count + 1 }),
        document: null,
        personalDigest: null,
      };
      hash = chain.hashOf(hash, entry);
      insert.run({ ...entry, hash });
    }
  })();
}

let scanned = 0;

async function scan(): Promise<void> {
  await sales.scan({ code: codes[scanned % codes.length] as string });
  scanned += 1;
}

/** The time of the work in milliseconds, counted from when it was due: it includes the wait for the event loop. */
async function fromWhenDue(work: () => unknown): Promise<number> {
  const due = performance.now() + PAUSE_MS;
  await wait(PAUSE_MS);
  await work();
  return performance.now() - due;
}

/** Scans and commits a bare row in turns while the work is done, and prints how long each takes. */
async function measure(name: string, work: () => Promise<unknown>): Promise<void> {
  const scans: number[] = [];
  const bares: number[] = [];
  const loop = monitorEventLoopDelay({ resolution: RESOLUTION_MS });
  let isOver = false;
  const measuring = (async () => {
    for (let lines = 1; !isOver; lines += 1) {
      scans.push(await fromWhenDue(scan));
      // Synchronous, so without a wait for the event loop.
      await wait(PAUSE_MS);
      bares.push(await millisecondsOf(() => bareInsert.run(lines, 1000)));
      if (lines % LINES_A_TICKET === 0) await startAgain();
    }
  })();
  loop.enable();
  const took = await millisecondsOf(work);
  loop.disable();
  isOver = true;
  await measuring;
  report(name, { took, scans, bares, loop });
}

async function startAgain(): Promise<void> {
  const ticket = await sales.currentTicket();
  if (ticket) await sales.voidTicket({ ticketId: ticket.id });
}

interface Measured {
  took: number;
  scans: readonly number[];
  bares: readonly number[];
  loop: ReturnType<typeof monitorEventLoopDelay>;
}

function report(name: string, { took, scans, bares, loop }: Measured): void {
  const delay = (share: number) => loop.percentile(100 * share) / NANOSECONDS - RESOLUTION_MS;
  const limit = Math.max(AT_MOST_MS, AT_MOST_COMMITS * quantile(bares, TAIL));
  const holds = quantile(scans, TAIL) <= limit && delay(TAIL) <= limit;
  print(`${name} (${(took / 1000).toFixed(1)} s, ${scans.length} scans)`);
  const line = (what: string, of: (share: number) => number, limited = '') =>
    print(
      `  ${what.padEnd(18)} median ${of(0.5).toFixed(1).padStart(6)} ms, 99 % ${of(TAIL).toFixed(1).padStart(6)} ms, longest ${of(1).toFixed(1).padStart(6)} ms${limited}`,
    );
  line('bare commit', (share) => quantile(bares, share));
  const limited = ` (99 % at most ${limit.toFixed(1)})  ${holds ? 'ok' : 'OVER'}`;
  line('event loop delay', delay);
  line('scan', (share) => quantile(scans, share), limited);
}

/** Runs a job of the manager to its end. */
async function finish(start: (client: ContractClient) => Promise<number>): Promise<void> {
  const job = await ended(manager, await start(manager));
  if (job.state !== 'done' || job.breaks.length > 0) throw new Error(`The ${job.kind} has ${job.state}.`);
}

function productList(): string {
  const rows = Array.from({ length: IMPORTED_ROWS }, (_, index) => {
    const digits = `34${String(index).padStart(10, '0')}`;
    return `${digits}${checkDigit(digits)},"Confiture no ${index}, pot de ${100 + (index % 900)} g"`;
  });
  return ['barcode,name', ...rows].join('\n');
}

await measure('nothing else', () => wait(QUIET_MS));
await measure(`audit export of ${ENTRIES} entries`, () =>
  finish(async ({ audit }) => (await audit.export({})).id),
);
await measure(`verification of ${ENTRIES} entries`, () =>
  finish(async ({ audit }) => (await audit.check()).id),
);
await measure(`overview of ${PRODUCTS} products, ${OVERVIEWS} times`, async () => {
  for (let count = 0; count < OVERVIEWS; count += 1) {
    // Each scan reserves stock, so that the next overview is taken again.
    await manager.overview.figures();
    await manager.overview.low({ offset: 0, limit: 100 });
    await manager.overview.categories({});
  }
});
const { fileId, choices } = await looked(manager, productList());
await measure(`import of ${IMPORTED_ROWS} rows`, () =>
  finish(async ({ imports }) => (await imports.start({ fileId, choices })).jobId),
);
bareFile.close();
await shop.close();
