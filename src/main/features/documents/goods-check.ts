import { isExpired, planShelves } from '#main/features/stock/index';
import type { ShelfRow } from './document.queries';
import type { DocumentLineRow } from './document-kind';

type Line = Pick<DocumentLineRow, 'id' | 'productId' | 'anyBatch' | 'batchId' | 'quantityMilli'>;

/** A line compared with the stock at its location. */
interface Checked {
  /** What is available for the line, whatever the other lines need. */
  availableMilli: number;
  /** What is missing once all lines have their share. */
  shortMilli: number;
  /** Whether the shortfall is due only to an expired batch that must stay. */
  keptBack: boolean;
}

/** The batch that a line names (null: stock without a batch); undefined if it leaves the batch open. */
export function chosenBatch({ anyBatch, batchId }: Pick<Line, 'anyBatch' | 'batchId'>) {
  return anyBatch === 1 ? undefined : batchId;
}

/** The order of allocation: lines with a chosen batch first, so that no other line uses up a chosen batch. */
export function inOrderOfTaking<One extends Pick<Line, 'anyBatch'>>(lines: readonly One[]): One[] {
  return lines.toSorted((one, other) => one.anyBatch - other.anyBatch);
}

/** The quantity on a shelf that can be taken; never below 0. */
export function availableOn({ onHandMilli, reservedMilli }: ShelfRow): number {
  return Math.max(onHandMilli - reservedMilli, 0);
}

/**
 * Compares lines with the stock at their location. Returns the results by line id.
 * @param shelves the stock of all their products, in the order in which it leaves
 * @param keepExpiredBefore batches that expired before this day must stay; null if expired goods may leave
 */
export function checkedGoods(
  lines: readonly Line[],
  shelves: readonly ShelfRow[],
  keepExpiredBefore: string | null,
): Map<number, Checked> {
  const shelvesOf = Map.groupBy(shelves, ({ productId }) => productId);
  const results = new Map<number, Checked>();
  for (const [productId, ofProduct] of Map.groupBy(lines, (line) => line.productId)) {
    const stock = shelvesOf.get(productId) ?? [];
    const wanted = ofProduct.map((line) => ({ ...line, batchId: chosenBatch(line) }));
    const plans = planShelves(stock, wanted, keepExpiredBefore);
    for (const [index, { id, batchId }] of wanted.entries()) {
      const mayLeave = stock.filter(
        (shelf) =>
          (batchId === undefined || shelf.batchId === batchId) && !isExpired(shelf, keepExpiredBefore),
      );
      results.set(id, {
        availableMilli: mayLeave.reduce((sum, shelf) => sum + availableOn(shelf), 0),
        shortMilli: plans[index]?.missingMilli ?? 0,
        keptBack: Boolean(plans[index]?.keptBack),
      });
    }
  }
  return results;
}
