import { z } from 'zod';
import { MAX_UNIT_TEN_THOUSANDTHS } from '#shared/kernel/currency';
import { call } from './base';
import {
  amountMinor,
  day,
  id,
  instant,
  levelMilli,
  listOf,
  maybeLine,
  maybeWords,
  page,
  person,
  quantityMilli,
  unitOfMeasure,
  version,
  words,
} from './common';
import { movementRefusals, refuses } from './refusals';

export const location = z.object({
  id,
  name: z.string(),
  kind: z.enum(['department', 'storeroom']),
  /** What a scan of its label sends; null where it bears none. */
  barcode: z.string().nullable(),
  /** Whether a till sells from it. */
  isSellingLocation: z.boolean(),
  closedAt: instant.nullable(),
  /** How many products have stock there. */
  products: z.int(),
  /** Whether it can be deleted: it was never used. */
  deletable: z.boolean(),
  version,
});
export type Location = z.infer<typeof location>;

/** What lies at one place: one entry per product, location and batch (or none). */
const stockEntry = z.object({
  id,
  productId: id,
  productName: z.string(),
  sku: z.string(),
  unit: unitOfMeasure,
  locationId: id,
  locationName: z.string(),
  batchId: id.nullable(),
  batchNumber: z.string().nullable(),
  expiresOn: day.nullable(),
  onHandMilli: z.int(),
  reservedMilli: z.int(),
  availableMilli: z.int(),
  lastReceivedAt: instant.nullable(),
  /** At average cost; null for those who may not see cost. */
  valueMinor: z.int().nullable(),
});
export type StockEntry = z.infer<typeof stockEntry>;

/** A batch of a product, with what lies of it where: entries at zero that are still kept included. */
export const batch = z.object({
  id,
  productId: id,
  number: z.string(),
  /** The last day on which it is good; null where it does not expire. */
  expiresOn: day.nullable(),
  onHandMilli: z.int(),
  reservedMilli: z.int(),
  /** At average cost; null for those who may not see cost. */
  valueMinor: z.int().nullable(),
  places: z.array(
    z.object({
      entryId: id,
      locationId: id,
      locationName: z.string(),
      /** Whether the till that asks sells from it. */
      isSellingLocation: z.boolean(),
      onHandMilli: z.int(),
      reservedMilli: z.int(),
      availableMilli: z.int(),
    }),
  ),
  version,
});
export type Batch = z.infer<typeof batch>;

export const movementKind = z.enum([
  'opening',
  'received',
  'returned to supplier',
  'sold',
  'returned by customer',
  'issued',
  'issue returned',
  'adjusted',
  'wasted',
  'transferred',
  'counted',
]);
export type MovementKind = z.infer<typeof movementKind>;

/** What can cause a movement, beside somebody's hand (''): each leads to its document. */
const movementCause = z.enum(['', 'order', 'transfer', 'issue', 'stocktake', 'import']);
export type MovementCause = z.infer<typeof movementCause>;

/** One change of quantity, never changed itself. */
export const movement = z.object({
  id,
  movedAt: instant,
  kind: movementKind,
  productId: id,
  productName: z.string(),
  unit: unitOfMeasure,
  locationId: id,
  locationName: z.string(),
  batchId: id.nullable(),
  batchNumber: z.string().nullable(),
  quantityMilli: z.int(),
  beforeMilli: z.int(),
  afterMilli: z.int(),
  /** What the goods cost: above 0 for those that came, below 0 for those that left; null for those who may not see cost. */
  valueMinor: z.int().nullable(),
  /** Stock went below zero, as the store allows. */
  belowZero: z.boolean(),
  reason: z.string(),
  by: person,
  /** What caused it, with its document's id and number; '' for a movement made by hand. */
  cause: movementCause,
  causeId: id.nullable(),
  causeLabel: z.string(),
});
export type Movement = z.infer<typeof movement>;

