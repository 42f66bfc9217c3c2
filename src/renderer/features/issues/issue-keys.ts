import type { KeyName } from '#renderer/lib/keys';

/** The keys of issue and return; they exclude keys reserved by a browser and keys that a scanner may send. */
export const issueKeys = {
  find: 'F2',
  holder: 'F3',
  start: 'F4',
  discard: 'F6',
  view: 'F7',
  send: 'F9',
  allBack: 'F10',
  slip: 'Ctrl+S',
  useUp: 'F6',
  remove: 'Delete',
} as const satisfies Record<string, KeyName>;
