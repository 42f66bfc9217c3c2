import { formatMoney, formatQuantity, formatRate, formatUnitCost } from '#shared/kernel/currency';
import { toNumeral } from '#shared/kernel/decimal';
import type { UnitOfMeasure } from '#shared/kernel/quantity';
import { unitCostOf } from '#shared/kernel/unit-cost';
import { useStore } from './store-status';

/** The store's formats for displayed values. */
export interface Format {
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
}

interface Ways {
  currency: string;
  locale: string;
  timeZone: string;
}

const known = new Map<string, Format>();

/**
 * The formats of a store. Its zone applies to instants; a bare day has none. The formats are cached, because
 * creating them costs far more than using them, and each line of a list needs the same ones.
 */
export function formatsOf({ currency, locale, timeZone }: Ways): Format {
  const key = JSON.stringify([currency, locale, timeZone]);
  const formats = known.get(key) ?? makeFormats({ currency, locale, timeZone });
  known.set(key, formats);
  return formats;
}

function makeFormats({ currency, ...ways }: Ways): Format {
  // Before a store is created it has no locale or zone; the machine's own are used until then.
  const locale = ways.locale || navigator.language;
  const timeZone = ways.timeZone || undefined;
  const number = new Intl.NumberFormat(locale, { maximumFractionDigits: 3 });
  const dayOfInstant = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeZone });
  const bareDay = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeZone: 'UTC' });
  const time = new Intl.DateTimeFormat(locale, { timeStyle: 'short', timeZone });
  const dateTime = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'short', timeZone });
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
  };
}

/** Replaces the hyphen with a minus sign, which is as wide as a plus. */
export const withMinus = (text: string): string => text.replace('-', '−');

/** Keeps a number and its unit in one line. */
const unbroken = (text: string): string => text.replaceAll(' ', '\u00a0');

/** The formats of this store for money, quantities, rates and times. */
export function useFormat(): Format {
  return formatsOf(useStore());
}
