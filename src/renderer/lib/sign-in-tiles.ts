import { useQuery } from '@tanstack/react-query';
import type { Person } from '#shared/contract/common';
import { orpc } from './rpc';

/** A till with nobody signed in receives no events, so it polls. */
const REFRESH_MS = 60_000;
const NOBODY: readonly Person[] = [];

/**
 * The people who can currently sign in by PIN at this till, reloaded each time they are shown.
 * @returns null until the store has answered; an empty list if it cannot answer
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
