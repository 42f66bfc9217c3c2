import type { KeyName } from '#renderer/lib/keys';

/** The keys of imports: none that a browser keeps for itself or a scanner may send. */
export const importKeys = {
  choose: 'F4',
  start: 'F9',
  discard: 'Escape',
  save: 'Ctrl+S',
} as const satisfies Record<string, KeyName>;
