import { globSync, readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { describe, expect, test } from 'vitest';

type Tree = { readonly [key: string]: string | Tree };

interface Text {
  namespace: string;
  /** The key within the namespace, without a plural suffix. */
  key: string;
  words: string;
}

/** The plural suffixes of i18next, which code omits: `lines` finds `lines_one` and `lines_other`. */
const PLURAL = /_(zero|one|two|few|many|other)$/;

const texts: Text[] = globSync('src/shared/texts/en/*.json').flatMap((file) =>
  textsIn(basename(file, '.json'), JSON.parse(readFileSync(file, 'utf8')) as Tree, ''),
);

function textsIn(namespace: string, tree: Tree, path: string): Text[] {
  return Object.entries(tree).flatMap(([name, value]) =>
    typeof value === 'string'
      ? [{ namespace, key: `${path}${name}`.replace(PLURAL, ''), words: value }]
      : textsIn(namespace, value, `${path}${name}.`),
  );
}

const sources = globSync(['src/renderer/**/*.{ts,tsx}', 'src/shared/**/*.ts']).map((file) => {
  const source = readFileSync(file, 'utf8');
  // The builders of documents name no namespace, because all their texts are in this one.
  return file.includes('shared/documents/') ? `${source} 'paper'` : source;
});

describe('every text of the window', () => {
  test('is used by code that names its key', () => {
    const used = new UsedKeys(sources);
    expect(
      texts.filter((text) => !used.has(text)).map(({ namespace, key }) => `${namespace}:${key}`),
    ).toEqual([]);
  });

  test('that no code uses would be detected', () => {
    const pattern = ['`till.kind.', '{kind}`'].join('$');
    const used = new UsedKeys([`const { t } = useTranslation('sales'); t('till.title'); t(${pattern})`]);
    const has = (namespace: string, key: string) => used.has({ namespace, key, words: '' });
    expect([has('sales', 'till.title'), has('sales', 'till.kind.cash')]).toEqual([true, true]);
    expect([has('sales', 'till.other'), has('stock', 'till.title'), has('sales', 'title')]).toEqual([
      false,
      false,
      false,
    ]);
  });
});

/**
 * The keys that the sources name: as a string ('till.title', 'sales:till.title') or as a pattern with placeholders
 * (`kinds.${kind}`), in a file that names the namespace, or in any file for the shared namespaces.
 */
class UsedKeys {
  readonly #literals = new Map<string, Set<string>>();
  readonly #patterns = new Map<string, RegExp[]>();

  constructor(files: readonly string[]) {
    for (const file of files) this.#read(file);
  }

  has({ namespace, key }: Text): boolean {
    return (
      (this.#literals.get(namespace)?.has(key) ?? false) ||
      (this.#patterns.get(namespace) ?? []).some((pattern) => pattern.test(key))
    );
  }

  #read(file: string): void {
    // A refusal is declared as a property, and its code is the key of its message.
    const strings = [...file.matchAll(/'([^'\\\n]*)'|\b([A-Z][A-Z_]+)(?=: \{)/g)].map(
      ([, text, code]) => text ?? code ?? '',
    );
    const named = NAMESPACES.filter(
      (namespace) =>
        strings.some((text) => text === namespace || text.startsWith(`${namespace}:`)) ||
        file.includes(`\`${namespace}:`),
    );
    for (const text of strings) this.#add(text, named, (namespace, key) => this.#literal(namespace, key));
    for (const [, template = ''] of file.matchAll(/`([\w:. -]*(?:\$\{[^{}`]*\}[\w:. -]*)+)`/g)) {
      this.#add(template, named, (namespace, key) => this.#pattern(namespace, key));
    }
  }

  #add(text: string, named: readonly string[], keep: (namespace: string, key: string) => void): void {
    const [namespace = '', key] = text.split(/:(.*)/);
    if (key !== undefined && NAMESPACES.includes(namespace)) keep(namespace, key);
    else for (const one of named.length === 0 ? NAMESPACES : [...named, 'common']) keep(one, text);
  }

  #literal(namespace: string, key: string): void {
    const keys = this.#literals.get(namespace) ?? new Set();
    this.#literals.set(namespace, keys.add(key));
  }

  #pattern(namespace: string, template: string): void {
    // A pattern that starts with a placeholder would match every key.
    if (!/^[\w-]/.test(template)) return;
    const source = template.split(/\$\{[^}]*\}/).map((part) => part.replaceAll('.', '\\.'));
    this.#patterns.set(namespace, [
      ...(this.#patterns.get(namespace) ?? []),
      new RegExp(`^${source.join('.+')}$`),
    ]);
  }
}

const NAMESPACES = [...new Set(texts.map(({ namespace }) => namespace))];

const SQL = /\b(SELECT|INSERT|UPDATE|DELETE|CREATE|BEGIN|WHERE|PRAGMA|FROM|JOIN)\b/;

const withoutComments = (text: string): string => text.replace(/\/\*[\s\S]*?\*\/|(^|\s)\/\/.*$/gm, '$1');

/** Phrases that the product's glossary replaces, each with a text it must catch and one it must accept. */
const UNWANTED: { turn: RegExp; catches: string; passes: string }[] = [
  { turn: /\bgive(s|n)? up\b|\bgave up\b/i, catches: 'Give up this count', passes: 'Give them' },
  {
    turn: /\btak(e|es|en|ing) (it |them |this )?back\b|\btook back\b/i,
    catches: 'Take it back',
    passes: 'Back',
  },
  { turn: /\bhand(s|ed|ing)? out\b/i, catches: 'Handed out by', passes: 'Hand over' },
  { turn: /\bunderstood\b/i, catches: 'Understood', passes: 'OK' },
  { turn: /\banew\b/i, catches: 'Load anew', passes: 'a new version' },
  { turn: /\bstands? (here|there|in|on|for)\b/i, catches: 'what stands here', passes: 'standing discount' },
  {
    turn: /\b(what|where) (it )?lies\b|\blies (here|there)\b/i,
    catches: 'what lies there',
    passes: 'supplies',
  },
  { turn: /\bset right\b/i, catches: 'Set right', passes: 'Set rights' },
  { turn: /\bbeg[iau]n(s|ning)?\b(?! with)/i, catches: 'Begin stock', passes: 'Begins with' },
  { turn: /\bma(d|k)(e|ing) up\b/i, catches: 'made up by hand', passes: 'made by' },
  { turn: /\b(some|any|every)body\b|\bwhoever\b/i, catches: 'somebody else', passes: 'someone else' },
  { turn: /\bno more\b(?! than)/i, catches: 'is no more here', passes: 'no more than 3' },
  { turn: /\breckon/i, catches: 'reckoned', passes: 'calculated' },
  { turn: /\bif you like\b/i, catches: 'Note, if you like', passes: 'Note (optional)' },
  { turn: /\bnothing matches\b/i, catches: 'Nothing matches', passes: 'No matches' },
  { turn: /\bthrow(n|s)? away\b|\bwasted?\b/i, catches: 'Throw away', passes: 'Write off' },
  { turn: /\bswitch(ed)? off\b|\btak(e|en) off\b/i, catches: 'Switch off', passes: 'Deactivate' },
  { turn: /\banother price\b|\bprice of one\b/i, catches: 'Another price', passes: 'Unit price' },
  { turn: /\b(go|goes|going) on\b(?! sale)/i, catches: 'Go on', passes: 'goes on sale' },
  { turn: /\byet to come\b|\bmeanwhile\b|\btold apart\b/i, catches: 'Changed meanwhile', passes: 'not yet' },
  { turn: /\b(has|have) to\b(?! (be )?(pay|paid))/i, catches: 'You have to scan', passes: 'You must scan' },
  { turn: /\barticles?\b/i, catches: 'Article', passes: 'Product' },
];

/** Sentences of the main process and the scripts: strings of three words or more, except SQL. */
const sentences = globSync(['src/main/**/*.ts', 'src/shared/**/*.ts', 'scripts/*.mjs'], {
  exclude: ['src/main/platform/database/migrations/**'],
}).flatMap((file) =>
  [...withoutComments(readFileSync(file, 'utf8')).matchAll(/'([^'\\\n]*)'|`([^`\n]*)`/g)]
    .map(([, plain, template = '']) => plain ?? template.replace(/\$\{[^}]*\}/g, '…'))
    .filter((words) => words.split(' ').length > 2 && !SQL.test(words))
    .map((words) => `${file}: ${words}`),
);

/** The keys that repeat a value or the name of a call, and one of a panel that is being changed. */
const GIVEN_KEY = /\bwasted?\b/;

/** The other keys of all texts as words: `product.loadFirst` is "product load First". */
const keys = texts
  .filter(({ key }) => !GIVEN_KEY.test(key))
  .map(({ key }) => key.replaceAll(/[._]|(?=[A-Z])/g, ' '));

describe('the app uses plain words', () => {
  test.for(UNWANTED)('$turn is not used', ({ turn, catches, passes }) => {
    expect([turn.test(catches), turn.test(passes)]).toEqual([true, false]);
    const found = texts.filter(({ words }) => turn.test(words));
    expect(found.map(({ namespace, key, words }) => `${namespace}:${key}: ${words}`)).toEqual([]);
    expect(keys.filter((key) => turn.test(key))).toEqual([]);
    expect(sentences.filter((words) => turn.test(words))).toEqual([]);
  });
});
