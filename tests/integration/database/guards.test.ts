import { rmSync } from 'node:fs';
import path from 'node:path';
import SqliteDatabase, { type Database as Handle } from 'better-sqlite3';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { openDatabase } from '#main/platform/database/database';
import { GUARD_DIGESTS } from '#main/platform/database/guard-digests';
import { guardDigests, tablesDigest } from '#main/platform/database/guards';
import { migrations } from '#main/platform/database/migrations/all';
import { DELETE_THE_LOG } from '#main/platform/database/store-file-error';
import { neverInDoubt } from '../../support/storage';
import { temporaryFolder } from '../../support/temporary-folder';

/** The digests of what all migrations, run in order, create. */
async function madeByMigrations(): Promise<{ guards: Record<string, string>; tables: string }> {
  const handle = new SqliteDatabase(':memory:');
  const runner = { query: async (sql: string) => handle.exec(sql) };
  for (const Migration of migrations) await new Migration().up(runner as never);
  const digests = { guards: guardDigests(handle), tables: tablesDigest(handle) };
  handle.close();
  return digests;
}

const KEPT = path.resolve(import.meta.dirname, '../../../src/main/platform/database/guard-digests.ts');

test('the stored digests of tables and guards match what the migrations create', async () => {
  const { guards, tables } = await madeByMigrations();
  const lines = Object.entries(guards).map(([name, digest]) => `  ${name}: '${digest}',\n`);
  const source = `/**
 * The triggers and unique indexes that the migrations make, as SHA-256 of their SQL. A test writes this file after a
 * change of them: npx vitest run --project integration tests/integration/database/guards.test.ts -u
 */
export const GUARD_DIGESTS: Readonly<Record<string, string>> = {
${lines.join('')}};

/** How all tables are defined, as SHA-256 of their SQL. */
export const TABLES_DIGEST = '${tables}';
`;
  await expect(source).toMatchFileSnapshot(KEPT);
});

describe("a store's file", () => {
  let folder: string;
  let file: string;
  beforeEach(async () => {
    folder = temporaryFolder();
    file = path.join(folder, 'store.sqlite');
    await (await openDatabase(file, [], neverInDoubt)).close();
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  const inFile = (work: (handle: Handle) => void): void => {
    const handle = new SqliteDatabase(file);
    work(handle);
    handle.close();
  };
  const sqlOf = (handle: Handle, name: string): string =>
    handle.prepare<[string], string>('SELECT sql FROM sqlite_schema WHERE name = ?').pluck().get(name) ?? '';
  const kindOf = (sql: string) => (sql.startsWith('CREATE TRIGGER') ? 'TRIGGER' : 'INDEX');
  /** Replaces the definition of a guard. */
  const replace = (name: string, change: (sql: string) => string) =>
    inFile((handle) => {
      const sql = sqlOf(handle, name);
      handle.exec(`DROP ${kindOf(sql)} ${name}; ${change(sql)}`);
    });
  const expectRefused = (sentence: string) =>
    expect(openDatabase(file, [], neverInDoubt)).rejects.toMatchObject({
      problem: 'GUARDS_CHANGED',
      message: `${sentence} Another program changed the store in ${file}. Restore the newest backup (.sqlite) from ${path.join(folder, 'backups')}. ${DELETE_THE_LOG}`,
    });

  test.for(Object.keys(GUARD_DIGESTS))('without the guard %s is not opened', async (name) => {
    inFile((handle) => handle.exec(`DROP ${kindOf(sqlOf(handle, name))} ${name}`));
    await expectRefused(`The guard ${name} is missing.`);
  });

  test.for([
    'ALTER TABLE payment ADD COLUMN tip_minor INTEGER',
    'CREATE TABLE shift (id INTEGER PRIMARY KEY)',
    'DROP TABLE alert_seen',
  ])('with other tables is not opened: %s', async (change) => {
    inFile((handle) => handle.exec(change));
    await expect(openDatabase(file, [], neverInDoubt)).rejects.toMatchObject({
      problem: 'EARLIER',
      message: expect.stringContaining(`Use the version that made it`),
    });
  });

  test.for([
    { what: 'does nothing', name: 'payment_no_delete', from: /BEGIN .*END/s, to: 'BEGIN SELECT 1; END' },
    { what: 'never applies', name: 'sales_order_line_kept', from: /WHEN .* BEGIN/s, to: 'WHEN 0 BEGIN' },
    { what: 'leaves a column out', name: 'sales_order_line_frozen', from: 'quantity_milli, ', to: '' },
    { what: 'covers fewer rows', name: 'sales_order_number', from: 'IS NOT NULL', to: "= 'T1-000001'" },
  ])('in which the guard $name $what is not opened', async ({ name, from, to }) => {
    replace(name, (sql) => sql.replace(from, to));
    await expectRefused(`The guard ${name} is changed.`);
  });

  test('with an index that is no longer unique is not opened', async () => {
    replace('product_sku', (sql) => sql.replace('UNIQUE ', ''));
    await expectRefused('The guard product_sku is missing.');
  });

  test('with an unknown trigger or unique index is not opened', async () => {
    inFile((handle) =>
      handle.exec('CREATE TRIGGER quiet AFTER INSERT ON payment BEGIN UPDATE till SET name = name; END'),
    );
    await expectRefused('The guard quiet is unknown.');
    inFile((handle) =>
      handle.exec('DROP TRIGGER quiet; CREATE UNIQUE INDEX one_name ON account(first_name)'),
    );
    await expectRefused('The guard one_name is unknown.');
  });

  test('with different white space in its guards, or with an additional plain index, is opened', async () => {
    replace('payment_no_delete', (sql) => sql.replaceAll(' ', '\n  '));
    inFile((handle) => handle.exec('CREATE INDEX by_first_name ON account(first_name)'));
    await (await openDatabase(file, [], neverInDoubt)).close();
  });
});
