import { rmSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Handle } from '#main/platform/database/database';
import type { ContractClient } from '#shared/contract/index';
import { ended, looked } from '../support/imports';
import { countOf, lookInto, makeStore, openForWork } from '../support/power';
import { temporaryFolder } from '../support/temporary-folder';

const ROWS = 3000;
const CUTS = 10;

/** A file of products that no other file of this test has, each with opening stock and in the file's category. */
function fileOf(number: number): string {
  const rows = Array.from({ length: ROWS }, (_, row) => `File ${number} row ${row},F${number}-${row},1.50,`);
  return ['Name,SKU,Price,Category,Stock', ...rows.map((row) => `${row}Group ${number},7`)].join('\n');
}

/** Uploads a file and starts its import. */
async function start(calls: ContractClient, number: number): Promise<number> {
  const { fileId, choices } = await looked(calls, fileOf(number));
  return (await calls.imports.start({ fileId, choices })).jobId;
}

/** How much of a file is stored: all of it with its stock and category, or nothing. */
function wholeOrNothing(handle: Handle, number: number): boolean {
  const products = countOf(handle, "SELECT count(*) FROM product WHERE sku LIKE ? || '-%'", `F${number}`);
  const withStock = countOf(
    handle,
    `SELECT count(*) FROM product p JOIN stock_entry e ON e.product_id = p.id AND e.on_hand_milli = 7000
     JOIN stock_movement m ON m.product_id = p.id AND m.quantity_milli = 7000 WHERE p.sku LIKE ? || '-%'`,
    `F${number}`,
  );
  const categories = countOf(handle, 'SELECT count(*) FROM category WHERE name = ?', `Group ${number}`);
  const isThere = products > 0;
  expect({ products, withStock, categories }).toEqual(
    isThere
      ? { products: ROWS, withStock: ROWS, categories: 1 }
      : { products: 0, withStock: 0, categories: 0 },
  );
  return isThere;
}

const stagedIn = (handle: Handle): number =>
  ['product', 'barcode', 'category', 'supplier'].reduce(
    (sum, what) => sum + countOf(handle, `SELECT count(*) FROM staged_${what}`),
    0,
  );

const newestIn = (handle: Handle, table: string): unknown =>
  handle.prepare(`SELECT state FROM ${table} ORDER BY id DESC LIMIT 1`).pluck().get();

describe('when the power fails during an import of products', () => {
  const folder = temporaryFolder();
  beforeAll(() => makeStore(folder, async () => undefined));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  test('all of the file is stored or nothing, and its remains are deleted at the next start', {
    tags: 'long',
  }, async () => {
    const first = await openForWork(folder);
    const started = performance.now();
    await ended(first.calls, await start(first.calls, 0));
    const usualMs = performance.now() - started;
    await first.stop();

    let whole = 0;
    for (let number = 1; number <= CUTS; number += 1) {
      const { calls, cutDuring } = await openForWork(folder);
      let confirmed = false;
      const work = async (): Promise<void> => {
        await ended(calls, await start(calls, number));
        confirmed = true;
      };
      await cutDuring(work, Math.random() * 1.2 * usualMs);
      // The store was opened properly, and has deleted what was staged.
      await lookInto(folder, (handle) => {
        expect(stagedIn(handle)).toBe(0);
        const isThere = wholeOrNothing(handle, number);
        expect(isThere || !confirmed).toBe(true);
        if (isThere) whole += 1;
        expect(countOf(handle, "SELECT count(*) FROM product_import WHERE state = 'running'")).toBe(0);
        // The job tells the person the same as the list of imports.
        expect(newestIn(handle, 'job')).toBe(
          newestIn(handle, 'product_import') === 'done' ? 'done' : 'failed',
        );
      });
    }

    const last = await openForWork(folder);
    const { rows, total } = await last.calls.catalogue.listProducts({ search: 'row 2999' });
    expect([rows.length, total]).toEqual([whole + 1, whole + 1]);
    expect(await ended(last.calls, await start(last.calls, CUTS + 1))).toMatchObject({ state: 'done' });
    await last.stop();
    await lookInto(folder, (handle) => expect(wholeOrNothing(handle, CUTS + 1)).toBe(true));
    process.stdout.write(`    ${CUTS} files, ${CUTS} power cuts, ${whole} of the files whole\n`);
  });
});
