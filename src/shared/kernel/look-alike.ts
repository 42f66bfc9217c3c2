/**
 * Signs that look like Latin letters in common fonts, small and capital ones apart, because a pair can resemble two
 * different letters. A selection of our own from the confusables of Unicode Technical Standard #39 (Unicode Security
 * Mechanisms), for the scripts that are mistaken for Latin: Cyrillic, Greek and Armenian, and some Latin letters.
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

/** Marks that are easily overlooked; vowel signs of Indic scripts are not among them. */
const MARKS =
  /(?<=[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}\p{Script=Arabic}\p{Script=Hebrew}]\p{M}*)\p{M}/gu;

/**
 * Whether two names can be mistaken for each other: case, accents, spaces and letters of other scripts that look the
 * same do not tell them apart, and neither do I, l and 1, O and 0, rn and m.
 */
export function looksLike(one: string, other: string): boolean {
  const forms = formsOf(other);
  return formsOf(one).some((form, index) => form !== '' && form === forms[index]);
}

/** A name by its letters, whatever their case, and by its shapes, where a capital I is a small L. */
function formsOf(name: string): [letters: string, shapes: string] {
  const plain = name.normalize('NFKD').replace(MARKS, '').trim().replace(/\s+/gu, ' ');
  return [shapesOf(caseless(plain)), caseless(shapesOf(plain).replaceAll('I', 'l'))];
}

function shapesOf(text: string): string {
  const latin = Array.from(text, (sign) => LOOK_ALIKES[sign] ?? sign).join('');
  return latin.replaceAll('rn', 'm').replaceAll('vv', 'w');
}

/** Both ways, so that ß is ss and a dotless i an i. */
function caseless(text: string): string {
  return text.toUpperCase().toLowerCase();
}

function pairs(signs: string, latin: string): Record<string, string> {
  const letters = Array.from(latin);
  return Object.fromEntries(Array.from(signs, (sign, index) => [sign, letters[index] ?? sign]));
}
