/** What can be found of a product. */
export interface SearchableProduct {
  name: string;
  sku: string;
  /** All its barcodes, separated by line breaks. */
  codes: string;
  description: string;
}

/** A row of the search index, {@link folded}, whose tokens are all runs of three characters. */
interface SearchDocument {
  text: string;
  starts: string;
}

const WORD = /[\p{L}\p{N}\p{M}]+/gu;
const CONTROL = /\p{Cc}+/gu;
/** Stands before the beginnings of words; no text holds it, since control characters are taken out. */
const MARK = '\u0001';
const BEYOND_ASCII = /\P{ASCII}/u;
/** Also those of Arabic and Hebrew, which are vowels that are mostly left out. */
const ACCENTS =
  /(?<=[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}\p{Script=Arabic}\p{Script=Hebrew}]\p{M}*)\p{M}/gu;
const SHORTEST_PART = 3;
const FINDS_NOTHING = '""';

/**
 * The search document of a product. `text` finds any part of three characters and more. One or two are too
 * short for its index and find the beginnings of words: `starts` holds those of each word behind marks that
 * fill them up to three.
 */
export function searchDocument({ name, sku, codes, description }: SearchableProduct): SearchDocument {
  const text = [name, sku, codes, description].map(plain).join(' ');
  const starts = new Set(wordsOf(text).map((word) => `${MARK}${MARK}${[...word].slice(0, 2).join('')}`));
  return { text, starts: [...starts].join('') };
}

/**
 * The expression that finds what somebody types in the search index: every word has to be there, in any
 * order. Whatever is typed is taken literally.
 * @returns for a text that holds nothing to look for an expression that finds nothing
 */
export function matchExpression(typed: string): string {
  const parts = plain(typed).split(/\s+/u).flatMap(partsOf);
  return parts.length === 0 ? FINDS_NOTHING : [...new Set(parts)].map(quoted).join(' AND ');
}

/**
 * A text as all searches compare it, what is typed and what is found alike: lower case without accents, and ß as ss, so
 * that "strasse" finds "Straße" and the other way round. Nothing else is spelt out: ö is o, never oe. Marks of scripts in
 * which they are no accents stay.
 */
export function folded(text: string): string {
  if (!BEYOND_ASCII.test(text)) return text.toLowerCase();
  return text.normalize('NFD').replace(ACCENTS, '').normalize('NFC').toLowerCase().replaceAll('ß', 'ss');
}

function partsOf(typedWord: string): string[] {
  if ([...typedWord].length >= SHORTEST_PART) return [typedWord];
  return wordsOf(typedWord).map((word) => MARK.repeat(SHORTEST_PART - [...word].length) + word);
}

function quoted(part: string): string {
  return `"${part.replaceAll('"', '""')}"`;
}

function plain(text: string): string {
  return folded(text).replace(CONTROL, ' ');
}

function wordsOf(text: string): string[] {
  return text.match(WORD) ?? [];
}
