import { copyFileSync, existsSync, mkdirSync, statSync } from 'node:fs';
import path from 'node:path';
import SqliteDatabase, { type Database as Handle } from 'better-sqlite3';
import { DataSource, type EntitySchema, type ObjectLiteral, type Repository } from 'typeorm';
import { InUnit, OnReader, type Reader, type Tx } from '#main/platform/work/connections';
import { WriteQueue, type WriteQueueEvents } from '#main/platform/work/write-queue';
import { CHECKED_BEFORE_OPENING_BYTES, Damage, firstDamage, wasClosed } from './damage';
import { addFolded } from './folded-sql';
import { guardFaults, hasItsTables } from './guards';
import { migrationNames, migrations } from './migrations/all';
import { openReader } from './open-reader';
import { SnakeNaming } from './snake-naming';
import { backupsOf, DELETE_THE_LOG, notAStore, StoreFileError } from './store-file-error';
import { asStoreFileError } from './why-not-opened';

export type { Database as Handle } from 'better-sqlite3';

export type EntityClass = (new () => object) | EntitySchema;

/** The size that the WAL file keeps after a checkpoint: about its size at the automatic checkpoint. */
const WAL_KEPT_BYTES = 64 * 1024 * 1024;

/** `user_version` of a file whose migration was started but not finished. */
const MIGRATING = -1;

/** The database of an open store: one connection that writes, through the queue, and one that only reads. */
export interface Database {
  /** Creates an object for use inside units of work; it prepares its statements on the connection that writes. */
  inUnits<T>(make: (tx: Tx) => T): InUnit<T>;
  /** Creates an object for reading outside units of work; it prepares its statements on the connection that reads. */
  onReader<T>(make: (reader: Reader) => T): OnReader<T>;
  /** The rows of a table as entities, inside a unit of work; not for hot paths or many rows. */
  repository<T extends ObjectLiteral>(tx: Tx, entity: new () => T): Repository<T>;
  /**
   * Reads committed data; it never sees an unfinished unit of work.
   * @throws inside a unit of work, which would not see its own changes
   */
  read<T>(work: (reader: Reader) => T): T;
  readonly writes: WriteQueue;
  readonly file: string;
  /** Whether damage was found since it was opened. */
  readonly damage: Damage;
  /** Whether the file must still be checked for damage while open, because it is large and was not closed properly. */
  readonly isUnchecked: boolean;
}

/** A database that exposes its connections, for the program that opened it and for tests. */
export interface OpenDatabase extends Database {
  readonly dataSource: DataSource;
  readonly handle: Handle;
  readonly reader: Handle;
  close(): Promise<void>;
}

/**
 * Opens a store's file, creates or migrates it, and checks that it is sound and its guards are unchanged. After a
 * sudden end, a small file is first checked for damage.
 * @param checkedBytes the largest file that is checked before it is opened
 * @throws StoreFileError when it cannot be used, with what to do
 */
export async function openDatabase(
  file: string,
  entities: readonly EntityClass[],
  events: WriteQueueEvents,
  checkedBytes = CHECKED_BEFORE_OPENING_BYTES,
): Promise<OpenDatabase> {
  makeFolder(path.dirname(file));
  const isUnchecked = !checkFile(file, checkedBytes);
  const dataSource = new DataSource({
    type: 'better-sqlite3',
    database: file,
    entities: [...entities],
    migrations,
    migrationsTableName: 'migration',
    migrationsTransactionMode: 'all',
    namingStrategy: new SnakeNaming(),
    statementCacheSize: 500,
    prepareDatabase: (handle: Handle) => {
      setPragmas(handle);
      addFolded(handle);
    },
  });
  try {
    await dataSource.initialize();
    const handle = handleOf(dataSource);
    assertWritable(handle);
    await migrate(dataSource, handle, file);
    if (!hasItsTables(handle)) throw earlier(file);
    checkGuards(handle, file);
    leaveTransactionsToQueue(dataSource);
    const reader = openReader(file);
    const writes = queueOf(handle, events);
    return {
      dataSource,
      handle,
      reader,
      inUnits: (make) => new InUnit(make(handle as Tx)),
      onReader: (make) => new OnReader(make(reader as Reader)),
      repository: (_tx, entity) => dataSource.getRepository(entity),
      read(work) {
        if (writes.isInUnit) throw new Error('A unit of work reads on its own connection');
        return work(reader as Reader);
      },
      writes,
      file,
      damage: new Damage(),
      isUnchecked,
      async close() {
        reader.close();
        await dataSource.destroy();
      },
    };
  } catch (error) {
    if (dataSource.isInitialized) await dataSource.destroy();
    throw asStoreFileError(error, file);
  }
}

