import { existsSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { isBusy, isOpenElsewhere, LockFile } from './lock-file';
import { StoreFileError } from './store-file-error';

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

/**
 * Takes a data folder for this process, by a lock file. Where a cleaner removed that file, the locks that a running
 * Tillroom has on the store's own file still keep a second one out.
 * @throws StoreFileError IN_USE when another Tillroom has the folder.
 */
export function lockFolder(folder: string): FolderLock {
  mkdirSync(folder, { recursive: true });
  const addressFile = path.join(folder, 'in-use.txt');
  const lockFile = path.join(folder, 'in-use.lock');
  const storeFile = path.join(folder, STORE_FILE);
  const inUse = (cause?: unknown) =>
    new StoreFileError(
      `Tillroom is already open on ${folder}${readAddress(addressFile)}. Use that window, or close it and start again.`,
      { problem: 'IN_USE', cause },
    );
  // Before the lock file is made, so that the next one to come looks at the store's file, too.
  if (!existsSync(lockFile) && hasContent(storeFile) && isOpenElsewhere(storeFile)) throw inUse();
  let lock: LockFile;
  try {
    lock = new LockFile(lockFile);
  } catch (error) {
    throw isBusy(error) ? inUse(error) : error;
  }
  const timer = setInterval(() => keep(lock), CHECK_EVERY_MS).unref();
  return {
    isHeld: () => lock.isHeld(),
    tellAddress: (address) => writeFileSync(addressFile, address),
    release() {
      clearInterval(timer);
      rmSync(addressFile, { force: true });
      lock.release();
    },
  };
}

function keep(lock: LockFile): void {
  try {
    lock.isHeld();
  } catch {
    // The next change is refused for the same reason, which is then said.
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