/** Which movements: of a product, a location, a batch or a document, by kind, person and days. */
const movementFilter = {
  productId: id.optional(),
  locationId: id.optional(),
  batchId: id.optional(),
  kinds: z.array(movementKind).max(11).default([]),
  accountId: id.optional(),
  /** Days of the store's own time zone, both included. */
  from: day.optional(),
  to: day.optional(),
  /** The document that caused them: its kind and id, both or neither. */
  cause: movementCause.exclude(['']).optional(),
  causeId: id.optional(),
};

const wholeDocument = {
  check: ({ cause, causeId }: { cause?: unknown; causeId?: unknown }) =>
    (cause === undefined) === (causeId === undefined),
  problem: { path: ['causeId'], error: 'goes with the kind of document' },
};

/** A batch as it is received: its number, and the day it expires where it does. */
const batchInput = z
  .object({ number: words(64), expiresOn: day.nullable().default(null) })
  .nullable()
  .default(null);

/** What goods that come in cost: all of them together, or one unit of them, in ten-thousandths of the major unit (0.0041 is 41). */
const costInput = z.union([
  z.strictObject({ totalMinor: amountMinor }),
  z.strictObject({ unitTenThousandths: z.int().min(0).max(MAX_UNIT_TEN_THOUSANDTHS) }),
]);
export type CostInput = z.infer<typeof costInput>;

const place = { productId: id, locationId: id, batch: batchInput };
const placeRefusals = {
  ...movementRefusals,
  ...refuses('LOCATION_CLOSED', 'QUANTITY_TOO_FINE', 'BATCH_EXPIRY_DIFFERS'),
};
const correctionRefusals = {
  ...movementRefusals,
  ...refuses('REASON_MISSING', 'QUANTITY_TOO_FINE', 'INSUFFICIENT_STOCK', 'LOCATION_CLOSED'),
};

/** A barcode of a place, as Code 128 can print it. A number that goods may bear is kept as it is for goods. */
const locationBarcode = z
  .string()
  .trim()
  .regex(/^[\x20-\x7e]{1,48}$/, 'must be 1 to 48 letters, digits and signs without accents');

const locationRefusals = refuses('LOCATION_NAME_TAKEN', 'BARCODE_TAKEN', 'BARCODE_OF_LOCATION');

