import {
  closeSync,
  copyFileSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import SqliteDatabase from 'better-sqlite3';

/** What to back up, and where to. */
export interface BackupOrder {
  /** The store's file, which can be open and written to during the backup. */
  storeFile: string;
  keyFile: string;
  /** The folder of the backups; created if it is missing. */
  folder: string;
  /** The name of both files, without an extension. */
  name: string;
}

export interface BackupFiles {
  storeFile: string;
  keyFile: string;
  sizeBytes: number;
}

/** The written copy is not sound: either the store or the disk with the copy is damaged. */
export class UnsoundBackup extends Error {
  override readonly name = 'UnsoundBackup';
}

const PARTIAL = '.partial';
const BACKUP = /^tillroom-.+\.(sqlite|key)(\.partial)?$/;

/**
 * Writes a backup of the current store with its key beside it. The files have a `.partial` name until they are synced
 * and checked (integrity and foreign keys), and are then renamed: a power cut leaves a whole backup or none. It blocks
 * until it is done, so an open store must run it in a worker thread.
 * @throws UnsoundBackup, or an error with the code of SQLite or of the file system, for example SQLITE_FULL or ENOSPC
 */
export function writeBackup({ storeFile, keyFile, folder, name }: BackupOrder): BackupFiles {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  removePartial(folder);
  const made = {
    storeFile: path.join(folder, `${name}.sqlite`),
    keyFile: path.join(folder, `${name}.key`),
  };
  try {
    copyStore(storeFile, `${made.storeFile}${PARTIAL}`);
    leaveOutRunningJobs(`${made.storeFile}${PARTIAL}`);
    copyFileSync(keyFile, `${made.keyFile}${PARTIAL}`);
    sync(`${made.storeFile}${PARTIAL}`);
    sync(`${made.keyFile}${PARTIAL}`);
    check(`${made.storeFile}${PARTIAL}`);
    // The key first, so that each store file in the list of backups has its key beside it.
    renameSync(`${made.keyFile}${PARTIAL}`, made.keyFile);
    renameSync(`${made.storeFile}${PARTIAL}`, made.storeFile);
    syncFolder(folder);
  } catch (error) {
    removePartial(folder);
    throw error;
  }
  return { ...made, sizeBytes: statSync(made.storeFile).size };
}

/** The backups in a folder, newest first; none if the folder does not exist. */
export function backupsIn(folder: string): (BackupFiles & { at: number })[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter((file) => BACKUP.test(file) && file.endsWith('.sqlite'))
    .map((file) => {
      const storeFile = path.join(folder, file);
      const { size, mtimeMs } = statSync(storeFile);
      const keyFile = storeFile.replace(/sqlite$/, 'key');
      return { storeFile, keyFile, sizeBytes: size, at: Math.round(mtimeMs) };
    })
    .sort((one, other) => other.at - one.at);
}

/**
 * An unused name for a backup: when a clock is set back, the same times occur twice.
 * @param wallClock the local time in the store's time zone, as `kernel/time` writes it
 */
export function freeBackupName(folder: string, wallClock: string): string {
  const [day, time = ''] = wallClock.split('T');
  const base = `tillroom-${day}-${time.replaceAll(':', '')}`;
  for (let copy = 1; ; copy += 1) {
    const name = copy === 1 ? base : `${base}-${copy}`;
    if (!['sqlite', 'key'].some((ending) => existsSync(path.join(folder, `${name}.${ending}`)))) return name;
  }
}

function copyStore(from: string, to: string): void {
  // SQLite writes into this empty file, which keeps its permissions.
  writeFileSync(to, '', { mode: 0o600, flag: 'wx' });
  const handle = new SqliteDatabase(from, { readonly: true, fileMustExist: true });
  try {
    handle.pragma('busy_timeout = 5000');
    handle.prepare('VACUUM INTO ?').run(to);
  } finally {
    handle.close();
  }
}

/** No job runs in the copy, least of all this backup. A store that an earlier build made may have no table of jobs. */
function leaveOutRunningJobs(file: string): void {
  const handle = new SqliteDatabase(file, { fileMustExist: true });
  try {
    // In memory, so that a sudden end leaves no journal beside the partial copy, which is written again anyway.
    handle.pragma('journal_mode = MEMORY');
    const hasJobs = handle.prepare(`SELECT 1 FROM sqlite_schema WHERE name = 'job'`).get() !== undefined;
    if (hasJobs) handle.exec(`DELETE FROM job WHERE state = 'running'`);
  } finally {
    handle.close();
  }
}

function check(file: string): void {
  const handle = new SqliteDatabase(file, { readonly: true, fileMustExist: true });
  try {
    const isStore =
      handle.prepare(`SELECT 1 FROM sqlite_schema WHERE name = 'migration'`).get() !== undefined;
    if (!isStore) throw new UnsoundBackup('It is no store');
    const [first] = handle.pragma('integrity_check(1)') as { integrity_check: string }[];
    if (first?.integrity_check !== 'ok') throw new UnsoundBackup(first?.integrity_check);
    const [dangling] = handle.pragma('foreign_key_check') as { table: string }[];
    if (dangling) throw new UnsoundBackup(`A row of ${dangling.table} refers to one that is missing`);
  } finally {
    handle.close();
  }
}

function sync(file: string): void {
  const descriptor = openSync(file, 'r+');
  try {
    fsyncSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
}

/** Makes the new names durable. Windows can neither sync a folder nor needs to. */
function syncFolder(folder: string): void {
  if (process.platform === 'win32') return;
  const descriptor = openSync(folder, 'r');
  try {
    fsyncSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
}

/** Removes the files of an interrupted backup. */
function removePartial(folder: string): void {
  for (const file of readdirSync(folder)) {
    if (BACKUP.test(file) && file.endsWith(PARTIAL)) rmSync(path.join(folder, file), { force: true });
  }
}
