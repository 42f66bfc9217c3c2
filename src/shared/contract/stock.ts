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
  optionalLine,
  optionalText,
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
  /** The barcode on its label; null for none. */
  barcode: z.string().nullable(),
  /** Whether a till sells from it. */
  isSellingLocation: z.boolean(),
  closedAt: instant.nullable(),
  /** The number of products with stock there. */
  products: z.int(),
  /** Whether it can be deleted: it was never used. */
  deletable: z.boolean(),
  version,
});
export type Location = z.infer<typeof location>;

/** The stock of one product at one location, in one batch or without one. */
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
  /** At average cost; null for people who may not see cost. */
  valueMinor: z.int().nullable(),
});
export type StockEntry = z.infer<typeof stockEntry>;

/** A batch of a product with its stock by location, including entries at zero that are still kept. */
const batch = z.object({
  id,
  productId: id,
  number: z.string(),
  /** The last day on which it is good; null where it does not expire. */
  expiresOn: day.nullable(),
  onHandMilli: z.int(),
  reservedMilli: z.int(),
  /** At average cost; null for people who may not see cost. */
  valueMinor: z.int().nullable(),
  places: z.array(
    z.object({
      entryId: id,
      locationId: id,
      locationName: z.string(),
      /** Whether this till sells from it. */
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

/** The documents that can cause a movement; '' for a movement made by hand. */
const movementCause = z.enum(['', 'order', 'transfer', 'issue', 'stocktake', 'import']);
export type MovementCause = z.infer<typeof movementCause>;

/** One change of a quantity; a movement itself never changes. */
const movement = z.object({
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
  /** The cost of the goods: positive when they came in, negative when they left; null if it must not be shown. */
  valueMinor: z.int().nullable(),
  /** Stock went below zero, which the store allows. */
  belowZero: z.boolean(),
  reason: z.string(),
  by: person,
  /** The cause with the id and number of its document; '' for a movement made by hand. */
  cause: movementCause,
  causeId: id.nullable(),
  causeLabel: z.string(),
});
export type Movement = z.infer<typeof movement>;

/** Filters movements by product, location, batch, document, kind, person and days. */
const movementFilter = {
  productId: id.optional(),
  locationId: id.optional(),
  batchId: id.optional(),
  kinds: z.array(movementKind).max(11).default([]),
  accountId: id.optional(),
  /** Days in the store's time zone, both included. */
  from: day.optional(),
  to: day.optional(),
  /** The document that caused them: its kind and id, either both or neither. */
  cause: movementCause.exclude(['']).optional(),
  causeId: id.optional(),
};

const wholeDocument = {
  check: ({ cause, causeId }: { cause?: unknown; causeId?: unknown }) =>
    (cause === undefined) === (causeId === undefined),
  problem: { path: ['causeId'], error: 'goes with the kind of document' },
};

/** A batch as it is received: its number, and its expiry if it has one. */
const batchInput = z
  .object({ number: words(64), expiresOn: day.nullable().default(null) })
  .nullable()
  .default(null);

/** The cost of received goods: their total, or the unit cost in ten-thousandths of the major unit (0.0041 is 41). */
const costInput = z.union([
  z.strictObject({ totalMinor: amountMinor }),
  z.strictObject({ unitTenThousandths: z.int().min(0).max(MAX_UNIT_TEN_THOUSANDTHS) }),
]);
export type CostInput = z.infer<typeof costInput>;

const place = { productId: id, locationId: id, batch: batchInput };
const openLocationRefusals = {
  ...movementRefusals,
  ...refuses('LOCATION_CLOSED', 'QUANTITY_TOO_FINE', 'BATCH_EXPIRY_DIFFERS'),
};
const correctionRefusals = {
  ...movementRefusals,
  ...refuses('REASON_MISSING', 'QUANTITY_TOO_FINE', 'INSUFFICIENT_STOCK', 'LOCATION_CLOSED'),
};

/** A location's barcode that Code 128 can print. A number such as an EAN is stored in the form used for products. */
const locationBarcode = z
  .string()
  .trim()
  .regex(/^[\x20-\x7e]{1,48}$/, 'must be 1 to 48 letters, digits and signs without accents');

const locationRefusals = refuses('LOCATION_NAME_TAKEN', 'BARCODE_TAKEN', 'BARCODE_OF_LOCATION');

export const stock = {
  /** All locations, also closed ones: those that a till sells from first, then by name. */
  listLocations: call.output(z.array(location)),

  /** A free barcode such as LOC-0007, for this location or for the next one that is created. */
  freeLocationBarcode: call.input(z.object({ id: id.optional() })).output(z.object({ barcode: z.string() })),

  /** Creates an open location. Its name and its barcode (null: none) must be free. */
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

  /** Changes a location's name, kind or barcode (null removes it), unless the location was changed since `version`. */
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

  /** Makes it the location that this till sells from. */
  setSellingLocation: call.input(z.object({ id })).errors(refuses('LOCATION_CLOSED')).output(location),

  /** Closes a location that holds nothing and that no till sells from. */
  closeLocation: call
    .input(z.object({ id }))
    .errors(refuses('LOCATION_HAS_STOCK', 'LOCATION_SELLS', 'LOCATION_COUNTED'))
    .output(location),

  /** Opens a closed location again; an open one stays as it is. */
  reopenLocation: call.input(z.object({ id })).output(location),

  /** Deletes a location that was never used. */
  deleteLocation: call
    .input(z.object({ id }))
    .errors(refuses('LOCATION_USED', 'LOCATION_HAS_STOCK', 'LOCATION_SELLS'))
    .output(z.object({})),

  /**
   * Stock entries, a page at a time; filtered by product, location or words and sorted by product name, or by expiry
   * when filtered by it.
   */
  listEntries: call
    .input(
      z.object({
        productId: id.optional(),
        locationId: id.optional(),
        /** This category and all below it. */
        categoryId: id.optional(),
        search: optionalLine(200).default(''),
        /** Only entries at or below their product's threshold. */
        lowOnly: z.boolean().default(false),
        /** Only stock on hand that has expired, or that expires within the store's days of near expiry. */
        expiry: z.enum(['expired', 'near']).optional(),
        ...page,
      }),
    )
    .output(listOf(stockEntry)),

  /**
   * Creates a stock entry for a product at a location, with an opening quantity (0 is allowed, without a cost) and
   * its cost as in {@link stock.receive}.
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
    .errors({ ...openLocationRefusals, ...refuses('ENTRY_EXISTS') })
    .output(stockEntry),

  /** Removes an entry that is at zero with nothing reserved. */
  removeEntry: call.input(z.object({ id })).errors(refuses('ENTRY_NOT_EMPTY')).output(z.object({})),

  /**
   * Receives goods at a location; creates the entry and the batch if they are new. Only people who may see cost can
   * give one; left out, it is the average cost of the stock there now or last, or else the product's cost price. A
   * unit cost is multiplied once, to a line total; STOCK_VALUE_TOO_LARGE if that exceeds the largest amount.
   */
  receive: call
    .input(
      z.object({
        ...place,
        quantityMilli,
        cost: costInput.optional(),
        reason: optionalText(500).default(''),
      }),
    )
    .errors(openLocationRefusals)
    .output(stockEntry),

  /** Sets the quantity on hand to what was found there; the reason is kept with the movement. */
  adjust: call
    .input(z.object({ entryId: id, onHandMilli: levelMilli, reason: optionalText(500) }))
    .errors(correctionRefusals)
    .output(stockEntry),

  /** Writes goods off; the reason is kept with the movement. */
  waste: call
    .input(z.object({ entryId: id, quantityMilli, reason: optionalText(500) }))
    .errors(correctionRefusals)
    .output(stockEntry),

  /**
   * The batches of a product with stock on hand or reserved, earliest expiry first, at most 500. With `all`, those
   * that are used up follow, newest first. With `batchId`, only that batch.
   */
  listBatches: call
    .input(z.object({ productId: id, batchId: id.optional(), all: z.boolean().default(false) }))
    .output(z.array(batch)),

  /** Corrects the expiry of a batch (null: it does not expire), unless the batch was changed since `version`. */
  changeBatch: call
    .input(z.object({ id, version, expiresOn: day.nullable(), reason: optionalText(500) }))
    .errors(refuses('REASON_MISSING', 'CHANGED_MEANWHILE'))
    .output(batch),

  /** The ledger, newest first; `beforeId` continues after the last movement seen. */
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
