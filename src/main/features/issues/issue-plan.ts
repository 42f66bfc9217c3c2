import { type ShelfService, shelfRules } from '#main/features/stock/index';
import type { Ctx } from '#main/platform/ctx';
import type { Settings } from '#shared/contract/settings';
import type { IssueLineRow, IssueRow } from './issue.queries';

/** A line that requests more than can be taken. */
export interface ShortLine {
  line: IssueLineRow;
  missingMilli: number;
  /** Whether the shortfall is due only to an expired batch that must stay. */
  keptBack: boolean;
}

/** The batch that a line names (null: stock without a batch); undefined if it leaves the batch open. */
export function chosenBatch({ anyBatch, batchId }: Pick<IssueLineRow, 'anyBatch' | 'batchId'>) {
  return anyBatch === 1 ? undefined : batchId;
}

/**
 * Checks all lines of an issue against the stock at its location; lines with a chosen batch are allocated first, as
 * when the issue is sent.
 * @param keepExpiredBefore batches that expired before this day must stay; null if expired goods may leave
 */
export function shortLines(
  shelves: ShelfService,
  locationId: number,
  lines: readonly IssueLineRow[],
  keepExpiredBefore: string | null,
): ShortLine[] {
  return [...Map.groupBy(lines, ({ productId }) => productId)].flatMap(([productId, ofProduct]) => {
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

/** A draft, some of its lines, and the stock that they would come from. */
interface Draft {
  row: IssueRow;
  lines: readonly IssueLineRow[];
  shelves: ShelfService;
}

/** The lines of a draft that exceed the stock; expired batches that must stay do not count. */
export function shortOfDraft(ctx: Ctx, settings: Settings, { row, lines, shelves }: Draft): ShortLine[] {
  if (row.state !== 'draft') return [];
  const { keepExpiredBefore } = shelfRules(settings, ctx.now);
  return shortLines(shelves, row.locationId, lines, keepExpiredBefore);
}
