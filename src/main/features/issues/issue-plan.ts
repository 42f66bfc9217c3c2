import type { ShelfService } from '#main/features/stock/index';
import type { IssueLineRow } from './issue.queries';

/** A line of which less can be taken than it asks for. */
export interface ShortLine {
  line: IssueLineRow;
  missingMilli: number;
  /** Whether it is only an expired batch, which the store keeps back, that stands in the way. */
  keptBack: boolean;
}

/** The batch a line names (null: what has none); undefined where it leaves that open. */
export function chosenBatch({ anyBatch, batchId }: Pick<IssueLineRow, 'anyBatch' | 'batchId'>) {
  return anyBatch === 1 ? undefined : batchId;
}

/**
 * Weighs all lines of an issue against what lies at its place: those that name their batch come before those that
 * take what the others leave, as when they are issued.
 * @param keepExpiredBefore batches that expired before this day stay where they are; null: they leave too
 */
export function shortLines(
  shelves: ShelfService,
  locationId: number,
  lines: readonly IssueLineRow[],
  keepExpiredBefore: string | null,
): ShortLine[] {
  return [...byProduct(lines)].flatMap(([productId, ofProduct]) => {
    const wanted = ofProduct.map((line) => ({
      quantityMilli: line.quantityMilli,
      batchId: chosenBatch(line),
    }));
    const plans = shelves.plan({ productId, locationId }, wanted, keepExpiredBefore);
    return ofProduct.flatMap((line, index) => {
      const plan = plans[index];
      if (!plan || plan.missingMilli === 0) return [];
      return [{ line, missingMilli: plan.missingMilli, keptBack: plan.keptBack !== null }];
    });
  });
}

/** What belongs to each product, in the order in which it stands. */
export function byProduct<One extends { productId: number }>(all: readonly One[]): Map<number, One[]> {
  const groups = new Map<number, One[]>();
  for (const one of all) {
    const group = groups.get(one.productId);
    if (group) group.push(one);
    else groups.set(one.productId, [one]);
  }
  return groups;
}
