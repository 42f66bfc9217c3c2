/**
 * The row of `stock_cost` with the most recent average of product `p`, over its batches; none if nothing was received.
 */
export const LATEST_AVERAGE = `(SELECT id FROM stock_cost WHERE product_id = p.id AND averaged_milli > 0
  ORDER BY averaged_at DESC, id DESC LIMIT 1)`;
