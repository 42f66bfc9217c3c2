import type { Connection } from '#main/platform/work/connections';

/** Whose something already is. */
interface Owner {
  id: number;
  name: string;
}

/** What the rules of a product ask the database for. */
export function productRuleQueries(connection: Connection) {
  return {
    bySku: connection.prepare<[string], Owner>('SELECT id, name FROM product WHERE sku = ?'),
    byBarcode: connection.prepare<[string], Owner>(
      `SELECT p.id, p.name FROM product_barcode b CROSS JOIN product p ON p.id = b.product_id WHERE b.code = ?`,
    ),
    locationOfBarcode: connection.prepare<[string], Owner>('SELECT id, name FROM location WHERE barcode = ?'),
    /** Another product of this name than the one with that id. */
    byName: connection.prepare<[string, number], { id: number; sku: string }>(
      'SELECT id, sku FROM product WHERE name = ? AND id <> ? ORDER BY id LIMIT 1',
    ),
    /** The id that the next product will have: it was never anybody's before. */
    nextId: connection
      .prepare<[], number>(`SELECT COALESCE((SELECT seq FROM sqlite_sequence WHERE name = 'product'), 0) + 1`)
      .pluck(),
    categoryExists: connection
      .prepare<[number], 1>('SELECT 1 FROM category WHERE id = ? AND deleted_at IS NULL')
      .pluck(),
    /** Every quantity of a product that is on a shelf, is promised, or is on an open ticket. */
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
