import type { KeyName } from '#renderer/lib/keys';

/** The keys of the catalogue; they exclude keys reserved by a browser and keys that a scanner may send. */
export const catalogueKeys = {
  find: 'F2',
  add: 'F4',
  earlierPage: 'F6',
  laterPage: 'F7',
  changeSeveral: 'F9',
  edit: 'Ctrl+E',
  history: 'Ctrl+H',
  exportList: 'Ctrl+Shift+E',
  importFile: 'Ctrl+I',
  save: 'Ctrl+S',
} as const satisfies Record<string, KeyName>;
