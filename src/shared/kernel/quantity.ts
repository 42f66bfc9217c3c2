import { parseCount, parseDecimal } from './decimal';

/** Every quantity is an integer in thousandths of its unit. */
export const MILLI_PER_UNIT = 1000;

/**
 * The largest quantity (thousandths) of one line, count or movement: ten million units. It can be multiplied exactly by
 * the largest price, and hundreds of thousands of such quantities can be added.
 */
export const MAX_QUANTITY_MILLI = 10_000_000_000;

/** How many decimals a quantity may have. */
export const MILLI_DECIMALS = 3;

/** The units that goods are counted or measured in, with the decimals that a quantity can have. */
export const UNITS = {
  piece: { decimals: 0 },
  pack: { decimals: 0 },
  kg: { decimals: 3 },
  g: { decimals: 0 },
  l: { decimals: 3 },
  ml: { decimals: 0 },
  m: { decimals: 3 },
} as const satisfies Record<string, { decimals: number }>;

export type UnitOfMeasure = keyof typeof UNITS;

/** Whether the unit allows the quantity: 1500 is valid for kg, but not for pieces. */
export function isWholeEnough(quantityMilli: number, unit: UnitOfMeasure): boolean {
  const smallestMilli = 10 ** (MILLI_DECIMALS - UNITS[unit].decimals);
  return Number.isSafeInteger(quantityMilli) && quantityMilli % smallestMilli === 0;
}

/** Whether goods of this unit are weighed or measured, so that 1 is not a useful default quantity. */
export function isMeasured(unit: UnitOfMeasure): boolean {
  return unit !== 'piece' && unit !== 'pack';
}

/**
 * Reads a quantity as a person types it, with a decimal point or comma and at most 3 decimals.
 * @returns thousandths of the unit (negative with a minus sign), or null when it is not such a number
 */
export function parseQuantity(text: string): number | null {
  return parseDecimal(text, MILLI_DECIMALS);
}

/**
 * Reads a quantity of a unit as a person types it in a locale.
 * @returns thousandths of the unit (negative with a minus sign), or null when it is not a number that the unit allows
 */
export function parseQuantityOf(text: string, unit: UnitOfMeasure, locale: string): number | null {
  const isWhole = UNITS[unit].decimals === 0;
  const milli = isWhole ? parseCount(text, MILLI_DECIMALS, locale) : parseQuantity(text);
  return milli !== null && isWholeEnough(milli, unit) ? milli : null;
}
