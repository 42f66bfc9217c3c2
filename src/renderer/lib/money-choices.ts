import { minorDigits } from '#shared/kernel/currency';
import { FULL_MILLI_PERCENT, parseRate } from '#shared/kernel/rate';

/** Parses typed rates into thousandths of a percent; null if one cannot be read. */
export function ratesOf(typed: readonly string[]): number[] | null {
  const rates = typed.map(parseRate);
  const good = rates.filter(
    (rate): rate is number => rate !== null && rate >= 0 && rate <= FULL_MILLI_PERCENT,
  );
  return good.length === rates.length ? [...new Set(good)] : null;
}

/** The typed rates that cannot be read or are out of range. */
export function wrongRates(typed: readonly string[]): string[] {
  return typed.filter((rate) => ratesOf([rate]) === null);
}

/** The steps to which cash can be rounded in a currency, in minor units; 0 means no rounding. */
export function cashStepsOf(currency: string): number[] {
  const unit = 10 ** minorDigits(currency);
  return [0, ...[5, 10, 20, 50, 100, 500].filter((step) => step <= 5 * unit)];
}
