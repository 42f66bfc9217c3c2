import type { KeyName } from '#renderer/lib/keys';

/** The keys of stocktakes; they exclude keys reserved by a browser and keys that a scanner may send. */
export const stocktakeKeys = {
  find: 'F2',
  ask: 'F3',
  start: 'F4',
  quantity: 'F4',
  undo: 'F6',
  review: 'F9',
  countOn: 'F7',
  post: 'F10',
  sheet: 'Ctrl+P',
  discard: 'Ctrl+Delete',
  camera: 'Ctrl+B',
} as const satisfies Record<string, KeyName>;
