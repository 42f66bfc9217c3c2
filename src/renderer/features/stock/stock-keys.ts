import type { KeyName } from '#renderer/lib/keys';

/** The keys of the stockroom; they exclude keys reserved by a browser and keys that a scanner may send. */
export const stockKeys = {
  find: 'F2',
  receive: 'F3',
  adjust: 'F4',
  waste: 'F6',
  opening: 'F7',
  history: 'F9',
  transfer: 'F10',
  issue: 'Ctrl+I',
  returnGoods: 'Ctrl+G',
  batchHistory: 'Ctrl+H',
  expiry: 'Ctrl+E',
  camera: 'Ctrl+B',
  countHere: 'Ctrl+Shift+K',
  clearLocation: 'Ctrl+D',
} as const satisfies Record<string, KeyName>;
