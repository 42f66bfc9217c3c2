import { refuse } from '#shared/contract/refusals';
import { MAX_MINOR } from '#shared/kernel/money';
import { MAX_QUANTITY_MILLI } from '#shared/kernel/quantity';
import type { CostLevel, MovedCost } from './stock-cost';

/**
 * What there may be of a product (and batch) at one place and over all, in thousandths, above or below zero: a hundred
 * times the largest quantity that can be received or sold at once.
 */
const MAX_LEVEL_MILLI = 100 * MAX_QUANTITY_MILLI;

/** What a refusal names; looked up only for one. */
type Goods = () => { productName: string; unit: string };

/** @throws QUANTITY_TOO_LARGE when a movement takes a level further from zero than it may be. */
export function assertLevelFits(goods: Goods, beforeMilli: number, quantityMilli: number): void {
  const afterMilli = beforeMilli + quantityMilli;
  // What is too far from zero already may still come nearer.
  if (Math.abs(afterMilli) <= MAX_LEVEL_MILLI || Math.abs(afterMilli) < Math.abs(beforeMilli)) return;
  const atMostMilli = Math.max(MAX_LEVEL_MILLI - beforeMilli * Math.sign(quantityMilli), 0);
  throw refuse('QUANTITY_TOO_LARGE', { ...goods(), atMostMilli });
}

/**
 * What a movement costs and does to a level.
 * @throws STOCK_VALUE_TOO_LARGE when an amount of it is more than can be calculated with exactly
 */
export function costWithinLimits(goods: Goods, level: CostLevel, cost: () => MovedCost): MovedCost {
  const moved = exactOrNull(cost);
  if (
    moved &&
    Math.abs(moved.valueMinor) <= MAX_MINOR &&
    level.valueMinor + moved.heldChangeMinor <= MAX_MINOR &&
    level.belowZeroMinor + moved.belowZeroChangeMinor <= MAX_MINOR
  ) {
    return moved;
  }
  throw refuse('STOCK_VALUE_TOO_LARGE', { productName: goods().productName });
}

/** Null where a result is beyond what a number holds exactly. */
function exactOrNull(calculate: () => MovedCost): MovedCost | null {
  try {
    return calculate();
  } catch (error) {
    if (error instanceof RangeError) return null;
    throw error;
  }
}
