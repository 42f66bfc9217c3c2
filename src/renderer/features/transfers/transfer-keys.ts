import type { KeyName } from '#renderer/lib/keys';

/** The keys of transfers: none that a browser keeps for itself or a scanner may send. */
export const transferKeys = {
  find: 'F2',
  quantity: 'F3',
  begin: 'F4',
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
