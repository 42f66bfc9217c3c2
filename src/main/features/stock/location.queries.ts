import { nameOf } from '#main/platform/database/person-name';
import { IS_SELLING_LOCATION } from '#main/platform/database/selling-location';
import type { Connection } from '#main/platform/work/connections';
import type { Location } from '#shared/contract/stock';

interface LocationRow {
  id: number;
  name: string;
  kind: Location['kind'];
  barcode: string | null;
  is_selling_location: number;
  closed_at: number | null;
  products: number;
  deletable: number;
  version: number;
}

// The expensive checks come last, so that they run only for locations that passed the others.
const LOCATION = `SELECT l.id, l.name, l.kind, l.barcode, ${IS_SELLING_LOCATION} AS is_selling_location, l.closed_at, l.version,
  (SELECT count(DISTINCT e.product_id) FROM stock_entry e
   WHERE e.location_id = l.id AND e.on_hand_milli <> 0) AS products,
  (NOT ${IS_SELLING_LOCATION}
   AND NOT EXISTS (SELECT 1 FROM stock_entry e WHERE e.location_id = l.id)
   AND NOT EXISTS (SELECT 1 FROM stock_movement m WHERE m.location_id = l.id)
   AND NOT EXISTS (SELECT 1 FROM sales_order o WHERE o.location_id = l.id)
   AND NOT EXISTS (SELECT 1 FROM goods_issue i WHERE i.location_id = l.id)
   AND NOT EXISTS (SELECT 1 FROM stocktake c WHERE c.location_id = l.id)
   AND NOT EXISTS (SELECT 1 FROM transfer t WHERE t.from_location_id = l.id OR t.to_location_id = l.id)) AS deletable
  FROM location l`;

/** Locations as the contract returns them. */
export function locationQueries(connection: Connection) {
  const list = connection.prepare<[], LocationRow>(`${LOCATION} ORDER BY is_selling_location DESC, l.name`);
  const byId = connection.prepare<[number], LocationRow>(`${LOCATION} WHERE l.id = ?`);
  const byBarcode = connection.prepare<[string], LocationRow>(`${LOCATION} WHERE l.barcode = ?`);
  const productsHeld = connection
    .prepare<[number], number>(
      `SELECT count(DISTINCT product_id) FROM stock_entry
       WHERE location_id = ? AND (on_hand_milli <> 0 OR reserved_milli <> 0)`,
    )
    .pluck();
  const openCount = connection.prepare<[number], { by: string; at: number }>(
    `SELECT ${nameOf('a')} AS by, c.started_at AS at
     FROM stocktake c JOIN account a ON a.id = c.started_by_id
     WHERE c.location_id = ? AND c.state IN ('counting','review') ORDER BY c.id LIMIT 1`,
  );
  const idOfName = connection.prepare<[string], number>('SELECT id FROM location WHERE name = ?').pluck();
  const productOfBarcode = connection.prepare<[string], { productId: number; productName: string }>(
    `SELECT p.id AS productId, p.name AS productName
     FROM product_barcode b CROSS JOIN product p ON p.id = b.product_id WHERE b.code = ?`,
  );
  const nextId = connection
    .prepare<[], number>(`SELECT COALESCE((SELECT seq FROM sqlite_sequence WHERE name = 'location'), 0) + 1`)
    .pluck();
  const changedBy = connection
    .prepare<[number], string>(
      `SELECT ${nameOf('a')}
       FROM location l JOIN account a ON a.id = l.changed_by_id WHERE l.id = ?`,
    )
    .pluck();
  return {
    list: (): Location[] => list.all().map(toLocation),
    byId(id: number): Location | undefined {
      const row = byId.get(id);
      return row && toLocation(row);
    },
    /** The location with this barcode. */
    byBarcode(code: string): Location | undefined {
      const row = byBarcode.get(code);
      return row && toLocation(row);
    },
    /** The product with this barcode. */
    productOfBarcode: (code: string) => productOfBarcode.get(code),
    /** The id that the next location will have. */
    nextId: (): number => nextId.get() ?? 1,
    /** The number of products that have stock on hand or reserved there. */
    productsHeld: (id: number): number => productsHeld.get(id) ?? 0,
    /** Who started counting it and when, if a stocktake of it is open. */
    openCount: (id: number) => openCount.get(id),
    /** The location with this name; case is ignored. */
    idOfName: (name: string): number | undefined => idOfName.get(name),
    /** The name of the person who last changed it. */
    changedBy: (id: number): string => changedBy.get(id) ?? '',
  };
}

function toLocation(row: LocationRow): Location {
  return {
    id: row.id,
    name: row.name,
    kind: row.kind,
    barcode: row.barcode,
    isSellingLocation: row.is_selling_location === 1,
    closedAt: row.closed_at,
    products: row.products,
    deletable: row.deletable === 1,
    version: row.version,
  };
}
