import type { Connection, Tx } from '#main/platform/work/connections';
import type { MovementCause, MovementKind } from '#shared/contract/stock';
import { LATEST_AVERAGE, TOTAL_ON_HAND } from './average-sql';
import { LEAVING_ORDER } from './leaving-order';
import type { Average } from './stock-cost';

/** A stock entry with the cost of its product and batch over all locations. */
export interface Shelf extends Average {
  entryId: number;
  batchId: number | null;
  batchNumber: string | null;
  /** The last day before its goods count as expired, YYYY-MM-DD; null if they do not expire. */
  expiresOn: string | null;
  onHandMilli: number;
  reservedMilli: number;
  costId: number;
  totalMilli: number;
  belowZeroMinor: number;
}

interface AdjustmentRow {
  adjustedAt: number;
  productId: number;
  batchId: number | null;
  movementId: number;
  valueMinor: number;
}

interface MovementRow {
  movedAt: number;
  kind: MovementKind;
  productId: number;
  locationId: number;
  batchId: number | null;
  quantityMilli: number;
  beforeMilli: number;
  afterMilli: number;
  valueMinor: number;
  belowZero: 0 | 1;
  reason: string;
  accountId: number;
  cause: MovementCause;
  causeId: number | null;
}

interface Reservation extends Shelf {
  productId: number;
  locationId: number;
  quantityMilli: number;
}

interface Names {
  productName: string;
  unit: string;
  locationName: string;
}

const SHELF = `e.id AS entryId, e.batch_id AS batchId, b.number AS batchNumber, b.expires_on AS expiresOn,
  e.on_hand_milli AS onHandMilli, e.reserved_milli AS reservedMilli, c.id AS costId, ${TOTAL_ON_HAND} AS totalMilli,
  c.below_zero_minor AS belowZeroMinor, c.averaged_milli AS averagedMilli, c.averaged_minor AS averagedMinor`;
const ITS_BATCH_AND_COST = `LEFT JOIN batch b ON b.id = e.batch_id
  JOIN stock_cost c ON c.product_id = e.product_id AND COALESCE(c.batch_id, 0) = COALESCE(e.batch_id, 0)`;

/** Stock at a location. Works on either connection. */
export function prepareShelves(connection: Connection) {
  return {
    /** In {@link LEAVING_ORDER}. */
    shelves: connection.prepare<[number, number], Shelf>(
      `SELECT ${SHELF} FROM stock_entry e ${ITS_BATCH_AND_COST}
       WHERE e.product_id = ? AND e.location_id = ?
       ORDER BY ${LEAVING_ORDER}`,
    ),
    batchNumber: connection
      .prepare<[number, number], string>('SELECT number FROM batch WHERE product_id = ? AND id = ?')
      .pluck(),
    level: connection.prepare<[number, number], { availableMilli: number; firstExpiry: string | null }>(
      `SELECT COALESCE(SUM(e.on_hand_milli - e.reserved_milli), 0) AS availableMilli,
         MIN(CASE WHEN e.on_hand_milli > e.reserved_milli THEN b.expires_on END) AS firstExpiry
       FROM stock_entry e LEFT JOIN batch b ON b.id = e.batch_id WHERE e.product_id = ? AND e.location_id = ?`,
    ),
    inBatchesMilli: connection
      .prepare<[number, number], number>(
        `SELECT COALESCE(SUM(MAX(on_hand_milli - reserved_milli, 0)), 0) FROM stock_entry
         WHERE product_id = ? AND location_id = ? AND batch_id IS NOT NULL`,
      )
      .pluck(),
  };
}

