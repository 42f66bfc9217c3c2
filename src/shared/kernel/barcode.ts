export const BARCODE_KINDS = ['ean13', 'ean8', 'upca', 'upce', 'itf14', 'code128', 'code39', 'own'] as const;

/** The symbology of a barcode, or `own` for a code of the shop's own. */
export type BarcodeKind = (typeof BARCODE_KINDS)[number];

type NormalizedBarcode =
  | { ok: true; code: string }
  | { ok: false; reason: 'CHECK_DIGIT' | 'FORMAT'; expectedCheckDigit?: number };

const BARCODE_MAX_LENGTH = 64;

const DIGITS = /^\d+$/;
const PRINTABLE_ASCII = new RegExp(`^[\\x20-\\x7e]{1,${BARCODE_MAX_LENGTH}}$`);
const PRINTABLE = new RegExp(`^[^\\p{C}\\p{Zl}\\p{Zp}]{1,${BARCODE_MAX_LENGTH}}$`, 'u');
const CODE_39 = new RegExp(`^[0-9A-Z \\-.$/+%]{1,${BARCODE_MAX_LENGTH}}$`);
const SHORTEST_TRADE_CODE = 8;

/**
 * Calculates the GS1 check digit of a GTIN: from the right, weights 3, 1, 3, 1...; (10 - sum mod 10) mod 10 (GS1
 * General Specifications, 7.9.1).
 *
 * @param digitsWithoutCheck decimal digits only, without the check digit
 * @returns 0 to 9
 */
export function checkDigit(digitsWithoutCheck: string): number {
  if (!DIGITS.test(digitsWithoutCheck)) {
    throw new RangeError('A check digit needs decimal digits');
  }
  let sum = 0;
  let weight = 3;
  for (let index = digitsWithoutCheck.length - 1; index >= 0; index -= 1) {
    sum += Number(digitsWithoutCheck[index]) * weight;
    weight = 4 - weight;
  }
  return (10 - (sum % 10)) % 10;
}

/** Whether a code has at least two characters, all digits, and the last one is the GS1 check digit of the others. */
export function hasValidCheckDigit(code: string): boolean {
  return code.length > 1 && DIGITS.test(code) && checkDigit(code.slice(0, -1)) === Number(code.at(-1));
}

/**
 * Expands a zero-suppressed UPC-E to its UPC-A (GS1 General Specifications, 5.2.2.4.2).
 *
 * @param code 8 digits (number system, body, check digit), 7 (without the check digit) or 6 (the body
 *   alone, number system 0)
 * @returns 12 digits, or null for another form, a number system other than 0 or 1, or a wrong check digit
 */
export function expandUpcE(code: string): string | null {
  const upcA = upcAOfBody(code);
  if (upcA === null || (code.length === 8 && code.at(-1) !== upcA.at(-1))) {
    return null;
  }
  return upcA;
}

/**
 * Shortens a UPC-A to its UPC-E, for printing; the inverse of {@link expandUpcE}.
 *
 * @param upcA 12 digits with their check digit
 * @returns 8 digits, or null when the code has too few zeros for the short form
 */
export function suppressUpcA(upcA: string): string | null {
  const [system, body, check] = [upcA.slice(0, 1), upcA.slice(1, 11), upcA.slice(11)];
  const short = [
    `${body.slice(0, 2)}${body.slice(7)}${body[2]}`,
    `${body.slice(0, 3)}${body.slice(8)}3`,
    `${body.slice(0, 4)}${body.slice(9)}4`,
    `${body.slice(0, 5)}${body.slice(9)}`,
  ].map((digits) => `${system}${digits}${check}`);
  return short.find((code) => expandUpcE(code) === upcA) ?? null;
}

/** Like {@link expandUpcE}, but ignores the check digit in the code. */
function upcAOfBody(code: string): string | null {
  const full = code.length === 6 ? `0${code}` : code;
  const parts = /^([01])(\d)(\d)(\d)(\d)(\d)(\d)\d?$/.exec(full);
  if (!parts) {
    return null;
  }
  const [, system, a, b, c, d, e, last] = parts;
  let body: string;
  switch (last) {
    case '0':
    case '1':
    case '2':
      body = `${a}${b}${last}0000${c}${d}${e}`;
      break;
    case '3':
      body = `${a}${b}${c}00000${d}${e}`;
      break;
    case '4':
      body = `${a}${b}${c}${d}00000${e}`;
      break;
    default:
      body = `${a}${b}${c}${d}${e}0000${last}`;
  }
  const digits = `${system}${body}`;
  return `${digits}${checkDigit(digits)}`;
}

/**
 * Converts a barcode to the form in which it is stored, so that all printed forms of a GTIN find the same product:
 * UPC-A, UPC-E and a GTIN-14 with a leading 0 become the equivalent EAN-13, Code 39 becomes upper case without its
 * asterisks, anything else stays as it is. Spaces and hyphens inside a GTIN, which people copy from a package, are
 * dropped.
 *
 * @returns the code, or the reason for refusing it: `FORMAT` (wrong length or characters), or `CHECK_DIGIT` with
 *   the correct digit
 */
