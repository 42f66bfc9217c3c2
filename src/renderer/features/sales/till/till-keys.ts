import type { KeyName } from '#renderer/lib/keys';

/**
 * The keys of the till. They exclude keys reserved by a browser (F5, F11, F12, Ctrl+W...) and keys that a
 * scanner may send (letters, digits, F8).
 */
export const tillKeys = {
  find: 'F2',
  quantity: 'F3',
  discount: 'F4',
  price: 'F6',
  note: 'F7',
  batch: 'Ctrl+G',
  voidLine: 'Delete',
  pay: 'F9',
  park: 'F10',
  ticketDiscount: 'Ctrl+D',
  ticketNote: 'Ctrl+I',
  order: 'Ctrl+O',
  camera: 'Ctrl+B',
  voidTicket: 'Ctrl+Delete',
} as const satisfies Record<string, KeyName>;
