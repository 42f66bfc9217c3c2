import { heldValue } from '#main/features/stock/stock-cost';
import type { Handle } from '#main/platform/database/database';

interface Held {
  onHandMilli: number;
  valueMinor: number;
}

/** The quantity and value of each batch of a product over all locations, in the order in which they first came in. */
export function heldByBatch(handle: Handle, productId: number): Held[] {
  const rows = handle
    .prepare<[number], { onHandMilli: number; averagedMilli: number; averagedMinor: number }>(
      `SELECT averaged_milli AS averagedMilli, averaged_minor AS averagedMinor,
         (SELECT COALESCE(SUM(on_hand_milli), 0) FROM stock_entry e
          WHERE e.product_id = c.product_id AND e.batch_id IS c.batch_id) AS onHandMilli
       FROM stock_cost c WHERE product_id = ? ORDER BY id`,
    )
    .all(productId);
  return rows.map(({ onHandMilli, ...average }) => ({
    onHandMilli,
    valueMinor: heldValue(average, onHandMilli),
  }));
}

/** The quantity and value of a product over all its batches and locations. */
export function heldOf(handle: Handle, productId: number): Held {
  const batches = heldByBatch(handle, productId);
  return {
    onHandMilli: batches.reduce((sum, { onHandMilli }) => sum + onHandMilli, 0),
    valueMinor: batches.reduce((sum, { valueMinor }) => sum + valueMinor, 0),
  };
}
