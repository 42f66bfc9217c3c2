import { z } from 'zod';
import { call } from './base';
import {
  day,
  id,
  instant,
  levelMilli,
  listOf,
  maybeLine,
  maybeWords,
  page,
  person,
  scannedCode,
  unitOfMeasure,
  version,
  words,
} from './common';
import { movementRefusals, productCodeRefusals, refuses } from './refusals';

/**
 * The life of a stocktake: counted, then looked through, then posted; or cancelled before that. What is
 * counted during the review counts as well, and the review has to be checked again.
 */
export const stocktakeState = z.enum(['counting', 'review', 'posted', 'cancelled']);
export type StocktakeState = z.infer<typeof stocktakeState>;

/** What becomes of what nobody counted: it stays as it is, or none of it is there. */
const uncountedChoice = z.enum(['leave', 'zero']);
export type UncountedChoice = z.infer<typeof uncountedChoice>;

export const stocktake = z.object({
  id,
  /** Like CT-000001, given when it is posted. */
  number: z.string().nullable(),
  state: stocktakeState,
  locationId: id,
  locationName: z.string(),
  /** The category that is counted with all below it; null where all of the location is. */
  categoryName: z.string().nullable(),
  /** Why it is counted; the reason of the movements it writes. */
  note: z.string(),
  /** Whether those who count see neither what is expected nor the differences. */
  blind: z.boolean(),
  /** How many entries there are to count, and how many of them were counted. */
  lineCount: z.int(),
  countedCount: z.int(),
  /** What was chosen for what was not counted; null until it is posted. */
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

/** What a stocktake comes to. Values at average cost, in minor units; null for those who may not see cost. */
const stocktakeFigures = z.object({
  /** How many entries differ, how many of them have too much and too little, and what that is worth. */
  different: z.int(),
  over: z.int(),
  overMinor: z.int().nullable(),
  short: z.int(),
  shortMinor: z.int().nullable(),
  differenceMinor: z.int().nullable(),
  /** How many differences could be others, because goods moved between two counts of the same entry. */
  uncertain: z.int(),
  /** How many entries posting would bring below what is reserved, or below zero. */
  belowReserved: z.int(),
  belowZero: z.int(),
  /** How many entries nobody counted though something is on hand, and what that is worth. */
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
  /** Whether it was found there though it was not on the list. */
  found: z.boolean(),
  note: z.string(),
  /** Null as long as nobody counted it. */
  countedMilli: z.int().nullable(),
  /**
   * What should be there: for what was counted at the moment of its counting, else now. Null in a blind
   * count until its review.
   */
  expectedMilli: z.int().nullable(),
  /** Counted less expected; null where nobody counted, and in a blind count until its review. */
  differenceMilli: z.int().nullable(),
  /**
   * Between which differences the true one lies, where goods moved between two counts of this entry and
   * nobody can tell which of them had been counted; null where there is no doubt.
   */
  range: z.object({ leastMilli: z.int(), mostMilli: z.int() }).nullable(),
  /** The difference at average cost; null where there is none and for those who may not see cost. */
  valueMinor: z.int().nullable(),
  /** Posting leaves less than what is promised to orders, or less than nothing. */
  belowReserved: z.boolean(),
  belowZero: z.boolean(),
});
export type StocktakeLine = z.infer<typeof stocktakeLine>;

/** What a count did to its entry. */
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
  /** All that is counted of it now, by everybody; null when its only count was taken back. */
  countedMilli: z.int().nullable(),
  /** What this count added, or set it to. */
  quantityMilli: z.int(),
  mode: z.enum(['add', 'set']),
  /** What came and left of it between its first count and this one: it may be worth counting again. */
  cameMilli: z.int(),
  leftMilli: z.int(),
});
export type CountAnswer = z.infer<typeof countAnswer>;

