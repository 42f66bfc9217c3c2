import { statSync } from 'node:fs';
import SqliteDatabase, { type Database as Handle } from 'better-sqlite3';
import { hasSqliteCode } from './store-file-error';

/**
 * A file that one process has locked. The lock is SQLite's, so the system releases it however the process ends. It
 * belongs to the file, not to its name: a removed or replaced file is detected and locked again.
 */
export class LockFile {
  readonly #file: string;
  #handle: Handle;
  #identity: string | undefined;

  /** @throws SQLITE_BUSY when another process has the lock, or why the file cannot be created. */
  constructor(file: string) {
    this.#file = file;
    this.#handle = lockOn(file);
    this.#identity = identityOf(file);
  }

  /**
   * Whether the file with this name is locked by this process, which locks it again if it was removed.
   * @returns false when another process has the lock
   * @throws why a removed file cannot be created again
   */
  isHeld(): boolean {
    const identity = identityOf(this.#file);
    if (identity !== undefined && identity === this.#identity) return true;
    let handle: Handle;
    try {
      handle = lockOn(this.#file);
    } catch (error) {
      if (isBusy(error)) return false;
      throw error;
    }
    this.#handle.close();
    this.#handle = handle;
    this.#identity = identityOf(this.#file);
    return true;
  }

  release(): void {
    this.#handle.close();
  }
}

/** Whether another connection, of any process, has a store's file open and therefore holds a lock on it. */
export function isOpenElsewhere(storeFile: string): boolean {
  let handle: Handle | undefined;
  try {
    handle = new SqliteDatabase(storeFile, { timeout: 0, fileMustExist: true });
    handle.pragma('locking_mode = EXCLUSIVE');
    handle.pragma('user_version');
    return false;
  } catch (error) {
    // Any other problem of the file is reported when it is opened.
    return isBusy(error);
  } finally {
    handle?.close();
  }
}

export function isBusy(error: unknown): boolean {
  return hasSqliteCode(error, (code) => code.startsWith('SQLITE_BUSY'));
}

function lockOn(file: string): Handle {
  const handle = new SqliteDatabase(file, { timeout: 0 });
  try {
    handle.pragma('locking_mode = EXCLUSIVE');
    handle.pragma('user_version = 1');
    return handle;
  } catch (error) {
    handle.close();
    throw error;
  }
}

/** Identifies the file that a name currently refers to; undefined for none. */
function identityOf(file: string): string | undefined {
  const stats = statSync(file, { bigint: true, throwIfNoEntry: false });
  return stats && `${stats.dev}:${stats.ino}`;
}
