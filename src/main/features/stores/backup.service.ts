import { rmSync, statSync } from 'node:fs';
import path from 'node:path';
import type { SettingsService } from '#main/features/settings/index';
import type { Ctx } from '#main/platform/ctx';
import {
  type BackupFiles,
  type BackupOrder,
  backupsIn,
  freeBackupName,
} from '#main/platform/database/backup-file';
import type { Database } from '#main/platform/database/database';
import type { JobRun, JobService } from '#main/platform/jobs/job.service';
import type { StoreLog } from '#main/platform/log/store-log';
import type { Reading } from '#main/platform/reading/reading';
import type { InUnit } from '#main/platform/work/connections';
import type { Job } from '#shared/contract/jobs';
import { refuse } from '#shared/contract/refusals';
import type { Backups } from '#shared/contract/stores';
import { wallClock } from '#shared/kernel/time';
import type { StoreFileReadings } from './readings';

interface Needs {
  database: Database;
  settings: SettingsService;
  audit: InUnit<StoreLog>;
  jobs: JobService;
  reading: Reading<StoreFileReadings>;
}

/** How often the size of the growing copy is checked, for the progress. */
const LOOK_EVERY_MS = 200;
const PERCENT = 100;
/** The codes of SQLite and the file system for a folder that is not writable or is a file. */
const NOT_WRITABLE = /^(EACCES|EPERM|EROFS|EEXIST|ENOTDIR|SQLITE_CANTOPEN.*|SQLITE_READONLY.*)$/;

/** Copies of the whole store, in the folder `backups` beside it. */
export class BackupService {
  readonly #needs: Needs;
  readonly #folder: string;

  constructor(needs: Needs) {
    this.#needs = needs;
    this.#folder = path.join(path.dirname(needs.database.file), 'backups');
  }

  /** The folder of the backups, and the newest one. */
  backups(): Backups {
    const [last = null] = backupsIn(this.#folder);
    return { folder: this.#folder, last };
  }

  /**
   * Starts a backup in the background: a copy of the store and its key, checked after writing. Its progress is in
   * percent.
   * @throws JOB_RUNNING; the job can fail with DISK_FULL, BACKUP_FOLDER, BACKUP_UNSOUND or STORAGE_FAILED
   */
  async start(ctx: Ctx): Promise<Job> {
    const { database, settings, audit, jobs } = this.#needs;
    const order: BackupOrder = {
      storeFile: database.file,
      keyFile: path.join(path.dirname(database.file), 'store.key'),
      folder: this.#folder,
      name: freeBackupName(this.#folder, wallClock(ctx.now, settings.current.timeZone)),
    };
    const job = jobs.start(ctx, { kind: 'backup', label: '', total: PERCENT }, async (run) => {
      const { sizeBytes } = await this.#write(order, run);
      await database.writes.run((tx) => {
        audit.in(tx).record(ctx, { entity: 'backup', entityId: null, label: order.name });
        run.endIn(tx, { summary: { sizeBytes } });
      });
      return {};
    });
    return jobs.saved(job);
  }

  /** Writes a backup in a reading thread. SQLite cannot stop midway; a cancelled backup is removed once written. */
  async #write(order: BackupOrder, run: JobRun): Promise<BackupFiles> {
    const expectedBytes = statSync(order.storeFile).size;
    const partial = path.join(order.folder, `${order.name}.sqlite.partial`);
    const looking = setInterval(() => {
      const written = statSync(partial, { throwIfNoEntry: false })?.size ?? 0;
      run.progress(Math.min(PERCENT - 1, Math.floor((written / expectedBytes) * PERCENT)));
    }, LOOK_EVERY_MS);
    try {
      const outcome = await this.#needs.reading.runLong('stores.backup', order, { signal: run.signal });
      if ('unsound' in outcome) throw refuse('BACKUP_UNSOUND', {});
      return unlessStopped(outcome.files, run.signal);
    } catch (error) {
      throw isNotWritable(error) ? refuse('BACKUP_FOLDER', { folder: order.folder }) : error;
    } finally {
      clearInterval(looking);
    }
  }
}

function unlessStopped(files: BackupFiles, signal: AbortSignal): BackupFiles {
  if (signal.aborted) {
    rmSync(files.storeFile);
    rmSync(files.keyFile);
  }
  signal.throwIfAborted();
  return files;
}

function isNotWritable(error: unknown): boolean {
  return error instanceof Error && 'code' in error && NOT_WRITABLE.test(String(error.code));
}
