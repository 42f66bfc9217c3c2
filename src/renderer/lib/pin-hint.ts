const KEY = 'tillroom.pinDay';

const today = (): string => new Date().toDateString();

/**
 * Whether a PIN is likely to work in this window: somebody who has one used their password here today. Only a
 * hint for what to offer first; the store decides.
 */
export const pinHint = {
  get: (): boolean => localStorage.getItem(KEY) === today(),
  set: (): void => localStorage.setItem(KEY, today()),
};
