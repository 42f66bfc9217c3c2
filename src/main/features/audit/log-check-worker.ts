import { parentPort, workerData } from 'node:worker_threads';
import SqliteDatabase from 'better-sqlite3';
import { type ChainKeys, chainFrom } from '#main/platform/log/chain-keys';
import type { LogHead } from '#main/platform/log/log-head';
import { type LogReport, verifyLog } from '#main/platform/log/verify-log';
import { failureOf, type ThreadFailure } from '#main/platform/work/thread-failure';

/** What to check. */
export interface LogCheckOrder {
  /** The store's file, which can be open and written to during the check. */
  file: string;
  keys: ChainKeys;
  /** The newest entry as kept outside the store, read before the check. */
  head: LogHead | null;
}

/** What the thread reports: its progress, then one outcome. */
export type LogCheckMessage = { entries: number } | { report: LogReport } | { failed: ThreadFailure };

/** After how many entries the progress is reported; this takes some milliseconds. */
const TOLD_EVERY = 1000;

const tell = (message: LogCheckMessage): void => parentPort?.postMessage(message);

/** Entry point of the thread that checks the log of one store, on a connection of its own, and exits. */
function outcomeOf({ file, keys, head }: LogCheckOrder): LogCheckMessage {
  try {
    const handle = new SqliteDatabase(file, { readonly: true, fileMustExist: true });
    try {
      const report = verifyLog(handle, chainFrom(keys), head, (entries) => {
        if (entries % TOLD_EVERY === 0) tell({ entries });
      });
      return { report };
    } finally {
      handle.close();
    }
  } catch (error) {
    return { failed: failureOf(error) };
  }
}

tell(outcomeOf(workerData as LogCheckOrder));
