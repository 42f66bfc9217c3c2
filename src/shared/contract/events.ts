import { eventIterator } from '@orpc/contract';
import { z } from 'zod';
import { call } from './base';
import { id } from './common';

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
  'notices',
  'jobs',
  'tasks',
  'log',
]);
export type Topic = z.infer<typeof topic>;

export const change = z.object({ topic });

/** Where something outside of a window leads when it is clicked: a notification of the system, to its product. */
export const lead = z.object({ productId: id });
export type Lead = z.infer<typeof lead>;

export const events = {
  /** Tells a window what changed, as long as its session lives. */
  changes: call.output(eventIterator(change)),

  /** Tells the window of the desktop where it is led to from outside, as long as its session lives. */
  leads: call.output(eventIterator(lead)),
};