/**
 * Sets the pragmas of a connection that writes. FULL and fullfsync make a commit durable once it has returned;
 * recursive triggers make the append-only guards fire on REPLACE. Checkpoints are left to the idle housekeeping; the
 * automatic checkpoint only limits the WAL on days that are never idle.
 */
export function setPragmas(handle: Handle): void {
  handle.pragma('busy_timeout = 5000');
  handle.pragma('journal_mode = WAL');
  handle.pragma('synchronous = FULL');
  handle.pragma('fullfsync = ON');
  handle.pragma('foreign_keys = ON');
  handle.pragma('recursive_triggers = ON');
  handle.pragma('cache_size = -65536');
  handle.pragma('wal_autocheckpoint = 16000');
  handle.pragma(`journal_size_limit = ${WAL_KEPT_BYTES}`);
}

/** The data source's own connection, for statements prepared once. */
function handleOf(dataSource: DataSource): Handle {
  return (dataSource.driver as unknown as { databaseConnection: Handle }).databaseConnection;
}

/** Turns off SQLite's own wait for other programs, which blocks the thread; the queue waits itself. */
function queueOf(handle: Handle, events: WriteQueueEvents): WriteQueue {
  handle.pragma('busy_timeout = 0');
  return new WriteQueue(handle, events);
}

/** From here on TypeORM opens no transactions of its own, so that repositories save within the running unit of work. */
function leaveTransactionsToQueue(dataSource: DataSource): void {
  dataSource.driver.transactionSupport = 'none';
}

function makeFolder(folder: string): void {
  try {
    mkdirSync(folder, { recursive: true });
  } catch (error) {
    throw asStoreFileError(error, folder);
  }
}

/**
 * Checks with a write, which is rolled back, that the file is writable: SQLite opens a read-only file without an error.
 * The write also waits for a program that has lost its lock on the folder to end its running unit of work, so that
 * everything read from here on includes that unit.
 */
function assertWritable(handle: Handle): void {
  const userVersion = handle.pragma('user_version', { simple: true });
  handle.exec('BEGIN IMMEDIATE');
  try {
    handle.pragma(`user_version = ${userVersion}`);
  } finally {
    if (handle.inTransaction) handle.exec('ROLLBACK');
  }
}

/**
 * Checks a file read-only before anything can change it.
 * @returns false if it must still be checked for damage
 */
function checkFile(file: string, checkedBytes: number): boolean {
  if (!existsSync(file)) return true;
  const { size } = statSync(file);
  if (size === 0) throw emptied(file);
  const isSound = wasClosed(file);
  const isSmall = size <= checkedBytes;
  let handle: Handle | undefined;
  try {
    handle = new SqliteDatabase(file, { readonly: true, fileMustExist: true });
    checkMigrations(handle, file);
    const damage = isSound || !isSmall ? undefined : firstDamage(handle);
    if (damage !== undefined) throw damaged(file, damage);
    return isSound || isSmall;
  } catch (error) {
    throw asStoreFileError(error, file);
  } finally {
    handle?.close();
  }
}

/** Checks that a file is a store that this build can migrate. */
function checkMigrations(handle: Handle, file: string): void {
  const userVersion = handle.pragma('user_version', { simple: true });
  const done = doneMigrations(handle);
  // Otherwise a file of another program would get our tables beside its own.
  if (done.length === 0 && userVersion !== MIGRATING && hasTables(handle))
    throw new StoreFileError(notAStore(file), { problem: 'NOT_A_DATABASE' });
  const unknown = done.find((name) => !migrationNames.includes(name));
  if (unknown !== undefined) throw isOfEarlierBuild(unknown) ? earlier(file) : newer(file);
  // An interrupted migration was rolled back and starts again; in any other case version and migrations must match.
  const fits = userVersion === done.length || userVersion === MIGRATING;
  if (!fits || done.some((name, index) => name !== migrationNames[index])) throw halfMigrated(file);
}

