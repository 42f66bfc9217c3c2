import { rmSync } from 'node:fs';
import path from 'node:path';
import SqliteDatabase from 'better-sqlite3';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type OpenDatabase, openDatabase } from '#main/platform/database/database';
import { UnsafeTransactionError } from '#main/platform/work/write-queue';
import { temporaryFolder } from '../../support/temporary-folder';
import { openTestShop, type TestShop } from '../../support/test-store';

describe('the write queue', () => {
  let shop: TestShop;
  beforeEach(async () => {
    shop = await openTestShop();
  });
  afterEach(() => shop.close());

  const tillName = () =>
    shop.store.database.handle.prepare('SELECT name FROM till WHERE id = 1').pluck().get();
  const rename = (name: string) =>
    shop.store.database.handle.prepare('UPDATE till SET name = ? WHERE id = 1').run(name);

  test('leaves nothing behind when a unit of work fails', async () => {
    const { writes } = shop.store.database;
    const failing = writes.run(async () => {
      rename('Half done');
      await Promise.resolve();
      throw new Error('power cut');
    });
    await expect(failing).rejects.toThrow('power cut');
    expect(tillName()).toBe('Till 1');
  });

  test('never overlaps units of work, and a nested one joins the outer one', async () => {
    const { writes } = shop.store.database;
    const order: string[] = [];
    await Promise.all([
      writes.run(async () => {
        order.push('first begins');
        await new Promise((resolve) => setTimeout(resolve, 5));
        await writes.run(() => order.push('inside the first'));
        order.push('first ends');
      }),
      writes.run(() => order.push('second')),
    ]);
    expect(order).toEqual(['first begins', 'inside the first', 'first ends', 'second']);
  });

  test('does not count work that outlives a unit of work as part of it', async () => {
    const { writes } = shop.store.database;
    let later: Promise<unknown> = Promise.resolve();
    await writes.run(() => {
      later = new Promise((resolve) => setTimeout(resolve, 5)).then(() =>
        writes.run(() => {
          rename('Late');
          throw new Error('power cut');
        }),
      );
    });
    await expect(later).rejects.toThrow('power cut');
    expect(tillName()).toBe('Till 1');
  });

  test('lets in-memory state be restored after a failed unit of work, before the next starts', async () => {
    const { writes } = shop.store.database;
    const order: string[] = [];
    const failing = writes.run(() => {
      writes.afterRollback(() => order.push('put right'));
      throw new Error('power cut');
    });
    await Promise.allSettled([failing, writes.run(() => order.push('next'))]);
    expect(order).toEqual(['put right', 'next']);
  });

  test('runs what follows a commit before the next unit starts', async () => {
    const { writes } = shop.store.database;
    const order: string[] = [];
    await Promise.all([
      writes.run(() => {
        writes.afterCommit(() => order.push('after the first'));
        order.push('first');
      }),
      writes.run(() => order.push('second')),
    ]);
    expect(order).toEqual(['first', 'after the first', 'second']);
  });

  test('commits with FULL sync and keeps its guards on every writing connection', () => {
    const { handle, reader } = shop.store.database;
    expect(handle.pragma('synchronous', { simple: true })).toBe(2);
    expect(handle.pragma('journal_mode', { simple: true })).toBe('wal');
    expect(handle.pragma('foreign_keys', { simple: true })).toBe(1);
    expect(handle.pragma('recursive_triggers', { simple: true })).toBe(1);
    expect(() => reader.prepare('DELETE FROM till').run()).toThrow(/readonly/);
  });

  test('keeps the audit trail from being changed, deleted or replaced', () => {
    const { handle } = shop.store.database;
    handle
      .prepare(
        `INSERT INTO log_entry (id, at, action, entity, hash) VALUES (1, 0, 'tills.rename', 'till', x'00')`,
      )
      .run();
    expect(() => handle.prepare('UPDATE log_entry SET at = 1').run()).toThrow('append-only');
    expect(() => handle.prepare('DELETE FROM log_entry').run()).toThrow('append-only');
    expect(() =>
      handle
        .prepare(`REPLACE INTO log_entry (id, at, action, entity, hash) VALUES (1, 1, 'x', 'y', x'00')`)
        .run(),
    ).toThrow('append-only');
  });
});

