/** Line breaks in any form: CR LF, CR, LF, vertical tab, form feed, NEL, line and paragraph separator. */
const LINE_BREAK = /\r\n|[\n\r\v\f\u0085\u2028\u2029]/gu;
const TAB = /\t/g;
/**
 * What shows nothing, or changes how its neighbours are shown: control and format characters (bidirectional
 * overrides, marks and isolates, zero-width ones), lone surrogates and all that Unicode calls default ignorable. Arabic
 * number signs are format characters that are visible.
 */
const INVISIBLE =
  /(?![\n\u0600-\u0605\u06dd\u070f\u08e2])[\p{Cc}\p{Cf}\p{Cs}\p{Default_Ignorable_Code_Point}]/gu;
/**
 * Invisible characters that some texts cannot be written without: joiners in Persian and Indic words (the context rules
 * of RFC 5892, appendix A) and in emoji, and selectors of a form of an emoji or of a Han character.
 */
const NEEDED = [
  /(?<=[\p{Script=Arabic}\p{Script=Syriac}\p{Script=Mongolian}]\p{Mn}*)\u200c(?=[\p{Script=Arabic}\p{Script=Syriac}\p{Script=Mongolian}])/uy,
  /(?<=\p{Script_Extensions=Devanagari}\p{M}*|[\p{Script=Bengali}\p{Script=Gujarati}\p{Script=Gurmukhi}\p{Script=Kannada}\p{Script=Malayalam}\p{Script=Oriya}\p{Script=Sinhala}\p{Script=Tamil}\p{Script=Telugu}]\p{M}+)[\u200c\u200d](?=\p{L})/uy,
  /(?<=[\p{Extended_Pictographic}\p{Emoji_Modifier}]\ufe0f?)\u200d(?=\p{Extended_Pictographic})/uy,
  /(?<=\p{Emoji})[\ufe0e\ufe0f]/uy,
  /(?<=\p{Script=Han})[\ufe00-\ufe02\u{e0100}-\u{e01ef}]/uy,
];

/**
 * A text of one line as it is kept: in Unicode's composed form (NFC), without what cannot be seen, line breaks and tabs
 * as spaces. Names in every script stay whole, right-to-left ones too.
 */
export function cleanLine(text: string): string {
  return visible(text.replace(LINE_BREAK, ' '));
}

/** A text of any number of lines as it is kept: like `cleanLine`, with its line breaks as LF. */
export function cleanText(text: string): string {
  return visible(text.replace(LINE_BREAK, '\n'));
}

/**
 * A scanned or typed code as it is kept: without what cannot be seen, but for the separator that GS1 codes have between
 * their elements (FNC1, which arrives as 0x1D).
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
