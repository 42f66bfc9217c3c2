import { mulDivRound } from '#shared/kernel/money';

/**
 * What goods cost on average, as a quantity and what all of it cost: a rounded cost of one unit would be wrong
 * for many.
 */
export interface Average {
  /** 0 where nothing ever came in, so that there is no average. */
  averagedMilli: number;
  averagedMinor: number;
}

/**
 * What there is of a product (and batch) over all locations, and what it cost altogether. Its value is always
 * the share of the average that is on hand; only what is there has one.
 */
export interface CostLevel extends Average {
  onHandMilli: number;
  valueMinor: number;
  /** What the goods cost that left though they were not there; 0 unless less than nothing is on hand. */
  belowZeroMinor: number;
}

/** A product (or batch) of which nothing ever came in. */
export const NOTHING_YET: CostLevel = {
  onHandMilli: 0,
  valueMinor: 0,
  belowZeroMinor: 0,
  averagedMilli: 0,
  averagedMinor: 0,
};

/** What goods that move cost, and what they change of the level. */
export interface MovedCost {
  /** What the goods cost: above 0 for those that came, below 0 for those that left. */
  valueMinor: number;
  /** The change of the value of what is on hand. */
  heldChangeMinor: number;
  /** The change of what goods below zero cost. */
  belowZeroChangeMinor: number;
  /** What goods that left below zero had cost more than those that fill them up; less: below 0. */
  adjustmentMinor: number;
  /** The new average; null where it stays as it was. */
  average: Average | null;
}

/**
 * The cost of goods that leave: their share of the average, by running total, so that the last of them takes
 * what is left of the value, and any number that leaves one by one costs what it would at once.
 * @param otherwise the average where nothing of them ever came in
 */
export function costOfTaking(level: CostLevel, takenMilli: number, otherwise: () => Average): MovedCost {
  const average = averageOf(level, otherwise);
  const heldAt = (milli: number): number => worthOf(average, Math.max(milli, 0));
  const belowZeroAt = (milli: number): number => worthOf(average, Math.max(-milli, 0));
  const afterMilli = level.onHandMilli - takenMilli;
  const heldChangeMinor = heldAt(afterMilli) - level.valueMinor;
  const belowZeroChangeMinor = belowZeroAt(afterMilli) - belowZeroAt(level.onHandMilli);
  return {
    valueMinor: heldChangeMinor - belowZeroChangeMinor,
    heldChangeMinor,
    belowZeroChangeMinor,
    adjustmentMinor: 0,
    average: null,
  };
}

/**
 * The cost of goods that come, at a cost for all of them or at the average where none is said. What only fills
 * up stock below zero was costed when it left: it adds no value, and what it really cost more or less is the
 * adjustment. Where no cost is said, it cost what it was taken to cost when it left.
 * @param otherwise the average where nothing of them ever came in
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
  if (costMinor === undefined) {
    const average = averageOf(level, otherwise);
    const heldMinor = worthOf(average, Math.max(level.onHandMilli + addedMilli, 0));
    const heldChangeMinor = heldMinor - level.valueMinor;
    return {
      valueMinor: filledMinor + heldChangeMinor,
      heldChangeMinor,
      belowZeroChangeMinor,
      adjustmentMinor: 0,
      average: level.averagedMilli > 0 ? null : average,
    };
  }
  const heldChangeMinor = mulDivRound(costMinor, addedMilli - filledMilli, addedMilli);
  return {
    valueMinor: costMinor,
    heldChangeMinor,
    belowZeroChangeMinor,
    adjustmentMinor: filledMinor - (costMinor - heldChangeMinor),
    average:
      level.onHandMilli > 0
        ? {
            averagedMilli: level.onHandMilli + addedMilli,
            averagedMinor: level.valueMinor + heldChangeMinor,
          }
        : { averagedMilli: addedMilli, averagedMinor: costMinor },
  };
}

/** A quantity at an average, in minor units. @throws RangeError beyond what a number holds exactly */
function worthOf({ averagedMilli, averagedMinor }: Average, milli: number): number {
  return mulDivRound(averagedMinor, milli, averagedMilli);
}

function averageOf(level: Average, otherwise: () => Average): Average {
  return level.averagedMilli > 0 ? level : otherwise();
}
