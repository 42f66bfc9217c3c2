import type { ORPCError } from '@orpc/client';
import { useSyncExternalStore } from 'react';
import { sessionToken } from './session-token';

const ENDS: readonly string[] = [
  'SESSION_REPLACED',
  'SESSION_EXPIRED',
  'SESSION_TAKEN_OVER',
  'NOT_SIGNED_IN',
];

let end: unknown = null;

/** The refusal with which the store ended the last session, if any. */
export const sessionEnd = {
  /** Checks whether a refusal means that the session has ended; if so, clears the token. */
  notice: (error: ORPCError<string, unknown>): void => {
    if (!ENDS.includes(error.code) || sessionToken.get() === null) return;
    end = error;
    sessionToken.clear();
  },

  get: (): unknown => end,

  forget: (): void => {
    end = null;
  },
};

/** Why the last session ended, or null when its person signed out. */
export function useSessionEnd(): unknown {
  return useSyncExternalStore(sessionToken.subscribe, sessionEnd.get);
}
