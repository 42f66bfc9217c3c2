import { parentPort, workerData } from 'node:worker_threads';
import {
  type BackupFiles,
  type BackupOrder,
  UnsoundBackup,
  writeBackup,
} from '#main/platform/database/backup-file';
import { failureOf, type ThreadFailure } from '#main/platform/work/thread-failure';

/** The outcome of a backup, in a form that can be passed between threads. */
export type BackupOutcome = { files: BackupFiles } | { unsound: string } | { failed: ThreadFailure };

/** Entry point of the thread that writes one backup and exits. */
function outcomeOf(order: BackupOrder): BackupOutcome {
  try {
    return { files: writeBackup(order) };
  } catch (error) {
    if (error instanceof UnsoundBackup) return { unsound: error.message };
    return { failed: failureOf(error) };
  }
}

parentPort?.postMessage(outcomeOf(workerData as BackupOrder));
