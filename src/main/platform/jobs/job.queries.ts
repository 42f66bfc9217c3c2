import type { Reader, Tx } from '#main/platform/work/connections';
import type { Job } from '#shared/contract/jobs';
import type { StoredFile } from './job-file';

/** A job as it is stored. */
export interface JobRecord extends Omit<Job, 'hasFile' | 'fileIsGone'> {
  accountId: number;
  file: StoredFile | null;
}

type JobRow = Omit<JobRecord, 'file' | 'refusal' | 'summary' | 'breaks'> & {
  refusal: string | null;
  summary: string;
  breaks: string;
  fileName: string | null;
  mediaType: string | null;
  fileBytes: number | null;
};

/** All stored jobs, oldest first, and the highest id ever given to one. */
export function storedJobs(reader: Reader): { jobs: JobRecord[]; lastId: number } {
  const rows = reader.prepare<[], JobRow>(
    `SELECT id, account_id AS accountId, kind, label, state, done, total, started_at AS startedAt,
       ended_at AS endedAt, refusal, summary, breaks, file_name AS fileName, media_type AS mediaType,
       file_bytes AS fileBytes
     FROM job ORDER BY id`,
  );
  const lastId = reader.prepare<[], number>(`SELECT seq FROM sqlite_sequence WHERE name = 'job'`).pluck();
  return { jobs: rows.all().map(recordOf), lastId: lastId.get() ?? 0 };
}

/** The statements that write jobs. */
export function jobWrites(tx: Tx) {
  const save = tx.prepare<[JobRow]>(
    `INSERT INTO job (id, account_id, kind, label, state, done, total, started_at, ended_at, refusal, summary, breaks,
       file_name, media_type, file_bytes)
     VALUES (@id, @accountId, @kind, @label, @state, @done, @total, @startedAt, @endedAt, @refusal, @summary, @breaks,
       @fileName, @mediaType, @fileBytes)
     ON CONFLICT (id) DO UPDATE SET state = excluded.state, done = excluded.done, total = excluded.total,
       ended_at = excluded.ended_at, refusal = excluded.refusal, summary = excluded.summary,
       breaks = excluded.breaks, file_name = excluded.file_name, media_type = excluded.media_type,
       file_bytes = excluded.file_bytes`,
  );
  return {
    save: (job: JobRecord): void => {
      save.run(rowOf(job));
    },
    remove: tx.prepare<[number]>('DELETE FROM job WHERE id = ?'),
  };
}

export type JobWrites = ReturnType<typeof jobWrites>;

function rowOf({ file, refusal, summary, breaks, ...job }: JobRecord): JobRow {
  return {
    ...job,
    refusal: refusal && JSON.stringify(refusal),
    summary: JSON.stringify(summary),
    breaks: JSON.stringify(breaks),
    fileName: file?.fileName ?? null,
    mediaType: file?.mediaType ?? null,
    fileBytes: file?.bytes ?? null,
  };
}

function recordOf({ fileName, mediaType, fileBytes, refusal, summary, breaks, ...job }: JobRow): JobRecord {
  return {
    ...job,
    refusal: refusal === null ? null : JSON.parse(refusal),
    summary: JSON.parse(summary),
    breaks: JSON.parse(breaks),
    file:
      fileName === null || mediaType === null || fileBytes === null
        ? null
        : { fileName, mediaType, bytes: fileBytes },
  };
}