/** One count of an entry: who, when, how much. */
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
    /** Null for what has no batch; left out, the only one that there is. */
    batchId: id.nullable().optional(),
    /** A batch by what stands on it, made where it is new. */
    batch: z.object({ number: words(64), expiresOn: day.nullable().default(null) }).optional(),
    /** Left out: what one scan of the code stands for, one for a product that is counted in pieces or packs. */
    quantityMilli: levelMilli.optional(),
    /** Adds to what was counted, or says that this is all of it at this moment. */
    mode: z.enum(['add', 'set']).default('add'),
    /** Counts all of a product here though it is not of the category that is counted. */
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
  /** The stocktakes, those that are open first, then the newest. */
  list: call
    .input(
      z.object({
        /** All of them, when none is named. */
        states: z.array(stocktakeState).max(4).default([]),
        locationId: id.optional(),
        /** A number, a place, a category, or words of the note or of a product on its list. */
        search: maybeLine(200).default(''),
        /** Days of the store's own time zone, both included: when it was closed, or started if it is open. */
        from: day.optional(),
        to: day.optional(),
        ...page,
      }),
    )
    .output(listOf(stocktake)),

  /**
   * Begins to count a location, or a category there with all below it. What is on hand there at this moment
   * is what is expected.
   */
  begin: call
    .input(
      z.object({
        locationId: id,
        categoryId: id.nullable().default(null),
        note: maybeWords(500).default(''),
      }),
    )
    .errors(refuses('LOCATION_CLOSED', 'STOCKTAKE_OVERLAPS'))
    .output(stocktake),

  /** A stocktake, who counts, and from its review on what it comes to. */
  get: call.input(z.object({ id })).output(
    z.object({
      stocktake,
      counters: z.array(stocktakeCounter),
      figures: stocktakeFigures.nullable(),
    }),
  ),

  /**
   * What there is to count, in the order of the names at the start, found things last; the differences by
   * what they are worth, the largest first (by quantity for those who may not see cost). In a blind count
   * nothing is different until its review.
   */
  lines: call
    .input(
      z.object({
        stocktakeId: id,
        filter: z.enum(['all', 'uncounted', 'counted', 'different']).default('all'),
        search: maybeLine(200).default(''),
        ...page,
      }),
    )
    .output(listOf(stocktakeLine)),

  /** The counts of one line, newest first, at most 500. */
  counts: call.input(z.object({ lineId: id })).output(z.array(stocktakeCount)),

  /** Counts something: it is scanned with. What was not expected is added to the list. */
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

  /** Takes back one's own last count that still stands; again, the one before it. */
  uncount: call
    .input(z.object({ stocktakeId: id }))
    .errors(refuses('STOCKTAKE_CLOSED', 'NOTHING_TO_UNDO'))
    .output(countAnswer),

  /** Keeps a note with a line, for whoever posts or reads it. */
  noteLine: call
    .input(z.object({ lineId: id, note: maybeWords(500) }))
    .errors(refuses('STOCKTAKE_CLOSED'))
    .output(z.object({})),

  /** Closes the counting for review: from now on everybody sees the differences. */
  review: call.input(z.object({ id })).errors(refuses('STOCKTAKE_CLOSED')).output(stocktake),

  /**
   * Writes the differences into the ledger, once, as it was reviewed at `version`. What nobody counted stays
   * as it is or is taken as none.
   */
  post: call
    .input(z.object({ id, version, uncounted: uncountedChoice }))
    .errors({
      ...movementRefusals,
      ...refuses('STOCKTAKE_CLOSED', 'STOCKTAKE_NOT_REVIEWED', 'STOCKTAKE_CHANGED', 'STOCKTAKE_BELOW_ZERO'),
    })
    .output(stocktake),

  /** Gives a stocktake up; its counts stay to be read, and stock stays as it is. */
  cancel: call.input(z.object({ id })).errors(refuses('STOCKTAKE_CLOSED')).output(stocktake),

  /** As PDF: a list to count on, without what is expected where the count is blind, or the differences. */
  sheet: call
    .input(z.object({ id, kind: z.enum(['count', 'differences']) }))
    .errors(refuses('STOCKTAKE_NOT_REVIEWED'))
    .output(z.object({ fileName: z.string(), base64: z.string() })),
};
