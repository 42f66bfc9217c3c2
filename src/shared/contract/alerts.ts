import { z } from 'zod';
import { call } from './base';
import { day, id, instant, levelMilli, listOf, optionalLine, page, unitOfMeasure } from './common';
import { refuses } from './refusals';

export const alertKind = z.enum(['low stock', 'near expiry', 'expired']);
export type AlertKind = z.infer<typeof alertKind>;

/** Low stock or a batch near or past its expiry. Names and quantities are those at the time the alert was raised. */
const alert = z.object({
  id,
  kind: alertKind,
  productId: id,
  productName: z.string(),
  sku: z.string(),
  unit: unitOfMeasure,
  /** The location whose own threshold was crossed; null and '' where all locations are counted together. */
  locationId: id.nullable(),
  locationName: z.string(),
  /** The batch that expires; null, '' and null for low stock. */
  batchId: id.nullable(),
  batchNumber: z.string(),
  expiresOn: day.nullable(),
  /** The available quantity for low stock, the quantity on hand for a batch. */
  quantityMilli: z.int(),
  /** Null for a batch. */
  thresholdMilli: z.int().nullable(),
  raisedAt: instant,
  /** When stock was back, the batch used up or its expiry corrected; null while the alert is open. */
  resolvedAt: instant.nullable(),
  /** Open, and not yet seen by the signed-in person. */
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
  /** Alerts, newest first, a page at a time; filtered by kind, state, product, words of a product and days. */
  list: call
    .input(
      z.object({
        kind: alertKind.optional(),
        state: z.enum(['open', 'resolved']).optional(),
        productId: id.optional(),
        search: optionalLine(200).default(''),
        /** The days on which it was raised, in the store's time zone, both included. */
        from: day.optional(),
        to: day.optional(),
        ...page,
      }),
    )
    .output(listOf(alert)),

  /** The number of open alerts that the signed-in person has not seen, and the newest alerts, seen or not. */
  unread: call.output(z.object({ unread: z.int(), newest: z.array(alert) })),

  /** Marks these alerts, or all open ones, as seen by the signed-in person. */
  markSeen: call
    .input(z.object({ ids: z.union([z.array(id).min(1).max(500), z.literal('all')]) }))
    .output(z.object({})),

  /** A product's own thresholds at single locations. */
  listLocationThresholds: call.input(z.object({ productId: id })).output(thresholds),

  /**
   * Sets a product's threshold at one location, counting the stock of that location alone. 0 alerts only when the
   * product is out of stock there; null removes the threshold. Returns all thresholds of the product.
   */
  setLocationThreshold: call
    .input(z.object({ productId: id, locationId: id, thresholdMilli: levelMilli.nullable() }))
    .errors(refuses('QUANTITY_TOO_FINE'))
    .output(thresholds),
};
