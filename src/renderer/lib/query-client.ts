import { ORPCError } from '@orpc/client';
import { type Query, QueryClient } from '@tanstack/react-query';
import { ConnectionLostError } from './connection';

const RETRIES = 2;

const startedAt = new WeakMap<Query, number>();

/**
 * Query results stay fresh until an event invalidates them, so nothing is reloaded because time passed or the
 * window got the focus. A refusal is an answer, so it is not retried either.
 */
export function createQueryClient(): QueryClient {
  const client = new QueryClient({
    defaultOptions: {
      queries: {
        staleTime: Number.POSITIVE_INFINITY,
        refetchOnWindowFocus: false,
        refetchOnReconnect: false,
        // The store is on this machine or on the local network, so being offline does not matter.
        networkMode: 'always',
        retry: (failures, error) => failures < RETRIES && isPassing(error),
      },
      mutations: { networkMode: 'always', retry: false },
    },
  });
  client.getQueryCache().subscribe((event) => {
    // Loading one more page of a list leaves the pages before it as they were.
    if (event.type === 'updated' && event.action.type === 'fetch' && !event.action.meta?.fetchMore) {
      startedAt.set(event.query, performance.now());
    }
  });
  return client;
}

/** When the current or last load of a query started, on the clock of `performance.now()`. */
export function loadStartedAt(query: Query): number {
  return startedAt.get(query) ?? Number.NEGATIVE_INFINITY;
}

function isPassing(error: Error): boolean {
  return !(error instanceof ORPCError || error instanceof ConnectionLostError);
}
