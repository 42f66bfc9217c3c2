import type { Tx } from '#main/platform/work/connections';
import type { UnitOfMeasure } from '#shared/kernel/quantity';

/** The names are null if there is no such product or location. */
interface PlaceRow {
  productName: string | null;
  unit: UnitOfMeasure;
  locationName: string | null;
  closedAt: number | null;
}

/** What the stock service looks up on the writing connection, inside a unit of work. */
export function stockQueries(tx: Tx) {
  return {
    place: tx.prepare<[number, number], PlaceRow>(
      `SELECT p.name AS productName, p.unit, l.name AS locationName, l.closed_at AS closedAt
       FROM (SELECT ? AS product_id, ? AS location_id) asked
       LEFT JOIN product p ON p.id = asked.product_id LEFT JOIN location l ON l.id = asked.location_id`,
    ),
    entryAt: tx
      .prepare<[number, number, number | null], number>(
        `SELECT id FROM stock_entry
         WHERE product_id = ? AND location_id = ? AND COALESCE(batch_id, 0) = COALESCE(?, 0)`,
      )
      .pluck(),
    batch: tx.prepare<[number, string], { id: number; expiresOn: string | null }>(
      'SELECT id, expires_on AS expiresOn FROM batch WHERE product_id = ? AND number = ?',
    ),
    makeBatch: tx.prepare<[number, string, string | null, number]>(
      'INSERT INTO batch (product_id, number, expires_on, created_at) VALUES (?, ?, ?, ?)',
    ),
  };
}
