import { refuse } from '#shared/contract/refusals';
import { MAX_MINOR } from '#shared/kernel/money';
import { MAX_QUANTITY_MILLI } from '#shared/kernel/quantity';
import type { CostLevel, MovedCost } from './stock-cost';

/**
 * The limit of a product's (and batch's) stock at one location and in total, in thousandths, above or below zero: a
 * hundred times the largest quantity that can be received or sold at once.
 */
const MAX_LEVEL_MILLI = 100 * MAX_QUANTITY_MILLI;

/** The product named by a refusal; looked up only when needed. */
type Goods = () => { productName: string; unit: string };

/** @throws QUANTITY_TOO_LARGE when a movement takes a level beyond its limit, away from zero. */
export function assertLevelFits(goods: Goods, beforeMilli: number, quantityMilli: number): void {
  const afterMilli = beforeMilli + quantityMilli;
  // A level beyond the limit may still move towards zero.
  if (Math.abs(afterMilli) <= MAX_LEVEL_MILLI || Math.abs(afterMilli) < Math.abs(beforeMilli)) return;
  const atMostMilli = Math.max(MAX_LEVEL_MILLI - beforeMilli * Math.sign(quantityMilli), 0);
  throw refuse('QUANTITY_TOO_LARGE', { ...goods(), atMostMilli });
}

/**
 * The cost of a movement and its effect on a level.
 * @throws STOCK_VALUE_TOO_LARGE when one of its amounts is too large to calculate exactly
 */
export function costWithinLimits(goods: Goods, level: CostLevel, cost: () => MovedCost): MovedCost {
  const moved = exactOrNull(cost);
  if (
    moved &&
    Math.abs(moved.valueMinor) <= MAX_MINOR &&
    moved.heldMinor <= MAX_MINOR &&
    level.belowZeroMinor + moved.belowZeroChangeMinor <= MAX_MINOR
  ) {
    return moved;
  }
  throw refuse('STOCK_VALUE_TOO_LARGE', { productName: goods().productName });
}

/** Null if a result is beyond the exact integer range. */
function exactOrNull(calculate: () => MovedCost): MovedCost | null {
  try {
    return calculate();
  } catch (error) {
    if (error instanceof RangeError) return null;
    throw error;
  }
}
