import { globSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { documentKeys } from '#renderer/lib/document-keys';
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

test('document pages share one set of keys, each for one thing', () => {
  const keys = Object.values(documentKeys);
  expect(new Set(keys).size).toBe(keys.length);
  const pages = globSync('src/renderer/features/{issues,transfers,stocktakes}/**/*.{ts,tsx}');
  const own = pages.filter((page) => /['"](F\d+|Ctrl\+(?!Enter)[^'"]+)['"]/.test(readFileSync(page, 'utf8')));
  expect(pages.length).toBeGreaterThan(20);
  expect(own).toEqual([]);
});

test('no page has a key that works everywhere', () => {
  const keysIn = (file: string): string[] =>
    [...readFileSync(file, 'utf8').matchAll(/'(F\d+|Ctrl\+[^']+)'/g)].map(([, keys]) => keys ?? '');
  const files = globSync('src/renderer/**/*.{ts,tsx}');
  const isEverywhere = (file: string): boolean =>
    /workplaces\.ts$/.test(file) || /usePageKeys\([^;]*'everywhere'/.test(readFileSync(file, 'utf8'));
  const everywhere = new Set(files.filter(isEverywhere).flatMap(keysIn));
  expect([...everywhere].sort()).toContain('Ctrl+Shift+G');
  // The list of keys in the menu of the person repeats the key that locks.
  const pages = files.filter((file) => !(isEverywhere(file) || file.endsWith('person-menu.tsx')));
  const taken = pages.flatMap((file) =>
    keysIn(file)
      .filter((keys) => everywhere.has(keys))
      .map((keys) => `${file} ${keys}`),
  );
  expect(taken).toEqual([]);
});
