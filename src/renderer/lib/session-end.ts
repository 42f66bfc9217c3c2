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

/** The refusal with which the store ended the last session, if it did. */
export const sessionEnd = {
  /** Looks whether a refusal means that the session is over, and gives the token up if so. */
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