describe('a write queue in doubt', () => {
  let folder: string;
  let database: OpenDatabase;
  let fatal: UnsafeTransactionError[];
  let failedHooks: unknown[];

  beforeEach(async () => {
    folder = temporaryFolder();
    fatal = [];
    failedHooks = [];
    database = await openDatabase(path.join(folder, 'store.sqlite'), [], {
      onFatal: (error) => fatal.push(error),
      onHookFailure: (error) => failedHooks.push(error),
    });
  });
  afterEach(async () => {
    await database.close();
    rmSync(folder, { recursive: true, force: true });
  });

  const set = (key: string) =>
    database.handle.prepare(`INSERT INTO setting (key, value, changed_at) VALUES (?, '1', 1)`).run(key);
  /** What another connection can see. */
  const keysOnDisk = () => database.reader.prepare('SELECT key FROM setting ORDER BY key').pluck().all();

  test('stops when a transaction is open before a unit starts, and refuses all later calls', async () => {
    database.handle.exec('BEGIN');
    await expect(database.writes.run(() => set('a'))).rejects.toBeInstanceOf(UnsafeTransactionError);
    expect(fatal).toHaveLength(1);
    database.handle.exec('ROLLBACK');
    await expect(database.writes.run(() => set('b'))).rejects.toBe(fatal[0]);
    expect(keysOnDisk()).toEqual([]);
    await database.writes.drain();
  });

  test('stops instead of confirming when the transaction ended inside the unit', async () => {
    const work = () => {
      set('a');
      database.handle.exec('ROLLBACK');
    };
    await expect(database.writes.run(work)).rejects.toBeInstanceOf(UnsafeTransactionError);
    expect(fatal).toHaveLength(1);
    expect(keysOnDisk()).toEqual([]);
  });

  test('stops when a storage failure was caught and the unit was then refused', async () => {
    const work = () => {
      set('a');
      database.handle.exec('ROLLBACK');
      throw new Error('refused');
    };
    await expect(database.writes.run(work)).rejects.toBeInstanceOf(UnsafeTransactionError);
    expect(fatal).toHaveLength(1);
  });

  test('is not in doubt when a unit cannot start: the unit is refused, and the next one runs', async () => {
    database.handle.pragma('busy_timeout = 20');
    const other = new SqliteDatabase(database.file);
    other.exec('BEGIN IMMEDIATE');
    await expect(database.writes.run(() => set('a'))).rejects.toMatchObject({ code: 'SQLITE_BUSY' });
    other.exec('ROLLBACK');
    other.close();
    expect(database.writes.idle).toBe(true);
    await database.writes.drain();
    await database.writes.run(() => set('b'));
    expect(keysOnDisk()).toEqual(['b']);
    expect(fatal).toEqual([]);
  });

  test('is not in doubt when a hook fails after the commit: the committed unit succeeded', async () => {
    const failure = new Error('a listener failed');
    const result = await database.writes.run(() => {
      database.writes.afterCommit(() => {
        throw failure;
      });
      set('a');
      return 'kept';
    });
    expect(result).toBe('kept');
    expect(failedHooks).toEqual([failure]);
    expect(keysOnDisk()).toEqual(['a']);
  });

  test('fails a unit whose nested part failed, even if the failure was caught', async () => {
    const failing = database.writes.run(async () => {
      set('outer');
      const nested = database.writes.run(() => {
        set('nested');
        throw new Error('refused');
      });
      await nested.catch(() => undefined);
    });
    await expect(failing).rejects.toThrow('refused');
    expect(keysOnDisk()).toEqual([]);
    expect(fatal).toEqual([]);
  });
});
