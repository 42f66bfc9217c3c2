const ARABIC_ZERO = 0x0660;
const PERSIAN_ZERO = 0x06f0;

/** Digits without groups and with at most one decimal point or comma: "12", "12.5", ",5", "12,". */
const PLAIN = /^(\d*)(?:[.,](\d*))?$/;

/** A number that every locale with groups writes with a separator. */
const THOUSANDS = 1_000_000;

/** More decimals than any value has; enough to read a number whose decimals are too many. */
const MOST_DECIMALS = 20;

/** Groups of three digits with one kind of separator, then optional decimals with another: "1.234.567,89". */
const GROUPED = /^(\d{1,3}(?:([ '.,])\d{3})(?:\2\d{3})*)(?:(?!\2)[.,](\d*))?$/;

/** The fewest decimals with which the digits of a group of thousands could be decimals. */
const GROUP_DIGITS = 3;

/**
 * Parses typed or pasted text as a scaled integer, without floats: "1,5" with 3 decimals is 1500. Both point and
 * comma are accepted as the decimal sign, whatever the locale. Groups of thousands are accepted where they cannot be
 * mistaken for decimals; ambiguous text is refused ("1.234" with 2 decimals), unless it is grouped as the locale does.
 * @param decimals how many decimals the value may have; also its scale
 * @param locale where its separator of thousands decides: with 2 decimals, "1,234" is 1234 in English
 * @returns the value x 10^decimals, or null for anything but one such number
 */
export function parseDecimal(text: string, decimals: number, locale?: string): number | null {
  const scaled = scaledOf(text, decimals, locale);
  return scaled !== null && Number.isSafeInteger(scaled) ? scaled : null;
}

/**
 * Like {@link parseDecimal}, for a value that is counted in whole numbers: the locale's separator of thousands is never
 * a decimal sign, so "1,000" is a thousand in English, but 1 in German.
 */
export function parseCount(text: string, decimals: number, locale: string): number | null {
  const group = groupSign(locale);
  const isGrouped = group !== null && toLatin(text).includes(group);
  const whole = isGrouped ? parseDecimal(text, 0) : null;
  if (whole === null) return parseDecimal(text, decimals);
  const scaled = whole * 10 ** decimals;
  return Number.isSafeInteger(scaled) ? scaled : null;
}

/** Whether text is one number with more decimals than a value may have: "1.2345" with 2 decimals. */
export function hasTooManyDecimals(text: string, decimals: number, locale?: string): boolean {
  return scaledOf(text, decimals, locale) === null && scaledOf(text, MOST_DECIMALS) !== null;
}

/** Whether text is one number, as parseDecimal reads it, beyond a largest scaled value or below its negative. */
export function exceeds(text: string, decimals: number, most: number): boolean {
  return Math.abs(scaledOf(text, decimals) ?? 0) > most;
}

/** The value of a text x 10^decimals, inexact where it is beyond the safe integers; null for anything else. */
function scaledOf(text: string, decimals: number, locale?: string): number | null {
  const plainText = toLatin(text);
  const negative = plainText.startsWith('-');
  const unsigned = negative ? plainText.slice(1).trimStart() : plainText;
  const parts =
    plainParts(unsigned, decimals) ??
    groupedParts(unsigned, decimals, decimals < GROUP_DIGITS && locale ? groupSign(locale) : null);
  if (parts === null) return null;
  const scaled = Number(parts.whole + parts.fraction.padEnd(decimals, '0'));
  return negative ? 0 - scaled : scaled;
}

/**
 * Writes a scaled integer as an exact decimal numeral, which Intl.NumberFormat accepts without rounding it to a
 * float: 1234 with 2 decimals is "12.34".
 */
export function toNumeral(scaled: number, decimals: number): Intl.StringNumericLiteral {
  const digits = String(Math.abs(scaled)).padStart(decimals + 1, '0');
  const whole = digits.slice(0, digits.length - decimals);
  const numeral = decimals === 0 ? whole : `${whole}.${digits.slice(-decimals)}`;
  return `${scaled < 0 ? '-' : ''}${numeral}` as Intl.StringNumericLiteral;
}

interface Parts {
  whole: string;
  fraction: string;
}

function plainParts(text: string, decimals: number): Parts | null {
  const match = PLAIN.exec(text);
  if (match === null) return null;
  const [, whole = '', fraction = ''] = match;
  return whole + fraction === '' || fraction.length > decimals ? null : { whole, fraction };
}

/** @param ownGroup the separator of thousands that is never a decimal sign; null if any could be one */
function groupedParts(text: string, decimals: number, ownGroup: string | null): Parts | null {
  const match = GROUPED.exec(text);
  if (match === null) return null;
  const [, grouped = '', separator = '', fraction] = match;
  const groups = grouped.split(separator);
  const couldBeDecimals = groups.length === 2 && fraction === undefined && decimals > 0;
  const isDecimalSign = (separator === '.' || separator === ',') && separator !== ownGroup;
  if (couldBeDecimals && isDecimalSign) return null;
  if ((fraction ?? '').length > decimals) return null;
  return { whole: groups.join(''), fraction: fraction ?? '' };
}

/** The separator of thousands of a locale, as {@link toLatin} writes it. */
function groupSign(locale: string): string | null {
  const parts = new Intl.NumberFormat(locale).formatToParts(THOUSANDS);
  const group = parts.find(({ type }) => type === 'group');
  // Without the digits around it, a separator that is a space would be trimmed.
  return group ? toLatin(`0${group.value}0`).slice(1, -1) : null;
}

/** Converts digits, signs and separators of other scripts, and the spaces that Intl writes, to ASCII. */
export function toLatin(text: string): string {
  return text
    .replace(/[\u200e\u200f\u061c]/g, '')
    .trim()
    .replace(/[\u0660-\u0669]/g, (digit) => String(digit.charCodeAt(0) - ARABIC_ZERO))
    .replace(/[\u06f0-\u06f9]/g, (digit) => String(digit.charCodeAt(0) - PERSIAN_ZERO))
    .replace(/\u066b/g, ',')
    .replace(/[\u066c\u2019]/g, "'")
    .replace(/\u2212/g, '-')
    .replace(/\s/g, ' ');
}
