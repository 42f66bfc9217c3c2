import type { KeyName } from '#renderer/lib/keys';

/** The keys of tasks; they exclude keys reserved by a browser and keys that a scanner may send. */
export const taskKeys = {
  find: 'F2',
  start: 'F4',
  change: 'F6',
  state: 'F7',
  done: 'F9',
  undo: 'F9',
  go: 'F10',
  cancel: 'Ctrl+Delete',
} as const satisfies Record<string, KeyName>;
