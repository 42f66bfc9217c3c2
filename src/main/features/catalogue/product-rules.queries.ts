import type { Connection } from '#main/platform/work/connections';

/** The product or location that already has something. */
interface Owner {
  id: number;
  name: string;
}

/** The queries of the rules for products. */
export function productRuleQueries(connection: Connection) {
  return {
    bySku: connection.prepare<[string], Owner>('SELECT id, name FROM product WHERE sku = ?'),
    byBarcode: connection.prepare<[string], Owner>(
      `SELECT p.id, p.name FROM product_barcode b CROSS JOIN product p ON p.id = b.product_id WHERE b.code = ?`,
    ),
    locationOfBarcode: connection.prepare<[string], Owner>('SELECT id, name FROM location WHERE barcode = ?'),
    /** Another product with this name than the one with this id. */
    byName: connection.prepare<[string, number], { id: number; sku: string }>(
      'SELECT id, sku FROM product WHERE name = ? AND id <> ? ORDER BY id LIMIT 1',
    ),
    /** The id that the next product will have; it was never used before. */
    nextId: connection
      .prepare<[], number>(`SELECT COALESCE((SELECT seq FROM sqlite_sequence WHERE name = 'product'), 0) + 1`)
      .pluck(),
    categoryExists: connection
      .prepare<[number], 1>('SELECT 1 FROM category WHERE id = ? AND deleted_at IS NULL')
      .pluck(),
    /** Every quantity of a product that is in stock, reserved, on an open ticket, issued or a location's threshold. */
    quantitiesInUse: connection
      .prepare<[{ productId: number }], number>(
        `SELECT on_hand_milli FROM stock_entry WHERE product_id = @productId
         UNION SELECT reserved_milli FROM stock_entry WHERE product_id = @productId
         UNION SELECT l.quantity_milli FROM sales_order_line l JOIN sales_order o ON o.id = l.order_id
           WHERE l.product_id = @productId AND o.life = 'open'
         UNION SELECT quantity_milli - returned_milli - used_up_milli FROM goods_issue_line
           WHERE product_id = @productId AND cost_minor IS NOT NULL
         UNION SELECT threshold_milli FROM location_threshold WHERE product_id = @productId`,
      )
      .pluck(),
  };
}
