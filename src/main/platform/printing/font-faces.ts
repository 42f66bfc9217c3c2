import { createRequire } from 'node:module';

/** A subset of a font family for some scripts, in a file of its own. */
interface FontFace {
  name: string;
  ranges: ReadonlyArray<readonly [number, number]>;
  file: (weight: FontWeight) => string;
}

export type FontWeight = 400 | 700;

// Not named `require`, because the bundle of an ES module defines its own.
const packageRequire = createRequire(import.meta.url);

const NOTO_SANS = ['latin', 'latin-ext', 'cyrillic', 'cyrillic-ext', 'greek', 'greek-ext', 'vietnamese'];
const FACES: readonly FontFace[] = [
  ...facesOf('noto-sans', NOTO_SANS),
  ...facesOf('noto-sans-arabic', ['arabic']),
];
const FALLBACK = 'noto-sans-latin';
/** Spaces and marks that are not drawn. */
const IGNORED = /[\p{Z}\p{C}]/u;

/** The distinct letters of a text that no face has; a PDF shows a box for them. */
export function missingLetters(text: string): string {
  const missing = [...text].filter(
    (letter) => !(IGNORED.test(letter) || hasFace(letter.codePointAt(0) ?? 0)),
  );
  return [...new Set(missing)].join('');
}

/** The face that has a character; if none has it, the Latin one, which shows that it is missing. */
export function faceOf(codePoint: number): string {
  return FACES.find(hasLetter(codePoint))?.name ?? FALLBACK;
}

function hasFace(codePoint: number): boolean {
  return FACES.some(hasLetter(codePoint));
}

function hasLetter(codePoint: number): (face: FontFace) => boolean {
  return ({ ranges }) => ranges.some(([from, to]) => codePoint >= from && codePoint <= to);
}

/** The path of a face's font file; a PDF embeds only the glyphs that it uses. */
export function fontPath(faceName: string, weight: FontWeight): string {
  const face = FACES.find(({ name }) => name === faceName);
  if (!face) throw new Error(`There is no font face ${faceName}`);
  return packageRequire.resolve(face.file(weight));
}

/** The faces of a @fontsource package, with their characters from the package's own table. */
function facesOf(family: string, subsets: readonly string[]): FontFace[] {
  const table: Record<string, string> = packageRequire(`@fontsource/${family}/unicode.json`);
  return subsets.map((subset) => ({
    name: `${family}-${subset}`,
    ranges: (table[subset] ?? '').split(',').map(rangeOf),
    file: (weight) => `@fontsource/${family}/files/${family}-${subset}-${weight}-normal.woff`,
  }));
}

/** Parses "U+0400-045F" or "U+2116". */
function rangeOf(text: string): readonly [number, number] {
  const [from = '', to = from] = text.replace('U+', '').split('-');
  return [Number.parseInt(from, 16), Number.parseInt(to, 16)];
}
