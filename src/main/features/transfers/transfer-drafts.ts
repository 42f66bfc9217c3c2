import type { Tx } from '#main/platform/work/connections';
import { refuse } from '#shared/contract/refusals';
import { type TransferLineRow, type TransferRow, transferReads, transferWrites } from './transfer.queries';

/** Finds drafts and their lines inside a unit of work, and refuses invalid changes. */
export class TransferDrafts {
  readonly reads;
  readonly writes;

  constructor(tx: Tx) {
    this.reads = transferReads(tx);
    this.writes = transferWrites(tx);
  }

  /** A transfer in any state. @throws NOT_FOUND */
  row(id: number): TransferRow {
    const row = this.reads.transfer.get(id);
    if (!row) throw refuse('NOT_FOUND', { what: 'transfer' });
    return row;
  }

  /** @throws NOT_FOUND, TRANSFER_CLOSED when it was sent or discarded. */
  draft(id: number): TransferRow {
    return assertDraft(this.row(id));
  }

  /** @throws NOT_FOUND, TRANSFER_CLOSED, CHANGED_MEANWHILE when the version is outdated. */
  draftAt(id: number, version: number): TransferRow {
    const row = this.draft(id);
    if (row.version !== version) {
      throw refuse('CHANGED_MEANWHILE', { what: `${row.fromName} → ${row.toName}`, by: row.changedByName });
    }
    return row;
  }

  /** A line with its draft. @throws NOT_FOUND, TRANSFER_CLOSED, CHANGED_MEANWHILE */
  lineAt(id: number, version: number): { line: TransferLineRow; row: TransferRow } {
    const line = this.reads.line.get(id);
    if (!line) throw refuse('NOT_FOUND', { what: 'line' });
    const row = this.draft(line.transferId);
    if (line.version !== version) {
      throw refuse('CHANGED_MEANWHILE', { what: line.productName, by: row.changedByName });
    }
    return { line, row };
  }

  /** @throws TRANSFER_SAME_LOCATION; NOT_FOUND, LOCATION_CLOSED for either location. */
  assertLeads(fromId: number, toId: number): void {
    for (const id of [fromId, toId]) {
      const place = this.writes.location.get(id);
      if (!place) throw refuse('NOT_FOUND', { what: 'location' });
      if (fromId === toId) throw refuse('TRANSFER_SAME_LOCATION', { locationName: place.name });
      if (place.closedAt !== null) throw refuse('LOCATION_CLOSED', { locationName: place.name });
    }
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

function assertDraft(row: TransferRow): TransferRow {
  if (row.state !== 'draft') throw refuse('TRANSFER_CLOSED', { number: row.number });
  return row;
}
