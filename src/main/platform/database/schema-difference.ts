import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { DataSource } from 'typeorm';
import type { EntityClass } from './database';
import { migrations } from './migrations/all';
import { SnakeNaming } from './snake-naming';

/**
 * The statements that would change a fully migrated store to match the entities; none if they match. TypeORM does not
 * compare collations, triggers and indexes over expressions, and a table that it rebuilds loses them.
 */
export async function schemaDifference(entities: readonly EntityClass[]): Promise<string[]> {
  const folder = mkdtempSync(path.join(tmpdir(), 'tillroom-schema-'));
  const dataSource = new DataSource({
    type: 'better-sqlite3',
    database: path.join(folder, 'store.sqlite'),
    entities: [...entities],
    migrations,
    migrationsTableName: 'migration',
    namingStrategy: new SnakeNaming(),
  });
  try {
    await dataSource.initialize();
    await dataSource.runMigrations();
    const { upQueries } = await dataSource.driver.createSchemaBuilder().log();
    return upQueries.map(({ query }) => query.trim());
  } finally {
    if (dataSource.isInitialized) await dataSource.destroy();
    rmSync(folder, { recursive: true, force: true });
  }
}
