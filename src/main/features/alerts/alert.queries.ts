import type { Tx } from '#main/platform/work/connections';
import type { Crossing } from './crossing.queries';

/** Writes alerts. */
export function alertWrites(tx: Tx) {
  const raise = tx
    .prepare<[Crossing & { now: number }], number>(
      `INSERT INTO alert (kind, product_id, location_id, batch_id, product_name, sku, unit, location_name,
         batch_number, expires_on, quantity_milli, threshold_milli, raised_at)
       VALUES (@kind, @productId, @locationId, @batchId, @productName, @sku, @unit, @locationName,
         @batchNumber, @expiresOn, @quantityMilli, @thresholdMilli, @now)
       RETURNING id`,
    )
    .pluck();
  const resolve = tx.prepare<[number, number]>(
    'UPDATE alert SET resolved_at = max(?, raised_at) WHERE id = ?',
  );
  return {
    /** Writes an alert; returns its id. */
    raise: (crossing: Crossing, now: number): number => Number(raise.get({ ...crossing, now })),
    resolve: (id: number, now: number) => resolve.run(now, id),
  };
}
