import { z } from 'zod';
import { call } from './base';
import { id, instant } from './common';
import { refuses } from './refusals';

/** What can go on in the background. */
const jobKind = z.enum(['auditExport', 'backup', 'productExport', 'productImport']);
export type JobKind = z.infer<typeof jobKind>;

/** Something long that somebody began and that goes on while they work elsewhere. */
export const job = z.object({
  id,
  kind: jobKind,
  /** What it is about, in the words of whoever began it, like an imported file's name; may be ''. */
  label: z.string(),
  state: z.enum(['running', 'done', 'cancelled', 'failed']),
  /** How far it is, of how much; the total is null while it is not known. */
  done: z.int(),
  total: z.int().nullable(),
  startedAt: instant,
  endedAt: instant.nullable(),
  /** Why it failed: a refusal's code and data, or those of a fault with a number to quote. */
  refusal: z.object({ code: z.string(), data: z.record(z.string(), z.unknown()) }).nullable(),
  /** Figures of what it did, by name, like how many rows were written. */
  summary: z.record(z.string(), z.number()),
  hasFile: z.boolean(),
});
export type Job = z.infer<typeof job>;

export const jobs = {
  /** One's own jobs since the program began, newest first. */
  list: call.output(z.array(job)),

  /** Stops a job at the next place where it can; one that has ended stays as it is. */
  cancel: call.input(z.object({ id })).output(z.object({})),

  /** A piece of a job's file as text; `nextOffset` goes on from there, and is null at the end. */
  file: call.input(z.object({ id, offset: z.int().min(0).default(0) })).output(
    z.object({
      fileName: z.string(),
      mediaType: z.string(),
      text: z.string(),
      nextOffset: z.int().nullable(),
    }),
  ),

  /** Forgets a job that has ended, with its file. */
  dismiss: call.input(z.object({ id })).errors(refuses('JOB_RUNNING')).output(z.object({})),
};
