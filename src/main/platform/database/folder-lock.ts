import { existsSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { isBusy, isOpenElsewhere, LockFile } from './lock-file';
import { hasSqliteCode, StoreFileError } from './store-file-error';
import { asStoreFileError } from './why-not-opened';

const STORE_FILE = 'store.sqlite';
/** How often a removed lock file is looked for while nothing is written. */
const CHECK_EVERY_MS = 10_000;

/** Holds a data folder for one running Tillroom. */
export interface FolderLock {
  /**
   * Whether this process still has the folder, to be asked before each change. A lock file that was removed is made
   * again.
   * @throws why it cannot be made again
   */
  isHeld(): boolean;
  /** Notes where this Tillroom can be reached, for the sentence a second one shows. */
  tellAddress(address: string): void;
  release(): void;
}

interface Places {
  folder: string;
  lockFile: string;
  addressFile: string;
}

/**
 * Takes a data folder for this process, by a lock file. Where a cleaner removed that file, the locks that a running
 * Tillroom has on the store's own file still keep a second one out.
 * @throws StoreFileError IN_USE when another Tillroom has the folder, or why the folder cannot be used
 */
export function lockFolder(folder: string): FolderLock {
  const places: Places = {
    folder,
    lockFile: path.join(folder, 'in-use.lock'),
    addressFile: path.join(folder, 'in-use.txt'),
  };
  const { addressFile } = places;
  const lock = takeLock(places);
  const timer = setInterval(() => quietly(() => lock.isHeld()), CHECK_EVERY_MS).unref();
  return {
    isHeld: () => lock.isHeld(),
    tellAddress(address) {
      // It may be another account's, whose file this one may replace but not write.
      quietly(() => rmSync(addressFile, { force: true }));
      quietly(() => writeFileSync(addressFile, address));
    },
    release() {
      clearInterval(timer);
      quietly(() => rmSync(addressFile, { force: true }));
      lock.release();
    },
  };
}

function takeLock(places: Places): LockFile {
  const { folder, lockFile } = places;
  const storeFile = path.join(folder, STORE_FILE);
  let isOpen: boolean;
  try {
    mkdirSync(folder, { recursive: true });
    // Before the lock file is made, so that the next one to come looks at the store's file, too.
    isOpen = !existsSync(lockFile) && hasContent(storeFile) && isOpenElsewhere(storeFile);
    if (!isOpen) return new LockFile(lockFile);
  } catch (error) {
    throw whyNotLocked(error, places);
  }
  throw inUse(places);
}

function whyNotLocked(error: unknown, places: Places): unknown {
  if (isBusy(error)) return inUse(places, error);
  const { lockFile } = places;
  if (hasSqliteCode(error, (code) => code === 'SQLITE_NOTADB' || code.startsWith('SQLITE_CORRUPT'))) {
    return new StoreFileError(`${lockFile} is damaged. Remove it, then start again; no data is in it.`, {
      problem: 'DAMAGED',
      cause: error,
    });
  }
  return asStoreFileError(error, lockFile);
}

function inUse({ folder, addressFile }: Places, cause?: unknown): StoreFileError {
  return new StoreFileError(
    `Tillroom is already open on ${folder}${readAddress(addressFile)}. Use that window, or close it and start again.`,
    { problem: 'IN_USE', cause },
  );
}

/**
 * For work that is no reason to fail: the address is only for the sentence that a second Tillroom shows, and a lock
 * that is lost refuses the next change.
 */
function quietly(work: () => void): void {
  try {
    work();
  } catch {
    // What follows from it is said where it matters.
  }
}

/** An emptied file is no store: it is left for the sentence that says so. */
function hasContent(file: string): boolean {
  return (statSync(file, { throwIfNoEntry: false })?.size ?? 0) > 0;
}

function readAddress(file: string): string {
  try {
    return ` (${readFileSync(file, 'utf8').trim()})`;
  } catch {
    return '';
  }
}
