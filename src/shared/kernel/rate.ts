import { parseDecimal } from './decimal';

/** Every rate is an integer in thousandths of a percent. */
export const MILLI_PER_PERCENT = 1000;

/** 100 %. */
export const FULL_MILLI_PERCENT = 100_000;

/** How many decimals a rate in percent may have. */
export const RATE_DECIMALS = 3;

/**
 * Reads a rate in percent as a person types it, with or without the percent sign and with at most 3 decimals.
 * @returns thousandths of a percent ("5.5" is 5500; negative with a minus sign), or null
 */
export function parseRate(text: string): number | null {
  return parseDecimal(text.replace(/\s*%\s*$/, ''), RATE_DECIMALS);
}
