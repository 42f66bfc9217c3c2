import { parentPort, workerData } from 'node:worker_threads';
import {
  type BackupFiles,
  type BackupOrder,
  UnsoundBackup,
  writeBackup,
} from '#main/platform/database/backup-file';

/** The outcome of a backup, in a form that can be passed between threads: an error would lose its code. */
export type BackupOutcome =
  | { files: BackupFiles }
  | { unsound: string }
  | { failed: { message: string; code: string } };

/** Entry point of the thread that writes one backup and exits. */
function outcomeOf(order: BackupOrder): BackupOutcome {
  try {
    return { files: writeBackup(order) };
  } catch (error) {
    if (error instanceof UnsoundBackup) return { unsound: error.message };
    const code = error instanceof Error && 'code' in error ? String(error.code) : '';
    return { failed: { message: String(error), code } };
  }
}

parentPort?.postMessage(outcomeOf(workerData as BackupOrder));
