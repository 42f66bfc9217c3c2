import { useSyncExternalStore } from 'react';
import { Signal } from './signal';

/** How large text is, in percent of what the system says. */
export const TEXT_SIZES = [100, 125, 150] as const;
type TextSize = (typeof TEXT_SIZES)[number];

const KEY = 'tillroom.textSize';

const changed = new Signal();

/** The size of all text in this window, kept on this machine. Everything else is measured by it. */
export const textSize = {
  get: (): TextSize => TEXT_SIZES.find((size) => String(size) === localStorage.getItem(KEY)) ?? 100,

  set: (size: number): void => {
    localStorage.setItem(KEY, String(size));
    textSize.apply();
    changed.tell();
  },

  /** Makes it so; to be called once before anything is shown. */
  apply: (): void => {
    document.documentElement.style.fontSize = `${textSize.get()}%`;
  },
};

/** The size of text at this moment. */
export function useTextSize(): TextSize {
  return useSyncExternalStore(changed.subscribe, textSize.get);
}
