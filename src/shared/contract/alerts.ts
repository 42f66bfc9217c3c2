import { z } from 'zod';
import { call } from './base';
import { day, id, instant, levelMilli, listOf, maybeLine, page, unitOfMeasure } from './common';
import { refuses } from './refusals';

export const alertKind = z.enum(['low stock', 'near expiry', 'expired']);
export type AlertKind = z.infer<typeof alertKind>;

/** What is to be looked at: names and quantities are those of the moment it was raised. */
export const alert = z.object({
  id,
  kind: alertKind,
  productId: id,
  productName: z.string(),
  sku: z.string(),
  unit: unitOfMeasure,
  /** The place whose own threshold was crossed; null and '' where all places are counted together. */
  locationId: id.nullable(),
  locationName: z.string(),
  /** The batch that expires; null, '' and null for low stock. */
  batchId: id.nullable(),
  batchNumber: z.string(),
  expiresOn: day.nullable(),
  /** For low stock what was available, for a batch what was on hand. */
  quantityMilli: z.int(),
  /** Null for a batch. */
  thresholdMilli: z.int().nullable(),
  raisedAt: instant,
  /** When stock was back, the batch gone or its expiry put right; null while it is open. */
  resolvedAt: instant.nullable(),
  /** Open, and not yet looked at by who asks. */
  isUnread: z.boolean(),
});
export type Alert = z.infer<typeof alert>;

/** A product's own threshold at one location. */
const locationThreshold = z.object({
  locationId: id,
  locationName: z.string(),
  thresholdMilli: levelMilli,
});
export type LocationThreshold = z.infer<typeof locationThreshold>;

const thresholds = z.array(locationThreshold);

export const alerts = {
  /** Alerts, newest first, a page at a time: by kind, open or resolved, product, words of a product, days. */
  list: call
    .input(
      z.object({
        kind: alertKind.optional(),
        state: z.enum(['open', 'resolved']).optional(),
        productId: id.optional(),
        search: maybeLine(200).default(''),
        /** Days of the store's own time zone on which it was raised, both included. */
        from: day.optional(),
        to: day.optional(),
        ...page,
      }),
    )
    .output(listOf(alert)),

  /** How many open alerts who asks has not looked at, and the newest of all alerts, read or not. */
  unread: call.output(z.object({ unread: z.int(), newest: z.array(alert) })),

  /** Marks alerts as looked at by who asks: these, or all that are open. */
  markSeen: call
    .input(z.object({ ids: z.union([z.array(id).min(1).max(500), z.literal('all')]) }))
    .output(z.object({})),

  /** Where a product has thresholds of single locations. */
  listLocationThresholds: call.input(z.object({ productId: id })).output(thresholds),

  /**
   * Sets from which quantity on a product runs low at one location, counting that location alone; 0: when it is
   * out, null: not watched there. Answers with all of the product's.
   */
  setLocationThreshold: call
    .input(z.object({ productId: id, locationId: id, thresholdMilli: levelMilli.nullable() }))
    .errors(refuses('QUANTITY_TOO_FINE'))
    .output(thresholds),
};
