import { useSyncExternalStore } from 'react';
import { Signal } from './signal';

const KEY = 'tillroom.locked';

const changed = new Signal();

/** Whether this window is locked: what stands below stays as it is, and a reload does not open it. */
export const lock = {
  get: (): boolean => sessionStorage.getItem(KEY) !== null,

  close: (): void => {
    sessionStorage.setItem(KEY, '1');
    changed.tell();
  },

  open: (): void => {
    sessionStorage.removeItem(KEY);
    changed.tell();
  },

  subscribe: changed.subscribe,
};

/** Whether this window is locked at this moment. */
export function useLocked(): boolean {
  return useSyncExternalStore(lock.subscribe, lock.get);
}
