import { z } from 'zod';
import { call } from './base';
import { day, id, instant, listOf, page, unitOfMeasure } from './common';

/** What is on hand of several products: a quantity for each unit, since units do not add up. */
const stockSums = {
  /** Products of which something is on hand. */
  products: z.int(),
  quantities: z.array(z.object({ unit: unitOfMeasure, onHandMilli: z.int() })),
  /** At cost; null for those who may not see it. */
  valueMinor: z.int().nullable(),
};

/** A category with everything below it. */
const categoryStock = z.object({
  /** Null for what lies directly in the category that is looked into, or in none. */
  categoryId: id.nullable(),
  name: z.string(),
  hasSubcategories: z.boolean(),
  ...stockSums,
});
export type CategoryStock = z.infer<typeof categoryStock>;

const locationStock = z.object({ locationId: id, name: z.string(), ...stockSums });
export type LocationStock = z.infer<typeof locationStock>;

const productFacts = { productId: id, productName: z.string(), sku: z.string(), unit: unitOfMeasure };

export const productStock = z.object({
  ...productFacts,
  onHandMilli: z.int(),
  availableMilli: z.int(),
  valueMinor: z.int().nullable(),
});
export type ProductStock = z.infer<typeof productStock>;

/** A product whose available stock is at or below a threshold: over all locations, or at one. */
export const lowStock = z.object({
  ...productFacts,
  /** The place whose threshold it is; '' for all of them together. */
  locationName: z.string(),
  availableMilli: z.int(),
  thresholdMilli: z.int(),
  reorderMilli: z.int().nullable(),
});
export type LowStock = z.infer<typeof lowStock>;

/** Goods of a batch at a place that have expired, or expire within the store's days of near expiry. */
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
  /** The stock as a whole, of one moment: all lists of the overview are of the same one. */
  figures: call.output(
    z.object({
      at: instant,
      ...stockSums,
      low: z.int(),
      nearExpiry: z.int(),
      expired: z.int(),
    }),
  ),

  /** What lies in each category, by name: of the first level, or below one, with the way to it. */
  categories: call.input(z.object({ categoryId: id.optional() })).output(
    z.object({
      path: z.array(z.object({ id, name: z.string() })),
      rows: z.array(categoryStock),
    }),
  ),

  /** What lies at each location, selling locations first. */
  locations: call.output(z.array(locationStock)),

  /** The products of which something is on hand directly in a category, or in none (null), by name; as they are now. */
  products: call.input(z.object({ categoryId: id.nullable(), ...page })).output(listOf(productStock)),

  /** What is at or below its threshold, by name. */
  low: call.input(z.object(page)).output(listOf(lowStock)),

  /** What has expired or soon will, the earliest first. */
  expiring: call.input(z.object(page)).output(listOf(expiringStock)),

  /** A list as PDF on A4, base64; at most 2,000 rows. */
  pdf: call
    .input(z.object({ list: overviewList, categoryId: id.optional() }))
    .output(z.object({ fileName: z.string(), base64: z.string() })),
};
