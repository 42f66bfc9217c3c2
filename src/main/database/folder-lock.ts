import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import SqliteDatabase, { type Database as Handle } from 'better-sqlite3';
import { hasSqliteCode, StoreFileError } from './store-file-error';
import { asStoreFileError } from './why-not-opened';

/** Holds a data folder for one running Tillroom. */
export interface FolderLock {
  /** Notes where this Tillroom can be reached, for the sentence a second one shows. */
  tellAddress(address: string): void;
  release(): void;
}

/**
 * Takes a data folder for this process. The lock is SQLite's on a file of its own: the system frees it
 * however the process ends, so that nothing stale is left after a power cut.
 * @throws StoreFileError IN_USE when another Tillroom has the folder, or why the folder cannot be used
 */
export function lockFolder(folder: string): FolderLock {
  const lockFile = path.join(folder, 'in-use.lock');
  const addressFile = path.join(folder, 'in-use.txt');
  const lock = takeLock(folder, lockFile, addressFile);
  return {
    tellAddress(address) {
      // It may be another account's, whose file this one may replace but not write.
      quietly(() => rmSync(addressFile, { force: true }));
      quietly(() => writeFileSync(addressFile, address));
    },
    release() {
      quietly(() => rmSync(addressFile, { force: true }));
      lock.close();
    },
  };
}

function takeLock(folder: string, lockFile: string, addressFile: string): Handle {
  let lock: Handle | undefined;
  try {
    mkdirSync(folder, { recursive: true });
    lock = new SqliteDatabase(lockFile, { timeout: 0 });
    lock.pragma('locking_mode = EXCLUSIVE');
    lock.pragma('user_version = 1');
    return lock;
  } catch (error) {
    lock?.close();
    throw whyNotLocked(error, { folder, lockFile, addressFile });
  }
}

function whyNotLocked(
  error: unknown,
  { folder, lockFile, addressFile }: { folder: string; lockFile: string; addressFile: string },
): unknown {
  if (hasSqliteCode(error, (code) => code.startsWith('SQLITE_BUSY'))) {
    return new StoreFileError(
      `Tillroom is already open on ${folder}${readAddress(addressFile)}. Use that window, or close it and start again.`,
      { problem: 'IN_USE', cause: error },
    );
  }
  if (hasSqliteCode(error, (code) => code === 'SQLITE_NOTADB' || code.startsWith('SQLITE_CORRUPT'))) {
    return new StoreFileError(`${lockFile} is damaged. Remove it, then start again; no data is in it.`, {
      problem: 'DAMAGED',
      cause: error,
    });
  }
  return asStoreFileError(error, lockFile);
}

/** The address is only for the sentence that a second Tillroom shows: no reason to fail. */
function quietly(work: () => void): void {
  try {
    work();
  } catch {
    // A second Tillroom then does not say where the first one is open.
  }
}

function readAddress(file: string): string {
  try {
    return ` (${readFileSync(file, 'utf8').trim()})`;
  } catch {
    return '';
  }
}
