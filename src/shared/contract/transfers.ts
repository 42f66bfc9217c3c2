import { z } from 'zod';
import { call } from './base';
import {
  day,
  id,
  instant,
  listOf,
  optionalLine,
  optionalText,
  page,
  person,
  quantityMilli,
  scannedCode,
  unitOfMeasure,
  version,
} from './common';
import { movementRefusals, productCodeRefusals, refuses } from './refusals';

export const transferState = z.enum(['draft', 'sent', 'discarded']);
export type TransferState = z.infer<typeof transferState>;

const locationName = z.object({ id, name: z.string() });

/** A transfer without its lines, as a list shows it. */
const transferHead = z.object({
  id,
  state: transferState,
  /** `TR-000001`, counting up without gaps; null until it is sent. */
  number: z.string().nullable(),
  from: locationName,
  to: locationName,
  note: z.string(),
  lineCount: z.int(),
  createdAt: instant,
  createdBy: person,
  sentAt: instant.nullable(),
  sentBy: person.nullable(),
  version,
});
export type TransferHead = z.infer<typeof transferHead>;

/** What is available of a product at the location it leaves, by batch (or without one). */
const transferShelf = z.object({
  batchId: id.nullable(),
  batchNumber: z.string().nullable(),
  expiresOn: day.nullable(),
  availableMilli: z.int(),
});
export type TransferShelf = z.infer<typeof transferShelf>;

const transferLine = z.object({
  id,
  productId: id,
  productName: z.string(),
  sku: z.string(),
  barcode: z.string().nullable(),
  unit: unitOfMeasure,
  /** In a draft: what expires first leaves first. Once sent, every line has its batch, or none. */
  anyBatch: z.boolean(),
  batchId: id.nullable(),
  batchNumber: z.string().nullable(),
  expiresOn: day.nullable(),
  quantityMilli: z.int(),
  /** In a draft: the available quantity, and how much of this line is missing with all lines counted; 0 once sent. */
  thereMilli: z.int(),
  shortMilli: z.int(),
  /** In a draft: the available batches, in the order in which they would be taken. */
  shelves: z.array(transferShelf),
  version,
});
export type TransferLine = z.infer<typeof transferLine>;

const transfer = transferHead.extend({ lines: z.array(transferLine) });
export type Transfer = z.infer<typeof transfer>;

/** The result of changing one line: the transfer's head, and all current lines of that product. */
const transferLineChange = z.object({
  head: transferHead,
  productId: id,
  lines: z.array(transferLine),
  /** The line that was changed; null when it was removed. */
  lineId: id.nullable(),
});
export type TransferLineChange = z.infer<typeof transferLineChange>;

/** Left out: what expires first leaves first; null: stock without a batch; otherwise that batch. */
const batchId = id.nullable().optional();

const locationRefusals = refuses('TRANSFER_SAME_LOCATION', 'LOCATION_CLOSED');
const lineRefusals = refuses('TRANSFER_CLOSED', 'QUANTITY_TOO_FINE');
const addRefusals = { ...lineRefusals, ...refuses('QUANTITY_NEEDED', 'QUANTITY_TOO_LARGE') };
const sendRefusals = {
  ...movementRefusals,
  ...refuses('TRANSFER_SHORT', 'TRANSFER_SAME_LOCATION', 'LOCATION_CLOSED', 'QUANTITY_TOO_FINE'),
};

export const transfers = {
  /** Transfers, newest first, a page at a time. */
  list: call
    .input(
      z.object({
        /** When empty, all that were not discarded. */
        states: z.array(transferState).max(3).default([]),
        /** Transfers from or to it. */
        locationId: id.optional(),
        /** A number, or words of the note or of a product on it. */
        search: optionalLine(200).default(''),
        /** Days in the store's time zone, both included, on which it was sent, or else created. */
        from: day.optional(),
        to: day.optional(),
        ...page,
      }),
    )
    .output(listOf(transferHead)),

  /** A transfer with all its lines, whatever its state. */
  get: call.input(z.object({ id })).output(transfer),

  /** Creates a draft between two locations. It moves nothing until it is sent. */
  start: call
    .input(z.object({ fromLocationId: id, toLocationId: id }))
    .errors(locationRefusals)
    .output(transferHead),

  /** Changes the locations or the note of a draft, unless it was changed since `version`. */
  change: call
    .input(
      z.object({
        id,
        version,
        fromLocationId: id.optional(),
        toLocationId: id.optional(),
        note: optionalText(500).optional(),
      }),
    )
    .errors({ ...locationRefusals, ...refuses('TRANSFER_CLOSED', 'CHANGED_MEANWHILE') })
    .output(transferHead),

  /**
   * Adds what a scanned code identifies to a draft: one unit, a pack's quantity for a pack's barcode, the weight of a
   * scale label; with the batch of a GS1 code if that is known. A quantity, in thousandths of the unit, replaces the
   * one of the code; without either, the call refuses with QUANTITY_NEEDED.
   */
  scan: call
    .input(z.object({ transferId: id, ...scannedCode, quantityMilli: quantityMilli.optional() }))
    .errors({ ...addRefusals, ...productCodeRefusals })
    .output(transferLineChange),

  /**
   * Adds a quantity of a product, in thousandths, to a draft: to its line for that batch, or else as a new line.
   * When left out, the quantity is 1 for a counted product.
   */
  addLine: call
    .input(z.object({ transferId: id, productId: id, batchId, quantityMilli: quantityMilli.optional() }))
    .errors(addRefusals)
    .output(transferLineChange),

  /** Sets the quantity and batch of a line, unless the line was changed since `version`. */
  setLine: call
    .input(z.object({ lineId: id, version, quantityMilli, batchId }))
    .errors({ ...lineRefusals, ...refuses('CHANGED_MEANWHILE') })
    .output(transferLineChange),

  /** Removes a line from a draft, unless the line was changed since `version`. */
  removeLine: call
    .input(z.object({ lineId: id, version }))
    .errors(refuses('TRANSFER_CLOSED', 'CHANGED_MEANWHILE'))
    .output(transferLineChange),

  /** Gives a draft its number and moves all of it or nothing, unless the draft was changed since `version`. */
  send: call
    .input(z.object({ id, version }))
    .errors({ ...sendRefusals, ...refuses('TRANSFER_EMPTY', 'TRANSFER_CLOSED', 'CHANGED_MEANWHILE') })
    .output(transferHead),

  /** Creates a transfer and sends it in one step: all of it moves or nothing. */
  sendNow: call
    .input(
      z.object({
        fromLocationId: id,
        toLocationId: id,
        note: optionalText(500).default(''),
        lines: z
          .array(z.object({ productId: id, batchId, quantityMilli }))
          .min(1)
          .max(1000),
      }),
    )
    .errors(sendRefusals)
    .output(transferHead),

  /** Discards a draft. It is kept and can be restored. */
  discard: call.input(z.object({ id })).errors(refuses('TRANSFER_CLOSED')).output(transferHead),

  /** Restores a discarded draft. */
  restore: call.input(z.object({ id })).errors(refuses('TRANSFER_CLOSED')).output(transferHead),

  /** The transfer as a PDF of A4 pages, to go with the goods; a draft is marked as a draft. */
  pdf: call.input(z.object({ id })).output(z.object({ fileName: z.string(), base64: z.string() })),
};
