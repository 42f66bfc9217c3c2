import { z } from 'zod';
import { call } from './base';
import {
  day,
  id,
  instant,
  levelMilli,
  listOf,
  optionalLine,
  optionalText,
  page,
  pdf,
  person,
  scannedCode,
  unitOfMeasure,
  version,
  words,
} from './common';
import { movementRefusals, productCodeRefusals, refuses } from './refusals';

/**
 * The states of a stocktake: it is counted, reviewed and posted, or cancelled before it is posted. Counts made during
 * the review are included, and the review must then be checked again.
 */
export const stocktakeState = z.enum(['counting', 'review', 'posted', 'cancelled']);
export type StocktakeState = z.infer<typeof stocktakeState>;

/** What happens to entries that nobody counted: they stay as they are, or are set to zero. */
const uncountedChoice = z.enum(['leave', 'zero']);
export type UncountedChoice = z.infer<typeof uncountedChoice>;

const stocktake = z.object({
  id,
  /** A number such as CT-000001, given when it is posted. */
  number: z.string().nullable(),
  state: stocktakeState,
  locationId: id,
  locationName: z.string(),
  /** The category that is counted, with all below it; null when the whole location is counted. */
  categoryName: z.string().nullable(),
  /** Why it is counted; becomes the reason of the movements. */
  note: z.string(),
  /** Whether people who count see neither the expected stock nor the differences. */
  blind: z.boolean(),
  /** The number of entries to count, and how many of them were counted. */
  lineCount: z.int(),
  countedCount: z.int(),
  /** The choice for entries that were not counted; null until it is posted. */
  uncounted: uncountedChoice.nullable(),
  startedAt: instant,
  startedBy: person,
  reviewedAt: instant.nullable(),
  /** When and by whom it was posted or cancelled. */
  closedAt: instant.nullable(),
  closedBy: person.nullable(),
  version,
});
export type Stocktake = z.infer<typeof stocktake>;

/** The result of a stocktake. Values at average cost, in minor units; null for people who may not see cost. */
const stocktakeFigures = z.object({
  /** The number of entries that differ, of those with too much and too little, and the value of the differences. */
  different: z.int(),
  over: z.int(),
  overMinor: z.int().nullable(),
  short: z.int(),
  shortMinor: z.int().nullable(),
  differenceMinor: z.int().nullable(),
  /** The number of uncertain differences: goods moved between two counts of the same entry. */
  uncertain: z.int(),
  /** The number of entries that posting would bring below the reserved quantity, or below zero. */
  belowReserved: z.int(),
  belowZero: z.int(),
  /** The number of entries with stock on hand that nobody counted, and their value. */
  uncounted: z.int(),
  uncountedMinor: z.int().nullable(),
});
export type StocktakeFigures = z.infer<typeof stocktakeFigures>;

const stocktakeCounter = z.object({
  person,
  counts: z.int(),
  lastAt: instant,
  /** Whether this person counted in the last ten minutes. */
  now: z.boolean(),
});
export type StocktakeCounter = z.infer<typeof stocktakeCounter>;

/** A product and batch (or none) to count. Quantities in thousandths of the product's unit. */
const stocktakeLine = z.object({
  id,
  productId: id,
  productName: z.string(),
  sku: z.string(),
  unit: unitOfMeasure,
  batchId: id.nullable(),
  batchNumber: z.string().nullable(),
  expiresOn: day.nullable(),
  /** Whether it was found there but was not on the list. */
  found: z.boolean(),
  note: z.string(),
  /** Null until it is counted. */
  countedMilli: z.int().nullable(),
  /**
   * The expected quantity: at the time of its counting for a counted line, otherwise now. Null in a blind count
   * until its review.
   */
  expectedMilli: z.int().nullable(),
  /** Counted minus expected; null where nobody counted, and in a blind count until its review. */
  differenceMilli: z.int().nullable(),
  /**
   * The least and the largest possible difference, where goods moved between two counts of this entry and it is
   * unknown which of them had been counted; null when the difference is certain.
   */
  range: z.object({ leastMilli: z.int(), mostMilli: z.int() }).nullable(),
  /** The difference at average cost; null where there is none and for people who may not see cost. */
  valueMinor: z.int().nullable(),
  /** Whether posting leaves less than the quantity reserved for orders, or less than zero. */
  belowReserved: z.boolean(),
  belowZero: z.boolean(),
});
export type StocktakeLine = z.infer<typeof stocktakeLine>;

/** The result of a count for its entry. */
const countAnswer = z.object({
  lineId: id,
  productId: id,
  productName: z.string(),
  sku: z.string(),
  unit: unitOfMeasure,
  imageHash: z.string().nullable(),
  batchId: id.nullable(),
  batchNumber: z.string().nullable(),
  found: z.boolean(),
  /** The current total of all counts by everyone; null when its only count was undone. */
  countedMilli: z.int().nullable(),
  /** The quantity this count added, or set the total to. */
  quantityMilli: z.int(),
  mode: z.enum(['add', 'set']),
  /** The quantity that came and left between its first count and this one; it may be worth counting again. */
  cameMilli: z.int(),
  leftMilli: z.int(),
});
export type CountAnswer = z.infer<typeof countAnswer>;

/** One count of an entry. */
const stocktakeCount = z.object({
  id,
  at: instant,
  by: person,
  mode: z.enum(['add', 'set']),
  quantityMilli: z.int(),
  undone: z.boolean(),
});

