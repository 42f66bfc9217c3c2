import { existsSync } from 'node:fs';
import path from 'node:path';
import SqliteDatabase from 'better-sqlite3';
import pino from 'pino';
import { entities } from '#main/entities';
import { doneMigrations, openDatabase } from '#main/platform/database/database';
import { lockFolder } from '#main/platform/database/folder-lock';
import { makeMigration } from '#main/platform/database/make-migration';
import { migrationNames } from '#main/platform/database/migrations/all';
import { schemaDifference } from '#main/platform/database/schema-difference';
import { StoreFileError } from '#main/platform/database/store-file-error';
import { dataFolder } from '#main/platform/files/data-folder';
import { keepPrivate, privacyWarning } from '#main/platform/files/private-files';
import { failStop } from '#main/platform/work/fail-stop';

const USAGE = `Migrations bring a store's file up to date. They run by themselves when a store is opened.

  npm run migrate -- list         which there are, and which the store has had
  npm run migrate -- run          brings the store up to date, after putting a copy of it aside
  npm run migrate -- make NAME    writes a new one, like add-customer-notes, with what the entities say differently

The store is the one in TILLROOM_DATA, or where this system keeps it.`;

const print = (line: string) => process.stdout.write(`${line}\n`);
const storeFile = path.join(dataFolder(), 'store.sqlite');

/** The migrations that were run on the store's file; none if there is no store yet. */
function done(): string[] {
  if (!existsSync(storeFile)) return [];
  const handle = new SqliteDatabase(storeFile, { readonly: true });
  try {
    return doneMigrations(handle);
  } finally {
    handle.close();
  }
}

function list(): void {
  const had = new Set(done());
  print(existsSync(storeFile) ? `The store in ${storeFile}` : `There is no store in ${storeFile} yet`);
  for (const name of migrationNames) print(`  ${had.has(name) ? 'done   ' : 'pending'}  ${name}`);
  for (const name of had) if (!migrationNames.includes(name)) print(`  newer    ${name}`);
}

async function run(): Promise<void> {
  if (!existsSync(storeFile)) return list();
  const openToOthers = keepPrivate(path.dirname(storeFile));
  if (openToOthers.length > 0) process.stderr.write(`${privacyWarning(openToOthers)}\n`);
  const lock = lockFolder(path.dirname(storeFile));
  try {
    const before = done().length;
    const database = await openDatabase(storeFile, [], failStop(pino({ level: 'silent' })));
    await database.close();
    print(before === migrationNames.length ? 'The store was up to date.' : 'The store is up to date now.');
    list();
  } finally {
    lock.release();
  }
}

async function make(name: string | undefined): Promise<void> {
  const folder = path.resolve('src/main/platform/database/migrations');
  const statements = await schemaDifference(entities);
  const file = makeMigration(folder, name ?? '', migrationNames, statements);
  print(
    `Wrote ${path.relative('.', file)}. Read and complete it, and give its test the rows of the version before it.`,
  );
  if (statements.some((statement) => statement.includes('"temporary_'))) {
    print(
      'It rebuilds a table, which loses its collations, triggers and indexes over expressions: create them again.',
    );
  }
}

const [command, name] = process.argv.slice(2);
try {
  if (command === 'list') list();
  else if (command === 'run') await run();
  else if (command === 'make') await make(name);
  else print(USAGE);
} catch (error) {
  const isPlain = error instanceof StoreFileError || error instanceof RangeError;
  process.stderr.write(`${isPlain ? error.message : String(error instanceof Error ? error.stack : error)}\n`);
  process.exitCode = 1;
}
