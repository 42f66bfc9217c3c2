import { z } from 'zod';
import { call } from './base';
import {
  day,
  id,
  instant,
  listOf,
  maybeLine,
  maybeWords,
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

const transferPlace = z.object({ id, name: z.string() });

/** A transfer without its lines, as a list shows it. */
const transferHead = z.object({
  id,
  state: transferState,
  /** `TR-000001` and on without a gap; null until it is sent. */
  number: z.string().nullable(),
  from: transferPlace,
  to: transferPlace,
  note: z.string(),
  lineCount: z.int(),
  createdAt: instant,
  createdBy: person,
  sentAt: instant.nullable(),
  sentBy: person.nullable(),
  version,
});
export type TransferHead = z.infer<typeof transferHead>;

/** What of a product can be taken at the place it is to leave, batch by batch (or without one). */
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
  /** Of a draft: what expires first leaves first. Once sent, every line says its batch, or has none. */
  anyBatch: z.boolean(),
  batchId: id.nullable(),
  batchNumber: z.string().nullable(),
  expiresOn: day.nullable(),
  quantityMilli: z.int(),
  /** Of a draft: what of it is there, and how much of this line is not, all lines counted; 0 once sent. */
  thereMilli: z.int(),
  shortMilli: z.int(),
  /** Of a draft: what can be taken, in the order in which it would be. */
  shelves: z.array(transferShelf),
  version,
});
export type TransferLine = z.infer<typeof transferLine>;

export const transfer = transferHead.extend({ lines: z.array(transferLine) });
export type Transfer = z.infer<typeof transfer>;

/** What a change of one line leaves: the transfer's head, and all lines of that product as they now are. */
const transferLineChange = z.object({
  head: transferHead,
  productId: id,
  lines: z.array(transferLine),
  /** The line that was changed; null when it was removed. */
  lineId: id.nullable(),
});
export type TransferLineChange = z.infer<typeof transferLineChange>;

/** Left out: whatever expires first leaves first; null: what has no batch; else that batch. */
const batchId = id.nullable().optional();

const placeRefusals = refuses('TRANSFER_SAME_PLACE', 'LOCATION_CLOSED');
const lineRefusals = refuses('TRANSFER_CLOSED', 'QUANTITY_TOO_FINE');
const addRefusals = { ...lineRefusals, ...refuses('QUANTITY_NEEDED', 'QUANTITY_TOO_LARGE') };
const sendRefusals = {
  ...movementRefusals,
  ...refuses('TRANSFER_SHORT', 'TRANSFER_SAME_PLACE', 'LOCATION_CLOSED', 'QUANTITY_TOO_FINE'),
};

export const transfers = {
  /** Transfers, newest first, a page at a time. */
  list: call
    .input(
      z.object({
        /** All that were not discarded, when none is named. */
        states: z.array(transferState).max(3).default([]),
        /** Those that leave or reach it. */
        locationId: id.optional(),
        /** A number, or words of the note or of a product on it. */
        search: maybeLine(200).default(''),
        /** Days of the store's own time zone, both included: when it was sent, or started if it was not. */
        from: day.optional(),
        to: day.optional(),
        ...page,
      }),
    )
    .output(listOf(transferHead)),

  get: call.input(z.object({ id })).output(transfer),

  /** Begins a draft between two places. It moves nothing until it is sent. */
  begin: call
    .input(z.object({ fromLocationId: id, toLocationId: id }))
    .errors(placeRefusals)
    .output(transferHead),

  /** Changes places or note of a draft, unless it was changed since `version`. */
  change: call
    .input(
      z.object({
        id,
        version,
        fromLocationId: id.optional(),
        toLocationId: id.optional(),
        note: maybeWords(500).optional(),
      }),
    )
    .errors({ ...placeRefusals, ...refuses('TRANSFER_CLOSED', 'CHANGED_MEANWHILE') })
    .output(transferHead),

  /**
   * Puts what a scanned code stands for on a draft: one more of it, a pack's quantity for a pack's barcode, the
   * weight of a scale label, the batch of a GS1 code where that is known. A quantity, in thousandths of the unit,
   * counts instead of what the code says; QUANTITY_NEEDED asks for it.
   */
  scan: call
    .input(z.object({ transferId: id, ...scannedCode, quantityMilli: quantityMilli.optional() }))
    .errors({ ...addRefusals, ...productCodeRefusals })
    .output(transferLineChange),

  /**
   * Puts so many thousandths of a product on a draft: onto its line for that batch, else onto a new one. Left out,
   * it is one of what is counted.
   */
  addLine: call
    .input(z.object({ transferId: id, productId: id, batchId, quantityMilli: quantityMilli.optional() }))
    .errors(addRefusals)
    .output(transferLineChange),

  /** Sets what is taken on a line, and of which batch, unless the line was changed since `version`. */
  setLine: call
    .input(z.object({ lineId: id, version, quantityMilli, batchId }))
    .errors({ ...lineRefusals, ...refuses('CHANGED_MEANWHILE') })
    .output(transferLineChange),

  /** Takes a line off a draft, unless it was changed since `version`. */
  removeLine: call
    .input(z.object({ lineId: id, version }))
    .errors(refuses('TRANSFER_CLOSED', 'CHANGED_MEANWHILE'))
    .output(transferLineChange),

  /**
   * Gives a draft its number and moves all that is on it, or nothing, unless anything of it was changed since
   * `version`.
   */
  send: call
    .input(z.object({ id, version }))
    .errors({ ...sendRefusals, ...refuses('TRANSFER_EMPTY', 'TRANSFER_CLOSED', 'CHANGED_MEANWHILE') })
    .output(transferHead),

  /** Makes a transfer and sends it, in one step: all of it moves or nothing. */
  sendNow: call
    .input(
      z.object({
        fromLocationId: id,
        toLocationId: id,
        note: maybeWords(500).default(''),
        lines: z
          .array(z.object({ productId: id, batchId, quantityMilli }))
          .min(1)
          .max(1000),
      }),
    )
    .errors(sendRefusals)
    .output(transferHead),

  /** Gives a draft up. It is kept, and can be taken up again. */
  discard: call.input(z.object({ id })).errors(refuses('TRANSFER_CLOSED')).output(transferHead),

  /** Takes a discarded draft up again. */
  restore: call.input(z.object({ id })).errors(refuses('TRANSFER_CLOSED')).output(transferHead),

  /** The transfer as a PDF of A4 pages, to go with the goods; a draft says that it is one. */
  pdf: call.input(z.object({ id })).output(z.object({ fileName: z.string(), base64: z.string() })),
};
