import { readdirSync, statSync } from 'node:fs';
import path from 'node:path';
import { backupsOf, StoreFileError } from './store-file-error';

/** The file beside the store with the highest numbers ever issued. */
export const NUMBERS_FILE = 'numbers.json';

/**
 * Refuses to create a new store where there was one: its file may have been moved or deleted, or be on a disk that is
 * not connected, and a new store in its place would issue its numbers again.
 * @throws StoreFileError MISSING when the store's file is missing but other files of the store exist
 */
export function assertNotMissing(file: string): void {
  if (statSync(file, { throwIfNoEntry: false })) return;
  const folder = path.dirname(file);
  const beside = [`${file}-wal`, path.join(folder, 'store.key'), path.join(folder, NUMBERS_FILE)];
  const trace = beside.find(isFilled) ?? newestBackup(file);
  if (trace === undefined) return;
  throw new StoreFileError(
    `The store is missing: there is no ${file}, but there is ${trace}. Put the file back, together with store.sqlite-wal if you moved that too. If you no longer have it, copy the newest backup (.sqlite) from ${backupsOf(file)} to its place, and delete store.sqlite-wal and store.sqlite-shm first. To start with a new store instead, move the folder ${folder} away first.`,
    { problem: 'MISSING' },
  );
}

function isFilled(place: string): boolean {
  const stats = statSync(place, { throwIfNoEntry: false });
  return stats !== undefined && (stats.isDirectory() || stats.size > 0);
}

function newestBackup(file: string): string | undefined {
  const folder = backupsOf(file);
  try {
    const [newest] = readdirSync(folder)
      .filter((name) => name.endsWith('.sqlite'))
      .map((name) => ({ place: path.join(folder, name), at: statSync(path.join(folder, name)).mtimeMs }))
      .sort((one, other) => other.at - one.at);
    return newest?.place;
  } catch {
    // There is no backup folder, or it cannot be read.
    return undefined;
  }
}
