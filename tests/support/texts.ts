import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import i18next, { type Resources } from 'i18next';
import { textOptions } from '#renderer/lib/text-options';

const folder = path.resolve(import.meta.dirname, '../../src/shared/texts/en');

/** The window's English texts as its files keep them, by namespace. */
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

/** The name of a text: 'namespace:dotted.key', without the ending of a plural. */
export type TextKey = {
  [Namespace in keyof Resources & string]: `${Namespace}:${KeyIn<Resources[Namespace]>}`;
}[keyof Resources & string];

/** What replaces the placeholders, written as the window shows it; `count` also chooses the plural. */
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
 * Tests read texts from here, so that rewording one breaks no test. A missing value is an error.
 */
export const text = lookup((placeholder) => {
  throw new Error(`The text needs a value for ${placeholder}`);
});

/** As for `text`; a value may be a pattern, and one that is not given may be anything. */
export type PatternValues = Record<string, string | number | RegExp>;

/** Stand for values while a text is filled in: one that was left open, and the first of those that are patterns. */
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

/** Matches what contains a text. */
export function textPattern(key: TextKey, values?: PatternValues): RegExp {
  return new RegExp(patternSource(key, values));
}

/** Matches what is a text from beginning to end. */
export function wholeText(key: TextKey, values?: PatternValues): RegExp {
  return new RegExp(`^${patternSource(key, values)}$`);
}

/** Matches what begins with a text. */
export function textStart(key: TextKey, values?: PatternValues): RegExp {
  return new RegExp(`^${patternSource(key, values)}`);
}

const MANY = 1_234_567;

/** Matches what contains a text that counts, in its plurals for these counts, whatever the number is. */
export function anyCount(key: TextKey, counts: readonly number[] = [0, 1, MANY]): RegExp {
  const sources = counts.map((count) =>
    patternSource(key, { count }).replaceAll(String(count), String.raw`[\d,]+`),
  );
  return new RegExp(`(${[...new Set(sources)].join('|')})`);
}
