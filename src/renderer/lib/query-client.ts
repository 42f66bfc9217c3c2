import { ORPCError } from '@orpc/client';
import { QueryClient } from '@tanstack/react-query';
import { ConnectionLostError } from './connection';

const RETRIES = 2;

/**
 * What is shown stays fresh until an event says otherwise, so nothing is asked again because time passed or
 * the window got the focus. A refusal is an answer: it is not asked again either.
 */
export function createQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: {
        staleTime: Number.POSITIVE_INFINITY,
        refetchOnWindowFocus: false,
        refetchOnReconnect: false,
        // The store is on this machine or in this house: being off the internet means nothing.
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
