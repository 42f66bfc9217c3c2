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
  unitOfMeasure,
  version,
  words,
} from './common';
import {
  changeRefusals,
  documentCalls,
  documentHead,
  documentLine,
  locationName,
  newLines,
  postRefusals,
} from './documents';
import { movementRefusals, refuses } from './refusals';

/** Who holds goods issued from the store: a person with an account, or a free name such as a department. */
const holder = z.object({ accountId: id.nullable(), name: z.string() });
export type Holder = z.infer<typeof holder>;

/** A holder as a call names them. Free names are case-insensitive. */
const holderInput = z.union([z.object({ accountId: id }), z.object({ name: words(100) })]);
export type HolderInput = z.infer<typeof holderInput>;

/** An issue without its lines, as a list shows it. */
const issueHead = documentHead.extend({
  /** The location that the goods leave. */
  location: locationName,
  /** Null for a draft without a holder yet. */
  holder: holder.nullable(),
  /** The number of lines with goods still out. */
  outCount: z.int(),
});
export type IssueHead = z.infer<typeof issueHead>;

const issueLine = documentLine.extend({
  /** Once posted: what was returned, what was used up, and what is still out. */
  returnedMilli: z.int(),
  usedUpMilli: z.int(),
  outMilli: z.int(),
  /** The cost of the goods when they were issued; null for a draft and for people who may not see cost. */
  costMinor: z.int().nullable(),
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

const issueRefusals = {
  ...movementRefusals,
  ...refuses('DOCUMENT_SHORT', 'EXPIRED_STOCK', 'LOCATION_CLOSED', 'QUANTITY_TOO_FINE', 'HOLDER_UNKNOWN'),
};
const returnRefusals = {
  ...movementRefusals,
  ...refuses('ISSUE_OVER_RETURN', 'LOCATION_CLOSED', 'QUANTITY_TOO_FINE'),
};

export const issues = {
  ...documentCalls(issueHead, issueLine),

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
    .errors({ ...refuses('LOCATION_CLOSED', 'HOLDER_UNKNOWN'), ...changeRefusals })
    .output(issueHead),

  /**
   * Gives a draft its number and issues all of it or nothing, unless the draft was changed since `version`. An issue
   * is final: goods can only be returned.
   */
  post: call
    .input(z.object({ id, version }))
    .errors({ ...issueRefusals, ...postRefusals, ...refuses('HOLDER_MISSING') })
    .output(issueHead),

  /** Issues goods in one step without a draft: all of them or none. */
  postNow: call
    .input(
      z.object({
        locationId: id,
        holder: holderInput,
        note: optionalText(500).default(''),
        lines: newLines,
      }),
    )
    .errors(issueRefusals)
    .output(issueHead),

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
};
