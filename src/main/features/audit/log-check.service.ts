import type { Ctx } from '#main/platform/ctx';
import type { JobService } from '#main/platform/jobs/job.service';
import type { ChainKeys } from '#main/platform/log/chain-keys';
import type { LogHead } from '#main/platform/log/log-head';
import type { Log } from '#main/platform/logging/log';
import type { Reading } from '#main/platform/reading/reading';
import type { Job } from '#shared/contract/jobs';
import type { AuditReadings } from './readings';

interface Needs {
  keys: ChainKeys;
  /** Keeps the newest entry outside the store. */
  keeper: { readonly head: LogHead | null };
  jobs: JobService;
  reading: Reading<AuditReadings>;
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
    const { keys, keeper, jobs, reading, log } = this.#needs;
    return jobs.start(ctx, { kind: 'logCheck', label: '', total: keeper.head?.id ?? null }, async (run) => {
      // Read before the entries, so that the entries can only be newer than the head, never older.
      const order = { keys, head: keeper.head };
      const { entries, unchecked, breaks } = await reading.runLong('audit.check', order, run);
      run.progress(entries);
      if (breaks.length > 0) log.error({ breaks }, 'the store log is not as it was written');
      return { summary: { entries, unchecked }, breaks };
    });
  }
}
