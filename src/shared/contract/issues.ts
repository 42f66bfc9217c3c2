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
  words,
} from './common';
import { movementRefusals, productCodeRefusals, refuses } from './refusals';

export const issueState = z.enum(['draft', 'issued', 'discarded']);
export type IssueState = z.infer<typeof issueState>;

/** Who holds goods issued from the store: a person with an account, or a free name such as a department. */
const holder = z.object({ accountId: id.nullable(), name: z.string() });
export type Holder = z.infer<typeof holder>;

/** A holder as a call names them. Free names are case-insensitive. */
const holderInput = z.union([z.object({ accountId: id }), z.object({ name: words(100) })]);
export type HolderInput = z.infer<typeof holderInput>;

const locationName = z.object({ id, name: z.string() });

/** An issue without its lines, as a list shows it. */
const issueHead = z.object({
  id,
  state: issueState,
  /** `IS-000001`, counting up without gaps; null until it is issued. */
  number: z.string().nullable(),
  /** The location that the goods leave. */
  location: locationName,
  /** Null for a draft without a holder yet. */
  holder: holder.nullable(),
  note: z.string(),
  lineCount: z.int(),
  /** The number of lines with goods still out. */
  outCount: z.int(),
  createdAt: instant,
  createdBy: person,
  issuedAt: instant.nullable(),
  issuedBy: person.nullable(),
  version,
});
export type IssueHead = z.infer<typeof issueHead>;

/** What is available of a product at the location it leaves, by batch (or without one). */
const issueShelf = z.object({
  batchId: id.nullable(),
  batchNumber: z.string().nullable(),
  expiresOn: day.nullable(),
  availableMilli: z.int(),
});
export type IssueShelf = z.infer<typeof issueShelf>;

const issueLine = z.object({
  id,
  productId: id,
  productName: z.string(),
  sku: z.string(),
  unit: unitOfMeasure,
  /** In a draft: what expires first leaves first. Once issued, every line has its batch, or none. */
  anyBatch: z.boolean(),
  batchId: id.nullable(),
  batchNumber: z.string().nullable(),
  expiresOn: day.nullable(),
  quantityMilli: z.int(),
  /** In a draft: how much of this line is not available, with all lines of the draft counted; 0 once issued. */
  shortMilli: z.int(),
  /** In a draft: the available batches, in the order in which they would be taken. */
  shelves: z.array(issueShelf),
  /** Once issued: what was returned, what was used up, and what is still out. */
  returnedMilli: z.int(),
  usedUpMilli: z.int(),
  outMilli: z.int(),
  /** The cost of the goods when they were issued; null for a draft and for people who may not see cost. */
  costMinor: z.int().nullable(),
  version,
});
export type IssueLine = z.infer<typeof issueLine>;

/** What happened to a part of the issued goods: they were returned to a location, or used up. */
const issueClosing = z.object({
  id,
  kind: z.enum(['returned', 'used up']),
  issueLineId: id,
  productName: z.string(),
  unit: unitOfMeasure,
  quantityMilli: z.int(),
  /** The location they were returned to; null for goods that were used up. */
  locationName: z.string().nullable(),
  reason: z.string(),
  at: instant,
  by: person,
});
export type IssueClosing = z.infer<typeof issueClosing>;

const issue = issueHead.extend({
  lines: z.array(issueLine),
  /** Oldest first. */
  closings: z.array(issueClosing),
});
export type Issue = z.infer<typeof issue>;

/** The result of changing one line: the draft's head, and all current lines of that product. */
const issueLineChange = z.object({
  head: issueHead,
  productId: id,
  lines: z.array(issueLine),
  /** The line that was changed; null when it was removed. */
  lineId: id.nullable(),
});
export type IssueLineChange = z.infer<typeof issueLineChange>;

/** An issued line with goods still out. */
const outstandingLine = z.object({
  issueLineId: id,
  issueId: id,
  number: z.string(),
  issuedAt: instant,
  issuedBy: person,
  holder,
  /** The location the goods left, which is where they return to by default. */
  location: locationName.extend({ closed: z.boolean() }),
  productId: id,
  productName: z.string(),
  sku: z.string(),
  unit: unitOfMeasure,
  batchId: id.nullable(),
  batchNumber: z.string().nullable(),
  expiresOn: day.nullable(),
  issuedMilli: z.int(),
  outMilli: z.int(),
  /** The cost of what is still out; null for people who may not see cost. */
  outCostMinor: z.int().nullable(),
});
export type OutstandingLine = z.infer<typeof outstandingLine>;

/** Left out: what expires first leaves first; null: stock without a batch; otherwise that batch. */
const batchId = id.nullable().optional();

const lineRefusals = refuses('ISSUE_CLOSED', 'QUANTITY_TOO_FINE');
const addRefusals = { ...lineRefusals, ...refuses('QUANTITY_NEEDED', 'QUANTITY_TOO_LARGE') };
const issueRefusals = {
  ...movementRefusals,
  ...refuses('ISSUE_SHORT', 'EXPIRED_STOCK', 'LOCATION_CLOSED', 'QUANTITY_TOO_FINE', 'HOLDER_UNKNOWN'),
};
const returnRefusals = {
  ...movementRefusals,
  ...refuses('ISSUE_OVER_RETURN', 'LOCATION_CLOSED', 'QUANTITY_TOO_FINE'),
};

