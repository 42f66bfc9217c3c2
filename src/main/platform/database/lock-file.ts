import { statSync } from 'node:fs';
import SqliteDatabase, { type Database as Handle } from 'better-sqlite3';
import { hasSqliteCode } from './store-file-error';

/**
 * A file that one process has locked. The lock is SQLite's, so that the system frees it however the process ends. It
 * belongs to the file, not to its name: a file that was removed or replaced is noticed and taken again.
 */
export class LockFile {
  readonly #file: string;
  #handle: Handle;
  #identity: string | undefined;

  /** @throws SQLITE_BUSY when another process has it, or why it cannot be made. */
  constructor(file: string) {
    this.#file = file;
    this.#handle = lockOn(file);
    this.#identity = identityOf(file);
  }

  /**
   * Whether the file of this name is locked by this process, which takes it again if it was removed.
   * @returns false when another process has it
   * @throws why a removed file cannot be made again
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

/** Whether another connection, of any process, has a store's file open: it then holds a lock on the file itself. */
export function isOpenElsewhere(storeFile: string): boolean {
  let handle: Handle | undefined;
  try {
    handle = new SqliteDatabase(storeFile, { timeout: 0, fileMustExist: true });
    handle.pragma('locking_mode = EXCLUSIVE');
    handle.pragma('user_version');
    return false;
  } catch (error) {
    // What else is wrong with the file is said when it is opened.
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

/** Which file a name leads to now; undefined for none. */
function identityOf(file: string): string | undefined {
  const stats = statSync(file, { bigint: true, throwIfNoEntry: false });
  return stats && `${stats.dev}:${stats.ino}`;
}
