import { parseDecimal, toNumeral } from './decimal';
import { MAX_MINOR } from './money';
import type { UnitOfMeasure } from './quantity';
import { RATE_DECIMALS } from './rate';

const MILLI_DECIMALS = 3;

/** How many decimals of the currency's major unit a unit cost is typed and shown with. */
export const UNIT_COST_DECIMALS = 4;

/** The largest unit cost that can be given, in ten-thousandths of the currency's major unit. */
export const MAX_UNIT_TEN_THOUSANDTHS = 100 * MAX_MINOR;

/** How Intl calls the units it can name; pieces and packs have no unit sign. */
const INTL_UNITS: Partial<Record<UnitOfMeasure, string>> = {
  kg: 'kilogram',
  g: 'gram',
  l: 'liter',
  ml: 'milliliter',
  m: 'meter',
};

const formatters = new Map<string, Intl.NumberFormat>();

/**
 * How many decimals a currency's minor unit stands for: 2 for EUR, 0 for JPY, 3 for KWD (as Intl knows it).
 * @param currency an ISO 4217 code
 * @throws RangeError for what is not of the form of a code.
 */
export function minorDigits(currency: string): number {
  return formatter('en', { style: 'currency', currency }).resolvedOptions().maximumFractionDigits ?? 0;
}

/** An amount of minor units as people of the locale write money: 1234 EUR is "€12.34" in English. */
export function formatMoney(minor: number, currency: string, locale: string): string {
  const numeral = toNumeral(minor, minorDigits(currency));
  return formatter(locale, { style: 'currency', currency }).format(numeral);
}

/**
 * Reads an amount as a person types it, with a decimal point or comma, without a currency sign.
 * @returns minor units (negative with a minus sign), or null for more decimals than the currency has, for
 * what is no number or could be two, and for amounts beyond MAX_MINOR
 */
export function parseMoney(text: string, currency: string): number | null {
  const minor = parseDecimal(text, minorDigits(currency));
  return minor === null || Math.abs(minor) > MAX_MINOR ? null : minor;
}

/**
 * A unit cost as people of the locale write money, with as many decimals as it needs: 41 ten-thousandths EUR are
 * "€0.0041" in English, 11600 are "€1.16".
 */
export function formatUnitCost(tenThousandths: number, currency: string, locale: string): string {
  return formatter(locale, {
    style: 'currency',
    currency,
    maximumFractionDigits: Math.max(UNIT_COST_DECIMALS, minorDigits(currency)),
  }).format(toNumeral(tenThousandths, UNIT_COST_DECIMALS));
}

/**
 * Reads a unit cost as a person types it, without a currency sign.
 * @returns ten-thousandths of the major unit ("0.0041" is 41; negative with a minus sign), or null for more than 4
 * decimals, for what is no number or could be two, and for more than MAX_UNIT_TEN_THOUSANDTHS
 */
export function parseUnitCost(text: string): number | null {
  const cost = parseDecimal(text, UNIT_COST_DECIMALS);
  return cost === null || Math.abs(cost) > MAX_UNIT_TEN_THOUSANDTHS ? null : cost;
}

/** A quantity with the sign of its unit ("1.5 kg"); pieces and packs are bare numbers ("3"). */
export function formatQuantity(quantityMilli: number, unit: UnitOfMeasure, locale: string): string {
  const intlUnit = INTL_UNITS[unit];
  const style: Intl.NumberFormatOptions = intlUnit === undefined ? {} : { style: 'unit', unit: intlUnit };
  const options = { ...style, maximumFractionDigits: MILLI_DECIMALS };
  return formatter(locale, options).format(toNumeral(quantityMilli, MILLI_DECIMALS));
}

/** A rate in thousandths of a percent as the locale writes it: 21_000 is "21%" in English, 8125 "8.125%". */
export function formatRate(rateMilliPercent: number, locale: string): string {
  const options: Intl.NumberFormatOptions = { style: 'percent', maximumFractionDigits: RATE_DECIMALS };
  return formatter(locale, options).format(toNumeral(rateMilliPercent, RATE_DECIMALS + 2));
}

/** Making a formatter costs far more than using one, and lists use the same few over and over. */
function formatter(locale: string, options: Intl.NumberFormatOptions): Intl.NumberFormat {
  const key = JSON.stringify([locale, options]);
  const known = formatters.get(key);
  if (known !== undefined) return known;
  const made = new Intl.NumberFormat(locale, options);
  formatters.set(key, made);
  return made;
}
