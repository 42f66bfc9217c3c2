import { execFileSync, spawnSync } from 'node:child_process';
import { statSync } from 'node:fs';
import path from 'node:path';
import SqliteDatabase from 'better-sqlite3';
import type { Handle } from '#main/platform/database/database';
import type { WriteQueueEvents } from '#main/platform/work/write-queue';

/** For stores whose transactions must never be in doubt: fails the test with an error outside any call. */
export const neverInDoubt: WriteQueueEvents = {
  onFatal(error) {
    queueMicrotask(() => {
      throw error;
    });
  },
  onHookFailure(error) {
    queueMicrotask(() => {
      throw error;
    });
  },
};

/** A statement that fails as it does when memory runs out. */
export interface Failure {
  /** Whether the failing statement was reached. */
  readonly happened: boolean;
  /** Lets all statements succeed again. */
  end(): void;
}

type Method = 'run' | 'get' | 'all';
const METHODS: readonly Method[] = ['run', 'get', 'all'];

/**
 * Makes the n-th statement of a connection from now on fail as SQLite does when memory runs out, which a test cannot
 * cause for real: the transaction is rolled back, then the statement throws SQLITE_NOMEM.
 * @param n 1 for the next one
 */
export function failStatement(handle: Handle, n: number): Failure {
  const prototype = Object.getPrototypeOf(handle.prepare('SELECT 1'));
  const originals = METHODS.map((method) => [method, prototype[method]] as const);
  let left = n;
  let happened = false;
  for (const [method, original] of originals) {
    prototype[method] = function (this: { database: Handle }, ...parameters: unknown[]) {
      if (this.database === handle) left -= 1;
      if (this.database !== handle || left !== 0) return original.apply(this, parameters);
      happened = true;
      if (handle.inTransaction) handle.exec('ROLLBACK');
      throw new SqliteDatabase.SqliteError('out of memory', 'SQLITE_NOMEM');
    };
  }
  return {
    get happened() {
      return happened;
    },
    end() {
      for (const [method, original] of originals) prototype[method] = original;
    },
  };
}

/** Reads a store's file through a separate connection, which sees only committed changes. */
export function lookAtFile<T>(folder: string, look: (handle: Handle) => T): T {
  const handle = new SqliteDatabase(path.join(folder, 'store.sqlite'), { readonly: true });
  try {
    return look(handle);
  } finally {
    handle.close();
  }
}

/** The numbers of all completed sales on disk, in order. */
export const soldNumbers = (folder: string): string[] =>
  lookAtFile(folder, (handle) =>
    handle
      .prepare<[], string>(`SELECT number FROM sales_order WHERE life = 'fulfilled' ORDER BY id`)
      .pluck()
      .all(),
  );

/** Why a process's files cannot be limited here, or null if they can. */
export function whyNoFileLimit(): string | null {
  return spawnSync('prlimit', ['--version']).status === 0 ? null : 'prlimit (util-linux) is not installed';
}

/**
 * Limits the files of a process to this many bytes, as `ulimit -f` does: writing more fails with EFBIG, which SQLite
 * reports as SQLITE_IOERR. Null removes the limit.
 */
export function limitFiles(pid: number | undefined, bytes: number | null): void {
  execFileSync('prlimit', ['--pid', String(pid), `--fsize=${bytes ?? 'unlimited'}:unlimited`]);
}

export const walBytes = (folder: string): number =>
  statSync(path.join(folder, 'store.sqlite-wal'), { throwIfNoEntry: false })?.size ?? 0;

/** Why no small file system can be mounted here, or null if one was mounted. */
export function mountSmallDisk(folder: string, bytes: number): string | null {
  const mounted = spawnSync('mount', ['-t', 'tmpfs', '-o', `size=${bytes}`, 'tmpfs', folder]);
  return mounted.status === 0 ? null : 'mounting a tmpfs is not possible here';
}

export function unmount(folder: string): void {
  spawnSync('umount', ['-l', folder]);
}
