import type { Product } from '#shared/contract/catalogue';
import type { ImportChoices, ImportReason } from '#shared/contract/imports';
import { parseDecimal, toLatin } from '#shared/kernel/decimal';
import type { UnitOfMeasure } from '#shared/kernel/quantity';

type DecimalSign = ImportChoices['decimalSign'];

type ReadNumber =
  | { ok: true; scaled: number }
  | { ok: false; reason: Extract<ImportReason, 'NOT_A_NUMBER' | 'NEGATIVE' | 'TOO_LARGE' | 'TOO_FINE'> };

interface Numeral {
  /** The decimal separator; the other sign groups thousands. */
  decimalSign: DecimalSign;
  /** The number of decimals allowed, which is also the value's scale. */
  decimals: number;
  /** The largest value, scaled. */
  atMost: number;
}

const NUMERALS: Record<DecimalSign, RegExp> = {
  point: /^-?(\d+|\d{1,3}(,\d{3})+)?(\.\d*)?$/,
  comma: /^-?(\d+|\d{1,3}(\.\d{3})+)?(,\d*)?$/,
};

const UNIT_WORDS: Record<UnitOfMeasure, readonly string[]> = {
  piece: ['piece', 'pieces', 'pc', 'pcs', 'ea', 'each', 'item', 'unit', 'units', 'st', 'stk', 'stück'],
  pack: ['pack', 'packs', 'pk', 'box', 'case', 'packet'],
  kg: ['kg', 'kilo', 'kilos', 'kilogram', 'kilograms', 'kgs'],
  g: ['g', 'gr', 'gram', 'grams', 'gramme'],
  l: ['l', 'lt', 'ltr', 'litre', 'liter', 'litres', 'liters'],
  ml: ['ml', 'millilitre', 'milliliter', 'millilitres', 'milliliters'],
  m: ['m', 'mtr', 'metre', 'meter', 'metres', 'meters'],
};

const STATUS_WORDS: Record<Product['status'], readonly string[]> = {
  active: ['active', 'yes', 'y', 'true', '1', 'on', 'enabled', 'published'],
  inactive: ['inactive', 'no', 'n', 'false', '0', 'off', 'disabled', 'draft'],
  archived: ['archived', 'discontinued', 'deleted'],
};

/**
 * Reads a number of a file with a known decimal separator: "1.234,50 €" with a comma is 1234.50. Currency
 * signs, a percent sign, spaces and grouping are skipped; a minus makes it negative, which no field allows.
 */
export function readNumber(cell: string, { decimalSign, decimals, atMost }: Numeral): ReadNumber {
  const text = toLatin(cell)
    .replace(/^[\p{Sc}%]|^\p{Lu}{3}(?=[\s\d-])|[\p{Sc}%]$|\p{Lu}{3}$/gu, '')
    .replace(/[\s']/g, '');
  if (!(NUMERALS[decimalSign].test(text) && /\d/.test(text))) return { ok: false, reason: 'NOT_A_NUMBER' };
  const ungrouped =
    decimalSign === 'point' ? text.replaceAll(',', '') : text.replaceAll('.', '').replace(',', '.');
  const isNegative = ungrouped.startsWith('-');
  const shortest = ungrouped.replace('-', '').replace(/(\.\d*?)0+$/, '$1');
  const [whole = '', fraction = ''] = shortest.split('.');
  if (isNegative && /[1-9]/.test(shortest)) return { ok: false, reason: 'NEGATIVE' };
  if (fraction.length > decimals) return { ok: false, reason: 'TOO_FINE' };
  const scaled = parseDecimal(`${whole || '0'}.${fraction}`, decimals);
  return scaled === null || scaled > atMost ? { ok: false, reason: 'TOO_LARGE' } : { ok: true, scaled };
}

/** The unit that a word means; null if unknown. */
export function readUnit(cell: string): UnitOfMeasure | null {
  return wordFor(UNIT_WORDS, cell);
}

/** The status that a word means; null if unknown. */
export function readStatus(cell: string): Product['status'] | null {
  return wordFor(STATUS_WORDS, cell);
}

/**
 * The decimal separator of cells with numbers; the locale's if the cells do not decide it.
 * @param cells rates separate from money and quantities
 */
export function guessDecimalSign(
  { amounts, rates }: { amounts: readonly string[]; rates: readonly string[] },
  locale: string,
): DecimalSign {
  const count = (cells: readonly string[], pattern: RegExp) =>
    cells.filter((cell) => pattern.test(cell)).length;
  // Three digits after a separator may be a group of thousands, but not in a rate, which is at most 100 %.
  const points = count(amounts, /\d\.(\d{1,2}|\d{4,})\D*$/) + count(rates, /\d\.\d+\D*$/);
  const commas = count(amounts, /\d,(\d{1,2}|\d{4,})\D*$/) + count(rates, /\d,\d+\D*$/);
  if (points !== commas) return points > commas ? 'point' : 'comma';
  const sign = new Intl.NumberFormat(locale).formatToParts(1.5).find(({ type }) => type === 'decimal')?.value;
  return sign === ',' ? 'comma' : 'point';
}

function wordFor<Meaning extends string>(
  words: Record<Meaning, readonly string[]>,
  cell: string,
): Meaning | null {
  const word = cell.trim().toLowerCase().replace(/\.$/, '');
  const found = Object.entries<readonly string[]>(words).find(([, all]) => all.includes(word));
  return (found?.[0] as Meaning | undefined) ?? null;
}
