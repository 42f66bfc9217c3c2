import { formatMoney, formatQuantity, formatRate, formatUnitCost } from './currency';
import { toNumeral } from './decimal';
import type { UnitOfMeasure } from './quantity';
import { unitCostOf } from './unit-cost';

/** How a store writes values, on screen and on paper. */
export interface Formats {
  /** An amount of minor units with the currency symbol. */
  money: (minor: number) => string;
  /** The cost per unit, from the total value in minor units and the quantity in thousandths (not 0). */
  unitCost: (valueMinor: number, quantityMilli: number) => string;
  /** Thousandths with the symbol of their unit; pieces and packs are bare numbers. */
  quantity: (milli: number, unit: UnitOfMeasure) => string;
  /** Thousandths as a bare number. */
  number: (milli: number) => string;
  /** A whole number, such as a count of rows or people. */
  count: (value: number) => string;
  /** Thousandths of a percent, with the percent sign. */
  rate: (milliPercent: number) => string;
  /** A day, from an instant (in the store's zone) or from YYYY-MM-DD (as it is). */
  day: (when: number | string) => string;
  /** The time of day of an instant, in the store's zone. */
  time: (at: number) => string;
  dateTime: (at: number) => string;
  /** The same with the month in full, as documents are dated. */
  longDateTime: (at: number) => string;
}

interface Ways {
  currency: string;
  locale: string;
  timeZone: string;
}

const known = new Map<string, Formats>();

/**
 * The formats of a store. Its zone applies to instants; a bare day has none. The formats are cached, because
 * creating them costs far more than using them, and each line of a list needs the same ones.
 */
export function formatsOf({ currency, locale, timeZone }: Ways): Formats {
  const key = JSON.stringify([currency, locale, timeZone]);
  const formats = known.get(key) ?? makeFormats({ currency, locale, timeZone });
  known.set(key, formats);
  return formats;
}

function makeFormats({ currency, ...ways }: Ways): Formats {
  // Before a store is created it has no locale or zone; the machine's own are used until then.
  const locale = ways.locale || Intl.DateTimeFormat().resolvedOptions().locale;
  const timeZone = ways.timeZone || undefined;
  const number = new Intl.NumberFormat(locale, { maximumFractionDigits: 3 });
  const dayOfInstant = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeZone });
  const bareDay = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeZone: 'UTC' });
  const time = new Intl.DateTimeFormat(locale, { timeStyle: 'short', timeZone });
  const dateTime = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'short', timeZone });
  const longDateTime = new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeStyle: 'short', timeZone });
  return {
    money: (minor) => withMinus(formatMoney(minor, currency, locale)),
    unitCost: (valueMinor, quantityMilli) =>
      formatUnitCost(unitCostOf(valueMinor, quantityMilli, currency), currency, locale),
    quantity: (milli, unit) => unbroken(formatQuantity(milli, unit, locale)),
    number: (milli) => number.format(toNumeral(milli, 3)),
    count: (value) => number.format(value),
    rate: (milliPercent) => formatRate(milliPercent, locale),
    day: (when) =>
      typeof when === 'number' ? dayOfInstant.format(when) : bareDay.format(Date.parse(`${when}T00:00:00Z`)),
    time: (at) => time.format(at),
    dateTime: (at) => dateTime.format(at),
    longDateTime: (at) => longDateTime.format(at),
  };
}

/** Writes a value with its sign, a plus too. */
export const signed = (value: number, text: string): string => (value > 0 ? `+${text}` : withMinus(text));

/** Replaces the hyphen with a minus sign, which is as wide as a plus. */
const withMinus = (text: string): string => text.replace('-', '−');

/** Keeps a number and its unit in one line. */
const unbroken = (text: string): string => text.replaceAll(' ', '\u00a0');
