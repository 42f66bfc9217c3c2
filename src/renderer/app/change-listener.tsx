import { type QueryClient, useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { loadStartedAt } from '#renderer/lib/query-client';
import { refusalOf } from '#renderer/lib/refusal';
import { orpc, rpc } from '#renderer/lib/rpc';
import type { Change } from '#shared/contract/events';
import { isStaleBy } from './stale-by';

/** Events that arrive within this time are handled together. */
const GATHER_MS = 60;
const AGAIN_MS = 500;

/** Subscribes to the store's events while someone is signed in, and invalidates the affected queries. */
export function ChangeListener() {
  const queries = useQueryClient();
  useEffect(() => {
    const leaving = new AbortController();
    void follow(queries, leaving.signal);
    return () => leaving.abort();
  }, [queries]);
  return null;
}

/** Follows the events until the signal aborts. After a gap, events may have been missed, so all queries are stale. */
async function follow(queries: QueryClient, signal: AbortSignal): Promise<void> {
  const hear = gatherer(queries, signal);
  for (let missed = false; !signal.aborted; missed = true) {
    try {
      const changes = await rpc.events.changes(undefined, { signal });
      // The page for signing in hears of no changes, so the store's settings may have changed since it was opened.
      void queries.invalidateQueries(missed ? undefined : { queryKey: orpc.stores.status.key() });
      for await (const change of changes) hear(change);
    } catch (error) {
      if (refusalOf(error)) return;
      await new Promise((resolve) => setTimeout(resolve, AGAIN_MS));
    }
  }
}

/**
 * Gathers events and then invalidates the queries that they make stale. A query that started loading after an event
 * arrived, such as after the window's own change, has read what the event is about.
 */
function gatherer(queries: QueryClient, signal: AbortSignal): (change: Change) => void {
  let gathered: { change: Change; arrivedAt: number }[] = [];
  return (change) => {
    gathered.push({ change, arrivedAt: performance.now() });
    if (gathered.length > 1) return;
    setTimeout(() => {
      const events = gathered;
      gathered = [];
      if (signal.aborted) return;
      void queries.invalidateQueries({
        predicate: (query) => {
          const unread = events.filter(({ arrivedAt }) => arrivedAt > loadStartedAt(query));
          return isStaleBy(
            query.queryKey,
            query.state.data,
            unread.map(({ change }) => change),
          );
        },
      });
    }, GATHER_MS);
  };
}
