import type { KeyName } from '#renderer/lib/keys';

/** The keys of transfers; they exclude keys reserved by a browser and keys that a scanner may send. */
export const transferKeys = {
  find: 'F2',
  quantity: 'F3',
  start: 'F4',
  ask: 'F6',
  toLines: 'F9',
  undo: 'F10',
  remove: 'Delete',
  send: 'Ctrl+Enter',
  camera: 'Ctrl+B',
  print: 'Ctrl+P',
  pdf: 'Ctrl+S',
  discard: 'Ctrl+Delete',
} as const satisfies Record<string, KeyName>;
