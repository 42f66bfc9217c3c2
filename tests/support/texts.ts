import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import i18next, { type Resources } from 'i18next';
import { textOptions } from '#shared/kernel/text-options';

const folder = path.resolve(import.meta.dirname, '../../src/shared/texts/en');

/** The window's English texts as in its files, by namespace. */
export const englishTexts: Record<string, Record<string, unknown>> = Object.fromEntries(
  globSync('*.json', { cwd: folder }).map((file) => [
    path.basename(file, '.json'),
    JSON.parse(readFileSync(path.join(folder, file), 'utf8')),
  ]),
);

type WithoutPlural<Key> = Key extends `${infer Base}_${'zero' | 'one' | 'other'}` ? Base : Key;

type KeyIn<Texts> = {
  [Key in keyof Texts & string]: Texts[Key] extends string
    ? WithoutPlural<Key>
    : `${Key}.${KeyIn<Texts[Key]>}`;
}[keyof Texts & string];

/** The name of a text: 'namespace:dotted.key', without a plural suffix. */
export type TextKey = {
  [Namespace in keyof Resources & string]: `${Namespace}:${KeyIn<Resources[Namespace]>}`;
}[keyof Resources & string];

/** The values of the placeholders as the window shows them; `count` also selects the plural. */
export type TextValues = Record<string, string | number>;

type Lookup = (key: TextKey, values?: TextValues) => string;

function lookup(valueOfMissing: (placeholder: string) => string): Lookup {
  const instance = i18next.createInstance();
  void instance.init({
    ...textOptions(englishTexts),
    initAsync: false,
    parseMissingKeyHandler: (key) => {
      throw new Error(`There is no text ${key}`);
    },
    missingInterpolationHandler: (_text, [placeholder]) => valueOfMissing(placeholder),
  });
  return instance.t as unknown as Lookup;
}

/**
 * A text of the window as it is shown: `text('stock:actions.receive.done', { quantity: '12', location: 'Shop' })`.
 * Tests read texts from here, so that a changed wording breaks no test. A missing value is an error.
 */
export const text = lookup((placeholder) => {
  throw new Error(`The text needs a value for ${placeholder}`);
});

/** As for `text`, but a value can be a pattern, and an omitted one matches anything. */
export type PatternValues = Record<string, string | number | RegExp>;

/** Replace values while a text is filled in: one for omitted values, and the first one for patterns. */
const OPEN = '\uE000';
const FIRST_PATTERN = 0xe001;

const withOpenValues = lookup(() => OPEN);

/** The source of a regular expression that matches a text. */
export function patternSource(key: TextKey, values: PatternValues = {}): string {
  const patterns = new Map([[OPEN, '(.+)']]);
  const entries = Object.entries(values).map(([name, value], index) => {
    if (!(value instanceof RegExp)) return [name, value] as const;
    const mark = String.fromCharCode(FIRST_PATTERN + index);
    patterns.set(mark, `(${value.source})`);
    return [name, mark] as const;
  });
  return withOpenValues(key, Object.fromEntries(entries))
    .replaceAll(/[\\^$.*+?()[\]{}|/]/g, '\\$&')
    .replaceAll(/[\uE000-\uF8FF]/g, (mark) => patterns.get(mark) ?? mark);
}

/** Matches anything that contains a text. */
export function textPattern(key: TextKey, values?: PatternValues): RegExp {
  return new RegExp(patternSource(key, values));
}

/** Matches exactly a text. */
export function wholeText(key: TextKey, values?: PatternValues): RegExp {
  return new RegExp(`^${patternSource(key, values)}$`);
}

/** Matches anything that starts with a text. */
export function textStart(key: TextKey, values?: PatternValues): RegExp {
  return new RegExp(`^${patternSource(key, values)}`);
}

const MANY = 1_234_567;

/** Matches anything that contains a text with a count, in its plurals for these counts, with any number. */
export function anyCount(key: TextKey, counts: readonly number[] = [0, 1, MANY]): RegExp {
  const sources = counts.map((count) =>
    patternSource(key, { count }).replaceAll(String(count), String.raw`[\d,]+`),
  );
  return new RegExp(`(${[...new Set(sources)].join('|')})`);
}
