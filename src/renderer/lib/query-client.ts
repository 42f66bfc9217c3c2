import { ORPCError } from '@orpc/client';
import { QueryClient } from '@tanstack/react-query';
import { ConnectionLostError } from './connection';

const RETRIES = 2;

/**
 * Query results stay fresh until an event invalidates them, so nothing is reloaded because time passed or the
 * window got the focus. A refusal is an answer, so it is not retried either.
 */
export function createQueryClient(): QueryClient {
  return new QueryClient({
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
}

function isPassing(error: Error): boolean {
  return !(error instanceof ORPCError || error instanceof ConnectionLostError);
}
