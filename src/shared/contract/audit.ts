import { z } from 'zod';
import { call } from './base';
import { day, id, instant, optionalLine, person } from './common';
import { job } from './jobs';
import { refuses } from './refusals';

/** One change: who, what, when, before and after. */
const auditEntry = z.object({
  id,
  at: instant,
  by: person.nullable(),
  approvedBy: person.nullable(),
  /** The call that made the change, like 'catalogue.changeProduct'. */
  action: z.string(),
  entity: z.string(),
  entityId: id.nullable(),
  /** The entity's name, so that an entry can be read without looking the entity up. */
  label: z.string(),
  before: z.record(z.string(), z.unknown()).nullable(),
  after: z.record(z.string(), z.unknown()).nullable(),
  /** Whether the entry had personal details that were erased. */
  erased: z.boolean(),
});
export type AuditEntry = z.infer<typeof auditEntry>;

/** Filters entries by day (both included, in the store's time zone), person, action, entity and words. */
const auditFilter = {
  from: day.optional(),
  to: day.optional(),
  accountId: id.optional(),
  action: optionalLine(100).default(''),
  entity: optionalLine(60).default(''),
  entityId: id.optional(),
  search: optionalLine(200).default(''),
};

export const audit = {
  /** The audit trail, newest first; `beforeId` continues after the last entry seen. */
  list: call
    .input(
      z.object({
        ...auditFilter,
        beforeId: id.optional(),
        limit: z.int().min(1).max(500).default(100),
      }),
    )
    .output(z.object({ rows: z.array(auditEntry), more: z.boolean() })),

  /** Starts writing the same entries as CSV in the background; returns the job. */
  export: call.input(z.object(auditFilter)).errors(refuses('JOB_RUNNING')).output(job),

  /** Starts checking in the background that each entry is as it was written and none is missing; returns the job. */
  check: call.errors(refuses('JOB_RUNNING')).output(job),

  /** The actions and entities that occur in the audit trail, for its filters. */
  choices: call.output(z.object({ actions: z.array(z.string()), entities: z.array(z.string()) })),
};
