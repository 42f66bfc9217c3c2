import { rmSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { openDatabase } from '#main/platform/database/database';
import { neverInDoubt } from '../../support/storage';
import { temporaryFolder } from '../../support/temporary-folder';

/** Tables so small that rebuilding one for a new enumeration value takes no time. */
const SMALL = [
  'account',
  'registration',
  'role_permission',
  'category',
  'location',
  'stocktake',
  'product_import',
  'task',
  'job',
  'secret',
];

const ENUMERATION = /CHECK \(\w+ IN \(/;

test('no large table lists the values of an enumeration, so that a new value never needs a rebuild', async () => {
  const folder = temporaryFolder();
  const database = await openDatabase(path.join(folder, 'store.sqlite'), [], neverInDoubt);
  const tables = database.reader
    .prepare<[], { name: string; sql: string }>(`SELECT name, sql FROM sqlite_schema WHERE type = 'table'`)
    .all();
  const withEnumerations = tables.filter(({ sql }) => ENUMERATION.test(sql)).map(({ name }) => name);
  await database.close();
  rmSync(folder, { recursive: true, force: true });
  expect(withEnumerations.filter((name) => !SMALL.includes(name))).toEqual([]);
  expect(withEnumerations.length).toBeGreaterThan(0);
});
