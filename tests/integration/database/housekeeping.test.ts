import { copyFileSync, statSync } from 'node:fs';
import path from 'node:path';
import SqliteDatabase from 'better-sqlite3';
import pino from 'pino';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { startHousekeeping } from '#main/platform/database/housekeeping';
import { openReader } from '#main/platform/database/open-reader';
import { logOf, openLog } from '#main/platform/logging/log';
import { openTestShop, type TestShop } from '../../support/test-store';

const DAY_MS = 86_400_000;
const WAL_KEPT_BYTES = 64 * 1024 * 1024;

describe('housekeeping in an idle moment', () => {
  let shop: TestShop;
  let stop: () => void;
  beforeEach(async () => {
    shop = await openTestShop({ sessionHours: 720 });
    stop = startHousekeeping({
      database: shop.store.database,
      forgetOld: (tx, now) => shop.store.services.answers.forgetOld(tx, now),
      clock: () => shop.time.now,
      log: logOf(openLog(path.join(shop.folder, 'logs')).log, 'database'),
      quietMs: 20,
    });
  });
  afterEach(async () => {
    stop();
    await shop.close();
  });

  /** The till's name in the database file alone, without the WAL. */
  const nameInFile = (): unknown => {
    const copy = path.join(shop.folder, 'copy.sqlite');
    copyFileSync(shop.store.database.file, copy);
    const handle = new SqliteDatabase(copy, { readonly: true });
    try {
      return handle.prepare('SELECT name FROM till').pluck().get();
    } finally {
      handle.close();
    }
  };

  test('moves written data from the WAL into the file', async () => {
    await shop.as('admin').tills.rename({ id: 1, name: 'By the door' });
    await vi.waitFor(() => expect(nameInFile()).toBe('By the door'));
  });

  test('deletes old results of repeatable calls and keeps newer ones', async () => {
    const rename = (key: string, name: string) =>
      shop.withToken(shop.tokenOf('admin'), key).tills.rename({ id: 1, name });
    const keys = () => shop.store.database.reader.prepare('SELECT key FROM call_answer').pluck().all();
    await rename('old', 'Old');
    shop.time.now += 2 * DAY_MS;
    await rename('new', 'New');
    await vi.waitFor(() => expect(keys()).toEqual(['new']));
  });

  test('shrinks a WAL that grew while a long read ran', async () => {
    const { database } = shop.store;
    const walBytes = () => statSync(`${database.file}-wal`).size;
    const snapshot = openReader(database.file);
    snapshot.exec('BEGIN; SELECT count(*) FROM till');
    database.handle.exec('CREATE TABLE filler (content BLOB)');
    const fill = database.handle.prepare('INSERT INTO filler VALUES (zeroblob(1000000))');
    for (let row = 0; row < 100; row += 1) fill.run();
    expect(walBytes()).toBeGreaterThan(WAL_KEPT_BYTES);
    snapshot.close();
    await vi.waitFor(async () => {
      await shop.as('admin').tills.rename({ id: 1, name: `Till ${Math.random()}` });
      expect(walBytes()).toBeLessThanOrEqual(WAL_KEPT_BYTES);
    });
  });

  describe('when a step fails', () => {
    const RETRY_MS = 30;
    const records: string[] = [];
    const log = pino({}, { write: (line) => records.push(line) });
    let stopIt: () => void;
    beforeEach(() => {
      stop();
      records.length = 0;
    });
    afterEach(() => stopIt());

    /** Starts housekeeping whose checkpoint and deletion fail as often as given. */
    const start = (failures: { checkpoint?: number; forgetting?: number }) => {
      const left = { checkpoint: 0, forgetting: 0, ...failures };
      const attempt = (what: keyof typeof left) =>
        vi.fn(() => {
          left[what] -= 1;
          if (left[what] >= 0) throw new Error(`no ${what}`);
        });
      const checkpoint = attempt('checkpoint');
      const forgetOld = attempt('forgetting');
      stopIt = startHousekeeping({
        database: { ...shop.store.database, handle: { pragma: checkpoint } as never },
        forgetOld,
        clock: () => shop.time.now,
        log,
        quietMs: 10,
        retryMs: RETRY_MS,
      });
      return { checkpoint, forgetOld };
    };

    test('logs the failure and retries even when nothing is written', async () => {
      const { checkpoint } = start({ checkpoint: 3 });
      await vi.waitFor(() => expect(checkpoint.mock.settledResults.at(-1)?.type).toBe('fulfilled'));
      expect(records.filter((record) => record.includes('no checkpoint'))).toHaveLength(3);
      const calls = checkpoint.mock.calls.length;
      await new Promise((resolve) => setTimeout(resolve, 3 * RETRY_MS));
      expect(checkpoint).toHaveBeenCalledTimes(calls);
    });

    test('still does the other step, and retries the failed one after a wait', async () => {
      const { checkpoint, forgetOld } = start({ forgetting: 1000 });
      await vi.waitFor(() => expect(checkpoint).toHaveBeenCalled());
      // The end of a failed unit of work is an idle moment too, and would otherwise repeat it endlessly.
      await new Promise((resolve) => setTimeout(resolve, 3 * RETRY_MS));
      expect(forgetOld).toHaveBeenCalledTimes(1);
      shop.time.now += RETRY_MS;
      await shop.as('admin').tills.rename({ id: 1, name: 'By the door' });
      await vi.waitFor(() => expect(forgetOld).toHaveBeenCalledTimes(2));
      expect(records.every((record) => record.includes('no forgetting'))).toBe(true);
    });

    test('does not retry once it is stopped', async () => {
      const { checkpoint } = start({ checkpoint: 1000 });
      await vi.waitFor(() => expect(checkpoint).toHaveBeenCalled());
      stopIt();
      const calls = checkpoint.mock.calls.length;
      await new Promise((resolve) => setTimeout(resolve, 3 * RETRY_MS));
      expect(checkpoint).toHaveBeenCalledTimes(calls);
    });
  });
});
