import type { ShelfRules } from '#main/features/stock/index';
import type { Ctx } from '#main/platform/ctx';
import type { DocumentHead, DocumentLine } from '#shared/contract/documents';
import type { Topic } from '#shared/contract/events';
import type { DocumentKind } from '#shared/contract/record-kinds';
import type { Settings } from '#shared/contract/settings';
import type { PagePaper, PaperStore } from '#shared/documents/blocks';
import type { UnitOfMeasure } from '#shared/kernel/quantity';

/** A document as stored, with the names it refers to. */
export interface DocumentRow {
  id: number;
  state: DocumentHead['state'];
  number: string | null;
  note: string;
  /** The location that its goods leave. */
  locationId: number;
  locationName: string;
  lineCount: number;
  createdAt: number;
  createdById: number;
  createdByName: string;
  changedByName: string;
  postedAt: number | null;
  postedById: number | null;
  postedByName: string | null;
  version: number;
}

/** A line as stored, with the names it refers to. */
export interface DocumentLineRow {
  id: number;
  documentId: number;
  productId: number;
  productName: string;
  sku: string;
  barcode: string | null;
  unit: UnitOfMeasure;
  anyBatch: 0 | 1;
  batchId: number | null;
  batchNumber: string | null;
  expiresOn: string | null;
  quantityMilli: number;
  version: number;
}

/** The tables of a kind of document, and what it stores in them besides the common columns. */
export interface DocumentTables {
  table: string;
  lineTable: string;
  /** The column of a line that refers to its document. */
  parent: string;
  /** The column of the location that the goods leave. */
  leaves: string;
  /** The kind's own columns, by the names of the values that are written into them; `leaves` is one of them. */
  columns: Readonly<Record<string, string>>;
  /** The further columns of {@link DocumentRow}, of documents `d`, and the joins they need; may be ''. */
  selected: string;
  joins: string;
  /** The further columns of {@link DocumentLineRow}, of lines `l`; may be ''. */
  lineSelected: string;
  /** Whether a line stores the cost of its goods once it is posted. */
  storesCost: boolean;
  /** The columns of `d` by which documents are filtered by location. */
  locations: readonly string[];
  /** Conditions of `d` that also count as found for `@words`. */
  searched: readonly string[];
}

/** A kind of document, such as transfers: all that its documents do not have in common with those of other kinds. */
export interface KindOfDocument<
  Row extends DocumentRow,
  LineRow extends DocumentLineRow,
  Head extends DocumentHead,
  Line extends DocumentLine,
> extends DocumentTables {
  /** Its name in the log, in numbers and refusals. */
  kind: DocumentKind;
  topic: Topic;
  /** A draft in a few words, for people who have no number to name it by. */
  titleOf: (row: Row) => string;
  /** What the log records of a document, besides its note. */
  loggedOf: (row: Row) => object;
  /** What the contract shows of a document besides the common fields. */
  headOf: (row: Row) => Omit<Head, keyof DocumentHead>;
  /** What the contract shows of a line besides the common fields. */
  lineOf: (ctx: Ctx, line: LineRow) => Omit<Line, keyof DocumentLine>;
  /** What the store allows when the goods leave. */
  rulesOf: (settings: Settings, now: number) => ShelfRules;
  /** The document on A4 pages. */
  paper: (document: Head & { lines: Line[] }, store: PaperStore) => PagePaper;
}

/** What leaves one batch (or stock without one) when a line is posted. */
export interface MovedGoods {
  batchId: number | null;
  quantityMilli: number;
  /** Where the kind stores the cost. */
  costMinor?: number;
}
