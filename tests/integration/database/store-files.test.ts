import { chmodSync, readFileSync, rmSync, statSync, truncateSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import SqliteDatabase, { type Database as Handle } from 'better-sqlite3';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { openDatabase } from '#main/platform/database/database';
import { migrationNames } from '#main/platform/database/migrations/all';
import { APPEND_ONLY_TABLES } from '#main/platform/database/migrations/run-all';
import { neverInDoubt } from '../../support/storage';
import { temporaryFolder } from '../../support/temporary-folder';

const NOBODY = 65_534;

describe("a store's file", () => {
  let folder: string;
  let file: string;
  beforeEach(async () => {
    folder = temporaryFolder();
    file = path.join(folder, 'store.sqlite');
    await (await openDatabase(file, [], neverInDoubt)).close();
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  const open = () => openDatabase(file, [], neverInDoubt);
  const inFile = (work: (handle: Handle) => void): void => {
    const handle = new SqliteDatabase(file);
    work(handle);
    handle.close();
  };
  const expectUntouched = async (problem: string, says: string): Promise<void> => {
    const before = readFileSync(file);
    await expect(open()).rejects.toMatchObject({ problem, message: expect.stringContaining(says) });
    expect(readFileSync(file).equals(before)).toBe(true);
  };

  test('from a newer Tillroom is refused as such and left unchanged', async () => {
    inFile((handle) => {
      handle.prepare('INSERT INTO migration (timestamp, name) VALUES (?, ?)').run(2e12, 'Later2000000000000');
      handle.pragma(`user_version = ${migrationNames.length + 1}`);
    });
    await expectUntouched('NEWER', `The store in ${file} was last used by a newer Tillroom.`);
  });

  test('from an earlier build, before its tables were final, is refused with advice and left unchanged', async () => {
    inFile((handle) => handle.exec(`UPDATE migration SET name = 'People1780000000001' WHERE id = 1`));
    await expectUntouched('EARLIER', `The store in ${file} does not fit this version`);
  });

  test('with a gap in its list of updates is refused, with the path of the copies', async () => {
    inFile((handle) => handle.prepare('DELETE FROM migration WHERE name = ?').run(migrationNames[1]));
    await expectUntouched('HALF_MIGRATED', path.join(folder, 'backups'));
  });

  test('with a version that differs from its list of updates is refused', async () => {
    inFile((handle) => handle.pragma('user_version = 2'));
    await expectUntouched('HALF_MIGRATED', path.join(folder, 'backups'));
  });

  test.for(['photo', 'product', 'account'])(
    'of another program, with a table %s, is refused and gets no Tillroom tables',
    async (table) => {
      rmSync(file);
      inFile((handle) => handle.exec(`CREATE TABLE ${table} (id INTEGER PRIMARY KEY)`));
      await expectUntouched('NOT_A_DATABASE', `${file} is not a Tillroom store.`);
    },
  );

  test('that is not a database is refused and left unchanged', async () => {
    writeFileSync(file, 'Dear diary, today we sold 12 apples. '.repeat(500));
    await expectUntouched('NOT_A_DATABASE', `${file} is not a Tillroom store.`);
  });

  test('that was truncated is refused, with the path of the copies', async () => {
    truncateSync(file, Math.floor(statSync(file).size / 2));
    await expectUntouched('DAMAGED', 'from the backups folder beside it');
  });

  test('that was emptied is refused, with the path of the copies, and not treated as new', async () => {
    truncateSync(file, 0);
    await expectUntouched('DAMAGED', path.join(folder, 'backups'));
  });

  test('that is not writable is refused with advice', async () => {
    chmodSync(file, 0o444);
    chmodSync(folder, 0o555);
    const isRoot = process.geteuid?.() === 0;
    // Root can write everywhere, so drop its rights for a moment.
    if (isRoot) process.seteuid?.(NOBODY);
    try {
      await expectUntouched('READ_ONLY', `Tillroom may not write to ${file}.`);
    } finally {
      if (isRoot) process.seteuid?.(0);
      chmodSync(folder, 0o755);
    }
  });

  test.for(APPEND_ONLY_TABLES)('without a guard of %s is not opened', async (table) => {
    inFile((handle) => handle.exec(`DROP TRIGGER ${table}_no_delete`));
    await expect(open()).rejects.toThrow(`The guard ${table}_no_delete is missing.`);
  });
});
