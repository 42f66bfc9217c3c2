import { hasValidCheckDigit } from './barcode';
import { mulDivRound } from './money';

/** What a GS1 code says of the goods that bear it. */
export interface Gs1Code {
  /** 14 digits with their check digit. */
  gtin: string;
  /** The batch or lot number; null where the code has none. */
  batch: string | null;
  /** The day the goods expire, as YYYY-MM-DD: "use by" where it is there, else "best before". */
  expiresOn: string | null;
  /** The net weight in thousandths of a kilogram; null where none is there. */
  weightMilli: number | null;
  /** How many pieces, in thousandths; null where the code has no count. */
  countMilli: number | null;
}

type Gs1Batch = { gtin: string; batch: string; expiresOn: string | null };

/** What GS1 lets a batch's number be made of, without the parentheses that a printed one is set apart by. */
const BATCH = /^[!"%&'*+,\-./0-9:;<=>?A-Z_a-z]{1,20}$/;
/** FNC1 between two fields, as scanners send it. */
const SEPARATOR = '\u001d';
/** What some scanners send first to say that a code is of GS1: Code 128, DataBar, Data Matrix, QR. */
const SYMBOLOGY = /^\](C1|e0|d2|Q3)/;
/** Fields whose length is laid down, by the first two digits of their name, the name included. */
const FIXED_LENGTHS: Readonly<Record<string, number>> = {
  '00': 20,
  '01': 16,
  '02': 16,
  '11': 8,
  '12': 8,
  '13': 8,
  '15': 8,
  '16': 8,
  '17': 8,
  '20': 4,
  '31': 10,
  '32': 10,
  '33': 10,
  '34': 10,
  '35': 10,
  '36': 10,
  '41': 16,
};
const MILLI_DIGITS = 3;

/**
 * Reads a GS1 element string that names goods by their GTIN, with batch, expiry, weight or count (GS1 General
 * Specifications, 3 and 7.8). Of dates the century is this one.
 *
 * @param code as scanned, with FNC1 as 0x1D; a symbology identifier in front may be there
 * @returns null for what is no such code; what comes after a field that cannot be told apart is left out
 */
export function parseGs1(code: string): Gs1Code | null {
  const fields = fieldsOf(code.trim().replace(SYMBOLOGY, ''));
  const gtin = fields.get('01');
  if (gtin === undefined || !/^\d{14}$/.test(gtin) || !hasValidCheckDigit(gtin)) return null;
  return {
    gtin,
    batch: fields.get('10') ?? null,
    expiresOn: dayOf(fields.get('17')) ?? dayOf(fields.get('15')),
    weightMilli: weightOf(fields),
    countMilli: countOf(fields.get('30')),
  };
}

/**
 * Writes a GS1 element string for goods of a batch, with the names of its fields in parentheses, as it is
 * printed below the bars: (01) GTIN, (17) expiry, (10) batch. The batch comes last, so that no separator is due.
 *
 * @param gtin 8 to 14 digits with their check digit
 * @param expiresOn YYYY-MM-DD
 * @returns null where GS1 does not allow the batch's number (20 letters, digits and signs of its own set)
 */
export function composeGs1({ gtin, batch, expiresOn }: Gs1Batch): string | null {
  if (!BATCH.test(batch)) return null;
  const expiry = expiresOn === null ? '' : `(17)${expiresOn.slice(2).replaceAll('-', '')}`;
  return `(01)${gtin.padStart(14, '0')}${expiry}(10)${batch}`;
}

/** The fields by their names of two digits, or of four for measures, whose last digit says the decimals. */
function fieldsOf(text: string): Map<string, string> {
  const fields = new Map<string, string>();
  for (let rest = withoutSeparator(text); rest !== ''; ) {
    const start = rest.slice(0, 2);
    const fixed = FIXED_LENGTHS[start];
    const end = rest.indexOf(SEPARATOR);
    const length = fixed ?? (end < 0 ? rest.length : end);
    const name = /^3[1-6]/.test(start) ? rest.slice(0, 4) : start;
    if (length > rest.length || !(fixed || ['10', '21', '30', '37'].includes(name))) break;
    fields.set(name, rest.slice(name.length, length));
    rest = withoutSeparator(rest.slice(length));
  }
  return fields;
}

function withoutSeparator(text: string): string {
  return text.startsWith(SEPARATOR) ? text.slice(1) : text;
}

/** YYMMDD; a day of 00 is the last one of its month. */
function dayOf(digits: string | undefined): string | null {
  const parts = /^(\d\d)(\d\d)(\d\d)$/.exec(digits ?? '');
  if (!parts) return null;
  const [year, month, day] = [2000 + Number(parts[1]), Number(parts[2]), Number(parts[3])];
  const date = new Date(day === 0 ? Date.UTC(year, month, 0) : Date.UTC(year, month - 1, day));
  const isThatDay = month >= 1 && month <= 12 && date.getUTCMonth() === month - 1;
  return isThatDay ? date.toISOString().slice(0, 10) : null;
}

function weightOf(fields: ReadonlyMap<string, string>): number | null {
  for (let decimals = 0; decimals <= 5; decimals += 1) {
    const digits = fields.get(`310${decimals}`);
    if (digits !== undefined && /^\d{6}$/.test(digits)) {
      return mulDivRound(Number(digits), 10 ** MILLI_DIGITS, 10 ** decimals);
    }
  }
  return null;
}

function countOf(digits: string | undefined): number | null {
  return digits !== undefined && /^\d{1,8}$/.test(digits) ? Number(digits) * 10 ** MILLI_DIGITS : null;
}