export const issues = {
  /** Issues, newest first, a page at a time. */
  list: call
    .input(
      z.object({
        /** When empty, all that were not discarded. */
        states: z.array(issueState).max(3).default([]),
        locationId: id.optional(),
        /** A number, a holder, or words of the note or of a product on it. */
        search: optionalLine(200).default(''),
        /** Days in the store's time zone, both included, of the issue or else of the draft's creation. */
        from: day.optional(),
        to: day.optional(),
        ...page,
      }),
    )
    .output(listOf(issueHead)),

  /** An issue with all its lines, whatever its state, and what happened to the issued goods. */
  get: call.input(z.object({ id })).output(issue),

  /** Possible holders: the people who work here, and free names that goods were issued to before; at most 50. */
  holders: call.input(z.object({ search: optionalLine(100).default('') })).output(z.array(holder)),

  /** Creates a draft. It moves nothing until it is issued. */
  start: call
    .input(z.object({ locationId: id, holder: holderInput.nullable().default(null) }))
    .errors(refuses('LOCATION_CLOSED', 'HOLDER_UNKNOWN'))
    .output(issueHead),

  /** Changes location, holder (null: none yet) or note of a draft, unless it was changed since `version`. */
  change: call
    .input(
      z.object({
        id,
        version,
        locationId: id.optional(),
        holder: holderInput.nullable().optional(),
        note: optionalText(500).optional(),
      }),
    )
    .errors(refuses('LOCATION_CLOSED', 'HOLDER_UNKNOWN', 'ISSUE_CLOSED', 'CHANGED_MEANWHILE'))
    .output(issueHead),

  /**
   * Adds what a scanned code identifies to a draft: one unit, a pack's quantity for a pack's barcode, the weight of
   * a scale label. The quantity, in thousandths, is the number of times the code counts. A scale label counts once;
   * if it carries no quantity, the given one is used, and without one the call refuses with QUANTITY_NEEDED.
   */
  scan: call
    .input(z.object({ issueId: id, ...scannedCode, quantityMilli: quantityMilli.optional() }))
    .errors({ ...addRefusals, ...productCodeRefusals })
    .output(issueLineChange),

  /**
   * Adds a quantity of a product, in thousandths, to a draft: to its line for that batch, or else as a new line.
   * When left out, the quantity is 1 for a counted product.
   */
  addLine: call
    .input(z.object({ issueId: id, productId: id, batchId, quantityMilli: quantityMilli.optional() }))
    .errors(addRefusals)
    .output(issueLineChange),

  /** Sets the quantity and batch of a line, unless the line was changed since `version`. */
  setLine: call
    .input(z.object({ lineId: id, version, quantityMilli, batchId }))
    .errors({ ...lineRefusals, ...refuses('CHANGED_MEANWHILE') })
    .output(issueLineChange),

  /** Removes a line from a draft, unless the line was changed since `version`. */
  removeLine: call
    .input(z.object({ lineId: id, version }))
    .errors(refuses('ISSUE_CLOSED', 'CHANGED_MEANWHILE'))
    .output(issueLineChange),

  /**
   * Gives a draft its number and issues all of it or nothing, unless the draft was changed since `version`. An issue
   * is final: goods can only be returned.
   */
  send: call
    .input(z.object({ id, version }))
    .errors({
      ...issueRefusals,
      ...refuses('ISSUE_EMPTY', 'HOLDER_MISSING', 'ISSUE_CLOSED', 'CHANGED_MEANWHILE'),
    })
    .output(issueHead),

  /** Issues goods in one step without a draft: all of them or none. */
  issue: call
    .input(
      z.object({
        locationId: id,
        holder: holderInput,
        note: optionalText(500).default(''),
        lines: z
          .array(z.object({ productId: id, batchId, quantityMilli }))
          .min(1)
          .max(1000),
      }),
    )
    .errors(issueRefusals)
    .output(issueHead),

  /** Discards a draft. It is kept and can be restored. */
  discard: call.input(z.object({ id })).errors(refuses('ISSUE_CLOSED')).output(issueHead),

  /** Restores a discarded draft. */
  restore: call.input(z.object({ id })).errors(refuses('ISSUE_CLOSED')).output(issueHead),

  /** Goods that are out, a page at a time: by holder, then longest out first. */
  outstanding: call
    .input(
      z.object({
        productId: id.optional(),
        holder: holderInput.optional(),
        /** A holder, a number, or words of a product. */
        search: optionalLine(200).default(''),
        ...page,
      }),
    )
    .output(listOf(outstandingLine)),

  /**
   * Returns all or some goods of one line to any open location, as the same batch and at the cost they were issued
   * at. Returns the current line.
   */
  returnGoods: call
    .input(
      z.object({ issueLineId: id, locationId: id, quantityMilli, reason: optionalText(500).default('') }),
    )
    .errors(returnRefusals)
    .output(outstandingLine),

  /** Returns goods of several lines at once, all or none; without a location, each to the location it left. */
  returnMany: call
    .input(
      z.object({
        locationId: id.nullable().default(null),
        lines: z
          .array(z.object({ issueLineId: id, quantityMilli }))
          .min(1)
          .max(500),
        reason: optionalText(500).default(''),
      }),
    )
    .errors(returnRefusals)
    .output(z.array(outstandingLine)),

  /** Records that goods of a line were used up and will not be returned. No stock moves; the reason is kept. */
  usedUp: call
    .input(z.object({ issueLineId: id, quantityMilli, reason: optionalText(500) }))
    .errors(refuses('ISSUE_OVER_RETURN', 'QUANTITY_TOO_FINE', 'REASON_MISSING'))
    .output(outstandingLine),

  /** The A4 slip of the issued goods, to be signed; a draft is marked as a draft. */
  pdf: call.input(z.object({ id })).output(z.object({ fileName: z.string(), base64: z.string() })),
};
