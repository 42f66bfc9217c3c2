import { MILLI_PER_UNIT } from '#shared/kernel/quantity';
import {
  type Average,
  type CostLevel,
  costOfAdding,
  costOfTaking,
  type MovedCost,
  NOTHING_YET,
} from './stock-cost';
import type { prepareLedger, Shelf } from './stock-ledger.queries';
import { costWithinLimits } from './stock-limits';

/** A movement of a product that was written, and its cost. */
interface Costed {
  productId: number;
  shelf: Shelf;
  movementId: number;
  moved: MovedCost;
  now: number;
}

/** The cost of stock as the ledger writes it: its average, the cost of goods below zero, and cost differences. */
export class LedgerCost {
  readonly #sql;

  constructor(sql: ReturnType<typeof prepareLedger>) {
    this.#sql = sql;
  }

  /**
   * The cost of goods that come to a shelf (a quantity above 0) or leave it; the shelf must be in the current state
   * of the database.
   * @param costMinor the total cost of all incoming goods; omitted, the average applies
   * @throws STOCK_VALUE_TOO_LARGE
   */
  of(productId: number, shelf: Shelf, quantityMilli: number, costMinor?: number): MovedCost {
    const level = levelOf(shelf);
    const average = () => this.#averageOf(productId);
    return costWithinLimits(
      () => this.goodsOf(productId),
      level,
      () =>
        quantityMilli > 0
          ? costOfAdding(level, quantityMilli, costMinor, average)
          : costOfTaking(level, -quantityMilli, average),
    );
  }

  /** Writes the changes of cost by a movement, if there are any, and the cost difference of goods sold below zero. */
  keep({ productId, shelf, movementId, moved, now }: Costed): void {
    const { costId, batchId } = shelf;
    const { belowZeroChangeMinor, adjustmentMinor: valueMinor, average } = moved;
    if (belowZeroChangeMinor !== 0) this.#sql.changeBelowZero.run(belowZeroChangeMinor, costId);
    if (average) this.#sql.keepAverage.run(average.averagedMilli, average.averagedMinor, now, costId);
    if (valueMinor === 0) return;
    this.#sql.addAdjustment.run({ adjustedAt: now, productId, batchId, movementId, valueMinor });
  }

  /** Writes the cost of a product's first stock. @returns its value @throws STOCK_VALUE_TOO_LARGE */
  open(productId: number, quantityMilli: number, costMinor: number, now: number): number {
    const { valueMinor } = costWithinLimits(
      () => this.goodsOf(productId),
      NOTHING_YET,
      () => costOfAdding(NOTHING_YET, quantityMilli, costMinor, () => this.#averageOf(productId)),
    );
    this.#sql.openCost.run({ productId, quantityMilli, valueMinor, now });
    return valueMinor;
  }

  /** The details of a product that a refusal contains. */
  goodsOf(productId: number): { productName: string; unit: string } {
    return this.#sql.goods.get(productId) ?? { productName: '', unit: 'piece' };
  }

  #averageOf(productId: number): Average {
    return this.#sql.averageOfProduct.get(productId) ?? { averagedMilli: MILLI_PER_UNIT, averagedMinor: 0 };
  }
}

function levelOf({ totalMilli, ...cost }: Shelf): CostLevel {
  return { ...cost, onHandMilli: totalMilli };
}
