/** The row of `stock_cost` with the average that was taken last of product `p`, over its batches; none where nothing came in. */
export const LATEST_AVERAGE = `(SELECT id FROM stock_cost WHERE product_id = p.id AND averaged_milli > 0
  ORDER BY averaged_at DESC, id DESC LIMIT 1)`;
