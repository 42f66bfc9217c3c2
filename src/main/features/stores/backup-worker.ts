import {
  type BackupFiles,
  type BackupOrder,
  UnsoundBackup,
  writeBackup,
} from '#main/platform/database/backup-file';
import { doThreadWork } from '#main/platform/work/thread-work';

/** The outcome of a backup, in a form that can be passed between threads. */
export type BackupOutcome = { files: BackupFiles } | { unsound: string };

/** The work of the thread that writes one backup. */
function outcomeOf(order: BackupOrder): BackupOutcome {
  try {
    return { files: writeBackup(order) };
  } catch (error) {
    if (error instanceof UnsoundBackup) return { unsound: error.message };
    throw error;
  }
}

doThreadWork(outcomeOf);