const countInput = z
  .object({
    stocktakeId: id,
    /** A scanned code, or else the product. */
    code: scannedCode.code.optional(),
    keyPositions: scannedCode.keyPositions,
    productId: id.optional(),
    /** Null for stock without a batch; left out, the only batch there is. */
    batchId: id.nullable().optional(),
    /** A batch by the number on its label; created if it is new. */
    batch: z.object({ number: words(64), expiresOn: day.nullable().default(null) }).optional(),
    /** Left out: the quantity that one scan of the code counts as, or 1 for a product counted in pieces or packs. */
    quantityMilli: levelMilli.optional(),
    /** Whether to add the quantity to earlier counts, or to set it as the current total. */
    mode: z.enum(['add', 'set']).default('add'),
    /** Counts a product here although it is not in the counted category. */
    beyondCategory: z.boolean().default(false),
  })
  .refine(({ code, productId }) => (code === undefined) !== (productId === undefined), {
    path: ['code'],
    message: 'a code or a product, one of the two',
  })
  .refine(({ mode, quantityMilli }) => mode === 'set' || quantityMilli !== 0, {
    path: ['quantityMilli'],
    message: 'must be above 0',
  });

export const stocktakes = {
  /** Stocktakes, open ones first, then the newest. */
  list: call
    .input(
      z.object({
        /** When empty, all states. */
        states: z.array(stocktakeState).max(4).default([]),
        locationId: id.optional(),
        /** A number, a location, a category, or words of the note or of a product on its list. */
        search: optionalLine(200).default(''),
        /** Days in the store's time zone, both included, on which it was closed, or started if it is open. */
        from: day.optional(),
        to: day.optional(),
        ...page,
      }),
    )
    .output(listOf(stocktake)),

  /**
   * Starts a stocktake of a location, or of a category there with all below it. The expected quantities are those on
   * hand at this moment.
   */
  start: call
    .input(
      z.object({
        locationId: id,
        categoryId: id.nullable().default(null),
        note: optionalText(500).default(''),
      }),
    )
    .errors(refuses('LOCATION_CLOSED', 'STOCKTAKE_OVERLAPS'))
    .output(stocktake),

  /** A stocktake with the people who count and, from its review on, its figures. */
  get: call.input(z.object({ id })).output(
    z.object({
      stocktake,
      counters: z.array(stocktakeCounter),
      figures: stocktakeFigures.nullable(),
    }),
  ),

  /**
   * The lines to count, sorted by the product names at the start, with found lines last. The filter `different` sorts
   * by value, the largest difference first (by quantity for people who may not see cost). In a blind count no line
   * is different until its review.
   */
  lines: call
    .input(
      z.object({
        stocktakeId: id,
        filter: z.enum(['all', 'uncounted', 'counted', 'different']).default('all'),
        search: optionalLine(200).default(''),
        ...page,
      }),
    )
    .output(listOf(stocktakeLine)),

  /** The counts of one line, newest first, at most 500. */
  counts: call.input(z.object({ lineId: id })).output(z.array(stocktakeCount)),

  /** Counts a scanned code or a product. Products that were not expected are added to the list. */
  count: call
    .input(countInput)
    .errors({
      ...productCodeRefusals,
      ...refuses(
        'STOCKTAKE_CLOSED',
        'STOCKTAKE_OVERLAPS',
        'NOT_IN_STOCKTAKE',
        'BATCH_NEEDED',
        'BATCH_EXPIRY_DIFFERS',
        'QUANTITY_NEEDED',
      ),
    })
    .output(countAnswer),

  /** Undoes the signed-in person's last count that is not yet undone; called again, the one before it. */
  undoCount: call
    .input(z.object({ stocktakeId: id }))
    .errors(refuses('STOCKTAKE_CLOSED', 'NOTHING_TO_UNDO'))
    .output(countAnswer),

  /** Sets the note of a line, for people who review or post the stocktake. */
  noteLine: call
    .input(z.object({ lineId: id, note: optionalText(500) }))
    .errors(refuses('STOCKTAKE_CLOSED'))
    .output(z.object({})),

  /** Ends the counting and starts the review: from now on everyone sees the differences. */
  review: call.input(z.object({ id })).errors(refuses('STOCKTAKE_CLOSED')).output(stocktake),

  /**
   * Writes the differences to the ledger once, as reviewed at `version`. Entries that nobody counted stay as they are
   * or are set to zero.
   */
  post: call
    .input(z.object({ id, version, uncounted: uncountedChoice }))
    .errors({
      ...movementRefusals,
      ...refuses('STOCKTAKE_CLOSED', 'STOCKTAKE_NOT_REVIEWED', 'STOCKTAKE_CHANGED', 'STOCKTAKE_BELOW_ZERO'),
    })
    .output(stocktake),

  /** Cancels a stocktake. Its counts can still be read, and stock stays as it is. */
  cancel: call.input(z.object({ id })).errors(refuses('STOCKTAKE_CLOSED')).output(stocktake),

  /** A PDF with the list to count on (without expected quantities in a blind count), or with the differences. */
  sheet: call
    .input(z.object({ id, kind: z.enum(['count', 'differences']) }))
    .errors(refuses('STOCKTAKE_NOT_REVIEWED'))
    .output(pdf),
};
