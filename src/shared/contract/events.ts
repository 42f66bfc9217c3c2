import { eventIterator } from '@orpc/contract';
import { z } from 'zod';
import { call } from './base';

/** The parts of the contract that a change can make stale; a window asks again for what it shows of them. */
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
  'jobs',
  'tasks',
]);
export type Topic = z.infer<typeof topic>;

export const change = z.object({ topic });

export const events = {
  /** Tells a window what changed, as long as its session lives. */
  changes: call.output(eventIterator(change)),
};
