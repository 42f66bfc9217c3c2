import { parseDecimal } from './decimal';

/** Every quantity is an integer of thousandths of its unit. */
export const MILLI_PER_UNIT = 1000;

/**
 * The largest quantity (thousandths) of one line, count or movement: ten million units. With the largest price it can be
 * multiplied exactly, and hundreds of thousands of such quantities can be added.
 */
export const MAX_QUANTITY_MILLI = 10_000_000_000;

const MILLI_DECIMALS = 3;

/** What goods are counted or measured in, and how many decimals a quantity of it may have. */
export const UNITS = {
  piece: { decimals: 0 },
  pack: { decimals: 0 },
  kg: { decimals: 3 },
  g: { decimals: 0 },
  l: { decimals: 3 },
  ml: { decimals: 0 },
  m: { decimals: 3 },
} as const satisfies Record<string, { decimals: number }>;

/** A unit of measure of the catalogue. */
export type UnitOfMeasure = keyof typeof UNITS;

/** Whether a quantity is one that its unit allows: 1500 is good for kg, but there is no piece and a half. */
export function isWholeEnough(quantityMilli: number, unit: UnitOfMeasure): boolean {
  const smallestMilli = 10 ** (MILLI_DECIMALS - UNITS[unit].decimals);
  return Number.isSafeInteger(quantityMilli) && quantityMilli % smallestMilli === 0;
}

/** Whether goods of this unit are weighed or measured, so that one of them is no usual quantity. */
export function isMeasured(unit: UnitOfMeasure): boolean {
  return unit !== 'piece' && unit !== 'pack';
}

/**
 * Reads a quantity as a person types it, with a decimal point or comma and at most 3 decimals.
 * @returns thousandths of the unit (negative with a minus sign), or null when it is no such number
 */
export function parseQuantity(text: string): number | null {
  return parseDecimal(text, MILLI_DECIMALS);
}
