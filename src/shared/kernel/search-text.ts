/** The searchable fields of a product. */
export interface SearchableProduct {
  name: string;
  sku: string;
  /** All its barcodes, separated by line breaks. */
  codes: string;
  description: string;
}

/** A row of the search index, {@link folded}. The index's tokens are all sequences of three characters. */
interface SearchDocument {
  text: string;
  starts: string;
}

const WORD = /[\p{L}\p{N}\p{M}]+/gu;
const CONTROL = /\p{Cc}+/gu;
/** Precedes the beginnings of words; it occurs in no text because control characters are removed. */
const MARK = '\u0001';
const BEYOND_ASCII = /\P{ASCII}/u;
/** The letters of Latin alphabets end below it; none of them is a mark of its own. */
const BEYOND_LATIN = /[\u0250-\uffff]/;
const LATIN_BEYOND_ASCII = /[\u0080-\u024f]/g;
const foldedLatin = new Map<string, string>();
/** Includes the vowel marks of Arabic and Hebrew, which are mostly left out in writing. */
const ACCENTS =
  /(?<=[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}\p{Script=Arabic}\p{Script=Hebrew}]\p{M}*)\p{M}/gu;
const SHORTEST_PART = 3;
const FINDS_NOTHING = '""';

/**
 * The search document of a product. `text` matches any part of three or more characters. One or two characters are
 * too short for the index and match beginnings of words: `starts` holds the first one or two characters of each word,
 * padded with marks to a token of three.
 */
export function searchDocument({ name, sku, codes, description }: SearchableProduct): SearchDocument {
  const text = [name, sku, codes, description].map(plain).join(' ');
  const starts = new Set(wordsOf(text).map((word) => `${MARK}${MARK}${[...word].slice(0, 2).join('')}`));
  return { text, starts: [...starts].join('') };
}

/**
 * The index expression for a typed text: every word must occur, in any order. The text is taken literally.
 * @returns an expression that matches nothing when the text has nothing to search for
 */
export function matchExpression(typed: string): string {
  const parts = plain(typed).split(/\s+/u).flatMap(partsOf);
  return parts.length === 0 ? FINDS_NOTHING : [...new Set(parts)].map(quoted).join(' AND ');
}

/**
 * Folds a text for searching; both the typed and the searched text are folded. The result is lower case without
 * accents, and ß is ss, so that "strasse" finds "Straße" and vice versa. Nothing else is expanded: ö is o, never oe.
 * Marks that are not accents in their script are kept.
 */
export function folded(text: string): string {
  if (!BEYOND_ASCII.test(text)) return text.toLowerCase();
  if (BEYOND_LATIN.test(text)) return foldedByMarks(text);
  return text.replace(LATIN_BEYOND_ASCII, foldedLetter).toLowerCase();
}

/** Latin letters fold one by one, several times as fast as a text is normalized: a search folds up to 1,000 names. */
function foldedLetter(letter: string): string {
  let found = foldedLatin.get(letter);
  if (found === undefined) {
    found = foldedByMarks(letter);
    foldedLatin.set(letter, found);
  }
  return found;
}

function foldedByMarks(text: string): string {
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