export function normalizeBarcode(kind: BarcodeKind, text: string): NormalizedBarcode {
  const trimmed = text.trim();
  switch (kind) {
    case 'ean13':
      return normalizeGtin(trimmed, 13);
    case 'ean8':
      return normalizeGtin(trimmed, 8);
    case 'upca':
      return normalizeGtin(trimmed, 12, (code) => `0${code}`);
    case 'itf14':
      return normalizeGtin(trimmed, 14, (code) => (code.startsWith('0') ? code.slice(1) : code));
    case 'upce':
      return normalizeUpcE(trimmed);
    case 'code39':
      return matching(CODE_39, trimmed.replace(/^\*(.*)\*$/, '$1').toUpperCase());
    case 'code128':
      return matching(PRINTABLE_ASCII, trimmed);
    case 'own':
      return matching(PRINTABLE, trimmed);
  }
}

function matching(pattern: RegExp, code: string): NormalizedBarcode {
  return pattern.test(code) ? { ok: true, code } : { ok: false, reason: 'FORMAT' };
}

function normalizeGtin(
  text: string,
  length: number,
  canonical: (code: string) => string = (code) => code,
): NormalizedBarcode {
  const code = withoutSeparators(text);
  if (code.length !== length || !DIGITS.test(code)) {
    return { ok: false, reason: 'FORMAT' };
  }
  if (!hasValidCheckDigit(code)) {
    return { ok: false, reason: 'CHECK_DIGIT', expectedCheckDigit: checkDigit(code.slice(0, -1)) };
  }
  return { ok: true, code: canonical(code) };
}

function normalizeUpcE(text: string): NormalizedBarcode {
  const code = withoutSeparators(text);
  const upcA = upcAOfBody(code);
  if (upcA === null) {
    return { ok: false, reason: 'FORMAT' };
  }
  if (expandUpcE(code) === null) {
    return { ok: false, reason: 'CHECK_DIGIT', expectedCheckDigit: Number(upcA.at(-1)) };
  }
  return { ok: true, code: `0${upcA}` };
}

function withoutSeparators(text: string): string {
  return text.replace(/[\s-]/g, '');
}

/**
 * Guesses the kind of a code that is typed or scanned for a new product. A code with the length of a GTIN counts as
 * one even if its check digit is wrong, so that normalizing it reports the wrong digit. Short codes and codes beyond
 * ASCII are the shop's own; the rest is Code 128.
 */
export function guessBarcodeKind(text: string): BarcodeKind {
  const trimmed = text.trim();
  const code = withoutSeparators(trimmed);
  if (DIGITS.test(code)) {
    switch (code.length) {
      case 8:
        return !hasValidCheckDigit(code) && expandUpcE(code) !== null ? 'upce' : 'ean8';
      case 12:
        return 'upca';
      case 13:
        return 'ean13';
      case 14:
        return 'itf14';
    }
  }
  return trimmed.length >= SHORTEST_TRADE_CODE && PRINTABLE_ASCII.test(trimmed) ? 'code128' : 'own';
}

/**
 * The stored codes that a scanned or typed text can match, in the order to try them: the text itself; the EAN-13 of
 * a UPC-A, UPC-E or GTIN-14; the EAN-8 that a scanner padded with zeros; upper case, for a Code 39 read with Caps
 * Lock on. Eight digits are an EAN-8 if one is known, otherwise a UPC-E.
 *
 * @returns distinct codes; none for a blank text
 */
export function lookupCandidates(scanned: string): string[] {
  const text = scanned.trim();
  if (text === '') {
    return [];
  }
  const candidates = new Set([text]);
  const digits = withoutSeparators(text);
  if (DIGITS.test(digits)) {
    for (const gtin of gtinForms(digits)) {
      candidates.add(gtin);
    }
  } else if (CODE_39.test(text.toUpperCase())) {
    candidates.add(text.toUpperCase());
  }
  return [...candidates];
}

function gtinForms(digits: string): string[] {
  if (digits.length >= 6 && digits.length <= 8) {
    const upcA = expandUpcE(digits);
    return upcA === null ? [digits] : [digits, `0${upcA}`];
  }
  if (!hasValidCheckDigit(digits)) {
    return [digits];
  }
  switch (digits.length) {
    case 12:
      return [digits, ...ean13Forms(`0${digits}`)];
    case 13:
      return ean13Forms(digits);
    case 14:
      return digits.startsWith('0') ? [digits, ...ean13Forms(digits.slice(1))] : [digits];
    default:
      return [digits];
  }
}

/** An EAN-13, and the EAN-8 that it contains after five zeros (leading zeros do not change the check digit). */
function ean13Forms(ean13: string): string[] {
  return ean13.startsWith('00000') ? [ean13, ean13.slice(5)] : [ean13];
}
