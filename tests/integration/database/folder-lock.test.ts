import { existsSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import SqliteDatabase from 'better-sqlite3';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type FolderLock, lockFolder } from '#main/platform/database/folder-lock';
import type { UnsafeTransactionError } from '#main/platform/work/write-queue';
import { type RunningApp, startApp } from '../../support/app';
import { openCornerShop } from '../../support/corner-shop';
import { connect } from '../../support/socket-client';
import { temporaryFolder } from '../../support/temporary-folder';
import { openTestStore } from '../../support/test-store';

const IN_USE = { problem: 'IN_USE' };

let folder: string;
let lockFile: string;
const locks: FolderLock[] = [];
beforeEach(() => {
  folder = temporaryFolder();
  lockFile = path.join(folder, 'in-use.lock');
});
afterEach(() => {
  for (const lock of locks.splice(0)) lock.release();
  rmSync(folder, { recursive: true, force: true });
});

const take = () => {
  const lock = lockFolder(folder);
  locks.push(lock);
  return lock;
};

describe('the lock of a data folder whose lock file was deleted', () => {
  let app: RunningApp | undefined;
  afterEach(() => app?.kill());

  test('still keeps a second program out, and the first one continues to sell', {
    timeout: 60_000,
  }, async () => {
    app = await startApp(folder);
    const client = await connect(app.url);
    await openCornerShop(client);
    rmSync(lockFile);
    await expect(startApp(folder)).rejects.toThrow(/Tillroom is already open/);
    await client.calls.catalogue.createProduct({ name: 'Plum', priceMinor: 50, taxRateMilliPercent: 23_000 });
    expect(existsSync(lockFile)).toBe(true);
    await expect(startApp(folder)).rejects.toThrow(/Tillroom is already open/);
    client.close();
  });

  test('is taken again automatically before the next write', async () => {
    const lock = take();
    rmSync(lockFile);
    expect(lock.isHeld()).toBe(true);
    expect(() => lockFolder(folder)).toThrowError(expect.objectContaining(IN_USE));
  });

  test('can be taken when no program has the store open, also after a power cut', async () => {
    const store = await openTestStore(folder, { now: 1 });
    await store.close();
    expect(existsSync(lockFile)).toBe(false);
    take();
  });
});

test('a folder is free again after its lock is released', () => {
  lockFolder(folder).release();
  take();
});

test('a program whose lock file was replaced and locked by another program stops before its next write', async () => {
  const first = take();
  let fatal: UnsafeTransactionError | undefined;
  const events = { onFatal: (error: UnsafeTransactionError) => (fatal = error), onHookFailure: () => {} };
  const store = await openTestStore(folder, { now: 1 }, { ...events, mayWrite: () => first.isHeld() });
  const rename = (name: string) =>
    store.database.writes.run(() => {
      store.database.handle
        .prepare(`INSERT INTO setting (key, value, changed_at) VALUES (?, '1', 1)`)
        .run(name);
    });
  await rename('before');
  rmSync(lockFile);
  writeFileSync(lockFile, '');
  take();
  await expect(rename('after')).rejects.toThrow(/another Tillroom/i);
  expect(fatal?.message).toMatch(/another Tillroom/i);
  const other = new SqliteDatabase(path.join(folder, 'store.sqlite'));
  expect(other.prepare('SELECT key FROM setting').pluck().all()).toEqual(['before']);
  // The other program can write.
  other.prepare(`INSERT INTO setting (key, value, changed_at) VALUES ('other', '1', 1)`).run();
  other.close();
  await store.database.close();
});
