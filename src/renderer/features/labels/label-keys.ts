import type { KeyName } from '#renderer/lib/keys';

/** The keys of the labels page; they exclude keys reserved by a browser and keys that a scanner may send. */
export const labelKeys = {
  find: 'F2',
  asInStock: 'F3',
  toList: 'F4',
  oneEach: 'F10',
  earlierPage: 'F6',
  laterPage: 'F7',
  toSheet: 'F9',
  clear: 'Ctrl+Delete',
  print: 'Ctrl+P',
  pdf: 'Ctrl+S',
} as const satisfies Record<string, KeyName>;
