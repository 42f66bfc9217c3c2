import { expect, test } from 'vitest';
import { keyName } from '#renderer/lib/keys';

const pressed = (key: string, modifiers: Partial<Parameters<typeof keyName>[0]> = {}) =>
  keyName({ key, ctrlKey: false, metaKey: false, altKey: false, shiftKey: false, ...modifiers });

test('F-keys and combinations with Ctrl can be keys of a page', () => {
  expect(pressed('F9')).toBe('F9');
  expect(pressed('p', { ctrlKey: true })).toBe('Ctrl+P');
  expect(pressed('P', { ctrlKey: true, shiftKey: true })).toBe('Ctrl+Shift+P');
});

test('what a scanner sends is no key of a page', () => {
  for (const key of ['a', 'A', '4', '/', '?', ' ']) expect(pressed(key)).toBeNull();
});

test('the command key of a Mac is its Ctrl', () => {
  expect(pressed('l', { metaKey: true })).toBe('Ctrl+L');
});

test('AltGr, which writes characters, is no Ctrl+Alt', () => {
  expect(pressed('@', { ctrlKey: true, altKey: true })).toBeNull();
});
