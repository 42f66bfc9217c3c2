import type { Tx } from '#main/platform/work/connections';
import type { UnitOfMeasure } from '#shared/kernel/quantity';

/** A product and batch (or none) at the counted location. */
export interface Entry {
  productId: number;
  locationId: number;
  batchId: number | null;
}

export interface LineRow {
  id: number;
  stocktakeId: number;
  productId: number;
  batchId: number | null;
  batchNumber: string | null;
  found: number;
  countedMilli: number | null;
}

interface CountRow {
  lineId: number;
  stocktakeId: number;
  accountId: number;
  countedAt: number;
  mode: 'add' | 'set';
  quantityMilli: number;
  /** The last movement of the whole ledger at that moment. */
  movementId: number;
  /** The ledger's level of the entry, and what came in and left since its first count. */
  levelMilli: number;
  cameMilli: number;
  leftMilli: number;
}

/** The valid counts of a line, combined: from the last count that set the quantity onwards. */
interface Standing {
  countedMilli: number | null;
  levelMilli: number | null;
  firstCameMilli: number | null;
  firstLeftMilli: number | null;
  lastCameMilli: number | null;
  lastLeftMilli: number | null;
}

interface BatchRow {
  id: number | null;
  number: string | null;
  expiresOn: string | null;
  onHandMilli: number;
  isUsedUp: 0 | 1;
}

export interface CountedProduct {
  name: string;
  sku: string;
  unit: UnitOfMeasure;
  imageHash: string | null;
}

interface Figures {
  lineId: number;
  countedMilli: number | null;
  differenceMilli: number | null;
  leastMilli: number | null;
  mostMilli: number | null;
}

const LINE = `SELECT t.id, t.stocktake_id AS stocktakeId, t.product_id AS productId, t.batch_id AS batchId,
  b.number AS batchNumber, t.found, t.counted_milli AS countedMilli
  FROM stocktake_line t LEFT JOIN batch b ON b.id = t.batch_id`;

