import { rmSync } from 'node:fs';
import path from 'node:path';
import SqliteDatabase, { type Database as Handle } from 'better-sqlite3';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { type ReadingThreads, readingThreads } from '#main/platform/reading/reading-threads';
import { temporaryFolder } from '../../support/temporary-folder';
import { INSIDE, OUT, type TestReadings } from '../../support/test-reading-worker';

const support = path.resolve(import.meta.dirname, '../../support');
const threadFile = {
  name: 'test-reading-worker',
  beside: { dirname: support, filename: import.meta.filename },
};

let folder: string;
let file: Handle;
let reading: ReadingThreads<TestReadings>;

beforeEach(() => {
  folder = temporaryFolder();
  const place = path.join(folder, 'some.sqlite');
  file = new SqliteDatabase(place);
  file.pragma('journal_mode = WAL');
  file.exec('CREATE TABLE item (id INTEGER); INSERT INTO item VALUES (1), (2)');
  reading = readingThreads<TestReadings>(threadFile, place);
});
afterEach(async () => {
  await reading.close();
  file.close();
  rmSync(folder, { recursive: true, force: true });
});

const count = () => reading.run('count', null);

/** A reading that is in the middle of its work until it is let out. */
async function countingTwice() {
  const gate = new SharedArrayBuffer(2 * Int32Array.BYTES_PER_ELEMENT);
  const places = new Int32Array(gate);
  const counts = reading.runLong('countTwice', gate, {});
  await vi.waitFor(() => expect(Atomics.load(places, INSIDE)).toBe(1), 10_000);
  return {
    counts,
    letOut() {
      Atomics.store(places, OUT, 1);
      Atomics.notify(places, OUT);
    },
  };
}

test('a reading sees what was committed before it', async () => {
  expect(await count()).toBe(2);
  file.exec('INSERT INTO item VALUES (3)');
  expect(await count()).toBe(3);
});

test('a reading sees one state of the store, whatever is committed during it', async () => {
  const { counts, letOut } = await countingTwice();
  file.exec('INSERT INTO item VALUES (3)');
  letOut();
  expect(await counts).toEqual([2, 2]);
  expect(await reading.runLong('count', null, {})).toBe(3);
});

test('a reading that a person waits for does not wait for a long one', async () => {
  const { counts, letOut } = await countingTwice();
  expect(await count()).toBe(2);
  letOut();
  await counts;
});

test('a reading cannot write', async () => {
  await expect(reading.run('write', null)).rejects.toMatchObject({ code: 'SQLITE_READONLY' });
  expect(await count()).toBe(2);
});

test('a failure keeps its message and its code, and the next reading runs', async () => {
  await expect(reading.run('fail', 'ENOSPC')).rejects.toMatchObject({ message: 'no room', code: 'ENOSPC' });
  expect(await count()).toBe(2);
});

describe('a thread that ends', () => {
  test('fails the reading that ran, and the readings after it run in a new thread', async () => {
    const all = [reading.run('die', null), count(), count()];
    expect(await Promise.allSettled(all)).toMatchObject([
      { status: 'rejected', reason: { message: 'A thread ended without an answer' } },
      { status: 'fulfilled', value: 2 },
      { status: 'fulfilled', value: 2 },
    ]);
  });

  test('fails every reading if it cannot start', async () => {
    const none = readingThreads<TestReadings>({ ...threadFile, name: 'no-such-thread' }, file.name);
    for (const _ of [1, 2]) await expect(none.run('count', null)).rejects.toThrow('no-such-thread');
    await none.close();
  });
});

describe('a signal', () => {
  const reason = new Error('not needed any more');

  test('stops a running reading, which reports its progress until then', async () => {
    const stopping = new AbortController();
    const progress = vi.fn(() => stopping.abort(reason));
    const { signal } = stopping;
    await expect(reading.runLong('endless', null, { signal, progress })).rejects.toBe(reason);
    expect(progress).toHaveBeenCalled();
    expect(await reading.runLong('count', null, {})).toBe(2);
  });

  test('stops a reading that still waits for another, at once', async () => {
    const { counts, letOut } = await countingTwice();
    const stopping = new AbortController();
    const waiting = reading.runLong('endless', null, { signal: stopping.signal });
    stopping.abort(reason);
    await expect(waiting).rejects.toBe(reason);
    await expect(reading.runLong('count', null, { signal: stopping.signal })).rejects.toBe(reason);
    letOut();
    expect(await counts).toEqual([2, 2]);
  });
});

test('closing ends what runs and what waits, and nothing runs after it', async () => {
  const all = [reading.runLong('endless', null, {}), reading.runLong('count', null, {})];
  const ended = Promise.allSettled(all);
  await reading.close();
  const refused = {
    status: 'rejected',
    reason: { message: 'The store was closed during the work of a thread' },
  };
  expect(await ended).toMatchObject([refused, refused]);
  await expect(count()).rejects.toThrow('The store was closed during the work of a thread');
});
