import SqliteDatabase from 'better-sqlite3';
import { type ChainKeys, chainFrom } from '#main/platform/log/chain-keys';
import type { LogHead } from '#main/platform/log/log-head';
import { type LogReport, verifyLog } from '#main/platform/log/verify-log';
import { doThreadWork } from '#main/platform/work/thread-work';

/** What to check. */
export interface LogCheckOrder {
  /** The store's file, which can be open and written to during the check. */
  file: string;
  keys: ChainKeys;
  /** The newest entry as kept outside the store, read before the check. */
  head: LogHead | null;
}

/** After how many entries the progress is reported; this takes some milliseconds. */
const TOLD_EVERY = 1000;

/** Checks the log of one store on a connection of its own; the work of a thread. */
function check({ file, keys, head }: LogCheckOrder, progress: (entries: number) => void): LogReport {
  const handle = new SqliteDatabase(file, { readonly: true, fileMustExist: true });
  try {
    return verifyLog(handle, chainFrom(keys), head, (entries) => {
      if (entries % TOLD_EVERY === 0) progress(entries);
    });
  } finally {
    handle.close();
  }
}

doThreadWork(check);
