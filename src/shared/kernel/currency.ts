import { parseDecimal, toNumeral } from './decimal';
import { MAX_MINOR } from './money';
import { MILLI_DECIMALS, type UnitOfMeasure } from './quantity';
import { RATE_DECIMALS } from './rate';

/** The number of decimals, in the currency's major unit, with which a unit cost is typed and shown. */
export const UNIT_COST_DECIMALS = 4;

/** The largest unit cost that is accepted, in ten-thousandths of the currency's major unit. */
export const MAX_UNIT_TEN_THOUSANDTHS = 100 * MAX_MINOR;

/** Intl's names of the units; pieces and packs have no unit sign. */
const INTL_UNITS: Partial<Record<UnitOfMeasure, string>> = {
  kg: 'kilogram',
  g: 'gram',
  l: 'liter',
  ml: 'milliliter',
  m: 'meter',
};

const formatters = new Map<string, Intl.NumberFormat>();

/**
 * The number of decimals of a currency's minor unit according to Intl: 2 for EUR, 0 for JPY, 3 for KWD.
 * @param currency an ISO 4217 code
 * @throws RangeError when it does not have the form of a code.
 */
export function minorDigits(currency: string): number {
  return formatter('en', { style: 'currency', currency }).resolvedOptions().maximumFractionDigits ?? 0;
}

/** Formats an amount in minor units as money in the locale: 1234 EUR is "€12.34" in English. */
export function formatMoney(minor: number, currency: string, locale: string): string {
  const numeral = toNumeral(minor, minorDigits(currency));
  return formatter(locale, { style: 'currency', currency }).format(numeral);
}

/**
 * Reads an amount as a person types it, with a decimal point or comma, without a currency sign.
 * @param locale the number format of the store, so that "1,234" is read as it is written there
 * @returns minor units (negative with a minus sign), or null for more decimals than the currency has, for anything
 * but one unambiguous number, and for amounts beyond MAX_MINOR
 */
export function parseMoney(text: string, currency: string, locale?: string): number | null {
  const minor = parseDecimal(text, minorDigits(currency), locale);
  return minor === null || Math.abs(minor) > MAX_MINOR ? null : minor;
}

/**
 * Formats a unit cost as money in the locale, with as many decimals as it needs: 41 ten-thousandths EUR are
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
 * decimals, for anything but one unambiguous number, and for more than MAX_UNIT_TEN_THOUSANDTHS
 */
export function parseUnitCost(text: string): number | null {
  const cost = parseDecimal(text, UNIT_COST_DECIMALS);
  return cost === null || Math.abs(cost) > MAX_UNIT_TEN_THOUSANDTHS ? null : cost;
}

/** Formats a quantity with its unit sign ("1.5 kg"); pieces and packs are plain numbers ("3"). */
export function formatQuantity(quantityMilli: number, unit: UnitOfMeasure, locale: string): string {
  const intlUnit = INTL_UNITS[unit];
  const style: Intl.NumberFormatOptions = intlUnit === undefined ? {} : { style: 'unit', unit: intlUnit };
  const options = { ...style, maximumFractionDigits: MILLI_DECIMALS };
  return formatter(locale, options).format(toNumeral(quantityMilli, MILLI_DECIMALS));
}

/** Formats a rate in thousandths of a percent for the locale: 21_000 is "21%" in English, 8125 "8.125%". */
export function formatRate(rateMilliPercent: number, locale: string): string {
  const options: Intl.NumberFormatOptions = { style: 'percent', maximumFractionDigits: RATE_DECIMALS };
  return formatter(locale, options).format(toNumeral(rateMilliPercent, RATE_DECIMALS + 2));
}

/** Caches formatters: creating one costs far more than using it, and lists use the same few again and again. */
function formatter(locale: string, options: Intl.NumberFormatOptions): Intl.NumberFormat {
  const key = JSON.stringify([locale, options]);
  const known = formatters.get(key);
  if (known !== undefined) return known;
  const made = new Intl.NumberFormat(locale, options);
  formatters.set(key, made);
  return made;
}
