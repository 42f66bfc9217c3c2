import { useSyncExternalStore } from 'react';
import { Signal } from './signal';

const KEY = 'tillroom.locking';

/**
 * What this window knows about its lock before `people.me` reports it. `locking`: a person locked the window, and
 * the store has not confirmed it yet. `refused`: the store refused a call because the session is locked.
 */
export type LockNotice = 'locking' | 'refused';

let refused = false;
const changed = new Signal();
const opened = new Signal();

function noticeNow(): LockNotice | null {
  if (sessionStorage.getItem(KEY) !== null) return 'locking';
  return refused ? 'refused' : null;
}

/** The lock itself is in the store; this covers the window until the store reports it, also across a reload. */
export const lock = {
  get: noticeNow,

  /** A person locks the window. It is covered at once, even if the store is unreachable. */
  close: (): void => {
    sessionStorage.setItem(KEY, '1');
    changed.tell();
  },

  /** A call was refused because the session is locked. */
  refuse: (): void => {
    refused = true;
    changed.tell();
  },

  /** From now on `people.me` reports whether the session is locked. */
  settle: (): void => {
    sessionStorage.removeItem(KEY);
    refused = false;
    changed.tell();
  },

  /** Notifies the subscribers of `onOpen` that the lock is open. */
  open: opened.tell.bind(opened),

  onOpen: opened.subscribe,
  subscribe: changed.subscribe,
};

/** What this window knows about its lock before `people.me` reports it; null for nothing. */
export function useLockNotice(): LockNotice | null {
  return useSyncExternalStore(lock.subscribe, lock.get);
}