/** The ledger's statements, prepared once on the writing connection. */
export function prepareLedger(tx: Tx) {
  return {
    ...prepareShelves(tx),
    shelf: tx.prepare<[number, number, number | null], Shelf>(
      `SELECT ${SHELF} FROM stock_entry e ${ITS_BATCH_AND_COST}
       WHERE e.product_id = ? AND e.location_id = ? AND COALESCE(e.batch_id, 0) = COALESCE(?, 0)`,
    ),
    makeEntry: tx.prepare<[number, number, number | null]>(
      'INSERT INTO stock_entry (product_id, location_id, batch_id) VALUES (?, ?, ?)',
    ),
    openEntry: tx.prepare<[{ productId: number; locationId: number; quantityMilli: number; now: number }]>(
      `INSERT INTO stock_entry (product_id, location_id, on_hand_milli, last_received_at)
       VALUES (@productId, @locationId, @quantityMilli, @now)`,
    ),
    openCost: tx.prepare<[{ productId: number; quantityMilli: number; valueMinor: number; now: number }]>(
      `INSERT INTO stock_cost (product_id, averaged_milli, averaged_minor, averaged_at)
       VALUES (@productId, @quantityMilli, @valueMinor, @now)`,
    ),
    makeCost: tx.prepare<[number, number | null]>(
      'INSERT INTO stock_cost (product_id, batch_id) VALUES (?, ?) ON CONFLICT DO NOTHING',
    ),
    /** Returns the product's id. */
    deleteEntry: tx
      .prepare<[number], number>(
        'DELETE FROM stock_entry WHERE id = ? AND on_hand_milli = 0 AND reserved_milli = 0 RETURNING product_id',
      )
      .pluck(),
    forgetEntries: tx.prepare<[number]>('DELETE FROM stock_entry WHERE product_id = ?'),
    forgetCosts: tx.prepare<[number]>('DELETE FROM stock_cost WHERE product_id = ?'),
    forgetBatches: tx.prepare<[number]>('DELETE FROM batch WHERE product_id = ?'),
    changeLevel: tx.prepare<[number, number]>(
      'UPDATE stock_entry SET on_hand_milli = on_hand_milli + CAST(? AS INTEGER) WHERE id = ?',
    ),
    noteReceived: tx.prepare<[number, number]>('UPDATE stock_entry SET last_received_at = ? WHERE id = ?'),
    changeReserved: tx.prepare<[number, number]>(
      'UPDATE stock_entry SET reserved_milli = reserved_milli + CAST(? AS INTEGER) WHERE id = ?',
    ),
    changeBelowZero: tx.prepare<[number, number]>(
      'UPDATE stock_cost SET below_zero_minor = below_zero_minor + CAST(? AS INTEGER) WHERE id = ?',
    ),
    keepAverage: tx.prepare<[number, number, number, number]>(
      'UPDATE stock_cost SET averaged_milli = ?, averaged_minor = ?, averaged_at = ? WHERE id = ?',
    ),
    addAdjustment: tx.prepare<[AdjustmentRow]>(
      `INSERT INTO cost_adjustment (adjusted_at, product_id, batch_id, movement_id, value_minor)
       VALUES (@adjustedAt, @productId, @batchId, @movementId, @valueMinor)`,
    ),
    addMovement: tx.prepare<[MovementRow]>(
      `INSERT INTO stock_movement (moved_at, kind, product_id, location_id, batch_id, quantity_milli, before_milli,
         after_milli, value_minor, below_zero, reason, account_id, cause, cause_id)
       VALUES (@movedAt, @kind, @productId, @locationId, @batchId, @quantityMilli, @beforeMilli,
         @afterMilli, @valueMinor, @belowZero, @reason, @accountId, @cause, @causeId)`,
    ),
    /** The average cost of a product at its most recent receipt, or the catalogue's cost price if there was none. */
    averageOfProduct: tx.prepare<[number], Average>(
      `SELECT COALESCE(a.averaged_milli, 1000) AS averagedMilli,
         COALESCE(a.averaged_minor, p.cost_minor) AS averagedMinor
       FROM product p LEFT JOIN stock_cost a ON a.id = ${LATEST_AVERAGE} WHERE p.id = ?`,
    ),
    goods: tx.prepare<[number], { productName: string; unit: string }>(
      'SELECT name AS productName, unit FROM product WHERE id = ?',
    ),
    names: tx.prepare<[number, number], Names>(
      `SELECT p.name AS productName, p.unit, l.name AS locationName
       FROM product p CROSS JOIN location l WHERE p.id = ? AND l.id = ?`,
    ),
    reserve: tx.prepare<[number, number, number]>(
      'INSERT INTO reservation (order_line_id, stock_entry_id, quantity_milli) VALUES (?, ?, ?)',
    ),
    reservations: tx.prepare<[number], Reservation>(
      `SELECT ${SHELF}, e.product_id AS productId, e.location_id AS locationId, r.quantity_milli AS quantityMilli
       FROM reservation r JOIN stock_entry e ON e.id = r.stock_entry_id ${ITS_BATCH_AND_COST}
       WHERE r.order_line_id = ? ORDER BY r.id`,
    ),
    forgetReservations: tx.prepare<[number]>('DELETE FROM reservation WHERE order_line_id = ?'),
  };
}
