import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import SqliteDatabase from 'better-sqlite3';
import { hasSqliteCode, StoreFileError } from './store-file-error';

/** Holds a data folder for one running Tillroom. */
export interface FolderLock {
  /** Notes where this Tillroom can be reached, for the sentence a second one shows. */
  tellAddress(address: string): void;
  release(): void;
}

/**
 * Takes a data folder for this process. The lock is SQLite's on a file of its own: the system frees it
 * however the process ends, so that nothing stale is left after a power cut.
 * @throws StoreFileError IN_USE when another Tillroom has the folder.
 */
export function lockFolder(folder: string): FolderLock {
  mkdirSync(folder, { recursive: true });
  const addressFile = path.join(folder, 'in-use.txt');
  const lock = new SqliteDatabase(path.join(folder, 'in-use.lock'), { timeout: 0 });
  try {
    lock.pragma('locking_mode = EXCLUSIVE');
    lock.pragma('user_version = 1');
  } catch (error) {
    lock.close();
    if (!hasSqliteCode(error, (code) => code.startsWith('SQLITE_BUSY'))) throw error;
    const address = readAddress(addressFile);
    throw new StoreFileError(
      `Tillroom is already open on ${folder}${address}. Use that window, or close it and start again.`,
      { problem: 'IN_USE', cause: error },
    );
  }
  return {
    tellAddress: (address) => writeFileSync(addressFile, address),
    release() {
      rmSync(addressFile, { force: true });
      lock.close();
    },
  };
}

function readAddress(file: string): string {
  try {
    return ` (${readFileSync(file, 'utf8').trim()})`;
  } catch {
    return '';
  }
}
