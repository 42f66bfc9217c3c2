import { z } from 'zod';
import { call } from './base';
import {
  day,
  id,
  instant,
  listOf,
  optionalLine,
  page,
  pdf,
  person,
  quantityMilli,
  scannedCode,
  unitOfMeasure,
  version,
} from './common';
import { productCodeRefusals, refuses } from './refusals';

/**
 * What documents with lines of goods (transfers, issue slips) have in common. A draft is filled by scanning and moves
 * nothing. Posting gives it its number and moves all of its goods or none. A discarded draft can be restored.
 */
export const documentState = z.enum(['draft', 'posted', 'discarded']);
export type DocumentState = z.infer<typeof documentState>;

/** A location as a document shows it. */
export const locationName = z.object({ id, name: z.string() });

/** A document without its lines, as a list shows it. */
export const documentHead = z.object({
  id,
  state: documentState,
  /** Such as `TR-000001`, counting up without gaps for each kind; null until the document is posted. */
  number: z.string().nullable(),
  note: z.string(),
  lineCount: z.int(),
  createdAt: instant,
  createdBy: person,
  postedAt: instant.nullable(),
  postedBy: person.nullable(),
  version,
});
export type DocumentHead = z.infer<typeof documentHead>;

/** What is available of a product at the location it leaves, by batch (or without one). */
const documentShelf = z.object({
  batchId: id.nullable(),
  batchNumber: z.string().nullable(),
  expiresOn: day.nullable(),
  availableMilli: z.int(),
});
export type DocumentShelf = z.infer<typeof documentShelf>;

/** A line of goods that leave a location. */
export const documentLine = z.object({
  id,
  productId: id,
  productName: z.string(),
  sku: z.string(),
  barcode: z.string().nullable(),
  unit: unitOfMeasure,
  /** In a draft: what expires first leaves first. Once posted, every line has its batch, or none. */
  anyBatch: z.boolean(),
  batchId: id.nullable(),
  batchNumber: z.string().nullable(),
  expiresOn: day.nullable(),
  quantityMilli: z.int(),
  /** In a draft: the available quantity, and how much of this line is missing with all lines counted; else 0. */
  availableMilli: z.int(),
  shortMilli: z.int(),
  /** In a draft: the available batches, in the order in which they would be taken. */
  shelves: z.array(documentShelf),
  version,
});
export type DocumentLine = z.infer<typeof documentLine>;

/** The result of changing one line: the document's head, and all current lines of that product. */
const documentLineChange = z.object({
  head: documentHead,
  productId: id,
  lines: z.array(documentLine),
  /** The line that was changed; null when it was removed. */
  lineId: id.nullable(),
});

/** A complete document, as far as all kinds are alike. */
export interface GoodsDocument extends DocumentHead {
  lines: DocumentLine[];
}

/** The result of changing one line of any kind of document. */
export type DocumentLineChange = z.infer<typeof documentLineChange>;

/** Left out: what expires first leaves first; null: stock without a batch; otherwise that batch. */
const batchId = id.nullable().optional();

/** The lines of a document that is created and posted in one call. */
export const newLines = z
  .array(z.object({ productId: id, batchId, quantityMilli }))
  .min(1)
  .max(1000);

const lineRefusals = refuses('DOCUMENT_CLOSED', 'QUANTITY_TOO_FINE');
const addRefusals = { ...lineRefusals, ...refuses('QUANTITY_NEEDED', 'QUANTITY_TOO_LARGE') };

/** The refusals of changing a draft's head, besides those of the kind. */
export const changeRefusals = refuses('DOCUMENT_CLOSED', 'CHANGED_MEANWHILE');

/** The refusals of posting a draft, besides those of the kind. */
export const postRefusals = refuses('DOCUMENT_EMPTY', 'DOCUMENT_CLOSED', 'CHANGED_MEANWHILE');

/**
 * The calls that all kinds of documents have.
 * @param head the kind's head, from {@link documentHead}
 * @param line the kind's line, from {@link documentLine}
 */
export function documentCalls<Head extends z.ZodType<DocumentHead>, Line extends z.ZodType<DocumentLine>>(
  head: Head,
  line: Line,
) {
  const lineChange = documentLineChange.extend({ head, lines: z.array(line) });
  return {
    /** Documents, newest first, a page at a time. */
    list: call
      .input(
        z.object({
          /** When empty, all that were not discarded. */
          states: z.array(documentState).max(3).default([]),
          /** Documents that move goods from or to it. */
          locationId: id.optional(),
          /** A number, words of the note or of a product on it, or a name that the kind shows. */
          search: optionalLine(200).default(''),
          /** Days in the store's time zone, both included, on which it was posted, or else created. */
          from: day.optional(),
          to: day.optional(),
          ...page,
        }),
      )
      .output(listOf(head)),

    /**
     * Adds what a scanned code identifies to a draft: one unit, a pack's quantity for a pack's barcode, the weight of a
     * scale label; with the batch of a GS1 code if that is known. A quantity, in thousandths of the unit, replaces the
     * one of the code; without either, the call refuses with QUANTITY_NEEDED.
     */
    scan: call
      .input(z.object({ documentId: id, ...scannedCode, quantityMilli: quantityMilli.optional() }))
      .errors({ ...addRefusals, ...productCodeRefusals })
      .output(lineChange),

    /**
     * Adds a quantity of a product, in thousandths, to a draft: to its line for that batch, or else as a new line.
     * When left out, the quantity is 1 for a counted product.
     */
    addLine: call
      .input(z.object({ documentId: id, productId: id, batchId, quantityMilli: quantityMilli.optional() }))
      .errors(addRefusals)
      .output(lineChange),

    /** Sets the quantity and batch of a line, unless the line was changed since `version`. */
    setLine: call
      .input(z.object({ lineId: id, version, quantityMilli, batchId }))
      .errors({ ...lineRefusals, ...refuses('CHANGED_MEANWHILE') })
      .output(lineChange),

    /** Removes a line from a draft, unless the line was changed since `version`. */
    removeLine: call
      .input(z.object({ lineId: id, version }))
      .errors(refuses('DOCUMENT_CLOSED', 'CHANGED_MEANWHILE'))
      .output(lineChange),

    /** Discards a draft. It is kept and can be restored. */
    discard: call.input(z.object({ id })).errors(refuses('DOCUMENT_CLOSED')).output(head),

    /** Restores a discarded draft. */
    restore: call.input(z.object({ id })).errors(refuses('DOCUMENT_CLOSED')).output(head),

    /** The document as a PDF of A4 pages, to sign; a draft is marked as a draft. */
    pdf: call.input(z.object({ id })).output(pdf),
  };
}
