import { eventIterator } from '@orpc/contract';
import { z } from 'zod';
import { call } from './base';
import { id, version } from './common';

/** The parts of the contract that a change can make stale; a window reloads what it shows of them. */
export const topic = z.enum([
  'catalogue',
  'stock',
  'sales',
  'tickets',
  'people',
  'stores',
  'audit',
  'session',
  'transfers',
  'issues',
  'stocktakes',
  'alerts',
  'notices',
  'jobs',
  'tasks',
  'log',
]);
export type Topic = z.infer<typeof topic>;

/** A changed record and its new version. */
const changedRecord = z.object({ entity: z.string(), id, version });

/**
 * What a change made stale. With `record`, what shows that record in this version or a newer one is not. A ticket makes
 * nothing else stale, and only the windows that show it are notified, except for the one that made the change. Lines of a
 * draft ("issue-lines") make its page and the list of documents stale.
 */
const change = z.object({ topic, record: changedRecord.optional() });
export type Change = z.infer<typeof change>;

/** Where a click outside the window leads: a system notification leads to its product. */
const lead = z.object({ productId: id });
export type Lead = z.infer<typeof lead>;

export const events = {
  /** Notifies a window of changes for as long as its session is live. */
  changes: call.output(eventIterator(change)),

  /** Notifies the desktop window of where a click outside leads, for as long as its session is live. */
  leads: call.output(eventIterator(lead)),
};
