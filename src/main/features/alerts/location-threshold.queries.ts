import { IS_SELLING_LOCATION } from '#main/platform/database/selling-location';
import type { Connection, Tx } from '#main/platform/work/connections';
import type { LocationThreshold } from '#shared/contract/alerts';
import type { UnitOfMeasure } from '#shared/kernel/quantity';

/** The names are null if there is no such product or location. */
interface Place {
  productName: string | null;
  unit: UnitOfMeasure;
  locationName: string | null;
}

/** Read access to the thresholds of single locations. */
export function locationThresholdReads(connection: Connection) {
  return {
    ofProduct: connection.prepare<[number], LocationThreshold>(
      `SELECT l.id AS locationId, l.name AS locationName, t.threshold_milli AS thresholdMilli
       FROM location_threshold t JOIN location l ON l.id = t.location_id
       WHERE t.product_id = ? ORDER BY ${IS_SELLING_LOCATION} DESC, l.name`,
    ),
    productsOf: connection
      .prepare<[number], number>('SELECT product_id FROM location_threshold WHERE location_id = ?')
      .pluck(),
    place: connection.prepare<[number, number], Place>(
      `SELECT p.name AS productName, p.unit, l.name AS locationName
       FROM (SELECT ? AS product_id, ? AS location_id) asked
       LEFT JOIN product p ON p.id = asked.product_id LEFT JOIN location l ON l.id = asked.location_id`,
    ),
    one: connection
      .prepare<[number, number], number>(
        'SELECT threshold_milli FROM location_threshold WHERE product_id = ? AND location_id = ?',
      )
      .pluck(),
  };
}

/** The statements that set and remove them. */
export function locationThresholdWrites(tx: Tx) {
  return {
    set: tx.prepare<[number, number, number, number, number]>(
      `INSERT INTO location_threshold (product_id, location_id, threshold_milli, changed_at, changed_by_id)
       VALUES (?, ?, ?, ?, ?)
       ON CONFLICT (product_id, location_id) DO UPDATE SET threshold_milli = excluded.threshold_milli,
         changed_at = excluded.changed_at, changed_by_id = excluded.changed_by_id`,
    ),
    remove: tx.prepare<[number, number]>(
      'DELETE FROM location_threshold WHERE product_id = ? AND location_id = ?',
    ),
  };
}
