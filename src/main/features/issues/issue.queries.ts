import { LEAVING_ORDER } from '#main/features/stock/index';
import { nameOf } from '#main/platform/database/person-name';
import type { Connection, Tx } from '#main/platform/work/connections';
import type { IssueClosing, IssueShelf, IssueState } from '#shared/contract/issues';
import type { UnitOfMeasure } from '#shared/kernel/quantity';

/** An issue as stored, with the names it refers to. */
export interface IssueRow {
  id: number;
  state: IssueState;
  number: string | null;
  locationId: number;
  locationName: string;
  holderAccountId: number | null;
  /** The account's name if the holder has one; null if no holder is set yet. */
  holderName: string | null;
  note: string;
  lineCount: number;
  outCount: number;
  createdAt: number;
  createdById: number;
  createdByName: string;
  changedByName: string;
  issuedAt: number | null;
  issuedById: number | null;
  issuedByName: string | null;
  version: number;
}

export interface IssueLineRow {
  id: number;
  issueId: number;
  productId: number;
  productName: string;
  sku: string;
  unit: UnitOfMeasure;
  anyBatch: 0 | 1;
  batchId: number | null;
  batchNumber: string | null;
  expiresOn: string | null;
  quantityMilli: number;
  returnedMilli: number;
  usedUpMilli: number;
  costMinor: number | null;
  version: number;
}

/** The available stock of a batch, or of stock without a batch, at the issue's location. */
export interface IssueShelfRow extends IssueShelf {
  productId: number;
}

interface ClosingRow extends Omit<IssueClosing, 'by'> {
  byId: number;
  byName: string;
}

interface NewClosing {
  issueLineId: number;
  kind: IssueClosing['kind'];
  quantityMilli: number;
  costMinor: number;
  locationId: number | null;
  reason: string;
  at: number;
  accountId: number;
}

export const ISSUE = `SELECT i.id, i.state, i.number,
  l.id AS locationId, l.name AS locationName, i.holder_account_id AS holderAccountId,
  COALESCE((SELECT ${nameOf('h')} FROM account h WHERE h.id = i.holder_account_id), i.holder_name) AS holderName,
  i.note, (SELECT count(*) FROM goods_issue_line g WHERE g.issue_id = i.id) AS lineCount,
  (SELECT count(*) FROM goods_issue_line g WHERE g.issue_id = i.id AND g.cost_minor IS NOT NULL
     AND g.returned_milli + g.used_up_milli < g.quantity_milli) AS outCount,
  i.created_at AS createdAt, i.created_by_id AS createdById, ${nameOf('a')} AS createdByName,
  ${nameOf('c')} AS changedByName, i.issued_at AS issuedAt, i.issued_by_id AS issuedById,
  (SELECT ${nameOf('s')} FROM account s WHERE s.id = i.issued_by_id) AS issuedByName, i.version
  FROM goods_issue i JOIN location l ON l.id = i.location_id
  JOIN account a ON a.id = i.created_by_id JOIN account c ON c.id = i.changed_by_id`;

const LINE = `SELECT g.id, g.issue_id AS issueId, g.product_id AS productId, p.name AS productName, p.sku, p.unit,
  g.any_batch AS anyBatch, g.batch_id AS batchId, b.number AS batchNumber, b.expires_on AS expiresOn,
  g.quantity_milli AS quantityMilli, g.returned_milli AS returnedMilli, g.used_up_milli AS usedUpMilli,
  g.cost_minor AS costMinor, g.version
  FROM goods_issue_line g JOIN product p ON p.id = g.product_id LEFT JOIN batch b ON b.id = g.batch_id`;

const SHELVES = `SELECT e.product_id AS productId, e.batch_id AS batchId, b.number AS batchNumber,
  b.expires_on AS expiresOn, MAX(e.on_hand_milli - e.reserved_milli, 0) AS availableMilli
  FROM goods_issue i
  CROSS JOIN (SELECT DISTINCT issue_id, product_id FROM goods_issue_line) g ON g.issue_id = i.id
  CROSS JOIN stock_entry e ON e.product_id = g.product_id AND e.location_id = i.location_id
  LEFT JOIN batch b ON b.id = e.batch_id WHERE i.id = ?
  ORDER BY e.product_id, ${LEAVING_ORDER}`;

/** Reads an issue with its lines and their available stock. */
export function issueReads(connection: Connection) {
  return {
    issue: connection.prepare<[number], IssueRow>(`${ISSUE} WHERE i.id = ?`),
    lines: connection.prepare<[number], IssueLineRow>(
      `${LINE} WHERE g.issue_id = ? ORDER BY g.position, g.id`,
    ),
    linesOfProduct: connection.prepare<[number, number], IssueLineRow>(
      `${LINE} WHERE g.issue_id = ? AND g.product_id = ? ORDER BY g.position, g.id`,
    ),
    line: connection.prepare<[number], IssueLineRow>(`${LINE} WHERE g.id = ?`),
    shelves: connection.prepare<[number], IssueShelfRow>(SHELVES),
    closings: connection.prepare<[number], ClosingRow>(
      `SELECT c.id, c.kind, c.issue_line_id AS issueLineId, p.name AS productName, p.unit,
         c.quantity_milli AS quantityMilli, l.name AS locationName, c.reason, c.closed_at AS at,
         c.account_id AS byId, ${nameOf('a')} AS byName
       FROM goods_issue_line g CROSS JOIN goods_issue_closing c ON c.issue_line_id = g.id
       JOIN product p ON p.id = g.product_id JOIN account a ON a.id = c.account_id
       LEFT JOIN location l ON l.id = c.location_id WHERE g.issue_id = ? ORDER BY c.id`,
    ),
  };
}

