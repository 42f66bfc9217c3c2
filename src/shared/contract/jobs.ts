import { z } from 'zod';
import { MOST_LOG_BREAKS } from '#shared/kernel/log-breaks';
import { call } from './base';
import { id, instant } from './common';
import { jobKind } from './record-kinds';
import { refuses } from './refusals';

export type JobKind = z.infer<typeof jobKind>;

/** A place where a check found that the log is not as it was written. */
const logBreak = z.discriminatedUnion('kind', [
  /** The entry, its personal details, its hash or the previous hash was changed. */
  z.object({ kind: z.literal('changed'), entryId: id }),
  /** Entries are missing; the range is inclusive. */
  z.object({ kind: z.literal('missing'), fromId: id, toId: id }),
  /** The entry differs from the newest entry that is kept beside the store. */
  z.object({ kind: z.literal('replaced'), entryId: id }),
]);
export type LogBreak = z.infer<typeof logBreak>;

/** Long work that a person started and that continues while they do other things. */
export const job = z.object({
  id,
  kind: jobKind,
  /** What the job is about, such as the name of an imported file; may be ''. */
  label: z.string(),
  state: z.enum(['running', 'done', 'cancelled', 'failed']),
  /** The progress, and its total; the total is null while it is unknown. */
  done: z.int(),
  total: z.int().nullable(),
  startedAt: instant,
  endedAt: instant.nullable(),
  /** Why it failed: the code and data of a refusal, or those of a bug with a number to quote. */
  refusal: z.object({ code: z.string(), data: z.record(z.string(), z.unknown()) }).nullable(),
  /** Figures of the result by name, such as the number of rows written. */
  summary: z.record(z.string(), z.number()),
  /** Where a log check found the log broken, the first places only; empty for other kinds. */
  breaks: z.array(logBreak).max(MOST_LOG_BREAKS),
  /** Whether it has a file that can be saved. */
  hasFile: z.boolean(),
  /** Whether it had a file that is no longer there, for example after an older copy of the store was restored. */
  fileIsGone: z.boolean(),
});
export type Job = z.infer<typeof job>;

export const jobs = {
  /** The signed-in person's jobs, newest first: those that run, and the last ten that ended. */
  list: call.output(z.array(job)),

  /** Stops a job at the next point where it can stop; a job that has ended stays as it is. */
  cancel: call.input(z.object({ id })).output(z.object({})),

  /** A part of a job's file as text; `nextOffset` is where the next part starts, null at the end. */
  file: call.input(z.object({ id, offset: z.int().min(0).default(0) })).output(
    z.object({
      fileName: z.string(),
      mediaType: z.string(),
      text: z.string(),
      nextOffset: z.int().nullable(),
    }),
  ),

  /** Removes a job that has ended, and its file. */
  dismiss: call.input(z.object({ id })).errors(refuses('JOB_RUNNING')).output(z.object({})),
};
