import type { ShelfRow, TransferLineRow } from './transfer.queries';

type Line = Pick<TransferLineRow, 'id' | 'productId' | 'anyBatch' | 'batchId' | 'quantityMilli'>;

/** How much of what a line asks for is there, and how much is not once the other lines have taken theirs. */
interface Weighed {
  thereMilli: number;
  shortMilli: number;
}

/**
 * The order in which lines take: those that name their batch before those that take what the others leave, so
 * that nobody's choice is taken from them.
 */
export function inOrderOfTaking<One extends Pick<Line, 'anyBatch'>>(lines: readonly One[]): One[] {
  return lines.toSorted((one, other) => one.anyBatch - other.anyBatch);
}

/** Weighs lines against what can be taken at the place they leave. Answers by line id. */
export function weighed(lines: readonly Line[], shelves: readonly ShelfRow[]): Map<number, Weighed> {
  const left = byProduct(shelves.map((shelf) => ({ ...shelf, leftMilli: shelf.availableMilli })));
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

/** What belongs to each product, in the order in which it came. */
export function byProduct<Of extends { productId: number }>(rows: readonly Of[]): Map<number, Of[]> {
  const groups = new Map<number, Of[]>();
  for (const row of rows) {
    const group = groups.get(row.productId);
    if (group) group.push(row);
    else groups.set(row.productId, [row]);
  }
  return groups;
}
