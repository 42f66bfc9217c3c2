import { type QueryClient, useQueryClient, useSuspenseQuery } from '@tanstack/react-query';
import { useCallback, useSyncExternalStore } from 'react';
import type { Permission } from '#shared/contract/common';
import type { SignedIn } from '#shared/contract/people';
import type { Grant } from '#shared/permissions';
import { lock } from './lock';
import { orpc, rpc } from './rpc';
import { sessionEnd } from './session-end';
import { sessionToken } from './session-token';

/** Who is signed in, at which till, and what they may do; only below the session gate. */
export function useSession(): SignedIn {
  return useSuspenseQuery(orpc.people.me.queryOptions()).data;
}

/** Whether the person signed in may do something: alone, with a manager's approval, or not. */
export function useMay(): (permission: Permission) => Grant {
  const { permissions, withApproval } = useSession();
  return useCallback(
    (permission) => {
      if (permissions.includes(permission)) return 'yes';
      return withApproval.includes(permission) ? 'approval' : 'no';
    },
    [permissions, withApproval],
  );
}

/** The token of this window's session, whether it is still valid or not; null when there is none. */
export function useSessionToken(): string | null {
  return useSyncExternalStore(sessionToken.subscribe, sessionToken.get);
}

/** Takes a new session up: what the one before saw is forgotten. */
export function enterSession(queries: QueryClient, session: { token: string; signedIn: SignedIn }): void {
  forgetWhatWasSeen(queries);
  sessionEnd.forget();
  lock.settle();
  queries.setQueryData(orpc.people.me.queryKey(), session.signedIn);
  sessionToken.set(session.token);
}

/** Ends this session, or with `everywhere` every one of this person's, and shows the sign-in page. */
export function useSignOut(): (options?: { everywhere?: boolean }) => Promise<void> {
  const queries = useQueryClient();
  return async ({ everywhere = false } = {}) => {
    await rpc.people.signOut({ everywhere });
    sessionEnd.forget();
    lock.settle();
    sessionToken.clear();
    forgetWhatWasSeen(queries);
    // Whoever signs in next begins at their own first page, not at this person's last.
    history.replaceState(null, '', '/');
  };
}

/** Drops all that came from the store but its status, which anybody may see. */
function forgetWhatWasSeen(queries: QueryClient): void {
  const [status] = orpc.stores.status.key();
  queries.removeQueries({ predicate: ({ queryKey: [path] }) => String(path) !== String(status) });
}
