import type { Ctx } from '#main/platform/ctx';
import type { JobService } from '#main/platform/jobs/job.service';
import type { Reading } from '#main/platform/reading/reading';
import type { Reader } from '#main/platform/work/connections';
import type { Job } from '#shared/contract/jobs';
import { dayOf } from '#shared/kernel/time';
import { AuditQueries } from './audit.queries';
import { type AuditDays, inTime } from './audit-filter';
import type { AuditReadings } from './readings';

interface Needs {
  timeZone: () => string;
  jobs: JobService;
  reading: Reading<AuditReadings>;
}

/** Writes the store log as CSV, in the background. */
export class AuditExportService {
  readonly #queries: AuditQueries;
  readonly #needs: Needs;

  constructor(reader: Reader, needs: Needs) {
    this.#queries = new AuditQueries(reader);
    this.#needs = needs;
  }

  /**
   * Starts writing the entries that match a filter, newest first, as of now. The job's figure `rows` is their number;
   * its progress counts the entries processed.
   * @throws JOB_RUNNING
   */
  start(ctx: Ctx, days: AuditDays): Job {
    const { jobs, reading } = this.#needs;
    const timeZone = this.#needs.timeZone();
    const filter = inTime(days, timeZone);
    // Entries are only ever added, so the ids up to the newest one are a snapshot of this moment.
    const newestId = this.#queries.newestId();
    const start = { kind: 'auditExport', label: '', total: newestId } as const;
    return jobs.start(ctx, start, async (run) => {
      const { place } = run.openFile(`audit-${dayOf(ctx.now, timeZone)}.csv`, 'text/csv');
      const rows = await reading.runLong('audit.export', { place, filter, newestId, timeZone }, run);
      run.progress(newestId);
      return { summary: { rows } };
    });
  }
}
