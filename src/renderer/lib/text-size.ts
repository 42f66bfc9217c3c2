import { useSyncExternalStore } from 'react';
import { Signal } from './signal';

/** The text sizes, in percent of the system's text size. */
export const TEXT_SIZES = [100, 125, 150] as const;
type TextSize = (typeof TEXT_SIZES)[number];

const KEY = 'tillroom.textSize';

const changed = new Signal();

/** The text size of this window, stored on this machine. All other measures depend on it. */
export const textSize = {
  get: (): TextSize => TEXT_SIZES.find((size) => String(size) === localStorage.getItem(KEY)) ?? 100,

  set: (size: number): void => {
    localStorage.setItem(KEY, String(size));
    textSize.apply();
    changed.tell();
  },

  /** Applies the stored size; call this once before anything is shown. */
  apply: (): void => {
    document.documentElement.style.fontSize = `${textSize.get()}%`;
  },
};

/** The current text size. */
export function useTextSize(): TextSize {
  return useSyncExternalStore(changed.subscribe, textSize.get);
}
