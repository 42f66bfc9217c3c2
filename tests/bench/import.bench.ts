import { readFileSync } from 'node:fs';
import type { Handle } from '#main/platform/database/database';
import { checkDigit, guessBarcodeKind, normalizeBarcode } from '#shared/kernel/barcode';
import { searchDocument } from '#shared/kernel/search-text';
import { ended, looked } from '../support/imports';
import { fillProducts } from '../support/many-products';
import { openTestShop, type TestShop } from '../support/test-store';
import { openCopy } from './bench-shop';
import { millisecondsOf, print, printRatio, printTime, quantile } from './measure';

const ROUNDS = 5;
const ROWS = 24_106;
const WRONG_EACH = 40;
const SHORT_EACH = 25;
const PAUSE_MS = 4;

/** The product list that IMPORT_FILE names, or a similar one: wrong check digits, short codes, a name in quotes. */
const file = process.env.IMPORT_FILE ? readFileSync(process.env.IMPORT_FILE) : Buffer.from(dirtyList());

function dirtyList(): string {
  const rows = Array.from({ length: ROWS }, (_, index) => {
    const digits = `34${String(index * 7 + 1).padStart(10, '0')}`;
    const check = (checkDigit(digits) + (index % WRONG_EACH === 0 ? 1 : 0)) % 10;
    const code = index % SHORT_EACH === 0 ? String(1000 + index) : `${digits}${check}`;
    return `${code},"Confiture ""maison"" n° ${index}, pot de ${100 + (index % 900)} g"`;
  });
  return ['barcode,name', ...rows].join('\n');
}

interface Written {
  name: string;
  sku: string;
  code: string | null;
  text: string;
  starts: string;
}

/** The rows written by an import of the file, to write them again without the import. */
function writtenRows(handle: Handle): Written[] {
  const rows = handle
    .prepare(
      `SELECT p.name, p.sku, b.code FROM product p LEFT JOIN product_barcode b ON b.product_id = p.id
       WHERE p.created_by_id = 2 ORDER BY p.id`,
    )
    .all() as { name: string; sku: string; code: string | null }[];
  return rows.map((row) => ({
    ...row,
    ...searchDocument({ ...row, codes: row.code ?? '', description: '' }),
  }));
}

/** The same products, barcodes and search rows, by prepared statements in one transaction. */
function writeBare(handle: Handle, rows: readonly Written[]): void {
  const product = handle.prepare(
    `INSERT INTO product (name, sku, price_minor, unit, tax_rate_milli_percent, status, created_at,
       created_by_id, changed_at, changed_by_id) VALUES (?, ?, 0, 'piece', 21000, 'inactive', 1, 2, 1, 2)`,
  );
  const barcode = handle.prepare('INSERT INTO product_barcode (product_id, code, kind) VALUES (?, ?, ?)');
  const search = handle.prepare(
    'INSERT INTO product_search (rowid, text, starts) VALUES (CAST(? AS INTEGER), ?, ?)',
  );
  handle.transaction(() => {
    for (const { name, sku, code, text, starts } of rows) {
      const id = product.run(name, sku).lastInsertRowid;
      if (code !== null) barcode.run(id, code, guessBarcodeKind(code));
      search.run(id, text, starts);
    }
  })();
}

async function openShop(): Promise<TestShop> {
  const shop = await openTestShop();
  fillProducts(shop.store.database.handle, 1000);
  return shop;
}

/** Imports the file to its end; returns the time from the start of the import. */
async function importMs(shop: TestShop): Promise<number> {
  const manager = shop.as('manager');
  const { fileId, choices } = await looked(manager, file);
  return millisecondsOf(async () => {
    const { jobId } = await manager.imports.start({ fileId, choices });
    const job = await ended(manager, jobId);
    if (job.state !== 'done') throw new Error(`The import has ${job.state}.`);
  });
}

/**
 * Calls every few milliseconds until stopped. The time of a call counts from when it was due, so it includes the wait
 * while the program is busy.
 */
function keepCalling(call: () => Promise<unknown>) {
  const times: number[] = [];
  let isOver = false;
  const all = (async () => {
    while (!isOver) {
      const due = performance.now() + PAUSE_MS;
      await new Promise((resolve) => setTimeout(resolve, PAUSE_MS));
      await call();
      times.push(performance.now() - due);
    }
  })();
  return async () => {
    isOver = true;
    await all;
    return times;
  };
}

const ratios: number[] = [];
const imports: number[] = [];
const bares: number[] = [];
const scans: number[] = [];
const calls: number[] = [];
const quiet: number[] = [];
for (let round = 0; round < ROUNDS; round += 1) {
  const bareShop = await openShop();
  const bareFile = openCopy(bareShop, 'bare.sqlite');
  const shop = await openShop();
  const took = await importMs(shop);
  const rows = writtenRows(shop.store.database.handle);
  const bare = await millisecondsOf(() => writeBare(bareFile, rows));
  bareFile.close();
  await bareShop.close();
  await shop.close();
  imports.push(took);
  bares.push(bare);
  ratios.push(took / bare);

  const busy = await openShop();
  const cashier = busy.as('cashier');
  const code = normalizeBarcode('ean13', '4000000000075');
  if (!code.ok) throw new Error('The code that is scanned is none.');
  busy.store.database.handle.exec(
    `UPDATE product SET status = 'active' WHERE id = 1;
     INSERT INTO stock_entry (product_id, location_id, on_hand_milli) VALUES (1, 1, 1000000000);
     INSERT INTO stock_cost (product_id) VALUES (1);`,
  );
  const scan = () => cashier.sales.scan({ code: code.code });
  for (let index = 0; index < 100; index += 1) quiet.push(await millisecondsOf(scan));
  const stopScans = keepCalling(scan);
  const stopCalls = keepCalling(() => cashier.stores.status());
  await importMs(busy);
  scans.push(...(await stopScans()));
  calls.push(...(await stopCalls()));
  await busy.close();
}

printRatio({ name: `import of ${ROWS} products : bare loop`, atMost: 3, rounds: ratios });
printTime('the import, from its start to its end', imports);
printTime('the bare loop', bares);
const printTail = (name: string, times: readonly number[]): void =>
  print(
    `${name.padEnd(58)} 99 % under ${quantile(times, 0.99).toFixed(1)} ms, longest ${Math.max(...times).toFixed(1)} ms (${times.length})`,
  );
printTail('a scan at the till, nothing else going on', quiet);
printTail('a scan at the till, during the import', scans);
printTail('a trivial call of a window, during the import', calls);
