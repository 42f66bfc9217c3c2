import { categoryAndBelow } from '#main/platform/database/category-below';
import { nameOfAccount } from '#main/platform/database/person-name';
import type { Connection, Tx } from '#main/platform/work/connections';
import type { Stocktake, StocktakeState } from '#shared/contract/stocktakes';

/** A stocktake as read, with the names of its location and people. */
export type StocktakeRow = Omit<Stocktake, 'categoryName' | 'blind' | 'startedBy' | 'closedBy'> & {
  state: StocktakeState;
  categoryId: number | null;
  categoryName: string;
  blind: number;
  startedById: number;
  startedByName: string;
  closedById: number | null;
  closedByName: string | null;
  changedAt: number;
  changedByName: string;
};

const COLUMNS = `s.id, s.number, s.state, s.location_id AS locationId, l.name AS locationName,
  s.category_id AS categoryId, s.category_name AS categoryName, s.note, s.blind, s.line_count AS lineCount,
  s.counted_count AS countedCount, s.uncounted, s.started_at AS startedAt, s.started_by_id AS startedById,
  ${nameOfAccount('s.started_by_id')} AS startedByName, s.reviewed_at AS reviewedAt, s.closed_at AS closedAt,
  s.closed_by_id AS closedById, ${nameOfAccount('s.closed_by_id')} AS closedByName, s.changed_at AS changedAt,
  ${nameOfAccount('s.changed_by_id')} AS changedByName, s.version`;

/** The condition for an open stocktake, without a table alias. */
export const OPEN = `state IN ('counting','review')`;

/** Selects stocktakes `s` with their location `l`. */
export const SELECT_STOCKTAKE = `SELECT ${COLUMNS} FROM stocktake s JOIN location l ON l.id = s.location_id`;

interface Scope {
  locationId: number;
  /** Null for the whole location. */
  categoryId: number | null;
}

const inScope = (alias: string) =>
  `(@categoryId IS NULL OR ${alias}.category_id IN (${categoryAndBelow('@categoryId')}))`;

/** Read access to stocktakes. */
export function stocktakeReads(connection: Connection) {
  return {
    byId: connection.prepare<[number], StocktakeRow>(`${SELECT_STOCKTAKE} WHERE s.id = ?`),
    place: connection.prepare<[number], { name: string; closedAt: number | null }>(
      'SELECT name, closed_at AS closedAt FROM location WHERE id = ?',
    ),
    categoryName: connection
      .prepare<[number], string>('SELECT name FROM category WHERE id = ? AND deleted_at IS NULL')
      .pluck(),
    /**
     * An open stocktake of the same location that counts some of the same items: the whole location, a category above
     * or below, or a product in this scope that was found in the other.
     */
    overlapping: connection
      .prepare<[Scope], number>(
        `SELECT s.id FROM stocktake s WHERE s.location_id = @locationId AND s.${OPEN} AND (
           @categoryId IS NULL OR s.category_name = ''
           OR s.category_id IN (${categoryAndBelow('@categoryId')}) OR @categoryId IN (${categoryAndBelow('s.category_id')})
           OR EXISTS (SELECT 1 FROM stocktake_line t JOIN product p ON p.id = t.product_id
                      WHERE t.stocktake_id = s.id AND ${inScope('p')}))
         ORDER BY s.id LIMIT 1`,
      )
      .pluck(),
    /** Another open stocktake of the same location that counts a product, by its list or by its category. */
    countedBeside: connection
      .prepare<[{ id: number; productId: number }], number>(
        `SELECT s.id FROM stocktake me JOIN stocktake s ON s.location_id = me.location_id AND s.id <> me.id
         WHERE me.id = @id AND s.${OPEN} AND (
           EXISTS (SELECT 1 FROM stocktake_line WHERE stocktake_id = s.id AND product_id = @productId)
           OR (SELECT category_id FROM product WHERE id = @productId) IN (${categoryAndBelow('s.category_id')}))
         ORDER BY s.id LIMIT 1`,
      )
      .pluck(),
    /** Whether a product is of a category or of one below it. */
    isOfCategory: connection
      .prepare<[{ productId: number; categoryId: number }], 1>(
        `SELECT 1 FROM product WHERE id = @productId AND category_id IN (${categoryAndBelow('@categoryId')})`,
      )
      .pluck(),
  };
}

/** The statements that write stocktakes, besides their repository. */
export function stocktakeWrites(tx: Tx) {
  return {
    /** Creates the list from the stock in the scope, in order of names. */
    freeze: tx.prepare<[Scope & { id: number }]>(
      `INSERT INTO stocktake_line (stocktake_id, product_id, batch_id, expected_milli)
       SELECT CAST(@id AS INTEGER), e.product_id, e.batch_id, e.on_hand_milli
       FROM stock_entry e JOIN product p ON p.id = e.product_id LEFT JOIN batch b ON b.id = e.batch_id
       WHERE e.location_id = @locationId AND e.on_hand_milli <> 0 AND ${inScope('p')}
       ORDER BY p.name, p.id, e.batch_id IS NOT NULL, b.expires_on IS NULL, b.expires_on, e.id`,
    ),
    noteCount: tx.prepare<[{ id: number; now: number; accountId: number; lines: number; counted: number }]>(
      `UPDATE stocktake SET version = version + 1, changed_at = @now, changed_by_id = @accountId,
         line_count = line_count + CAST(@lines AS INTEGER),
         counted_count = counted_count + CAST(@counted AS INTEGER) WHERE id = @id`,
    ),
  };
}

/** A stocktake as the contract returns it. */
export function toStocktake(row: StocktakeRow): Stocktake {
  const { closedById, closedByName } = row;
  return {
    id: row.id,
    number: row.number,
    state: row.state,
    locationId: row.locationId,
    locationName: row.locationName,
    categoryName: row.categoryName === '' ? null : row.categoryName,
    note: row.note,
    blind: row.blind === 1,
    lineCount: row.lineCount,
    countedCount: row.countedCount,
    uncounted: row.uncounted,
    startedAt: row.startedAt,
    startedBy: { id: row.startedById, name: row.startedByName },
    reviewedAt: row.reviewedAt,
    closedAt: row.closedAt,
    closedBy: closedById === null ? null : { id: closedById, name: closedByName ?? '' },
    version: row.version,
  };
}
