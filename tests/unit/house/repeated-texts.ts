import { parseSync } from '@swc/core';
import { englishTexts } from '../../support/texts';

/** Functions that find an element on the page by its text. */
const FINDS = new Set([
  'choose',
  'fillIn',
  'filter',
  'getByLabel',
  'getByPlaceholder',
  'getByRole',
  'getByText',
  'getByTitle',
]);
/** Functions whose text is read by the person who runs the tests. */
const IS_A_TITLE = new Set(['test', 'step', 'describe', 'at', 'Looking', 'Error']);

/** Test data that happens to equal a text. */
const NAMES_OF_DATA = new Set(['Storeroom']);

/** A placeholder of a text, or a value within a literal. */
const HOLE = '\uE000';
const SHORTEST_PART = 3;

interface Literal {
  said: string;
  /** Whether it finds an element on the page; then a single word is enough. */
  finds: boolean;
}

type Node = Record<string, unknown> & { type: string };

const isNode = (value: unknown): value is Node =>
  typeof value === 'object' && value !== null && typeof (value as Node).type === 'string';

/** The words of a regular expression, with a hole for everything that is not a literal letter. */
const inWords = (pattern: string): string =>
  pattern
    .replaceAll(/\\[dDwWsSbB]|\\u\{?[\dA-F]+\}?|\[[^\]]*\]|\(\?[:=!<]+|(?<!\\)[.()|]|(?<=[\])])[+*?]/g, HOLE)
    .replaceAll(/(?<!\\)[\^$+*?]/g, '')
    .replaceAll('\\', '');

/** The last name of a callee: `step` of `test.step(...)`. */
function nameOf(callee: unknown): string {
  if (!isNode(callee)) return '';
  if (callee.type === 'Identifier') return String(callee.value);
  return callee.type === 'MemberExpression' ? nameOf(callee.property) : '';
}

function literalOf(node: Node): string | null {
  switch (node.type) {
    case 'StringLiteral':
      return String(node.value);
    case 'TemplateLiteral':
      return (node.quasis as { cooked: string }[]).map(({ cooked }) => cooked).join(HOLE);
    case 'RegExpLiteral':
      return inWords(String(node.pattern));
    default:
      return null;
  }
}

function literalsIn(value: unknown, finds = false): Literal[] {
  if (Array.isArray(value)) return value.flatMap((one) => literalsIn(one, finds));
  if (typeof value !== 'object' || value === null) return [];
  if (!isNode(value)) return Object.values(value).flatMap((one) => literalsIn(one, finds));
  const said = literalOf(value);
  if (said !== null) return [{ said, finds }, ...literalsIn(value.expressions)];
  if (/^(Import|Export\w*From|Ts)/.test(value.type)) return [];
  if (value.type === 'CallExpression' || value.type === 'NewExpression') return literalsOfCall(value);
  if (value.type === 'ObjectExpression') return literalsIn(value.properties, finds);
  if (value.type === 'KeyValueProperty') return literalsIn(value.value, finds);
  return Object.values(value).flatMap((one) => literalsIn(one));
}

function literalsOfCall({ callee, arguments: given }: Node): Literal[] {
  const name = nameOf(callee);
  const said = (given ?? []) as unknown[];
  const heard = IS_A_TITLE.has(name) ? said.filter((one) => !isTitle(one)) : said;
  return [...literalsIn(callee), ...literalsIn(heard, FINDS.has(name))];
}

function isTitle(argument: unknown): boolean {
  const { expression } = argument as { expression: unknown };
  return isNode(expression) && literalOf(expression) !== null;
}

const wordsOf = (said: string): string[] => said.match(/[\p{L}\p{N}’'-]+|\uE000/gu) ?? [];

const partsOf = (words: readonly string[]): string[][] =>
  words
    .join(' ')
    .split(HOLE)
    .map((part) => part.split(' ').filter(Boolean));

function* runsOf(words: readonly string[]): Generator<string> {
  for (let start = 0; start + SHORTEST_PART <= words.length; start += 1) {
    yield words.slice(start, start + SHORTEST_PART).join(' ');
  }
}

const textsIn = (texts: unknown): string[] =>
  typeof texts === 'string' ? [texts] : Object.values(texts as object).flatMap(textsIn);

const withHoles = (text: string): string => text.replaceAll(/\{\{[^}]*\}\}/g, HOLE);

const texts = textsIn(englishTexts).map(withHoles);
const hasLetters = (text: string) => /\p{L}/u.test(text.replaceAll(HOLE, ''));
const wholeTexts = new Set(texts.filter(hasLetters));
const paperTexts = new Set(textsIn(englishTexts.paper).map(withHoles).filter(hasLetters));
/** The words of each text; its placeholders match a hole of the literal or a word with a digit. */
const textsInWords = new Set(texts.map((text) => wordsOf(text).join(' ')));
/** The parts of texts between placeholders, by each run of three words they contain. */
const partsByRun = new Map<string, string[]>();
for (const part of texts.flatMap((text) => partsOf(wordsOf(text)))) {
  for (const run of runsOf(part)) partsByRun.set(run, [...(partsByRun.get(run) ?? []), part.join(' ')]);
}

function repeatsAText({ said, finds }: Literal): boolean {
  if (finds && wholeTexts.has(said.trim())) return !NAMES_OF_DATA.has(said);
  const words = wordsOf(said);
  const filled = words.map((word) => (/\d/.test(word) ? HOLE : word)).join(' ');
  const isLong = words.length > 1 && /\p{L}/u.test(filled.replaceAll(HOLE, ''));
  if (isLong && (textsInWords.has(words.join(' ')) || textsInWords.has(filled))) return true;
  return partsOf(words).some(sharesAPart);
}

/** Whether the words are three or more consecutive words of a text, or contain a whole part of one. */
function sharesAPart(words: string[]): boolean {
  const all = ` ${words.join(' ')} `;
  const found = [...runsOf(words)].flatMap((run) => partsByRun.get(run) ?? []);
  return found.some((part) => ` ${part} `.includes(all) || all.includes(` ${part} `));
}

/** The window texts that a test's source repeats instead of reading them. */
export function repeatedTexts(source: string): string[] {
  const { body } = parseSync(source, { syntax: 'typescript', target: 'es2022' });
  return literalsIn(body)
    .filter(repeatsAText)
    .map(({ said }) => said.replaceAll(HOLE, '…'));
}

/** The texts for paper that a source of the product contains instead of naming their keys. */
export function paperTextsIn(source: string, tsx = false): string[] {
  const { body } = parseSync(source, { syntax: 'typescript', target: 'es2022', tsx, decorators: true });
  return literalsIn(body)
    .filter(({ said }) => paperTexts.has(said.trim()))
    .map(({ said }) => said.replaceAll(HOLE, '…'));
}
