import type { Connection } from '#main/platform/work/connections';
import type { Alert, AlertKind } from '#shared/contract/alerts';

/** A condition that calls for an alert now, with the current names and quantities. */
export type Crossing = Omit<Alert, 'id' | 'raisedAt' | 'resolvedAt' | 'isUnread'>;

/** An alert that was raised and not resolved. */
export interface OpenAlert {
  id: number;
  kind: AlertKind;
  productId: number;
  locationId: number | null;
  batchId: number | null;
  raisedAt: number;
  /** Whether its batch still has stock and the same expiry date; 0 for low stock. */
  batchApplies: 0 | 1;
}

interface Day {
  /** Today in the store's time zone, as YYYY-MM-DD. */
  today: string;
  /** The last day that counts as near expiry. */
  nearUntil: string;
}

const PRODUCT = 'p.id AS productId, p.name AS productName, p.sku, p.unit';
const AVAILABLE =
  'SELECT SUM(e.on_hand_milli - e.reserved_milli) FROM stock_entry e WHERE e.product_id = p.id';

/**
 * The crossings of these products (their ids as JSON). A product without a stock entry has no sum and is not low: a
 * product never stocked cannot have run out.
 */
const CROSSINGS = `
  SELECT 'low stock' AS kind, ${PRODUCT}, NULL AS locationId, '' AS locationName, NULL AS batchId, '' AS batchNumber,
    NULL AS expiresOn, (${AVAILABLE}) AS quantityMilli, p.threshold_milli AS thresholdMilli
  FROM json_each(@ids) asked CROSS JOIN product p ON p.id = asked.value
  WHERE p.threshold_milli IS NOT NULL AND p.status <> 'archived' AND (${AVAILABLE}) <= p.threshold_milli
  UNION ALL
  SELECT 'low stock', ${PRODUCT}, l.id, l.name, NULL, '', NULL,
    (${AVAILABLE} AND e.location_id = l.id), t.threshold_milli
  FROM json_each(@ids) asked CROSS JOIN location_threshold t ON t.product_id = asked.value
    CROSS JOIN product p ON p.id = t.product_id CROSS JOIN location l ON l.id = t.location_id
  WHERE p.status <> 'archived' AND l.closed_at IS NULL
    AND (${AVAILABLE} AND e.location_id = l.id) <= t.threshold_milli
  UNION ALL
  SELECT iif(b.expires_on < @today, 'expired', 'near expiry'), ${PRODUCT}, NULL, '', b.id, b.number,
    b.expires_on, SUM(e.on_hand_milli), NULL
  FROM json_each(@ids) asked CROSS JOIN stock_entry e ON e.product_id = asked.value
    CROSS JOIN batch b ON b.id = e.batch_id CROSS JOIN product p ON p.id = e.product_id
  WHERE e.on_hand_milli > 0 AND b.expires_on <= @nearUntil AND p.status <> 'archived'
  GROUP BY b.id`;

/** Finds the crossings and the open alerts of products by their ids. */
export function crossingQueries(connection: Connection) {
  // Most products have no threshold and no batches, so most sales pay for this one lookup only.
  const watched = connection
    .prepare<[string], number>(
      `SELECT asked.value FROM json_each(?) asked
       WHERE EXISTS (SELECT 1 FROM product p WHERE p.id = asked.value AND p.threshold_milli IS NOT NULL)
         OR EXISTS (SELECT 1 FROM batch b WHERE b.product_id = asked.value)
         OR EXISTS (SELECT 1 FROM location_threshold t WHERE t.product_id = asked.value)
         OR EXISTS (SELECT 1 FROM alert a WHERE a.product_id = asked.value AND a.resolved_at IS NULL)`,
    )
    .pluck();
  const crossings = connection.prepare<[Day & { ids: string }], Crossing>(CROSSINGS);
  const open = connection.prepare<[string], OpenAlert>(
    `SELECT a.id, a.kind, a.product_id AS productId, a.location_id AS locationId, a.batch_id AS batchId,
       a.raised_at AS raisedAt,
       EXISTS (SELECT 1 FROM batch b CROSS JOIN stock_entry e ON e.batch_id = b.id CROSS JOIN product p ON p.id = b.product_id
         WHERE b.id = a.batch_id AND b.expires_on = a.expires_on AND e.on_hand_milli > 0
           AND p.status <> 'archived') AS batchApplies
     FROM json_each(?) asked CROSS JOIN alert a ON a.product_id = asked.value WHERE a.resolved_at IS NULL`,
  );
  return {
    /** Those of these products that can have an alert at all. */
    watched: (productIds: readonly number[]): number[] => watched.all(JSON.stringify(productIds)),

    of(productIds: readonly number[], day: Day): { crossings: Crossing[]; open: OpenAlert[] } {
      const ids = JSON.stringify(productIds);
      return { crossings: crossings.all({ ids, ...day }), open: open.all(ids) };
    },
  };
}
