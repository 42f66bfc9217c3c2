/** Line breaks in any form: CR LF, CR, LF, vertical tab, form feed, NEL, line and paragraph separator. */
const LINE_BREAK = /\r\n|[\n\r\v\f\u0085\u2028\u2029]/gu;
const TAB = /\t/g;
/**
 * Characters that are invisible or change how their neighbours are shown: control and format characters (bidirectional
 * overrides, marks and isolates, zero-width ones), lone surrogates and Unicode's default ignorable code points. Arabic
 * number signs are excluded: they are format characters but visible.
 */
const INVISIBLE =
  /(?![\n\u0600-\u0605\u06dd\u070f\u08e2])[\p{Cc}\p{Cf}\p{Cs}\p{Default_Ignorable_Code_Point}]/gu;
/**
 * Invisible characters that some texts need: joiners in Persian and Indic words (the context rules of RFC 5892,
 * appendix A) and in emoji, and variation selectors of emoji and Han characters.
 */
const NEEDED = [
  /(?<=[\p{Script=Arabic}\p{Script=Syriac}\p{Script=Mongolian}]\p{Mn}*)\u200c(?=[\p{Script=Arabic}\p{Script=Syriac}\p{Script=Mongolian}])/uy,
  /(?<=\p{Script_Extensions=Devanagari}\p{M}*|[\p{Script=Bengali}\p{Script=Gujarati}\p{Script=Gurmukhi}\p{Script=Kannada}\p{Script=Malayalam}\p{Script=Oriya}\p{Script=Sinhala}\p{Script=Tamil}\p{Script=Telugu}]\p{M}+)[\u200c\u200d](?=\p{L})/uy,
  /(?<=[\p{Extended_Pictographic}\p{Emoji_Modifier}]\ufe0f?)\u200d(?=\p{Extended_Pictographic})/uy,
  /(?<=\p{Emoji})[\ufe0e\ufe0f]/uy,
  /(?<=\p{Script=Han})[\ufe00-\ufe02\u{e0100}-\u{e01ef}]/uy,
];

/**
 * Cleans a text of one line for storage: in Unicode's composed form (NFC), without invisible characters, line breaks
 * and tabs as spaces. Names in every script stay intact, including right-to-left ones.
 */
export function cleanLine(text: string): string {
  return visible(text.replace(LINE_BREAK, ' '));
}

/** Cleans a text of any number of lines for storage: like `cleanLine`, but with its line breaks as LF. */
export function cleanText(text: string): string {
  return visible(text.replace(LINE_BREAK, '\n'));
}

/**
 * Cleans a scanned or typed code for storage: without invisible characters, except for the separator between the
 * elements of a GS1 code (FNC1, which arrives as 0x1D).
 */
export function cleanCode(code: string): string {
  return code
    .split('\u001d')
    .map((part) => cleanLine(part))
    .join('\u001d');
}

function visible(text: string): string {
  return text
    .replace(TAB, ' ')
    .normalize('NFC')
    .replace(INVISIBLE, (sign, offset: number, whole: string) => (isNeeded(whole, offset) ? sign : ''));
}

function isNeeded(text: string, offset: number): boolean {
  return NEEDED.some((pattern) => {
    pattern.lastIndex = offset;
    return pattern.test(text);
  });
}
