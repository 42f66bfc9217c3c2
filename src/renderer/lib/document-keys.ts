import type { KeyName } from './keys';

/**
 * The keys of every document page (transfers, issue slips, returned goods, stocktakes): the same key does the same
 * thing on each. They exclude keys reserved by a browser and keys that a scanner may send.
 */
export const documentKeys = {
  find: 'F2',
  /** Types the quantity of the chosen line. */
  quantity: 'F3',
  start: 'F4',
  /** Switches between one per scan and a quantity entered for each scan. */
  ask: 'F6',
  /** Goes to the other part of the page or to the other view. */
  other: 'F7',
  /** Finishes the step: sends, issues, returns everything, reviews, posts. */
  finish: 'F9',
  /** Restores what was removed, counted or discarded last. */
  undo: 'F10',
  remove: 'Delete',
  discard: 'Ctrl+Delete',
  camera: 'Ctrl+B',
  print: 'Ctrl+P',
  pdf: 'Ctrl+S',
} as const satisfies Record<string, KeyName>;
