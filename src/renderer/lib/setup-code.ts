import { Signal } from './signal';

const FRAGMENT = /^#setup=(.+)$/;

const changed = new Signal();
let code = '';

/**
 * The code that a browser needs to create the store. It is part of the address that Tillroom prints, or it is typed.
 * This window keeps it in memory only.
 */
export const setupCode = {
  get: (): string => code,

  set: (given: string): void => {
    code = given;
    changed.tell();
  },

  subscribe: changed.subscribe,

  /** Reads and removes the code from the address, now and whenever an address with a new code is opened here. */
  watchAddress: (): void => {
    takeFromAddress();
    window.addEventListener('hashchange', takeFromAddress);
  },
};

function takeFromAddress(): void {
  const [, given] = FRAGMENT.exec(location.hash) ?? [];
  if (given === undefined) return;
  history.replaceState(history.state, '', location.pathname + location.search);
  setupCode.set(given);
}
