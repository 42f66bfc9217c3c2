import { existsSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { isBusy, isOpenElsewhere, LockFile } from './lock-file';
import { hasSqliteCode, StoreFileError } from './store-file-error';
import { asStoreFileError } from './why-not-opened';

const STORE_FILE = 'store.sqlite';
/** How often it checks whether the lock file was removed while nothing is written. */
const CHECK_EVERY_MS = 10_000;

/** The lock of one running Tillroom on its data folder. */
export interface FolderLock {
  /**
   * Whether this process still has the lock; called before each change. A removed lock file is created again.
   * @throws why it cannot be created again
   */
  isHeld(): boolean;
  /** Stores the address of this Tillroom, for the message that a second one shows. */
  printAddress(address: string): void;
  release(): void;
}

interface Places {
  folder: string;
  lockFile: string;
  addressFile: string;
}

/**
 * Locks a data folder for this process with a lock file. If a cleaner removed that file, the locks of a running
 * Tillroom on the store's own file still keep a second one out.
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
    printAddress(address) {
      // The file may belong to another account; this one can then replace it but not write to it.
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
    // Before the lock file is created, so that the next process to start also checks the store's file.
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
 * Runs work whose failure can be ignored: the address is only for the message of a second Tillroom, and a lost lock
 * makes the next change fail.
 */
function quietly(work: () => void): void {
  try {
    work();
  } catch {
    // Its consequences are reported where they matter.
  }
}

/** An empty file is not a store; opening it reports that. */
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
