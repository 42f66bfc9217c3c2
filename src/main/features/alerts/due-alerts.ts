import type { Connection } from '#main/platform/work/connections';
import { type Pending, pendingAlerts } from './alert-rules';
import { crossingQueries } from './crossing.queries';

/** A moment, and the days in the store that matter then, as YYYY-MM-DD. */
export interface AlertMoment {
  /** UTC epoch milliseconds. */
  now: number;
  today: string;
  /** The last day that counts as near expiry. */
  nearUntil: string;
}

/** Returns a function that finds the alerts of products which are due to be raised or resolved at a moment. */
export function dueAlerts(connection: Connection) {
  const crossingsOf = crossingQueries(connection);
  return (productIds: readonly number[], { now, ...day }: AlertMoment): Pending => {
    const watched = crossingsOf.watched(productIds);
    if (watched.length === 0) return { raise: [], resolve: [] };
    const { crossings, open } = crossingsOf.of(watched, day);
    return pendingAlerts(crossings, open, now);
  };
}
