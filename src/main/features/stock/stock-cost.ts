import { mulDivRound } from '#shared/kernel/money';

/**
 * The average cost of goods, as a quantity and its total cost. A rounded unit cost would be wrong for large
 * quantities.
 */
export interface Average {
  /** 0 if nothing was ever received, so that there is no average. */
  averagedMilli: number;
  averagedMinor: number;
}

/** The stock of a product (and batch) over all locations, and its cost. */
export interface CostLevel extends Average {
  onHandMilli: number;
  /** The cost assumed for goods that left without being on hand; 0 unless the quantity on hand is negative. */
  belowZeroMinor: number;
}

/** A product (or batch) of which nothing was ever received. */
export const NOTHING_YET: CostLevel = {
  onHandMilli: 0,
  belowZeroMinor: 0,
  averagedMilli: 0,
  averagedMinor: 0,
};

/** The cost of goods that move, and the resulting changes of the level. */
export interface MovedCost {
  /** The cost of the goods: above 0 for goods that came in, below 0 for goods that left. */
  valueMinor: number;
  /** The value of the stock on hand after the movement. */
  heldMinor: number;
  /** The change of the cost assumed for goods below zero. */
  belowZeroChangeMinor: number;
  /** The assumed cost of the goods sold below zero less the cost of the goods that replace them; may be negative. */
  adjustmentMinor: number;
  /** The new average; null if unchanged. */
  average: Average | null;
}

/**
 * The cost of goods that leave: their share of the average, by running total. The last unit takes the remaining
 * value, and units that leave one by one cost in total what they would at once.
 * @param otherwise the average to use if nothing was ever received
 */
export function costOfTaking(level: CostLevel, takenMilli: number, otherwise: () => Average): MovedCost {
  const average = averageOf(level, otherwise);
  const belowZeroAt = (milli: number): number => heldValue(average, -milli);
  const afterMilli = level.onHandMilli - takenMilli;
  const heldMinor = heldValue(average, afterMilli);
  const belowZeroChangeMinor = belowZeroAt(afterMilli) - belowZeroAt(level.onHandMilli);
  return {
    valueMinor: heldMinor - heldValue(average, level.onHandMilli) - belowZeroChangeMinor,
    heldMinor,
    belowZeroChangeMinor,
    adjustmentMinor: 0,
    average: null,
  };
}

/**
 * The cost of goods that come in, at a given total cost or at the average if none is given. Goods that only fill
 * up stock below zero were costed when they left: they add no value, and the difference to their real cost is the
 * adjustment. Without a given cost, they cost what was assumed when they left.
 * @param otherwise the average to use if nothing was ever received
 */
export function costOfAdding(
  level: CostLevel,
  addedMilli: number,
  costMinor: number | undefined,
  otherwise: () => Average,
): MovedCost {
  const missingMilli = Math.max(-level.onHandMilli, 0);
  const filledMilli = Math.min(addedMilli, missingMilli);
  const stillMissingMilli = missingMilli - filledMilli;
  const stillBelowMinor =
    stillMissingMilli === 0 ? 0 : mulDivRound(level.belowZeroMinor, stillMissingMilli, missingMilli);
  const filledMinor = level.belowZeroMinor - stillBelowMinor;
  const belowZeroChangeMinor = 0 - filledMinor;
  const beforeMinor = heldValue(level, level.onHandMilli);
  if (costMinor === undefined) {
    const average = averageOf(level, otherwise);
    const heldMinor = heldValue(average, level.onHandMilli + addedMilli);
    return {
      valueMinor: filledMinor + heldMinor - beforeMinor,
      heldMinor,
      belowZeroChangeMinor,
      adjustmentMinor: 0,
      average: level.averagedMilli > 0 ? null : average,
    };
  }
  const heldChangeMinor = mulDivRound(costMinor, addedMilli - filledMilli, addedMilli);
  return {
    valueMinor: costMinor,
    heldMinor: beforeMinor + heldChangeMinor,
    belowZeroChangeMinor,
    adjustmentMinor: filledMinor - (costMinor - heldChangeMinor),
    average:
      level.onHandMilli > 0
        ? {
            averagedMilli: level.onHandMilli + addedMilli,
            averagedMinor: beforeMinor + heldChangeMinor,
          }
        : { averagedMilli: addedMilli, averagedMinor: costMinor },
  };
}

/**
 * The value of the stock on hand, in minor units: the average's share for its quantity. Only stock on hand has a value.
 * @throws RangeError beyond the exact integer range
 */
export function heldValue({ averagedMilli, averagedMinor }: Average, onHandMilli: number): number {
  if (onHandMilli <= 0 || averagedMilli === 0) return 0;
  return mulDivRound(averagedMinor, onHandMilli, averagedMilli);
}

function averageOf(level: Average, otherwise: () => Average): Average {
  return level.averagedMilli > 0 ? level : otherwise();
}