export const stock = {
  listLocations: call.output(z.array(location)),

  /** A barcode that is nobody's yet, like LOC-0007: for a location, or for the next one to be made. */
  freeLocationBarcode: call.input(z.object({ id: id.optional() })).output(z.object({ barcode: z.string() })),

  createLocation: call
    .input(
      z.object({
        name: words(100),
        kind: z.enum(['department', 'storeroom']),
        barcode: locationBarcode.nullable().default(null),
      }),
    )
    .errors(locationRefusals)
    .output(location),

  /** Renames a location, changes its kind or barcode (null takes it off), unless somebody changed it since `version`. */
  changeLocation: call
    .input(
      z.object({
        id,
        version,
        name: words(100).optional(),
        kind: z.enum(['department', 'storeroom']).optional(),
        barcode: locationBarcode.nullable().optional(),
      }),
    )
    .errors({ ...locationRefusals, ...refuses('CHANGED_MEANWHILE') })
    .output(location),

  /** Lets the till at which somebody is signed in sell from it, in place of where it did. */
  setSellingLocation: call.input(z.object({ id })).errors(refuses('LOCATION_CLOSED')).output(location),

  /** Closes a location that holds nothing and that no till sells from. */
  closeLocation: call
    .input(z.object({ id }))
    .errors(refuses('LOCATION_HAS_STOCK', 'LOCATION_SELLS', 'LOCATION_COUNTED'))
    .output(location),

  reopenLocation: call.input(z.object({ id })).output(location),

  /** Deletes a location that was never used. */
  deleteLocation: call
    .input(z.object({ id }))
    .errors(refuses('LOCATION_USED', 'LOCATION_HAS_STOCK', 'LOCATION_SELLS'))
    .output(z.object({})),

  /**
   * What is there, by product, location or words, a page at a time, by product name; what expires, by the day
   * on which it does.
   */
  listEntries: call
    .input(
      z.object({
        productId: id.optional(),
        locationId: id.optional(),
        /** Of this category and all below it. */
        categoryId: id.optional(),
        search: maybeLine(200).default(''),
        /** Only what is at or below its product's threshold. */
        lowOnly: z.boolean().default(false),
        /** Only what is on hand and expired before today, or expires within the store's days of near expiry. */
        expiry: z.enum(['expired', 'near']).optional(),
        ...page,
      }),
    )
    .output(listOf(stockEntry)),

  /**
   * Begins stock of a product at a place, with an opening quantity (0 is allowed, and costs nothing) and its cost as
   * in {@link stock.receive}.
   */
  addEntry: call
    .input(
      z
        .object({ ...place, openingMilli: levelMilli, cost: costInput.optional() })
        .refine(({ openingMilli, cost }) => openingMilli > 0 || cost === undefined, {
          path: ['cost'],
          error: 'goes with a quantity above 0',
        }),
    )
    .errors({ ...placeRefusals, ...refuses('ENTRY_EXISTS') })
    .output(stockEntry),

  /** Takes away an entry that is at zero with nothing reserved. */
  removeEntry: call.input(z.object({ id })).errors(refuses('ENTRY_NOT_EMPTY')).output(z.object({})),

  /**
   * Goods come in at a place; makes the entry and the batch where they are new. A cost is for those who may see it;
   * left out, the goods cost the average of what is there or was there last, else the product's cost price. A unit
   * cost is multiplied once, to a line total, and refused with STOCK_VALUE_TOO_LARGE where that is no amount any more.
   */
  receive: call
    .input(
      z.object({
        ...place,
        quantityMilli,
        cost: costInput.optional(),
        reason: maybeWords(500).default(''),
      }),
    )
    .errors(placeRefusals)
    .output(stockEntry),

  /** Sets what is on hand to what was found there; the reason is kept with the movement. */
  adjust: call
    .input(z.object({ entryId: id, onHandMilli: levelMilli, reason: maybeWords(500) }))
    .errors(correctionRefusals)
    .output(stockEntry),

  /** Throws goods away; the reason is kept with the movement. */
  waste: call
    .input(z.object({ entryId: id, quantityMilli, reason: maybeWords(500) }))
    .errors(correctionRefusals)
    .output(stockEntry),

  /**
   * The batches of a product, what expires first leading, at most 500: those of which anything is on hand or
   * reserved, with `all` those that are used up too, behind them and newest first; or the one with that id.
   */
  listBatches: call
    .input(z.object({ productId: id, batchId: id.optional(), all: z.boolean().default(false) }))
    .output(z.array(batch)),

  /** Sets a batch's expiry right (null: it does not expire), unless somebody changed it since `version`. */
  changeBatch: call
    .input(z.object({ id, version, expiresOn: day.nullable(), reason: maybeWords(500) }))
    .errors(refuses('REASON_MISSING', 'CHANGED_MEANWHILE'))
    .output(batch),

  /** The ledger, newest first; `beforeId` goes on from the last movement seen. */
  history: call
    .input(
      z
        .object({ ...movementFilter, beforeId: id.optional(), limit: z.int().min(1).max(500).default(100) })
        .refine(wholeDocument.check, wholeDocument.problem),
    )
    .output(z.object({ rows: z.array(movement), more: z.boolean() })),

  /** The same movements as CSV, at most 100,000, newest first. */
  exportHistory: call
    .input(z.object(movementFilter).refine(wholeDocument.check, wholeDocument.problem))
    .output(z.object({ fileName: z.string(), csv: z.string(), rows: z.int(), more: z.boolean() })),
};
