import { Signal } from './signal';

const KEY = 'tillroom.session';

const changed = new Signal();

/** The token of this window's session. It lasts as long as the window and survives a reload. */
export const sessionToken = {
  get: (): string | null => sessionStorage.getItem(KEY),

  set: (token: string): void => {
    sessionStorage.setItem(KEY, token);
    changed.tell();
  },

  clear: (): void => {
    sessionStorage.removeItem(KEY);
    changed.tell();
  },

  subscribe: changed.subscribe,
};
