/**
 * The row of `stock_cost` with the most recent average of product `p`, over its batches; none if nothing was received.
 */
export const LATEST_AVERAGE = `(SELECT id FROM stock_cost WHERE product_id = p.id AND averaged_milli > 0
  ORDER BY averaged_at DESC, id DESC LIMIT 1)`;

/** The quantity on hand of the product and batch of entry `e` over all locations. */
export const TOTAL_ON_HAND = `CASE WHEN e.batch_id IS NULL
  THEN (SELECT SUM(on_hand_milli) FROM stock_entry WHERE product_id = e.product_id AND batch_id IS NULL)
  ELSE (SELECT SUM(on_hand_milli) FROM stock_entry WHERE batch_id = e.batch_id) END`;
