import BetterSqlite3 from 'better-sqlite3';
import { beforeEach, expect, test } from 'vitest';
import { COUNTED_TO, isOneOf, ListQuery, namedValues } from '#main/platform/lists/list-query';
import type { Reader } from '#main/platform/work/connections';

const KINDS = ['a', 'b', 'c'] as const;
let list: ListQuery<{ kinds: readonly string[]; above?: number }, { id: number }>;
const prepared: string[] = [];

beforeEach(() => {
  const handle = new BetterSqlite3(':memory:');
  handle.exec(`CREATE TABLE thing (id INTEGER PRIMARY KEY, kind TEXT);
    WITH RECURSIVE n(id) AS (SELECT 1 UNION ALL SELECT id + 1 FROM n LIMIT 3000)
    INSERT INTO thing SELECT id, substr('abc', id % 3 + 1, 1) FROM n`);
  prepared.length = 0;
  const watched = { prepare: (sql: string) => prepared.push(sql) && handle.prepare(sql) };
  list = new ListQuery(watched as unknown as Reader, {
    select: 'SELECT id FROM thing',
    from: 'FROM thing',
    order: 'id DESC',
    conditions: ({ kinds, above }) => [isOneOf('kind', kinds), above !== undefined && 'id > @above'],
    values: ({ kinds, above }) => ({ above, ...namedValues(kinds) }),
  });
});

test('a total is exact up to 1,000', () => {
  const page = { offset: 0, limit: 2 };
  expect(list.page({ kinds: ['a'] }, page)).toEqual({
    rows: [{ id: 3000 }, { id: 2997 }],
    total: 1000,
    totalIsExact: true,
  });
  expect(list.page({ kinds: ['a', 'b'] }, page)).toMatchObject({ total: COUNTED_TO, totalIsExact: false });
  expect(list.page({ kinds: [], above: 2990 }, page)).toMatchObject({ total: 10, totalIsExact: true });
});

test('pages follow each other without a gap', () => {
  const ids = [0, 2, 4].flatMap((offset) => list.page({ kinds: ['b'] }, { offset, limit: 2 }).rows);
  expect(ids.map(({ id }) => id)).toEqual([2998, 2995, 2992, 2989, 2986, 2983]);
});

test('each statement is prepared once', () => {
  for (const kind of KINDS) list.page({ kinds: [kind] }, { offset: 0, limit: 5 });
  expect(prepared).toHaveLength(2);
});
