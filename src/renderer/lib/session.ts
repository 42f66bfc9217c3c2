import { type QueryClient, useQueryClient, useSuspenseQuery } from '@tanstack/react-query';
import { useCallback, useSyncExternalStore } from 'react';
import type { Permission } from '#shared/contract/common';
import type { SignedIn } from '#shared/contract/people';
import type { Grant } from '#shared/permissions';
import { lock } from './lock';
import { orpc, rpc } from './rpc';
import { sessionEnd } from './session-end';
import { sessionToken } from './session-token';

/** The signed-in person, their till and their permissions. Use only below the session gate. */
export function useSession(): SignedIn {
  return useSuspenseQuery(orpc.people.me.queryOptions()).data;
}

/** Whether the signed-in person may do something: alone, with a manager's approval, or not. */
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

/** The token of this window's session, valid or not; null when there is none. */
export function useSessionToken(): string | null {
  return useSyncExternalStore(sessionToken.subscribe, sessionToken.get);
}

/** Starts a new session; the cached data of the previous one is dropped. */
export function enterSession(queries: QueryClient, session: { token: string; signedIn: SignedIn }): void {
  forgetWhatWasSeen(queries);
  sessionEnd.forget();
  lock.settle();
  queries.setQueryData(orpc.people.me.queryKey(), session.signedIn);
  sessionToken.set(session.token);
}

/** Ends this session, or with `everywhere` all sessions of this person, and shows the sign-in page. */
export function useSignOut(): (options?: { everywhere?: boolean }) => Promise<void> {
  const queries = useQueryClient();
  return async ({ everywhere = false } = {}) => {
    await rpc.people.signOut({ everywhere });
    sessionEnd.forget();
    lock.settle();
    sessionToken.clear();
    forgetWhatWasSeen(queries);
    // The next person to sign in starts at their own first page, not at this person's last page.
    history.replaceState(null, '', '/');
  };
}

/** Drops all cached data except the store's status, which everyone may see. */
function forgetWhatWasSeen(queries: QueryClient): void {
  const [status] = orpc.stores.status.key();
  queries.removeQueries({ predicate: ({ queryKey: [path] }) => String(path) !== String(status) });
}