/** The names of the migrations that were run on a file, oldest first. */
export function doneMigrations(handle: Handle): string[] {
  const hasTable = handle.prepare(`SELECT 1 FROM sqlite_schema WHERE name = 'migration'`).get();
  return hasTable ? handle.prepare<[], string>('SELECT name FROM migration ORDER BY id').pluck().all() : [];
}

function hasTables(handle: Handle): boolean {
  return (
    handle
      .prepare(`SELECT 1 FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\'`)
      .get() !== undefined
  );
}

const timeStampOf = (migrationName: string): number => Number(migrationName.slice(-13));

/** Whether an unknown migration is one that was since replaced, and not one of a newer build. */
function isOfEarlierBuild(migrationName: string): boolean {
  return timeStampOf(migrationName) < Math.max(...migrationNames.map(timeStampOf));
}

function newer(file: string): StoreFileError {
  return new StoreFileError(
    `The store in ${file} was last used by a newer Tillroom. Install that version again; nothing was changed.`,
    { problem: 'NEWER' },
  );
}

function earlier(file: string): StoreFileError {
  return new StoreFileError(
    `The store in ${file} does not fit this version of Tillroom: an earlier version made it, or another program changed it. Use the version that made it, or choose an empty folder for a new store.`,
    { problem: 'EARLIER' },
  );
}

function halfMigrated(file: string): StoreFileError {
  return new StoreFileError(
    `An update of the store in ${file} was not finished. Put back the copy that was made before it, from ${backupsOf(file)}. ${DELETE_THE_LOG}`,
    { problem: 'HALF_MIGRATED' },
  );
}

function damaged(file: string, found: string): StoreFileError {
  return new StoreFileError(
    `The store in ${file} is damaged. Keep a copy of the folder, then restore the newest backup (.sqlite) from ${backupsOf(file)}. ${DELETE_THE_LOG}`,
    { problem: 'DAMAGED', cause: new Error(found) },
  );
}

/** Even a new store has a header, so an empty file has lost its content. */
function emptied(file: string): StoreFileError {
  return new StoreFileError(
    `The store in ${file} is damaged: nothing is left in it. Restore the newest backup (.sqlite) from ${backupsOf(file)}, or remove the file to start a new store. ${DELETE_THE_LOG}`,
    { problem: 'DAMAGED' },
  );
}

/**
 * Migrates a store's file, all migrations in one transaction, after making a copy of it. The mark in `user_version` is
 * only removed once the result is checked.
 */
async function migrate(dataSource: DataSource, handle: Handle, file: string): Promise<void> {
  const isPending = await dataSource.showMigrations();
  const isMarked = handle.pragma('user_version', { simple: true }) === MIGRATING;
  if (isPending) {
    if (doneMigrations(handle).length > 0) putCopyAside(handle, file);
    handle.pragma(`user_version = ${MIGRATING}`);
    await dataSource.runMigrations();
    // TypeORM may leave foreign keys off after rebuilding a table.
    handle.pragma('foreign_keys = ON');
  }
  if (!(isPending || isMarked)) return;
  const broken = handle.pragma('foreign_key_check') as unknown[];
  if (broken.length > 0) throw halfMigrated(file);
  handle.pragma(`user_version = ${migrationNames.length}`);
}

function putCopyAside(handle: Handle, file: string): void {
  const folder = backupsOf(file);
  mkdirSync(folder, { recursive: true });
  handle.pragma('wal_checkpoint(TRUNCATE)');
  const done = doneMigrations(handle).length;
  copyFileSync(file, path.join(folder, `before-update-${done}-${path.basename(file)}`));
}

/** Another program, or a migration that rebuilt a table, may have dropped or changed guards without an error. */
function checkGuards(handle: Handle, file: string): void {
  const [first] = guardFaults(handle);
  if (first === undefined) return;
  const { name, fault } = first;
  throw new StoreFileError(
    `The guard ${name} is ${fault}. Another program changed the store in ${file}. Restore the newest backup (.sqlite) from ${backupsOf(file)}. ${DELETE_THE_LOG}`,
    { problem: 'GUARDS_CHANGED' },
  );
}
