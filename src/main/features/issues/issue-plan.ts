import { type ShelfService, shelfRules } from '#main/features/stock/index';
import type { Ctx } from '#main/platform/ctx';
import type { Settings } from '#shared/contract/settings';
import type { IssueLineRow, IssueRow } from './issue.queries';

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

/** A draft, lines of it, and the shelves that they would leave. */
interface Draft {
  row: IssueRow;
  lines: readonly IssueLineRow[];
  shelves: ShelfService;
}

/** Of which lines of a draft less is there than they ask for, expired batches that have to stay left out. */
export function shortOfDraft(ctx: Ctx, settings: Settings, { row, lines, shelves }: Draft): ShortLine[] {
  if (row.state !== 'draft') return [];
  const { keepExpiredBefore } = shelfRules(settings, ctx.now);
  return shortLines(shelves, row.locationId, lines, keepExpiredBefore);
}

/** What belongs to each product, in its order. */
export function byProduct<One extends { productId: number }>(all: readonly One[]): Map<number, One[]> {
  const groups = new Map<number, One[]>();
  for (const one of all) {
    const group = groups.get(one.productId);
    if (group) group.push(one);
    else groups.set(one.productId, [one]);
  }
  return groups;
}
