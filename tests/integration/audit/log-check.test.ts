import { readFileSync } from 'node:fs';
import path from 'node:path';
import BetterSqlite3 from 'better-sqlite3';
import pino from 'pino';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { StoreKey } from '#main/platform/files/store-key';
import { chainKeysOf } from '#main/platform/log/chain-keys';
import { openStore } from '#main/store';
import { job as jobSchema } from '#shared/contract/jobs';
import { MOST_LOG_BREAKS } from '#shared/kernel/log-breaks';
import { ended } from '../../support/jobs';
import { withoutLogGuards } from '../../support/log-guards';
import { neverInDoubt } from '../../support/storage';
import { openTestShop, type TestShop } from '../../support/test-store';

/** All entries so far seem to be written with another key. */
const OF_ANOTHER_KEY = `UPDATE log_segment SET key_check = 'of another key'`;

let shop: TestShop;
let logged: string[];

beforeEach(async () => {
  shop = await openTestShop();
  logged = [];
  await reopen();
  for (const name of ['Cellar', 'Attic', 'Shed', 'Garage']) {
    await manager().stock.createLocation({ name, kind: 'storeroom' });
  }
});
afterEach(() => shop.close());

const manager = () => shop.as('manager');
const check = async () => ended(manager(), (await manager().audit.check()).id);
/** Opens the store again, with a log that the test reads. */
async function reopen(): Promise<void> {
  await shop.store.close();
  shop.store = await openStore({
    folder: shop.folder,
    log: pino({}, { write: (line: string) => logged.push(line) }),
    clock: () => shop.time.now,
    writeEvents: neverInDoubt,
  });
}

const logRecords = () => logged.map((line) => JSON.parse(line)).filter(({ part }) => part === 'audit');

/** Changes the store's file behind the back of the app. */
function tamper(sql: string): void {
  const handle = new BetterSqlite3(path.join(shop.folder, 'store.sqlite'));
  withoutLogGuards(handle, () => handle.exec(sql));
  handle.close();
}

test('the check of an unchanged log reports it as intact, with the number of its entries', async () => {
  const job = await check();
  expect(job).toMatchObject({
    state: 'done',
    kind: 'logCheck',
    done: 4,
    total: 4,
    summary: { entries: 4, unchecked: 0 },
    breaks: [],
    hasFile: false,
  });
  expect(jobSchema.parse(job)).toEqual(job);
  expect(logRecords()).toEqual([]);
});

test('one changed byte of an entry is located, and is logged', async () => {
  tamper(`UPDATE log_entry SET label = 'Bttic' WHERE id = 2 AND label = 'Attic'`);
  const job = await check();
  const breaks = [{ kind: 'changed', entryId: 2 }];
  expect(job).toMatchObject({ state: 'done', summary: { entries: 4, unchecked: 0 }, breaks });
  expect(jobSchema.parse(job)).toEqual(job);
  expect(logRecords()).toMatchObject([{ level: pino.levels.values.error, breaks }]);
});

test('a removed newest entry and an entry that was replaced are located', async () => {
  tamper('DELETE FROM log_entry WHERE id = 4');
  expect(await check()).toMatchObject({ breaks: [{ kind: 'missing', fromId: 4, toId: 4 }] });
  tamper(
    `INSERT INTO log_entry (id, at, action, entity, hash) VALUES (4, 0, 'tills.rename', 'till', zeroblob(32))`,
  );
  expect(await check()).toMatchObject({
    breaks: [
      { kind: 'changed', entryId: 4 },
      { kind: 'replaced', entryId: 4 },
    ],
  });
});

test('a check stops at as many breaks as the window says', async () => {
  for (let each = 0; each < MOST_LOG_BREAKS; each++) {
    await manager().stock.createLocation({ name: `Shelf ${each}`, kind: 'storeroom' });
  }
  // The last entry is both changed and not the one that was written, which would be one break too many.
  tamper('UPDATE log_entry SET at = at + 1, hash = zeroblob(32); DELETE FROM log_entry WHERE id <= 4');
  expect((await check()).breaks).toHaveLength(MOST_LOG_BREAKS);
});

test('entries written with another key are counted', async () => {
  tamper(OF_ANOTHER_KEY);
  expect(await check()).toMatchObject({ summary: { entries: 4, unchecked: 4 }, breaks: [] });
});

test('no key is in the job or in the log', async () => {
  tamper(`UPDATE log_entry SET label = 'x' WHERE id = 1`);
  const told = JSON.stringify(await check()) + logged.join('');
  const key = StoreKey.open(shop.folder);
  for (const secret of [readFileSync(key.file), ...chainKeysOf(key).values()]) {
    for (const encoding of ['hex', 'base64'] as const)
      expect(told).not.toContain(Buffer.from(secret).toString(encoding));
  }
});

test('a check needs permission to read the log, runs one at a time and can be cancelled', async () => {
  await expect(shop.as('cashier').audit.check()).rejects.toMatchObject({ code: 'NOT_PERMITTED' });
  const { id } = await manager().audit.check();
  await expect(manager().audit.check()).rejects.toMatchObject({
    code: 'JOB_RUNNING',
    data: { kind: 'logCheck' },
  });
  await manager().jobs.cancel({ id });
  expect(await ended(manager(), id)).toMatchObject({ state: 'cancelled', breaks: [] });
});

describe('the check of a long log', () => {
  const ENTRIES = 400_000;
  beforeEach(() => {
    tamper(
      `${OF_ANOTHER_KEY};
       INSERT INTO log_entry (at, action, entity, hash)
       WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < ${ENTRIES})
       SELECT 0, 'tills.rename', 'till', zeroblob(32) FROM n`,
    );
  });

  /** A check that has come past some entries. */
  async function runningCheck(): Promise<number> {
    const { id } = await manager().audit.check();
    const done = async () => (await manager().jobs.list()).find((job) => job.id === id)?.done ?? 0;
    await expect.poll(done, { interval: 5, timeout: 20_000 }).toBeGreaterThan(0);
    return id;
  }

  test('reports its progress and can be cancelled midway', async () => {
    const id = await runningCheck();
    await manager().jobs.cancel({ id });
    const job = await ended(manager(), id);
    expect(job).toMatchObject({ state: 'cancelled', summary: {} });
    expect(job.done).toBeLessThan(ENTRIES);
  });

  test('is stopped when the store is closed', async () => {
    const id = await runningCheck();
    await reopen();
    expect(await manager().jobs.list()).toMatchObject([
      { id, state: 'failed', refusal: { code: 'JOB_INTERRUPTED', data: { kind: 'logCheck' } } },
    ]);
  });
});
