import { globSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

const DECLARATION = /^export (?:async )?(?:const|function|class|interface|type) (\w+)/gm;

const files = globSync(['src/**/*.{ts,tsx}', 'tests/**/*.{ts,tsx}', 'scripts/*.mjs', '*.config.ts']).map(
  (file) => {
    const text = readFileSync(file, 'utf8');
    return { file: file.replaceAll('\\', '/'), text, words: new Set(text.match(/\w+/g)) };
  },
);

const filesWith = new Map<string, number>();
for (const { words } of files) for (const word of words) filesWith.set(word, (filesWith.get(word) ?? 0) + 1);

test('an export is used by another file', () => {
  const unused = files
    .filter(({ file }) => file.startsWith('src/'))
    .flatMap(({ file, text }) => [...text.matchAll(DECLARATION)].map(([, name = '']) => ({ file, name })))
    .filter(({ name }) => filesWith.get(name) === 1);
  expect(unused).toEqual([]);
});
