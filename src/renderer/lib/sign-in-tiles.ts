import { useQuery } from '@tanstack/react-query';
import type { Person } from '#shared/contract/common';
import { orpc } from './rpc';

/** A till that nobody is signed in at hears of no changes. */
const REFRESH_MS = 60_000;
const NOBODY: readonly Person[] = [];

/**
 * Who can sign in by PIN at this till at the moment, reloaded each time they are shown.
 * @returns null until the store has answered; nobody where it cannot
 */
export function useSignInTiles(): readonly Person[] | null {
  const { data, isError } = useQuery(
    orpc.people.tiles.queryOptions({
      refetchOnMount: 'always',
      refetchOnWindowFocus: 'always',
      refetchInterval: REFRESH_MS,
    }),
  );
  return data ?? (isError ? NOBODY : null);
}
