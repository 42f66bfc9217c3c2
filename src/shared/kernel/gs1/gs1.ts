import { mulDivRound } from '../money';
import { parseDigitalLink } from './digital-link';
import { parseElementString } from './element-string';
import type { Gs1Fields } from './fields';

/** What a GS1 code says about a product. */
export interface Gs1Code {
  /** 14 digits with their check digit. */
  gtin: string;
  /** The batch or lot number; null where the code has none. */
  batch: string | null;
  /** The day the product expires, as YYYY-MM-DD: "use by" where it is given, else "best before". */
  expiresOn: string | null;
  /** The net weight in thousandths of a kilogram; null where the code has none. */
  weightMilli: number | null;
  /** The number of pieces, in thousandths; null where the code has no count. */
  countMilli: number | null;
  /** What it costs in the store's currency; null where the code has no price. */
  price: Gs1Price | null;
}

/** A price: `value / 10 ** decimals` of the currency's unit. */
interface Gs1Price {
  value: number;
  decimals: number;
}

type Gs1Batch = { gtin: string; batch: string; expiresOn: string | null };

/** What GS1 allows in a batch number, without the parentheses that set the AIs apart in print. */
const BATCH = /^[!"%&'*+,\-./0-9:;<=>?A-Z_a-z]{1,20}$/;
const CONTROL_CHARACTERS = /\p{Cc}/gu;
const MILLI_DIGITS = 3;
const MILLI_PER_PIECE = 1000;
/** The last digit of an AI for weight or price is the number of decimals. */
const DECIMALS = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9];

/**
 * Reads the GTIN of a product with its batch, expiry, weight, count and price from a GS1 element string or a GS1
 * Digital Link. Everything else in it is skipped.
 *
 * @param currentYear decides the century of a date: it is within 50 years before and 49 after (GS1 General
 *   Specifications, 7.12)
 * @returns null for a code without a GTIN, and for one that cannot be parsed completely
 */
export function parseGs1(code: string, currentYear: number): Gs1Code | null {
  const fields = parseDigitalLink(code) ?? parseElementString(code);
  const gtin = fields?.get('01');
  if (!fields || gtin === undefined) return null;
  const expiry = fields.get('17') ?? fields.get('15');
  const expiresOn = expiry === undefined ? null : dayOf(expiry, currentYear);
  if (expiresOn === undefined) return null;
  return {
    gtin,
    batch: fields.get('10') ?? null,
    expiresOn,
    weightMilli: weightOf(fields),
    countMilli: countOf(fields),
    price: priceOf(fields),
  };
}

/**
 * The barcode that a product can be given for a scanned code: the GTIN of a GS1 code, as an EAN-13 where it starts with
 * 0; any other code without control characters, such as FNC1, that no stored barcode has.
 */
export function storableBarcode(code: string, currentYear: number): string {
  const gtin = parseGs1(code, currentYear)?.gtin;
  return gtin?.replace(/^0/, '') ?? code.replaceAll(CONTROL_CHARACTERS, '');
}

/**
 * Writes a GS1 element string for goods of a batch as it is printed below the bars, with the AIs in parentheses:
 * (01) GTIN, (17) expiry, (10) batch. The batch is last, so that no separator is needed.
 *
 * @param gtin 8 to 14 digits with their check digit
 * @param expiresOn YYYY-MM-DD
 * @returns null where GS1 does not allow the batch number (20 letters, digits and signs of its own set)
 */
export function composeGs1({ gtin, batch, expiresOn }: Gs1Batch): string | null {
  if (!BATCH.test(batch)) return null;
  const expiry = expiresOn === null ? '' : `(17)${expiresOn.slice(2).replaceAll('-', '')}`;
  return `(01)${gtin.padStart(14, '0')}${expiry}(10)${batch}`;
}

/** YYMMDD; a day of 00 is the last one of its month. Undefined for a 29 February of a year without one. */
function dayOf(digits: string, currentYear: number): string | undefined {
  const year = yearOf(Number(digits.slice(0, 2)), currentYear);
  const [month, day] = [Number(digits.slice(2, 4)), Number(digits.slice(4, 6))];
  const date = new Date(0);
  date.setUTCFullYear(year, day === 0 ? month : month - 1, day);
  return date.getUTCMonth() === month - 1 ? date.toISOString().slice(0, 10) : undefined;
}

function yearOf(twoDigits: number, currentYear: number): number {
  const year = currentYear - (currentYear % 100) + twoDigits;
  if (year - currentYear >= 50) return year - 100;
  return currentYear - year > 50 ? year + 100 : year;
}

function weightOf(fields: Gs1Fields): number | null {
  const field = withDecimals(fields, '310');
  return field && mulDivRound(Number(field.value), 10 ** MILLI_DIGITS, 10 ** field.decimals);
}

function countOf(fields: Gs1Fields): number | null {
  const digits = fields.get('30');
  return digits === undefined ? null : Number(digits) * MILLI_PER_PIECE;
}

function priceOf(fields: Gs1Fields): Gs1Price | null {
  const field = withDecimals(fields, '392');
  const value = Number(field?.value);
  return field && Number.isSafeInteger(value) ? { value, decimals: field.decimals } : null;
}

function withDecimals(fields: Gs1Fields, name: string): { value: string; decimals: number } | null {
  for (const decimals of DECIMALS) {
    const value = fields.get(`${name}${decimals}`);
    if (value !== undefined) return { value, decimals };
  }
  return null;
}
