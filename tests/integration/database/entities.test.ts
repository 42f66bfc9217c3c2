import { rmSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Store } from '#main/store';
import { temporaryFolder } from '../../support/temporary-folder';
import { openTestStore } from '../../support/test-store';

interface ColumnInfo {
  name: string;
  type: string;
  notnull: number;
  pk: number;
}

/**
 * TypeORM's own comparison would want every table rebuilt: entities leave defaults, indexes, checks, foreign
 * keys and collations to the migrations. What they do say of a table has to be all of it, and right.
 */
describe('entities', () => {
  const folder = temporaryFolder();
  let store: Store;
  beforeAll(async () => {
    store = await openTestStore(folder, { now: 0 });
  });
  afterAll(async () => {
    await store.close();
    rmSync(folder, { recursive: true, force: true });
  });

  test('there are some', () => {
    expect(store.database.dataSource.entityMetadatas.length).toBeGreaterThanOrEqual(8);
  });

  test('name every column of their table, with its type and whether it may be empty', () => {
    const { dataSource, handle } = store.database;
    for (const { tableName, columns } of dataSource.entityMetadatas) {
      const said = columns.map((column) => ({
        name: column.databaseName,
        type: dataSource.driver.normalizeType(column).toUpperCase(),
        notnull: column.isNullable ? 0 : 1,
        pk: column.isPrimary ? 1 : 0,
      }));
      const made = (handle.pragma(`table_info(${tableName})`) as ColumnInfo[]).map(
        ({ name, type, notnull, pk }) => ({ name, type, notnull, pk }),
      );
      expect(said.sort(byName), tableName).toEqual(made.sort(byName));
    }
  });
});

function byName(one: ColumnInfo, other: ColumnInfo): number {
  return one.name < other.name ? -1 : 1;
}
