import type { Tx } from '#main/platform/work/connections';
import type { DocumentKind } from '#shared/contract/record-kinds';
import { refuse } from '#shared/contract/refusals';
import { type BatchChoice, documentReads, documentWrites } from './document.queries';
import type { DocumentLineRow, DocumentRow, DocumentTables } from './document-kind';

interface Named<Row> {
  kind: DocumentKind;
  titleOf: (row: Row) => string;
}

/** Finds documents and their lines inside a unit of work, and refuses invalid changes. */
export class DocumentDrafts<Row extends DocumentRow, LineRow extends DocumentLineRow> {
  readonly reads;
  readonly writes;
  readonly #named: Named<Row>;

  constructor(tx: Tx, kind: DocumentTables & Named<Row>) {
    this.reads = documentReads<Row, LineRow>(tx, kind);
    this.writes = documentWrites(tx, kind);
    this.#named = kind;
  }

  /** A document in any state. @throws NOT_FOUND */
  row(id: number): Row {
    const row = this.reads.document.get(id);
    if (!row) throw refuse('NOT_FOUND', { what: this.#named.kind });
    return row;
  }

  /** @throws NOT_FOUND, DOCUMENT_CLOSED when it was posted or discarded. */
  draft(id: number): Row {
    const row = this.row(id);
    if (row.state !== 'draft') throw this.closed(row);
    return row;
  }

  /** @throws NOT_FOUND, DOCUMENT_CLOSED, CHANGED_MEANWHILE when the version is outdated. */
  draftAt(id: number, version: number): Row {
    const row = this.draft(id);
    if (row.version !== version) {
      throw refuse('CHANGED_MEANWHILE', { what: this.#named.titleOf(row), by: row.changedByName });
    }
    return row;
  }

  /** A line with its draft. @throws NOT_FOUND, DOCUMENT_CLOSED, CHANGED_MEANWHILE */
  lineAt(id: number, version: number): { line: LineRow; row: Row } {
    const line = this.reads.line.get(id);
    if (!line) throw refuse('NOT_FOUND', { what: 'line' });
    const row = this.draft(line.documentId);
    if (line.version !== version) {
      throw refuse('CHANGED_MEANWHILE', { what: line.productName, by: row.changedByName });
    }
    return { line, row };
  }

  /** The refusal of a change to a document that is not a draft any longer. */
  closed({ number }: Row) {
    return refuse('DOCUMENT_CLOSED', { kind: this.#named.kind, number });
  }

  /** The name of an open location. @throws NOT_FOUND, LOCATION_CLOSED */
  openLocation(locationId: number): string {
    const location = this.writes.location.get(locationId);
    if (!location) throw refuse('NOT_FOUND', { what: 'location' });
    if (location.closedAt !== null) throw refuse('LOCATION_CLOSED', { locationName: location.name });
    return location.name;
  }

  /** The choice of a batch as a line stores it. @throws NOT_FOUND for a batch of another product. */
  choiceOf(productId: number, batchId: number | null | undefined): BatchChoice {
    if (batchId === undefined) return { anyBatch: 1, batchId: null };
    if (batchId !== null && this.writes.batchOf.get(batchId, productId) === undefined) {
      throw refuse('NOT_FOUND', { what: 'batch' });
    }
    return { anyBatch: 0, batchId };
  }
}
