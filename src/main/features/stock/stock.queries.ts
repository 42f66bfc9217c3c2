import type { Handle } from '#main/platform/database/database';
import type { UnitOfMeasure } from '#shared/kernel/quantity';

/** The names are null where there is no such product or location. */
interface PlaceRow {
  productName: string | null;
  unit: UnitOfMeasure;
  locationName: string | null;
  closedAt: number | null;
}

/** What the stock service looks up on the writing connection, inside a unit of work. */
export function stockQueries(handle: Handle) {
  return {
    place: handle.prepare<[number, number], PlaceRow>(
      `SELECT p.name AS productName, p.unit, l.name AS locationName, l.closed_at AS closedAt
       FROM (SELECT ? AS product_id, ? AS location_id) asked
       LEFT JOIN product p ON p.id = asked.product_id LEFT JOIN location l ON l.id = asked.location_id`,
    ),
    entryAt: handle
      .prepare<[number, number, number | null], number>(
        `SELECT id FROM stock_entry
         WHERE product_id = ? AND location_id = ? AND COALESCE(batch_id, 0) = COALESCE(?, 0)`,
      )
      .pluck(),
    batch: handle.prepare<[number, string], { id: number; expiresOn: string | null }>(
      'SELECT id, expires_on AS expiresOn FROM batch WHERE product_id = ? AND number = ?',
    ),
    makeBatch: handle.prepare<[number, string, string | null, number]>(
      'INSERT INTO batch (product_id, number, expires_on, created_at) VALUES (?, ?, ?, ?)',
    ),
  };
}
