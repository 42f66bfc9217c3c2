import { z } from 'zod';
import { call } from './base';
import {
  day,
  id,
  instant,
  listOf,
  maybeLine,
  maybeWords,
  page,
  person,
  role,
  version,
  words,
} from './common';
import { refuses } from './refusals';

/** What is to be done: each but the last leads to the page where it is done. */
export const taskKind = z.enum(['count', 'restock', 'check expiry', 'other']);
export type TaskKind = z.infer<typeof taskKind>;

export const taskState = z.enum(['open', 'done', 'cancelled']);
export type TaskState = z.infer<typeof taskState>;

/** Whose task it is: one person's, or whoever of a role comes to it first. */
const assignee = z.union([z.object({ accountId: id }), z.object({ role })]);

const named = z.object({ id, name: z.string() });

export const task = z.object({
  id,
  kind: taskKind,
  /** What is to be done, in the manager's own words; '' where the kind says it all. */
  text: z.string(),
  /** The person it is given to, or the role; one of the two. */
  person: person.nullable(),
  role: role.nullable(),
  /** The day it is to be done by, in the store's time zone. */
  dueOn: day.nullable(),
  /** Whether that day has passed and it is still open. */
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
  /** Who of those it is given to saw it first, and when. */
  seenAt: instant.nullable(),
  seenBy: person.nullable(),
  /** When and by whom it was done or cancelled, and what they said. */
  closedAt: instant.nullable(),
  closedBy: person.nullable(),
  remark: z.string(),
  /** Whether it is given to the asker, or to a role of theirs. */
  isMine: z.boolean(),
  version,
});
export type Task = z.infer<typeof task>;

const fields = {
  text: maybeWords(500),
  assignee,
  dueOn: day.nullable(),
  productId: id.nullable(),
  categoryId: id.nullable(),
  locationId: id.nullable(),
  fromLocationId: id.nullable(),
};

/** Who asks sees what is given to them or their role; who may manage tasks sees all. */
export const tasks = {
  /** Tasks by day, those without one last; those done or cancelled newest first. */
  list: call
    .input(
      z.object({
        states: z.array(taskState).min(1).max(3).default(['open']),
        /** Only those given to the asker or their role. */
        mineOnly: z.boolean().default(false),
        /** Words of the note or remark, or of the product, category, place or person it speaks of. */
        search: maybeLine(200).default(''),
        ...page,
      }),
    )
    .output(listOf(task)),

  /** How many open tasks are the asker's, and how many of them nobody has seen yet. */
  count: call.output(z.object({ open: z.int(), overdue: z.int(), unseen: z.int() })),

  /** Who tasks can be given to: the people who work here, with the role of each. */
  assignees: call.output(z.array(person.extend({ role }))),

  /** Gives somebody, or a role, something to do. */
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

  /** Changes an open task, unless somebody changed it since `version`; a change of whose it is makes it unseen. */
  change: call
    .input(z.object({ id, version, ...z.object(fields).partial().shape }))
    .errors(refuses('CHANGED_MEANWHILE', 'TASK_CLOSED', 'TASK_INCOMPLETE'))
    .output(task),

  /** Notes that the asker has seen the tasks that are theirs; the others stay as they are. */
  see: call.input(z.object({ ids: z.array(id).min(1).max(500) })).output(z.object({})),

  /** Ticks a task, with what there is to say of it. */
  done: call
    .input(z.object({ id, version, remark: maybeWords(500).default('') }))
    .errors(refuses('TASK_CLOSED', 'CHANGED_MEANWHILE', 'TASK_OF_OTHERS'))
    .output(task),

  /** Opens a task again that was done or cancelled; cancelled ones, by who manages tasks. */
  undo: call
    .input(z.object({ id, version }))
    .errors(refuses('CHANGED_MEANWHILE', 'TASK_OF_OTHERS'))
    .output(task),

  /** Takes a task back before it is done. */
  cancel: call
    .input(z.object({ id, version, remark: words(500).optional() }))
    .errors(refuses('TASK_CLOSED', 'CHANGED_MEANWHILE'))
    .output(task),
};
