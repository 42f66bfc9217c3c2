import { type QueryClient, useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { refusalOf } from '#renderer/lib/refusal';
import { rpc } from '#renderer/lib/rpc';
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
      if (missed) void queries.invalidateQueries();
      for await (const change of changes) hear(change);
    } catch (error) {
      if (refusalOf(error)) return;
      await new Promise((resolve) => setTimeout(resolve, AGAIN_MS));
    }
  }
}

function gatherer(queries: QueryClient, signal: AbortSignal): (change: Change) => void {
  let gathered: Change[] = [];
  return (change) => {
    gathered.push(change);
    if (gathered.length > 1) return;
    setTimeout(() => {
      const changes = gathered;
      gathered = [];
      if (signal.aborted) return;
      void queries.invalidateQueries({
        predicate: ({ queryKey, state }) => isStaleBy(queryKey, state.data, changes),
      });
    }, GATHER_MS);
  };
}
