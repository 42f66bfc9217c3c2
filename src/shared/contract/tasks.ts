import { z } from 'zod';
import { call } from './base';
import {
  day,
  id,
  instant,
  listOf,
  optionalLine,
  optionalText,
  page,
  person,
  role,
  version,
  words,
} from './common';
import { refuses } from './refusals';

/** What is to be done. Each kind but the last leads to the page where it is done. */
export const taskKind = z.enum(['count', 'restock', 'check expiry', 'other']);
export type TaskKind = z.infer<typeof taskKind>;

export const taskState = z.enum(['open', 'done', 'cancelled']);
export type TaskState = z.infer<typeof taskState>;

/** The assignee: one person, or anyone with a role. */
const assignee = z.union([z.object({ accountId: id }), z.object({ role })]);

const named = z.object({ id, name: z.string() });

const task = z.object({
  id,
  kind: taskKind,
  /** What is to be done, in the manager's words; '' where the kind is enough. */
  text: z.string(),
  /** The assigned person or role; exactly one of the two. */
  person: person.nullable(),
  role: role.nullable(),
  /** The day it is to be done by, in the store's time zone. */
  dueOn: day.nullable(),
  /** Whether that day has passed while the task is still open. */
  overdue: z.boolean(),
  product: named.nullable(),
  category: named.nullable(),
  /** Where; for a restock, where the goods go. */
  location: named.nullable(),
  /** For a restock: where the goods come from. */
  fromLocation: named.nullable(),
  state: taskState,
  createdAt: instant,
  createdBy: person,
  /** When an assignee first saw it, and who. */
  seenAt: instant.nullable(),
  seenBy: person.nullable(),
  /** When and by whom it was done or cancelled, and their remark. */
  closedAt: instant.nullable(),
  closedBy: person.nullable(),
  remark: z.string(),
  /** Whether it is assigned to the signed-in person or their role. */
  isMine: z.boolean(),
  version,
});
export type Task = z.infer<typeof task>;

const fields = {
  text: optionalText(500),
  assignee,
  dueOn: day.nullable(),
  productId: id.nullable(),
  categoryId: id.nullable(),
  locationId: id.nullable(),
  fromLocationId: id.nullable(),
};

/** People see the tasks assigned to them or their role; people who may manage tasks see all. */
export const tasks = {
  /** Tasks by due day, those without one last; done and cancelled ones newest first. */
  list: call
    .input(
      z.object({
        states: z.array(taskState).min(1).max(3).default(['open']),
        /** Only those assigned to the signed-in person or their role. */
        mineOnly: z.boolean().default(false),
        /** Words of its text or remark, or of its product, category, location or person. */
        search: optionalLine(200).default(''),
        ...page,
      }),
    )
    .output(listOf(task)),

  /** The number of open tasks of the signed-in person or their role, and how many are overdue or not yet seen. */
  count: call.output(z.object({ open: z.int(), overdue: z.int(), unseen: z.int() })),

  /** Possible assignees: the people who work here, with their roles. */
  assignees: call.output(z.array(person.extend({ role }))),

  /**
   * Creates a task for one person, or for anyone with a role. TASK_INCOMPLETE: its kind needs a product, a category, a
   * location or a text that is missing.
   */
  create: call
    .input(
      z.object({
        kind: taskKind,
        text: fields.text.default(''),
        assignee,
        dueOn: fields.dueOn.default(null),
        productId: fields.productId.default(null),
        categoryId: fields.categoryId.default(null),
        locationId: fields.locationId.default(null),
        fromLocationId: fields.fromLocationId.default(null),
      }),
    )
    .errors(refuses('TASK_INCOMPLETE'))
    .output(task),

  /** Changes an open task, unless it was changed since `version`; a new assignee makes it unseen. */
  change: call
    .input(z.object({ id, version, ...z.object(fields).partial().shape }))
    .errors(refuses('CHANGED_MEANWHILE', 'TASK_CLOSED', 'TASK_INCOMPLETE'))
    .output(task),

  /** Records that the signed-in person has seen their own tasks among these; the others stay as they are. */
  see: call.input(z.object({ ids: z.array(id).min(1).max(500) })).output(z.object({})),

  /** Marks a task as done, with an optional remark. */
  done: call
    .input(z.object({ id, version, remark: optionalText(500).default('') }))
    .errors(refuses('TASK_CLOSED', 'CHANGED_MEANWHILE', 'TASK_OF_ANOTHER'))
    .output(task),

  /** Reopens a task that was done or cancelled; only people who may manage tasks can reopen cancelled ones. */
  undo: call
    .input(z.object({ id, version }))
    .errors(refuses('CHANGED_MEANWHILE', 'TASK_OF_ANOTHER'))
    .output(task),

  /** Cancels a task before it is done. */
  cancel: call
    .input(z.object({ id, version, remark: words(500).optional() }))
    .errors(refuses('TASK_CLOSED', 'CHANGED_MEANWHILE'))
    .output(task),
};
