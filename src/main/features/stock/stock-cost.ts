import { mulDivRound } from '#shared/kernel/money';
import { MILLI_PER_UNIT } from '#shared/kernel/quantity';

/**
 * What there is of a product (and batch) over all locations, and what it cost altogether. Only what is
 * there has a value: with nothing on hand, or less than nothing, `valueMinor` is 0.
 */
export interface CostLevel {
  onHandMilli: number;
  valueMinor: number;
}

/** What a movement does to the value of the stock, and what the goods that moved cost. */
export interface MovedCost {
  /** The change of the stock's value: above 0 for goods that came, below 0 for goods that left. */
  valueMinor: number;
  /** What the moved goods cost, 0 or more; with stock below zero it can be more than the value that left. */
  costMinor: number;
  unitCostMinor: number;
}

/** The weighted average cost of one unit, or null where there is nothing to take an average of. */
function averageCost(level: CostLevel): number | null {
  return level.onHandMilli > 0 ? mulDivRound(level.valueMinor, MILLI_PER_UNIT, level.onHandMilli) : null;
}

/**
 * The cost of goods that leave: their share of the value, so that the last of them takes what is left of
 * it; what was not there costs the average, or else `lastUnitCost` (minor units a unit).
 */
export function costOfTaking(level: CostLevel, takenMilli: number, lastUnitCost: () => number): MovedCost {
  const there = Math.max(level.onHandMilli, 0);
  const fromStock = Math.min(takenMilli, there);
  const removedMinor = there === 0 ? 0 : mulDivRound(level.valueMinor, fromStock, there);
  const shortMilli = takenMilli - fromStock;
  const shortMinor =
    shortMilli === 0 ? 0 : mulDivRound(shortMilli, averageCost(level) ?? lastUnitCost(), MILLI_PER_UNIT);
  const costMinor = removedMinor + shortMinor;
  return {
    valueMinor: 0 - removedMinor,
    costMinor,
    unitCostMinor: mulDivRound(costMinor, MILLI_PER_UNIT, takenMilli),
  };
}

/** What goods that come cost: a unit of them, or all together; the average of what is there where neither is said. */
export interface IncomingCost {
  unitCostMinor?: number | undefined;
  costMinor?: number | undefined;
}

/**
 * The value of goods that come at a unit cost, at a cost for all of them, or at the average where none is given.
 * What only fills up stock below zero was costed when it left, and adds no value.
 */
export function valueOfAdding(
  level: CostLevel,
  addedMilli: number,
  cost: IncomingCost,
  lastUnitCost: () => number,
): MovedCost {
  const valuedMilli = Math.max(level.onHandMilli + addedMilli, 0) - Math.max(level.onHandMilli, 0);
  if (cost.costMinor !== undefined) {
    return {
      valueMinor: mulDivRound(cost.costMinor, valuedMilli, addedMilli),
      costMinor: cost.costMinor,
      unitCostMinor: mulDivRound(cost.costMinor, MILLI_PER_UNIT, addedMilli),
    };
  }
  const unitCost = cost.unitCostMinor ?? averageCost(level) ?? lastUnitCost();
  return {
    valueMinor: mulDivRound(valuedMilli, unitCost, MILLI_PER_UNIT),
    costMinor: mulDivRound(addedMilli, unitCost, MILLI_PER_UNIT),
    unitCostMinor: unitCost,
  };
}
