import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { entities } from '#main/entities';
import { type OpenDatabase, openDatabase } from '#main/platform/database/database';
import type { Procedures } from '#main/platform/rpc/procedures';
import type { Connection, Reader, Tx } from '#main/platform/work/connections';

const fail = (error: unknown) => {
  throw error;
};

let folder: string;
let database: OpenDatabase;

beforeEach(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'tillroom-connections-'));
  database = await openDatabase(path.join(folder, 'store.sqlite'), entities, {
    onFatal: fail,
    onHookFailure: fail,
  });
});

afterEach(async () => {
  await database.close();
  rmSync(folder, { recursive: true });
});

const countSettings = (connection: Connection) =>
  connection.prepare<[], number>('SELECT COUNT(*) FROM setting').pluck();
const addSetting = (tx: Tx) =>
  tx.prepare<[string]>(`INSERT INTO setting (key, value, changed_at) VALUES (?, '1', 0)`);

describe('a unit of work', () => {
  it('reads its own writes, which readers do not see before the commit', async () => {
    const add = database.inUnits(addSetting);
    const current = database.inUnits(countSettings);
    const committed = database.onReader(countSettings);
    const before = database.read((reader) => committed.on(reader).get()) ?? 0;
    await database.writes.run((tx) => {
      add.in(tx).run('taste');
      expect(current.in(tx).get()).toBe(before + 1);
    });
    expect(database.read((reader) => committed.on(reader).get())).toBe(before + 1);
  });

  it('cannot get a read-only connection', async () => {
    await expect(database.writes.run(() => database.read(() => 'read'))).rejects.toThrow(
      'A unit of work reads on its own connection',
    );
  });

  it('lets its hooks read after it ends, whether it was committed or rolled back', async () => {
    const committed = database.onReader(countSettings);
    const seen: Array<number | undefined> = [];
    const look = () => seen.push(database.read((reader) => committed.on(reader).get()));
    await database.writes.run(() => database.writes.afterCommit(look));
    const undone = database.writes.run(() => {
      database.writes.afterRollback(look);
      throw new Error('undone');
    });
    await expect(undone).rejects.toThrow('undone');
    expect(seen).toHaveLength(2);
  });
});

/** The type check of the tests is the test here: each marked line must not compile. */
describe('the types of the two connections', () => {
  it('keep unit-of-work statements inside a unit of work, and reader statements outside', () => {
    const calls = (tx: Tx, reader: Reader, connection: Connection) => {
      const writing = database.inUnits(addSetting);
      const reading = database.onReader(countSettings);
      writing.in(tx).run('taste');
      reading.on(reader).get();
      // @ts-expect-error a writing statement cannot run outside a unit of work
      writing.in(reader).run('taste');
      // @ts-expect-error a reader statement cannot run inside a unit of work
      reading.on(tx).get();
      // @ts-expect-error a connection of unknown kind is not enough for a writing statement
      writing.in(connection).run('taste');
      // @ts-expect-error a writing statement cannot be prepared for reading
      database.onReader(addSetting);
      // @ts-expect-error only the queue uses the connection itself
      database.inUnits(() => addSetting(database.handle));
    };
    expect(calls).toBeTypeOf('function');
  });

  it('give a reading call a reader, and a changing call its unit of work', () => {
    type Context<Call extends 'list' | 'post'> = Parameters<
      Parameters<Procedures['transfers'][Call]['handler']>[0]
    >[0]['context'];
    const calls = (list: Context<'list'>, post: Context<'post'>): unknown[] => [
      list.reader,
      post.tx,
      // @ts-expect-error a reading call has no unit of work
      list.tx,
      // @ts-expect-error a changing call reads in its unit of work
      post.reader,
    ];
    expect(calls).toBeTypeOf('function');
  });
});
