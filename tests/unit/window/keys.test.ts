import { expect, test } from 'vitest';
import { keyName } from '#renderer/lib/keys';

const pressed = (key: string, modifiers: Partial<Parameters<typeof keyName>[0]> = {}) =>
  keyName({ key, ctrlKey: false, metaKey: false, altKey: false, shiftKey: false, ...modifiers });

test('F-keys and combinations with Ctrl can be page shortcuts', () => {
  expect(pressed('F9')).toBe('F9');
  expect(pressed('p', { ctrlKey: true })).toBe('Ctrl+P');
  expect(pressed('P', { ctrlKey: true, shiftKey: true })).toBe('Ctrl+Shift+P');
});

test('keys that a scanner sends cannot be page shortcuts', () => {
  for (const key of ['a', 'A', '4', '/', '?', ' ']) expect(pressed(key)).toBeNull();
});

test('the command key of a Mac counts as Ctrl', () => {
  expect(pressed('l', { metaKey: true })).toBe('Ctrl+L');
});

test('AltGr, which types characters, does not count as Ctrl+Alt', () => {
  expect(pressed('@', { ctrlKey: true, altKey: true })).toBeNull();
});
