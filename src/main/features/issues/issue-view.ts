import { type Ctx, may } from '#main/platform/ctx';
import type { Issue, IssueHead, IssueLine } from '#shared/contract/issues';
import type { IssueLineRow, IssueReads, IssueRow, IssueShelfRow } from './issue.queries';
import type { ShortLine } from './issue-plan';

/** An issue without its lines, as the contract returns it. */
export function headOf(row: IssueRow): IssueHead {
  const { id, state, number, note, lineCount, outCount, createdAt, issuedAt, version } = row;
  return {
    id,
    state,
    number,
    location: { id: row.locationId, name: row.locationName },
    holder: row.holderName === null ? null : { accountId: row.holderAccountId, name: row.holderName },
    note,
    lineCount,
    outCount,
    createdAt,
    createdBy: { id: row.createdById, name: row.createdByName },
    issuedAt,
    issuedBy: row.issuedById === null ? null : { id: row.issuedById, name: row.issuedByName ?? '' },
    version,
  };
}

/**
 * A complete issue: a draft with the available stock of each line, an issued one with its returned and used quantities.
 */
export function wholeOf(ctx: Ctx, reads: IssueReads, row: IssueRow, short: readonly ShortLine[]): Issue {
  const shelves = row.state === 'draft' ? reads.shelves.all(row.id) : [];
  const closings = reads.closings.all(row.id);
  return {
    ...headOf(row),
    lines: linesOf(ctx, reads.lines.all(row.id), shelves, short),
    closings: closings.map(({ byId, byName, ...closing }) => ({
      ...closing,
      by: { id: byId, name: byName },
    })),
  };
}

/** Lines as the contract returns them; `short` lists the lines that exceed the stock. */
export function linesOf(
  ctx: Ctx,
  lines: readonly IssueLineRow[],
  shelves: readonly IssueShelfRow[],
  short: readonly ShortLine[],
): IssueLine[] {
  const shelvesOf = Map.groupBy(shelves, ({ productId }) => productId);
  const shortById = new Map(short.map(({ line, missingMilli }) => [line.id, missingMilli]));
  return lines.map(({ issueId: _issue, anyBatch, costMinor, ...line }) => ({
    ...line,
    anyBatch: anyBatch === 1,
    shortMilli: shortById.get(line.id) ?? 0,
    shelves: (shelvesOf.get(line.productId) ?? []).map(({ productId: _product, ...shelf }) => shelf),
    outMilli: costMinor === null ? 0 : line.quantityMilli - line.returnedMilli - line.usedUpMilli,
    costMinor: may(ctx, 'seeCost') ? costMinor : null,
  }));
}
