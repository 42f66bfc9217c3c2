import type { Ctx } from '#main/platform/ctx';
import { type CsvCell, toCsv } from '#main/platform/files/csv';
import type { JobRun, JobService } from '#main/platform/jobs/job.service';
import type { Reader } from '#main/platform/work/connections';
import type { Job } from '#shared/contract/jobs';
import { dayOf, wallClock } from '#shared/kernel/time';
import { type AuditFilter, AuditQueries, type AuditRow } from './audit.queries';
import { type AuditDays, inTime } from './audit-filter';

/** How many ids are processed at once; this takes a fraction of a millisecond. */
const CHUNK = 50;

/** The record of an entry whose personal details were erased. */
const ERASED = '(erased)';

const HEADINGS = [
  'Entry',
  'Time',
  'Person',
  'Approved by',
  'Action',
  'Record type',
  'Record id',
  'Record',
  'Before',
  'After',
];

/** Writes the store log as CSV, in the background. */
export class AuditExportService {
  readonly #queries: AuditQueries;
  readonly #timeZone: () => string;
  readonly #jobs: JobService;

  constructor(reader: Reader, timeZone: () => string, jobs: JobService) {
    this.#queries = new AuditQueries(reader);
    this.#timeZone = timeZone;
    this.#jobs = jobs;
  }

  /**
   * Starts writing the entries that match a filter, newest first, as of now. The job's figure `rows` is their number;
   * its progress counts the entries processed.
   * @throws JOB_RUNNING
   */
  start(ctx: Ctx, filter: AuditDays): Job {
    const newestId = this.#queries.newestId();
    return this.#jobs.start(ctx, { kind: 'auditExport', label: '', total: newestId }, (run) =>
      this.#write(run, inTime(filter, this.#timeZone()), {
        fileName: `audit-${dayOf(ctx.now, this.#timeZone())}.csv`,
        newestId,
      }),
    );
  }

  // Entries are only ever added, so the ids up to the newest one are a snapshot of this moment.
  async #write(
    run: JobRun,
    filter: AuditFilter,
    { fileName, newestId }: { fileName: string; newestId: number },
  ) {
    const file = run.openFile(fileName, 'text/csv');
    file.write(toCsv([HEADINGS]));
    const entriesOf = this.#queries.walk(filter);
    let rows = 0;
    for (let upTo = newestId; upTo > 0; upTo -= CHUNK) {
      const entries = entriesOf({ above: upTo - CHUNK, upTo });
      if (entries.length > 0) file.write(toCsv(entries.map((entry) => this.#cellsOf(entry))));
      rows += entries.length;
      run.progress(newestId - Math.max(0, upTo - CHUNK));
      await run.turn();
    }
    return { summary: { rows } };
  }

  #cellsOf(row: AuditRow): CsvCell[] {
    return [
      row.id,
      wallClock(row.at, this.#timeZone()).replace('T', ' '),
      row.accountName,
      row.approvedByName,
      row.action,
      row.entity,
      row.entityId,
      row.erased ? ERASED : row.label,
      row.before && JSON.stringify(row.before),
      row.after && JSON.stringify(row.after),
    ];
  }
}
