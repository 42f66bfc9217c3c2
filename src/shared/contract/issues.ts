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
  words,
} from './common';
import { movementRefusals, productCodeRefusals, refuses } from './refusals';

export const issueState = z.enum(['draft', 'issued', 'discarded']);
export type IssueState = z.infer<typeof issueState>;

/** Who has goods of the store for use: somebody with an account, or a free name like a department's. */
export const holder = z.object({ accountId: id.nullable(), name: z.string() });
export type Holder = z.infer<typeof holder>;

/** A holder as a call names them. A free name is the same in capitals and small letters. */
const holderInput = z.union([z.object({ accountId: id }), z.object({ name: words(100) })]);
export type HolderInput = z.infer<typeof holderInput>;

const issuePlace = z.object({ id, name: z.string() });

/** An issue without its lines, as a list shows it. */
const issueHead = z.object({
  id,
  state: issueState,
  /** `IS-000001` and on without a gap; null until it is issued. */
  number: z.string().nullable(),
  /** Where the goods leave. */
  location: issuePlace,
  /** Null for a draft that does not say it yet. */
  holder: holder.nullable(),
  note: z.string(),
  lineCount: z.int(),
  /** On how many of its lines something is still out. */
  outCount: z.int(),
  createdAt: instant,
  createdBy: person,
  issuedAt: instant.nullable(),
  issuedBy: person.nullable(),
  version,
});
export type IssueHead = z.infer<typeof issueHead>;

/** What of a product can be taken at the place it is to leave, batch by batch (or without one). */
const issueShelf = z.object({
  batchId: id.nullable(),
  batchNumber: z.string().nullable(),
  expiresOn: day.nullable(),
  availableMilli: z.int(),
});
export type IssueShelf = z.infer<typeof issueShelf>;

export const issueLine = z.object({
  id,
  productId: id,
  productName: z.string(),
  sku: z.string(),
  unit: unitOfMeasure,
  /** Of a draft: what expires first leaves first. Once issued, every line says its batch, or has none. */
  anyBatch: z.boolean(),
  batchId: id.nullable(),
  batchNumber: z.string().nullable(),
  expiresOn: day.nullable(),
  quantityMilli: z.int(),
  /** Of a draft: how much of this line cannot be taken, all lines counted; 0 once issued. */
  shortMilli: z.int(),
  /** Of a draft: what can be taken, in the order in which it would be. */
  shelves: z.array(issueShelf),
  /** Once issued: what came back, what was used up, and what is still out. */
  returnedMilli: z.int(),
  usedUpMilli: z.int(),
  outMilli: z.int(),
  /** What the goods cost when they were issued; null for a draft and for those who may not see cost. */
  costMinor: z.int().nullable(),
  version,
});
export type IssueLine = z.infer<typeof issueLine>;

/** What became of some of what was issued: it came back to a place, or was used up. */
const issueClosing = z.object({
  id,
  kind: z.enum(['returned', 'used up']),
  issueLineId: id,
  productName: z.string(),
  unit: unitOfMeasure,
  quantityMilli: z.int(),
  /** Where it came back to; null for what was used up. */
  locationName: z.string().nullable(),
  reason: z.string(),
  at: instant,
  by: person,
});
export type IssueClosing = z.infer<typeof issueClosing>;

export const issue = issueHead.extend({
  lines: z.array(issueLine),
  /** Oldest first. */
  closings: z.array(issueClosing),
});
export type Issue = z.infer<typeof issue>;

/** What a change of one line leaves: the draft's head, and all lines of that product as they now are. */
const issueLineChange = z.object({
  head: issueHead,
  productId: id,
  lines: z.array(issueLine),
  /** The line that was changed; null when it was removed. */
  lineId: id.nullable(),
});
export type IssueLineChange = z.infer<typeof issueLineChange>;

/** A line of which something is still out with somebody. */
const outstandingLine = z.object({
  issueLineId: id,
  issueId: id,
  number: z.string(),
  issuedAt: instant,
  issuedBy: person,
  holder,
  /** Where it left, and so where it would go back to. */
  location: issuePlace.extend({ closed: z.boolean() }),
  productId: id,
  productName: z.string(),
  sku: z.string(),
  unit: unitOfMeasure,
  batchId: id.nullable(),
  batchNumber: z.string().nullable(),
  expiresOn: day.nullable(),
  issuedMilli: z.int(),
  outMilli: z.int(),
  /** What is out cost so much; null for those who may not see cost. */
  outCostMinor: z.int().nullable(),
});
export type OutstandingLine = z.infer<typeof outstandingLine>;

