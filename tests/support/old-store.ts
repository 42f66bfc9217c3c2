import SqliteDatabase from 'better-sqlite3';
import { DataSource } from 'typeorm';
import { setPragmas } from '#main/platform/database/database';
import { migrations } from '#main/platform/database/migrations/all';
import { SnakeNaming } from '#main/platform/database/snake-naming';

/** Creates the file of a store with only the first migrations and no rows. */
export async function makeOldStore(file: string, version: number): Promise<void> {
  const dataSource = new DataSource({
    type: 'better-sqlite3',
    database: file,
    migrations: migrations.slice(0, version),
    migrationsTableName: 'migration',
    migrationsTransactionMode: 'all',
    namingStrategy: new SnakeNaming(),
    prepareDatabase: setPragmas,
  });
  await dataSource.initialize();
  await dataSource.runMigrations();
  await dataSource.destroy();
  const handle = new SqliteDatabase(file);
  handle.pragma(`user_version = ${version}`);
  handle.close();
}
