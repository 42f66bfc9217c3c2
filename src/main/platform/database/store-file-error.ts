import path from 'node:path';
import { StartFailure } from '#main/platform/start/start-failure';

export type StoreFileProblem =
  | 'NOT_A_DATABASE'
  | 'DAMAGED'
  | 'MISSING'
  | 'OTHER_KEY'
  | 'NEWER'
  | 'EARLIER'
  | 'HALF_MIGRATED'
  | 'GUARDS_CHANGED'
  | 'SETTING_UNUSABLE'
  | 'READ_ONLY'
  | 'WRONG_KIND'
  | 'NOT_FOUND'
  | 'DISK_FULL'
  | 'DISK_FAILED'
  | 'OVERLOADED'
  | 'IN_USE';

/** Why a store's file cannot be opened, as a message that says what to do. The file was not changed. */
export class StoreFileError extends StartFailure {
  readonly problem: StoreFileProblem;

  constructor(sentence: string, why: { problem: StoreFileProblem; cause?: unknown }) {
    super(sentence, { cause: why.cause });
    this.name = 'StoreFileError';
    this.problem = why.problem;
  }
}

/** The message that a file belongs to another program. */
export const notAStore = (file: string): string =>
  `${file} is not a Tillroom store. Move it away, or put your store's file back in its place.`;

/** Added to each advice to restore a copy: SQLite would apply a write-ahead log that is left there to the copy. */
export const DELETE_THE_LOG =
  'Where you replace store.sqlite, also delete store.sqlite-wal and store.sqlite-shm in the same folder, if they are there.';

/** The folder for backups of a store's file. */
export function backupsOf(file: string): string {
  return path.join(path.dirname(file), 'backups');
}

const sqliteCode = (error: unknown): string =>
  error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : '';

/** Whether SQLite reported that the disk is full, also when TypeORM wrapped the error. */
export function isDiskFull(error: unknown): boolean {
  return hasSqliteCode(error, (code) => code === 'SQLITE_FULL' || code === 'ENOSPC');
}

/** Whether another program has the file locked. */
export function isBusy(error: unknown): boolean {
  return hasSqliteCode(error, (code) => /^SQLITE_(BUSY|LOCKED)(_|$)/.test(code));
}

/** Whether SQLite reported that it may not write. */
export function isReadOnly(error: unknown): boolean {
  return hasSqliteCode(
    error,
    (code) => code.startsWith('SQLITE_READONLY') || code === 'EROFS' || code === 'EACCES',
  );
}

/**
 * Whether storage or memory failed (a full disk, an I/O error, a damaged file): errors after which SQLite may roll back
 * by itself, see https://sqlite.org/lang_transaction.html, section "Response To Errors Within A Transaction".
 */
export function isStorageFailure(error: unknown): boolean {
  const codes = ['SQLITE_FULL', 'SQLITE_IOERR', 'SQLITE_NOMEM', 'SQLITE_CORRUPT'];
  return hasSqliteCode(error, (code) => codes.some((one) => code === one || code.startsWith(`${one}_`)));
}

/** Whether the disk failed to make written data durable, so that it is unknown what is on it. */
export function isSyncFailure(error: unknown): boolean {
  return hasSqliteCode(error, (code) => ['SQLITE_IOERR_FSYNC', 'SQLITE_IOERR_DIR_FSYNC'].includes(code));
}

export function hasSqliteCode(error: unknown, matches: (code: string) => boolean): boolean {
  if (matches(sqliteCode(error))) return true;
  const driverError = error instanceof Error && 'driverError' in error ? error.driverError : undefined;
  return driverError !== undefined && matches(sqliteCode(driverError));
}
