import type { Ctx } from '#main/platform/ctx';
import type { JobRun, JobService } from '#main/platform/jobs/job.service';
import type { ChainKeys } from '#main/platform/log/chain-keys';
import type { LogHead } from '#main/platform/log/log-head';
import type { LogReport } from '#main/platform/log/verify-log';
import type { Log } from '#main/platform/logging/log';
import { runThread } from '#main/platform/work/run-thread';
import type { Job } from '#shared/contract/jobs';
import type { LogCheckOrder } from './log-check-worker';

interface Needs {
  /** The store's file. */
  file: string;
  keys: ChainKeys;
  /** Keeps the newest entry outside the store. */
  keeper: { readonly head: LogHead | null };
  jobs: JobService;
  log: Log;
}

/** Checks that the store's log is whole, in the background. */
export class LogCheckService {
  readonly #needs: Needs;

  constructor(needs: Needs) {
    this.#needs = needs;
  }

  /**
   * Starts checking all entries up to now. The job's figures are the entries checked and those written with another
   * key; its breaks are where the log is not as it was written.
   * @throws JOB_RUNNING
   */
  start(ctx: Ctx): Job {
    const { file, keys, keeper, jobs, log } = this.#needs;
    return jobs.start(ctx, { kind: 'logCheck', label: '', total: keeper.head?.id ?? null }, async (run) => {
      // Read before the entries, so that the entries can only be newer than the head, never older.
      const { entries, unchecked, breaks } = await inThread({ file, keys, head: keeper.head }, run);
      run.progress(entries);
      if (breaks.length > 0) log.error({ breaks }, 'the store log is not as it was written');
      return { summary: { entries, unchecked }, breaks };
    });
  }
}

/** Checks in a separate thread, which is ended when the job is to stop: it only reads. */
function inThread(order: LogCheckOrder, { signal, progress }: JobRun): Promise<LogReport> {
  return runThread({ name: 'log-check-worker', beside: import.meta }, order, { signal, progress });
}
