import type { ChangeFeed } from '../change-feed';
import type { Procedures } from './procedures';

/** Tells windows what changed. */
export function eventProcedures(procedures: Procedures, changes: ChangeFeed) {
  return procedures.events.router({
    changes: procedures.events.changes.handler(({ signal }) => changes.subscribe(signal)),
  });
}
