import { rmSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { entities } from '#main/entities';
import { type OpenDatabase, openDatabase } from '#main/platform/database/database';
import { neverInDoubt } from '../../support/storage';
import { temporaryFolder } from '../../support/temporary-folder';

/** TypeORM's own table, and SQLite's tables for the search index. */
const WITHOUT_ENTITY = /^(migration|sqlite_.*|product_search(_.*)?)$/;
const ONE_LINE = /\s+/g;

describe('the entities', () => {
  const folder = temporaryFolder();
  let database: OpenDatabase;
  beforeAll(async () => {
    database = await openDatabase(path.join(folder, 'store.sqlite'), entities, neverInDoubt);
  });
  afterAll(async () => {
    await database.close();
    rmSync(folder, { recursive: true });
  });

  const sqlOf = (type: 'table' | 'index', name: string): string =>
    database.handle
      .prepare<[string, string], string>('SELECT sql FROM sqlite_schema WHERE type = ? AND name = ?')
      .pluck()
      .get(type, name) ?? '';
  const namesOf = (type: 'table' | 'index'): string[] =>
    database.handle
      .prepare<[string], string>('SELECT name FROM sqlite_schema WHERE type = ? AND sql IS NOT NULL')
      .pluck()
      .all(type);
  const described = () => database.dataSource.entityMetadatas;

  test('cover every table', () => {
    const tables = namesOf('table').filter((name) => !WITHOUT_ENTITY.test(name));
    expect(
      described()
        .map(({ tableName }) => tableName)
        .toSorted(),
    ).toEqual(tables.toSorted());
  });

  test('match the migrated file', async () => {
    const { upQueries } = await database.dataSource.driver.createSchemaBuilder().log();
    expect(upQueries.map(({ query }) => query)).toEqual([]);
  });

  test('declare each index, including those that TypeORM cannot describe', () => {
    const named = described().flatMap(({ indices }) => indices.map(({ name }) => name));
    const existing = namesOf('index').filter((name) => !WITHOUT_ENTITY.test(name));
    expect(named.toSorted()).toEqual(existing.toSorted());
  });

  test('have the collations, checks and row ids of the migrated file, which TypeORM does not compare', () => {
    for (const { tableName, columns, checks, withoutRowid } of described()) {
      const sql = sqlOf('table', tableName);
      const collated = [...sql.matchAll(/"(\w+)" [^,"]*COLLATE (\w+)/g)].map(
        ([, name, how]) => `${name} ${how}`,
      );
      const meant = columns
        .filter(({ collation }) => collation !== undefined)
        .map(({ databaseName, collation }) => `${databaseName} ${collation}`);
      expect(meant, tableName).toEqual(collated);
      const constraints = checks.map(({ name, expression }) => `CONSTRAINT "${name}" CHECK (${expression})`);
      for (const constraint of constraints) expect(sql).toContain(constraint.replaceAll(ONE_LINE, ' '));
      expect(sql.match(/CHECK \(/g)?.length ?? 0, tableName).toBe(constraints.length);
      expect(sql.endsWith('WITHOUT ROWID'), tableName).toBe(withoutRowid === true);
    }
  });
});
