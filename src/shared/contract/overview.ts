import { z } from 'zod';
import { call } from './base';
import { day, id, instant, listOf, page, pdf, unitOfMeasure } from './common';

/** The stock on hand of several products: one quantity for each unit, because units cannot be added up. */
const stockSums = {
  /** The number of products with stock on hand. */
  products: z.int(),
  quantities: z.array(z.object({ unit: unitOfMeasure, onHandMilli: z.int() })),
  /** At cost; null for people who may not see it. */
  valueMinor: z.int().nullable(),
};

/** The stock of a category and all categories below it. */
const categoryStock = z.object({
  /** Null for products directly in the requested category, or in no category at the top level. */
  categoryId: id.nullable(),
  name: z.string(),
  hasSubcategories: z.boolean(),
  ...stockSums,
});
export type CategoryStock = z.infer<typeof categoryStock>;

const locationStock = z.object({ locationId: id, name: z.string(), ...stockSums });
export type LocationStock = z.infer<typeof locationStock>;

const productFacts = { productId: id, productName: z.string(), sku: z.string(), unit: unitOfMeasure };

const productStock = z.object({
  ...productFacts,
  onHandMilli: z.int(),
  availableMilli: z.int(),
  valueMinor: z.int().nullable(),
});
export type ProductStock = z.infer<typeof productStock>;

/** A product whose available stock is at or below a threshold: over all locations, or at one. */
const lowStock = z.object({
  ...productFacts,
  /** The location of the threshold; '' for all locations together. */
  locationName: z.string(),
  availableMilli: z.int(),
  thresholdMilli: z.int(),
  reorderMilli: z.int().nullable(),
});
export type LowStock = z.infer<typeof lowStock>;

/** Goods of a batch at a location that have expired, or expire within the store's days of near expiry. */
const expiringStock = z.object({
  ...productFacts,
  locationName: z.string(),
  batchNumber: z.string(),
  expiresOn: day,
  isExpired: z.boolean(),
  onHandMilli: z.int(),
  valueMinor: z.int().nullable(),
});
export type ExpiringStock = z.infer<typeof expiringStock>;

/** The lists that can be printed. */
export const overviewList = z.enum(['categories', 'locations', 'low', 'expiring']);
export type OverviewList = z.infer<typeof overviewList>;

export const overview = {
  /** The totals of the stock at one moment; all lists of the overview show the same moment. */
  figures: call.output(
    z.object({
      at: instant,
      ...stockSums,
      low: z.int(),
      nearExpiry: z.int(),
      expired: z.int(),
    }),
  ),

  /** The stock of each category, by name: at the top level or below one category, with the path to it. */
  categories: call.input(z.object({ categoryId: id.optional() })).output(
    z.object({
      path: z.array(z.object({ id, name: z.string() })),
      rows: z.array(categoryStock),
    }),
  ),

  /** The stock of each location, selling locations first. */
  locations: call.output(z.array(locationStock)),

  /** The products with stock on hand directly in a category, or in none (null), by name; their current figures. */
  products: call.input(z.object({ categoryId: id.nullable(), ...page })).output(listOf(productStock)),

  /** Products at or below their threshold, by name. */
  low: call.input(z.object(page)).output(listOf(lowStock)),

  /** Batches that have expired or soon will, the earliest first. */
  expiring: call.input(z.object(page)).output(listOf(expiringStock)),

  /** A list as PDF on A4; at most 2,000 rows. */
  pdf: call.input(z.object({ list: overviewList, categoryId: id.optional() })).output(pdf),
};
