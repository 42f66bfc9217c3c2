import type { ShelfRow, TransferLineRow } from './transfer.queries';

type Line = Pick<TransferLineRow, 'id' | 'productId' | 'anyBatch' | 'batchId' | 'quantityMilli'>;

/** The available stock for a line, and the shortfall once the other lines are allocated. */
interface Weighed {
  thereMilli: number;
  shortMilli: number;
}

/** The order of allocation: lines with a chosen batch first, so that no other line uses up a chosen batch. */
export function inOrderOfTaking<One extends Pick<Line, 'anyBatch'>>(lines: readonly One[]): One[] {
  return lines.toSorted((one, other) => one.anyBatch - other.anyBatch);
}

/** Checks lines against the stock at their location. Returns the results by line id. */
export function weighed(lines: readonly Line[], shelves: readonly ShelfRow[]): Map<number, Weighed> {
  const left = Map.groupBy(
    shelves.map((shelf) => ({ ...shelf, leftMilli: shelf.availableMilli })),
    ({ productId }) => productId,
  );
  const results = new Map<number, Weighed>();
  for (const line of inOrderOfTaking(lines)) {
    let missingMilli = line.quantityMilli;
    let thereMilli = 0;
    for (const shelf of left.get(line.productId) ?? []) {
      if (line.anyBatch === 0 && shelf.batchId !== line.batchId) continue;
      const takenMilli = Math.min(missingMilli, shelf.leftMilli);
      shelf.leftMilli -= takenMilli;
      missingMilli -= takenMilli;
      thereMilli += shelf.availableMilli;
    }
    results.set(line.id, { thereMilli, shortMilli: missingMilli });
  }
  return results;
}
