import {
  type BackupFiles,
  type BackupOrder,
  UnsoundBackup,
  writeBackup,
} from '#main/platform/database/backup-file';
import type { ReadingTypes } from '#main/platform/reading/reading';
import type { Reader } from '#main/platform/work/connections';

/** The readings of the store itself. */
export const storeReadings = {
  /** Writes a backup, on connections of its own, since one inside a transaction cannot copy. It cannot be stopped. */
  'stores.backup'(_reader: Reader, order: BackupOrder): { files: BackupFiles } | { unsound: string } {
    try {
      return { files: writeBackup(order) };
    } catch (error) {
      if (error instanceof UnsoundBackup) return { unsound: error.message };
      throw error;
    }
  },
};

export type StoreFileReadings = ReadingTypes<typeof storeReadings>;