export type IssueReads = ReturnType<typeof issueReads>;

interface DraftFields {
  locationId: number;
  holderAccountId: number | null;
  holderName: string | null;
  note: string;
  accountId: number;
}

interface NewLine {
  issueId: number;
  productId: number;
  anyBatch: 0 | 1;
  batchId: number | null;
  quantityMilli: number;
}

/** The statements that change issues, inside a unit of work. */
export function issueWrites(tx: Tx) {
  return {
    location: tx.prepare<[number], { id: number; name: string; closedAt: number | null }>(
      'SELECT id, name, closed_at AS closedAt FROM location WHERE id = ?',
    ),
    /** An active staff member, to whom goods can be issued. */
    worker: tx
      .prepare<[number], 1>(
        `SELECT 1 FROM account WHERE id = ? AND role <> 'customer' AND active = 1 AND deleted_at IS NULL`,
      )
      .pluck(),
    batchOf: tx
      .prepare<[number, number], number>('SELECT id FROM batch WHERE id = ? AND product_id = ?')
      .pluck(),
    start: tx.prepare<[DraftFields & { createdAt: number }]>(
      `INSERT INTO goods_issue (location_id, holder_account_id, holder_name, note, created_at, created_by_id,
         changed_by_id)
       VALUES (@locationId, @holderAccountId, @holderName, @note, @createdAt, @accountId, @accountId)`,
    ),
    change: tx.prepare<[DraftFields & { id: number; state: IssueState }]>(
      `UPDATE goods_issue SET location_id = @locationId, holder_account_id = @holderAccountId,
         holder_name = @holderName, note = @note, state = @state, changed_by_id = @accountId,
         version = version + 1 WHERE id = @id`,
    ),
    touch: tx.prepare<[number, number]>(
      'UPDATE goods_issue SET changed_by_id = ?, version = version + 1 WHERE id = ?',
    ),
    send: tx.prepare<[{ id: number; number: string; issuedAt: number; accountId: number }]>(
      `UPDATE goods_issue SET state = 'issued', issued_at = @issuedAt, issued_by_id = @accountId,
         changed_by_id = @accountId, version = version + 1, number = @number WHERE id = @id`,
    ),
    addLine: tx.prepare<[NewLine]>(
      `INSERT INTO goods_issue_line (issue_id, position, product_id, any_batch, batch_id, quantity_milli)
       VALUES (@issueId, (SELECT COALESCE(MAX(position), 0) + 1 FROM goods_issue_line WHERE issue_id = @issueId),
         @productId, @anyBatch, @batchId, @quantityMilli)`,
    ),
    setLine: tx.prepare<[{ id: number; anyBatch: 0 | 1; batchId: number | null; quantityMilli: number }]>(
      `UPDATE goods_issue_line SET any_batch = @anyBatch, batch_id = @batchId, quantity_milli = @quantityMilli,
         version = version + 1 WHERE id = @id`,
    ),
    removeLine: tx.prepare<[number]>('DELETE FROM goods_issue_line WHERE id = ?'),
    /** Writes what a line took: one batch, its quantity and its cost. */
    issueLine: tx.prepare<[{ id: number; batchId: number | null; quantityMilli: number; costMinor: number }]>(
      `UPDATE goods_issue_line SET any_batch = 0, batch_id = @batchId, quantity_milli = @quantityMilli,
         cost_minor = @costMinor, version = version + 1 WHERE id = @id`,
    ),
    /** Splits off what a line took of another batch, as a line with the same position. */
    splitLine: tx.prepare<
      [{ lineId: number; batchId: number | null; quantityMilli: number; costMinor: number }]
    >(
      `INSERT INTO goods_issue_line (issue_id, position, product_id, any_batch, batch_id, quantity_milli, cost_minor)
       SELECT issue_id, position, product_id, 0, @batchId, @quantityMilli, @costMinor
       FROM goods_issue_line WHERE id = @lineId`,
    ),
    closeLine: tx.prepare<[{ id: number; returnedMilli: number; usedUpMilli: number }]>(
      `UPDATE goods_issue_line SET returned_milli = returned_milli + CAST(@returnedMilli AS INTEGER),
         used_up_milli = used_up_milli + CAST(@usedUpMilli AS INTEGER), version = version + 1 WHERE id = @id`,
    ),
    addClosing: tx.prepare<[NewClosing]>(
      `INSERT INTO goods_issue_closing (issue_line_id, kind, quantity_milli, cost_minor, location_id, reason,
         closed_at, account_id)
       VALUES (@issueLineId, @kind, @quantityMilli, @costMinor, @locationId, @reason, @at, @accountId)`,
    ),
  };
}
