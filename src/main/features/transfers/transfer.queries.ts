import { LEAVING_ORDER } from '#main/features/stock/index';
import { nameOf } from '#main/platform/database/person-name';
import type { Connection, Tx } from '#main/platform/work/connections';
import type { TransferState } from '#shared/contract/transfers';
import type { UnitOfMeasure } from '#shared/kernel/quantity';

/** A transfer as stored, with the names it refers to. */
export interface TransferRow {
  id: number;
  state: TransferState;
  number: string | null;
  fromId: number;
  fromName: string;
  toId: number;
  toName: string;
  note: string;
  lineCount: number;
  createdAt: number;
  createdById: number;
  createdByName: string;
  changedByName: string;
  sentAt: number | null;
  sentById: number | null;
  sentByName: string | null;
  version: number;
}

export interface TransferLineRow {
  id: number;
  transferId: number;
  position: number;
  productId: number;
  productName: string;
  sku: string;
  barcode: string | null;
  unit: UnitOfMeasure;
  anyBatch: 0 | 1;
  batchId: number | null;
  batchNumber: string | null;
  expiresOn: string | null;
  quantityMilli: number;
  version: number;
}

/** The available stock of a batch, or of stock without a batch, at the transfer's source location. */
export interface ShelfRow {
  productId: number;
  batchId: number | null;
  batchNumber: string | null;
  expiresOn: string | null;
  availableMilli: number;
}

interface NewLine {
  transferId: number;
  productId: number;
  anyBatch: 0 | 1;
  batchId: number | null;
  quantityMilli: number;
}

export const TRANSFER = `SELECT t.id, t.state, t.number,
  f.id AS fromId, f.name AS fromName, g.id AS toId, g.name AS toName, t.note,
  (SELECT count(*) FROM transfer_line l WHERE l.transfer_id = t.id) AS lineCount,
  t.created_at AS createdAt, t.created_by_id AS createdById, ${nameOf('a')} AS createdByName,
  ${nameOf('c')} AS changedByName, t.sent_at AS sentAt, t.sent_by_id AS sentById,
  (SELECT ${nameOf('s')} FROM account s WHERE s.id = t.sent_by_id) AS sentByName, t.version
  FROM transfer t JOIN location f ON f.id = t.from_location_id JOIN location g ON g.id = t.to_location_id
  JOIN account a ON a.id = t.created_by_id JOIN account c ON c.id = t.changed_by_id`;

const LINE = `SELECT l.id, l.transfer_id AS transferId, l.position, l.product_id AS productId, p.name AS productName,
  p.sku, p.unit, l.any_batch AS anyBatch, l.batch_id AS batchId, b.number AS batchNumber,
  b.expires_on AS expiresOn, l.quantity_milli AS quantityMilli, l.version,
  (SELECT code FROM product_barcode WHERE product_id = p.id ORDER BY id LIMIT 1) AS barcode
  FROM transfer_line l JOIN product p ON p.id = l.product_id LEFT JOIN batch b ON b.id = l.batch_id`;

const shelvesOf = (products: string) => `SELECT e.product_id AS productId, e.batch_id AS batchId,
  b.number AS batchNumber, b.expires_on AS expiresOn, MAX(e.on_hand_milli - e.reserved_milli, 0) AS availableMilli
  FROM (${products}) asked
  CROSS JOIN stock_entry e ON e.product_id = asked.product_id AND e.location_id = @locationId
  LEFT JOIN batch b ON b.id = e.batch_id
  ORDER BY e.product_id, ${LEAVING_ORDER}`;

/** Reads a transfer with its lines and their available stock. */
export function transferReads(connection: Connection) {
  return {
    transfer: connection.prepare<[number], TransferRow>(`${TRANSFER} WHERE t.id = ?`),
    lines: connection.prepare<[number], TransferLineRow>(
      `${LINE} WHERE l.transfer_id = ? ORDER BY l.position, l.id`,
    ),
    linesOfProduct: connection.prepare<[number, number], TransferLineRow>(
      `${LINE} WHERE l.transfer_id = ? AND l.product_id = ? ORDER BY l.position, l.id`,
    ),
    line: connection.prepare<[number], TransferLineRow>(`${LINE} WHERE l.id = ?`),
    shelves: connection.prepare<[{ transferId: number; locationId: number }], ShelfRow>(
      shelvesOf('SELECT DISTINCT product_id FROM transfer_line WHERE transfer_id = @transferId'),
    ),
    shelvesOfProduct: connection.prepare<[{ productId: number; locationId: number }], ShelfRow>(
      shelvesOf('SELECT @productId AS product_id'),
    ),
  };
}

export type TransferReads = ReturnType<typeof transferReads>;

/** The statements that change transfers, inside a unit of work. */
export function transferWrites(tx: Tx) {
  return {
    location: tx.prepare<[number], { id: number; name: string; closedAt: number | null }>(
      'SELECT id, name, closed_at AS closedAt FROM location WHERE id = ?',
    ),
    batchOf: tx
      .prepare<[number, number], number>('SELECT id FROM batch WHERE id = ? AND product_id = ?')
      .pluck(),
    start: tx.prepare<[{ fromId: number; toId: number; note: string; createdAt: number; accountId: number }]>(
      `INSERT INTO transfer (from_location_id, to_location_id, note, created_at, created_by_id, changed_by_id)
       VALUES (@fromId, @toId, @note, @createdAt, @accountId, @accountId)`,
    ),
    change: tx.prepare<
      [{ id: number; fromId: number; toId: number; note: string; state: TransferState; accountId: number }]
    >(
      `UPDATE transfer SET from_location_id = @fromId, to_location_id = @toId, note = @note, state = @state,
         changed_by_id = @accountId, version = version + 1 WHERE id = @id`,
    ),
    touch: tx.prepare<[number, number]>(
      'UPDATE transfer SET changed_by_id = ?, version = version + 1 WHERE id = ?',
    ),
    send: tx.prepare<[{ id: number; number: string; sentAt: number; accountId: number }]>(
      `UPDATE transfer SET state = 'sent', sent_at = @sentAt, sent_by_id = @accountId, changed_by_id = @accountId,
         number = @number, version = version + 1 WHERE id = @id`,
    ),
    addLine: tx.prepare<[NewLine]>(
      `INSERT INTO transfer_line (transfer_id, position, product_id, any_batch, batch_id, quantity_milli)
       VALUES (@transferId, (SELECT COALESCE(MAX(position), 0) + 1 FROM transfer_line WHERE transfer_id = @transferId),
         @productId, @anyBatch, @batchId, @quantityMilli)`,
    ),
    /** Splits off what a sent line took of another batch, as a line with the same position. */
    splitLine: tx.prepare<[{ lineId: number; batchId: number | null; quantityMilli: number }]>(
      `INSERT INTO transfer_line (transfer_id, position, product_id, any_batch, batch_id, quantity_milli)
       SELECT transfer_id, position, product_id, 0, @batchId, @quantityMilli FROM transfer_line WHERE id = @lineId`,
    ),
    setLine: tx.prepare<[{ id: number; anyBatch: 0 | 1; batchId: number | null; quantityMilli: number }]>(
      `UPDATE transfer_line SET any_batch = @anyBatch, batch_id = @batchId, quantity_milli = @quantityMilli,
         version = version + 1 WHERE id = @id`,
    ),
    removeLine: tx.prepare<[number]>('DELETE FROM transfer_line WHERE id = ?'),
  };
}
