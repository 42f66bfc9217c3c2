import { copyFileSync } from 'node:fs';
import path from 'node:path';
import SqliteDatabase from 'better-sqlite3';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { startHousekeeping } from '#main/database/housekeeping';
import { logOf, openLog } from '#main/log';
import { openTestShop, type TestShop } from '../../support/test-store';

const DAY_MS = 86_400_000;

describe('when nobody sells', () => {
  let shop: TestShop;
  let stop: () => void;
  beforeEach(async () => {
    shop = await openTestShop({ sessionHours: 720 });
    stop = startHousekeeping({
      database: shop.store.database,
      forgetOld: (now) => shop.store.services.answers.forgetOld(now),
      clock: () => shop.time.now,
      log: logOf(openLog(path.join(shop.folder, 'logs')), 'database'),
      quietMs: 20,
    });
  });
  afterEach(async () => {
    stop();
    await shop.close();
  });

  /** The till's name as the database file alone has it, without the WAL beside it. */
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

  test('what was written moves from the WAL into the file', async () => {
    await shop.as('admin').stores.renameTill({ id: 1, name: 'By the door' });
    await vi.waitFor(() => expect(nameInFile()).toBe('By the door'));
  });

  test('answers that nobody asks for again are forgotten, newer ones are kept', async () => {
    const rename = (key: string, name: string) =>
      shop.withToken(shop.tokenOf('admin'), key).stores.renameTill({ id: 1, name });
    const keys = () => shop.store.database.reader.prepare('SELECT key FROM call_answer').pluck().all();
    await rename('old', 'Old');
    shop.time.now += 2 * DAY_MS;
    await rename('new', 'New');
    await vi.waitFor(() => expect(keys()).toEqual(['new']));
  });
});