/** Left out: whatever expires first leaves first; null: what has no batch; else that batch. */
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
        /** All that were not discarded, when none is named. */
        states: z.array(issueState).max(3).default([]),
        locationId: id.optional(),
        /** A number, a holder, or words of the note or of a product on it. */
        search: maybeLine(200).default(''),
        /** Days of the store's own time zone, both included: when it was issued, or started if it was not. */
        from: day.optional(),
        to: day.optional(),
        ...page,
      }),
    )
    .output(listOf(issueHead)),

  get: call.input(z.object({ id })).output(issue),

  /** Who goods can be issued to: the people who work here, and names that goods were issued to before; at most 50. */
  holders: call.input(z.object({ search: maybeLine(100).default('') })).output(z.array(holder)),

  /** Begins a draft. It moves nothing until it is issued. */
  begin: call
    .input(z.object({ locationId: id, holder: holderInput.nullable().default(null) }))
    .errors(refuses('LOCATION_CLOSED', 'HOLDER_UNKNOWN'))
    .output(issueHead),

  /** Changes place, holder (null: not said yet) or note of a draft, unless it was changed since `version`. */
  change: call
    .input(
      z.object({
        id,
        version,
        locationId: id.optional(),
        holder: holderInput.nullable().optional(),
        note: maybeWords(500).optional(),
      }),
    )
    .errors(refuses('LOCATION_CLOSED', 'HOLDER_UNKNOWN', 'ISSUE_CLOSED', 'CHANGED_MEANWHILE'))
    .output(issueHead),

  /**
   * Puts what a scanned code stands for on a draft: one more of it, a pack's quantity for a pack's barcode, the
   * weight of a scale label. A quantity, in thousandths, says how many times the code counts. A scale label counts
   * once: the quantity is how much it is where the label does not say that. QUANTITY_NEEDED asks for it.
   */
  scan: call
    .input(z.object({ issueId: id, ...scannedCode, quantityMilli: quantityMilli.optional() }))
    .errors({ ...addRefusals, ...productCodeRefusals })
    .output(issueLineChange),

  /**
   * Puts so many thousandths of a product on a draft: onto its line for that batch, else onto a new one. Left out,
   * it is one of what is counted.
   */
  addLine: call
    .input(z.object({ issueId: id, productId: id, batchId, quantityMilli: quantityMilli.optional() }))
    .errors(addRefusals)
    .output(issueLineChange),

  /** Sets what is taken on a line, and of which batch, unless the line was changed since `version`. */
  setLine: call
    .input(z.object({ lineId: id, version, quantityMilli, batchId }))
    .errors({ ...lineRefusals, ...refuses('CHANGED_MEANWHILE') })
    .output(issueLineChange),

  /** Takes a line off a draft, unless it was changed since `version`. */
  removeLine: call
    .input(z.object({ lineId: id, version }))
    .errors(refuses('ISSUE_CLOSED', 'CHANGED_MEANWHILE'))
    .output(issueLineChange),

  /**
   * Gives a draft its number and hands out all that is on it, or nothing, unless anything of it was changed
   * since `version`. It is final: what comes back is given back.
   */
  send: call
    .input(z.object({ id, version }))
    .errors({
      ...issueRefusals,
      ...refuses('ISSUE_EMPTY', 'HOLDER_MISSING', 'ISSUE_CLOSED', 'CHANGED_MEANWHILE'),
    })
    .output(issueHead),

  /** Issues goods in one step: all of them or none. */
  issue: call
    .input(
      z.object({
        locationId: id,
        holder: holderInput,
        note: maybeWords(500).default(''),
        lines: z
          .array(z.object({ productId: id, batchId, quantityMilli }))
          .min(1)
          .max(1000),
      }),
    )
    .errors(issueRefusals)
    .output(issueHead),

  /** Gives a draft up. It is kept, and can be taken up again. */
  discard: call.input(z.object({ id })).errors(refuses('ISSUE_CLOSED')).output(issueHead),

  /** Takes a discarded draft up again. */
  restore: call.input(z.object({ id })).errors(refuses('ISSUE_CLOSED')).output(issueHead),

  /** What is out with whom, a page at a time: by holder, then what has been out longest. */
  outstanding: call
    .input(
      z.object({
        productId: id.optional(),
        holder: holderInput.optional(),
        /** A holder, a number, or words of a product. */
        search: maybeLine(200).default(''),
        ...page,
      }),
    )
    .output(listOf(outstandingLine)),

  /**
   * Goods of one line come back, in part or all, to any open place: the same batch, at the cost they left at.
   * Answers with the line as it now is.
   */
  returnGoods: call
    .input(z.object({ issueLineId: id, locationId: id, quantityMilli, reason: maybeWords(500).default('') }))
    .errors(returnRefusals)
    .output(outstandingLine),

  /** Goods of several lines come back at once, all or none; to the place each left when none is named. */
  returnMany: call
    .input(
      z.object({
        locationId: id.nullable().default(null),
        lines: z
          .array(z.object({ issueLineId: id, quantityMilli }))
          .min(1)
          .max(500),
        reason: maybeWords(500).default(''),
      }),
    )
    .errors(returnRefusals)
    .output(z.array(outstandingLine)),

  /** Goods of a line will not come back: they were used up. No stock moves; the reason is kept. */
  usedUp: call
    .input(z.object({ issueLineId: id, quantityMilli, reason: maybeWords(500) }))
    .errors(refuses('ISSUE_OVER_RETURN', 'QUANTITY_TOO_FINE', 'REASON_MISSING'))
    .output(outstandingLine),

  /** A slip of A4 to sign, with what was handed out; a draft says that it is one. */
  pdf: call.input(z.object({ id })).output(z.object({ fileName: z.string(), base64: z.string() })),
};
