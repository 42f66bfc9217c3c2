import type { KeyName } from '#renderer/lib/keys';

/** The keys of imports; they exclude keys reserved by a browser and keys that a scanner may send. */
export const importKeys = {
  choose: 'F4',
  start: 'F9',
  discard: 'Escape',
  save: 'Ctrl+S',
} as const satisfies Record<string, KeyName>;
