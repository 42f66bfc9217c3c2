import SqliteDatabase, { type Database as Handle } from 'better-sqlite3';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { keepStatements } from '#main/platform/reading/statement-cache';

const NUMBERS = 'SELECT 1 AS number UNION ALL SELECT 2';

let handle: Handle;
beforeEach(() => {
  handle = new SqliteDatabase(':memory:');
  keepStatements(handle);
});
afterEach(() => handle.close());

test('the same SQL is prepared once', () => {
  expect(handle.prepare(NUMBERS)).toBe(handle.prepare(NUMBERS));
});

test('a statement does not keep the mode of its last use', () => {
  expect(handle.prepare(NUMBERS).pluck().all()).toEqual([1, 2]);
  expect(handle.prepare(NUMBERS).all()).toEqual([{ number: 1 }, { number: 2 }]);
});

test('a statement whose rows are still read is not used a second time', () => {
  const found: unknown[] = [];
  for (const one of handle.prepare(NUMBERS).pluck().iterate())
    found.push([one, handle.prepare(NUMBERS).pluck().all()]);
  expect(found).toEqual([
    [1, [1, 2]],
    [2, [1, 2]],
  ]);
});

test('statements that were not used for long are prepared again', () => {
  const [first, used] = [handle.prepare('SELECT 1'), handle.prepare(NUMBERS)];
  for (let number = 0; number < 200; number += 1) {
    handle.prepare(`SELECT ${number}, 'other'`);
    handle.prepare(NUMBERS);
  }
  expect(handle.prepare(NUMBERS)).toBe(used);
  expect(handle.prepare('SELECT 1')).not.toBe(first);
});
