/**
 * Characters that look like Latin letters in common fonts. Lower and upper case are listed separately because the two
 * cases of a letter can resemble different Latin letters. Our own selection from the confusables of Unicode Technical
 * Standard #39 (Unicode Security Mechanisms), for scripts mistaken for Latin: Cyrillic, Greek, Armenian, some Latin.
 */
const LOOK_ALIKES: Readonly<Record<string, string>> = {
  // Cyrillic
  ...pairs('авеѕіјкмнорԁсԛтухһԝгпьӏ', 'abesijkmhopdcqtyxhwrnbl'),
  ...pairs('АВЕЅІЈКМНОРСԚТУХҺԜӀЬ', 'ABESIJKMHOPCQTYXHWIb'),
  // Greek
  ...pairs('αβγεζηικνορστυχω', 'abyeznikvopotuxw'),
  ...pairs('ΑΒΕΖΗΙΚΜΝΟΡΤΥΧ', 'ABEZHIKMNOPTYX'),
  // Armenian
  ...pairs('օսհոցզՕՍ', 'ouhngqOU'),
  // Latin letters and digits
  ...pairs('ıɩɑɡłøđħŧ', 'iiaglodht'),
  ...pairs('ŁØĐĦŦ', 'LODHT'),
  ...pairs('01|', 'oll'),
  // Arabic letters that differ only by keyboard
  ...pairs('يكى', 'یکی'),
};

/** Marks that are easily overlooked, without the vowel signs of Indic scripts. */
const MARKS =
  /(?<=[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}\p{Script=Arabic}\p{Script=Hebrew}]\p{M}*)\p{M}/gu;

/**
 * Whether two names can be mistaken for each other. Case, accents, spaces and similar letters of other scripts do not
 * distinguish them, and neither do I, l and 1, O and 0, rn and m.
 */
export function looksLike(one: string, other: string): boolean {
  const forms = formsOf(other);
  return formsOf(one).some((form, index) => form !== '' && form === forms[index]);
}

/** A name compared by its letters, ignoring case, and by its shapes, where an upper-case I is a lower-case L. */
function formsOf(name: string): [letters: string, shapes: string] {
  const plain = name.normalize('NFKD').replace(MARKS, '').trim().replace(/\s+/gu, ' ');
  return [shapesOf(caseless(plain)), caseless(shapesOf(plain).replaceAll('I', 'l'))];
}

function shapesOf(text: string): string {
  const latin = Array.from(text, (sign) => LOOK_ALIKES[sign] ?? sign).join('');
  return latin.replaceAll('rn', 'm').replaceAll('vv', 'w');
}

/** Converts to upper and then to lower case, so that ß becomes ss and a dotless i becomes i. */
function caseless(text: string): string {
  return text.toUpperCase().toLowerCase();
}

function pairs(signs: string, latin: string): Record<string, string> {
  const letters = Array.from(latin);
  return Object.fromEntries(Array.from(signs, (sign, index) => [sign, letters[index] ?? sign]));
}