/** The queries and statements for counting. */
export function countQueries(tx: Tx) {
  return {
    product: tx.prepare<[number], CountedProduct>(
      `SELECT p.name, p.sku, p.unit, i.hash AS imageHash
       FROM product p LEFT JOIN image i ON i.id = p.image_id WHERE p.id = ?`,
    ),
    line: tx.prepare<[number], LineRow>(`${LINE} WHERE t.id = ?`),
    lineOf: tx.prepare<[number, number, number | null], LineRow>(
      `${LINE} WHERE t.stocktake_id = ? AND t.product_id = ? AND COALESCE(t.batch_id, 0) = COALESCE(?, 0)`,
    ),
    /** Whether any batch of a product is on a list. */
    isListed: tx
      .prepare<[number, number], 1>('SELECT 1 FROM stocktake_line WHERE stocktake_id = ? AND product_id = ?')
      .pluck(),
    addLine: tx.prepare<[{ stocktakeId: number; expectedMilli: number } & Omit<Entry, 'locationId'>]>(
      `INSERT INTO stocktake_line (stocktake_id, product_id, batch_id, expected_milli, found)
       VALUES (@stocktakeId, @productId, @batchId, @expectedMilli, 1)`,
    ),
    /**
     * The batches (or none) of a product that are on the list or were ever at the location: in stock or counted
     * first, used up last, each by expiry.
     */
    batches: tx.prepare<[{ stocktakeId: number; productId: number; locationId: number }], BatchRow>(
      `SELECT b.id, b.number, b.expires_on AS expiresOn, SUM(known.on_hand_milli) AS onHandMilli,
         MAX(known.on_hand_milli > 0 OR known.counted_milli > 0) = 0 AS isUsedUp
       FROM (SELECT batch_id, 0 AS on_hand_milli, COALESCE(counted_milli, 0) AS counted_milli FROM stocktake_line
               WHERE stocktake_id = @stocktakeId AND product_id = @productId
             UNION ALL SELECT batch_id, on_hand_milli, 0 FROM stock_entry
               WHERE product_id = @productId AND location_id = @locationId) known
       LEFT JOIN batch b ON b.id = known.batch_id
       GROUP BY known.batch_id
       ORDER BY isUsedUp, b.expires_on IS NULL, b.expires_on, b.id IS NOT NULL, b.number`,
    ),
    isBatchOf: tx.prepare<[number, number], 1>('SELECT 1 FROM batch WHERE id = ? AND product_id = ?').pluck(),
    onHand: tx
      .prepare<[Entry], number>(
        `SELECT on_hand_milli FROM stock_entry WHERE product_id = @productId AND location_id = @locationId
         AND COALESCE(batch_id, 0) = COALESCE(@batchId, 0)`,
      )
      .pluck(),
    lastMovement: tx.prepare<[], number>('SELECT COALESCE(MAX(id), 0) FROM stock_movement').pluck(),
    /** What came in and left of an entry after a movement; reads only the newest part of the ledger, by id. */
    movedSince: tx.prepare<[Entry & { movementId: number }], { cameMilli: number; leftMilli: number }>(
      `SELECT COALESCE(SUM(MAX(quantity_milli, 0)), 0) AS cameMilli,
         COALESCE(SUM(MAX(-quantity_milli, 0)), 0) AS leftMilli
       FROM stock_movement NOT INDEXED WHERE id > @movementId AND product_id = @productId
         AND location_id = @locationId AND COALESCE(batch_id, 0) = COALESCE(@batchId, 0)`,
    ),
    /** The newest count of a line, whether it is valid or undone. */
    previous: tx.prepare<[number], Pick<CountRow, 'movementId' | 'cameMilli' | 'leftMilli'>>(
      `SELECT movement_id AS movementId, came_milli AS cameMilli, left_milli AS leftMilli
       FROM stocktake_count WHERE line_id = ? ORDER BY id DESC LIMIT 1`,
    ),
    addCount: tx.prepare<[CountRow]>(
      `INSERT INTO stocktake_count (line_id, stocktake_id, account_id, counted_at, mode, quantity_milli, movement_id,
         level_milli, came_milli, left_milli)
       VALUES (@lineId, @stocktakeId, @accountId, @countedAt, @mode, @quantityMilli, @movementId,
         @levelMilli, @cameMilli, @leftMilli)`,
    ),
    // The totals of what came in and left only grow, so the first valid count has the least of both. The level less
    // what came in plus what left is the same for all counts.
    standing: tx.prepare<[{ lineId: number }], Standing>(
      `SELECT SUM(quantity_milli) AS countedMilli,
         MIN(level_milli - came_milli + left_milli) + MIN(came_milli) - MIN(left_milli) AS levelMilli,
         MIN(came_milli) AS firstCameMilli, MIN(left_milli) AS firstLeftMilli,
         MAX(came_milli) AS lastCameMilli, MAX(left_milli) AS lastLeftMilli
       FROM stocktake_count WHERE line_id = @lineId AND undone_at IS NULL AND id >= COALESCE(
         (SELECT MAX(id) FROM stocktake_count WHERE line_id = @lineId AND mode = 'set' AND undone_at IS NULL), 0)`,
    ),
    keepFigures: tx.prepare<[Figures]>(
      `UPDATE stocktake_line SET counted_milli = @countedMilli, difference_milli = @differenceMilli,
         least_milli = @leastMilli, most_milli = @mostMilli WHERE id = @lineId`,
    ),
    ownLast: tx.prepare<
      [number, number],
      { id: number; lineId: number; mode: 'add' | 'set'; quantityMilli: number }
    >(
      `SELECT id, line_id AS lineId, mode, quantity_milli AS quantityMilli FROM stocktake_count
       WHERE stocktake_id = ? AND account_id = ? AND undone_at IS NULL ORDER BY id DESC LIMIT 1`,
    ),
    undo: tx.prepare<[number, number]>('UPDATE stocktake_count SET undone_at = ? WHERE id = ?'),
    keepNote: tx.prepare<[string, number]>('UPDATE stocktake_line SET note = ? WHERE id = ?'),
  };
}
