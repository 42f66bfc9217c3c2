import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';

const EXPORTED =
  /^export (?:async )?(?:abstract )?(?:const|let|function\*?|class|interface|type|enum) (\w+)/gm;
/** `import { … } from '…'` and `export { … } from '…'`, also of types. */
const LIST = /^(import|export) (?:type )?(?:\w+, )?\{([^}]*)\}(?: from '([^']+)')?/gm;
/** A page that the router loads by its name, and names from a file that is loaded when it is needed. */
const PAGE = /import\('([^']+)'\),\s*'(\w+)'/g;
const LOADED = /\{([^{}]*)\} = await import\('([^']+)'\)/g;

/** Texts by file. */
type Files = ReadonlyMap<string, string>;

/** Each name with its file, such as `src/shared/kernel/money.ts sumMinor`. */
interface Names {
  exported: string[];
  imported: string[];
}

/** The names in the list of an import or export, before or after `as`. */
const namesIn = (list: string, side: 'before' | 'after'): string[] =>
  list
    .split(',')
    .map((one) =>
      one
        .trim()
        .replace(/^type /, '')
        .split(/ as |: /),
    )
    .map((pair) => pair.at(side === 'before' ? 0 : -1) ?? '')
    .filter((name) => name !== '');

/** The source file that an import means; undefined for a library. */
function sourceOf(imported: string, file: string, sources: Files): string | undefined {
  const place = imported.startsWith('#') ? `src/${imported.slice(1)}` : path.posix.join(file, '..', imported);
  return [`${place}.ts`, `${place}.tsx`].find((one) => sources.has(one));
}

function namesOf(file: string, text: string, sources: Files): Names {
  const exported = [...text.matchAll(EXPORTED)].map(([, name = '']) => name);
  const lists = [...text.matchAll(LIST)];
  for (const [, kind, list = ''] of lists) if (kind === 'export') exported.push(...namesIn(list, 'after'));
  const imports = [
    ...lists.map(([, , list = '', from = '']) => ({ from, names: namesIn(list, 'before') })),
    ...[...text.matchAll(PAGE)].map(([, from = '', name = '']) => ({ from, names: [name] })),
    ...[...text.matchAll(LOADED)].map(([, list = '', from = '']) => ({
      from,
      names: namesIn(list, 'before'),
    })),
  ];
  return {
    exported: exported.map((name) => `${file} ${name}`),
    imported: imports.flatMap(({ from, names }) => {
      const source = sourceOf(from, file, sources);
      return source === undefined ? [] : names.map((name) => `${source} ${name}`);
    }),
  };
}

const importedBy = (files: Files, sources: Files): Set<string> =>
  new Set([...files].flatMap(([file, text]) => namesOf(file, text, sources).imported));

/** The exports of the sources that no other file imports, or that only a test uses. */
function unused(sources: Files, tests: Files): string[] {
  const bySources = importedBy(sources, sources);
  const byTests = importedBy(tests, sources);
  return [...sources].flatMap(([file, text]) =>
    namesOf(file, text, sources).exported.filter((one) => {
      const name = one.slice(file.length + 1);
      const isUsedInFile = (text.match(new RegExp(`\\b${name}\\b`, 'g')) ?? []).length > 1;
      return !(bySources.has(one) || (byTests.has(one) && isUsedInFile));
    }),
  );
}

const read = (...patterns: string[]): Files =>
  new Map(globSync(patterns).map((file) => [file.replaceAll('\\', '/'), readFileSync(file, 'utf8')]));

describe('an export', () => {
  test('is imported by another source, or by a test of what its own file uses', () => {
    const tests = read('tests/**/*.{ts,tsx}', 'scripts/*.mjs', '*.config.ts');
    const found = unused(read('src/**/*.{ts,tsx}'), tests);
    expect(found).toEqual([]);
  });

  test('that only its own file or only a test uses would be detected', () => {
    const sources = new Map([
      ['src/shared/a.ts', 'export const one = 1;\nexport const two = one;\nexport const three = two;'],
      [
        'src/shared/b.ts',
        "import { type three as other } from './a';\nexport interface Row {}\ntype Rows = Row[];",
      ],
      ['src/main/index.ts', "export { two } from '#shared/a';"],
      ['src/main/page.tsx', "page(() => import('../shared/c'), 'Page');"],
      ['src/shared/c.ts', 'export class Page {}\nexport function forTests() {}\nexport type Row = 1;'],
    ]);
    const tests = new Map([
      ['tests/a.test.ts', "import { forTests } from '#shared/c';\nimport { one } from '#shared/a';"],
    ]);
    expect(unused(sources, tests)).toEqual([
      'src/shared/b.ts Row',
      'src/main/index.ts two',
      'src/shared/c.ts forTests',
      'src/shared/c.ts Row',
    ]);
  });
});
