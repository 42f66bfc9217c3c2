import type { Tx } from '#main/platform/work/connections';
import type { HolderInput } from '#shared/contract/issues';
import { refuse } from '#shared/contract/refusals';
import { type IssueLineRow, type IssueRow, issueReads, issueWrites } from './issue.queries';

/** Finds drafts and their lines inside a unit of work, and refuses invalid changes. */
export class IssueDrafts {
  readonly reads;
  readonly writes;

  constructor(tx: Tx) {
    this.reads = issueReads(tx);
    this.writes = issueWrites(tx);
  }

  /** An issue in any state. @throws NOT_FOUND */
  row(id: number): IssueRow {
    const row = this.reads.issue.get(id);
    if (!row) throw refuse('NOT_FOUND', { what: 'issue slip' });
    return row;
  }

  /** @throws NOT_FOUND, ISSUE_CLOSED when it was issued or discarded. */
  draft(id: number): IssueRow {
    const row = this.row(id);
    if (row.state !== 'draft') throw refuse('ISSUE_CLOSED', { number: row.number });
    return row;
  }

  /** @throws NOT_FOUND, ISSUE_CLOSED, CHANGED_MEANWHILE when the version is outdated. */
  draftAt(id: number, version: number): IssueRow {
    const row = this.draft(id);
    if (row.version !== version) {
      throw refuse('CHANGED_MEANWHILE', { what: row.holderName ?? row.locationName, by: row.changedByName });
    }
    return row;
  }

  /** A line with its draft. @throws NOT_FOUND, ISSUE_CLOSED, CHANGED_MEANWHILE */
  lineAt(id: number, version: number): { line: IssueLineRow; row: IssueRow } {
    const line = this.reads.line.get(id);
    if (!line) throw refuse('NOT_FOUND', { what: 'line' });
    const row = this.draft(line.issueId);
    if (line.version !== version) {
      throw refuse('CHANGED_MEANWHILE', { what: line.productName, by: row.changedByName });
    }
    return { line, row };
  }

  /** @throws NOT_FOUND, LOCATION_CLOSED */
  assertOpen(locationId: number): void {
    const place = this.writes.location.get(locationId);
    if (!place) throw refuse('NOT_FOUND', { what: 'location' });
    if (place.closedAt !== null) throw refuse('LOCATION_CLOSED', { locationName: place.name });
  }

  /** A holder as stored. @throws HOLDER_UNKNOWN for an account of no active staff member. */
  holderOf(holder: HolderInput | null) {
    if (holder === null) return { holderAccountId: null, holderName: null };
    if ('name' in holder) return { holderAccountId: null, holderName: holder.name };
    this.assertWorksHere(holder.accountId);
    return { holderAccountId: holder.accountId, holderName: null };
  }

  /** @throws HOLDER_UNKNOWN */
  assertWorksHere(accountId: number): void {
    if (this.writes.worker.get(accountId) === undefined) throw refuse('HOLDER_UNKNOWN', {});
  }

  /** The choice of a batch as a line stores it. @throws NOT_FOUND for a batch of another product. */
  choiceOf(productId: number, batchId: number | null | undefined) {
    if (batchId === undefined) return { anyBatch: 1, batchId: null } as const;
    if (batchId !== null && this.writes.batchOf.get(batchId, productId) === undefined) {
      throw refuse('NOT_FOUND', { what: 'batch' });
    }
    return { anyBatch: 0, batchId } as const;
  }
}
