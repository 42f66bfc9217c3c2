import type { Movement, MovementCause, MovementKind } from '#shared/contract/stock';
import type { Handle } from '../../database/database';

/** Which movements; times in UTC epoch ms, `to` not included. */
export interface MovementFilter {
  productId?: number | undefined;
  locationId?: number | undefined;
  batchId?: number | undefined;
  kinds: readonly MovementKind[];
  accountId?: number | undefined;
  /** The document that caused them, both or neither. */
  cause?: MovementCause | undefined;
  causeId?: number | undefined;
  fromTime?: number | undefined;
  toTime?: number | undefined;
}

interface HistoryRow extends Omit<Movement, 'belowZero' | 'by'> {
  belowZero: number;
  byId: number;
  byName: string;
}

/** Where a page goes on: the movement last seen, by its time and id. */
interface Cursor {
  movedAt: number;
  id: number;
}

/**
 * The ledger as the history dialog reads it, newest first. Pages go on from the last movement seen rather
 * than by counting, so that the thousandth is as quick as the first. The ids of a page are found in one
 * index alone, named here because SQLite has no statistics to choose it by; only then are its movements read.
 */
export function historyQueries(handle: Handle) {
  const cursorOf = handle.prepare<[number], Cursor>(
    'SELECT id, moved_at AS movedAt FROM stock_movement WHERE id = ?',
  );
  return {
    /** The movements before `beforeId` (the newest, if left out), at most `limit` of them. */
    page(filter: MovementFilter, limit: number, beforeId?: number): Movement[] {
      const cursor = beforeId === undefined ? undefined : cursorOf.get(beforeId);
      const { kinds, ...rest } = filter;
      const kindValues = Object.fromEntries(kinds.map((kind, index) => [`kind${index}`, kind]));
      const values = { ...rest, ...kindValues, limit, ...cursor };
      const rows = handle.prepare<[object], HistoryRow>(historySql(filter, cursor !== undefined)).all(values);
      return rows.map(toMovement);
    },
  };
}

/** The statement for a mix of filters; exported so that its plan can be proven. */
export function historySql(filter: MovementFilter, goesOn: boolean): string {
  const index = indexFor(filter);
  const conditions = [
    filter.batchId !== undefined && 'batch_id = @batchId',
    filter.productId !== undefined && 'product_id = @productId',
    filter.locationId !== undefined && 'location_id = @locationId',
    filter.kinds.length > 0 && `kind IN (${filter.kinds.map((_, index) => `@kind${index}`).join()})`,
    index === 'stock_movement_kind' && `kind <> 'sold'`,
    filter.accountId !== undefined && 'account_id = @accountId',
    filter.fromTime !== undefined && 'moved_at >= @fromTime',
    filter.toTime !== undefined && 'moved_at < @toTime',
    isOfOrder(filter) && 'product_id = ordered_id AND moved_at = step_at',
    filter.cause !== undefined && 'cause = @cause AND cause_id = @causeId',
    index === 'stock_movement_cause' && `cause <> 'order'`,
    goesOn && '(moved_at, id) < (@movedAt, @id)',
  ].filter((condition) => condition !== false);
  return `SELECT m.id, m.moved_at AS movedAt, m.kind, m.product_id AS productId, p.name AS productName, p.unit,
      m.location_id AS locationId, l.name AS locationName, m.batch_id AS batchId, b.number AS batchNumber,
      m.quantity_milli AS quantityMilli, m.before_milli AS beforeMilli, m.after_milli AS afterMilli,
      m.unit_cost_minor AS unitCostMinor, m.below_zero AS belowZero, m.reason,
      m.account_id AS byId, trim(a.first_name || ' ' || a.last_name) AS byName, m.cause, m.cause_id AS causeId,
      COALESCE(CASE m.cause ${LABELS} END, '') AS causeLabel
    FROM (SELECT id FROM ${isOfOrder(filter) ? ORDERED : ''} stock_movement INDEXED BY ${index}
      ${conditions.length === 0 ? '' : `WHERE ${conditions.join(' AND ')}`}
      ORDER BY moved_at DESC, id DESC LIMIT @limit) found
    CROSS JOIN stock_movement m ON m.id = found.id
    JOIN product p ON p.id = m.product_id JOIN location l ON l.id = m.location_id
    JOIN account a ON a.id = m.account_id LEFT JOIN batch b ON b.id = m.batch_id
    ORDER BY m.moved_at DESC, m.id DESC`;
}

/**
 * The human number of the document that caused movement `m`, by its kind. A new kind of document adds its line
 * here, its route in the window's `movement-columns`.
 */
const DOCUMENT_NUMBER: Partial<Record<MovementCause, string>> = {
  issue: `(SELECT printf('IS-%06d', number) FROM goods_issue WHERE id = m.cause_id)`,
  import: '(SELECT file_name FROM product_import WHERE id = m.cause_id)',
  order: '(SELECT number FROM sales_order WHERE id = m.cause_id)',
  transfer: `(SELECT printf('TR-%06d', number) FROM transfer WHERE id = m.cause_id)`,
  stocktake: '(SELECT number FROM stocktake WHERE id = m.cause_id)',
};

const LABELS = Object.entries(DOCUMENT_NUMBER)
  .map(([cause, number]) => `WHEN '${cause}' THEN ${number}`)
  .join(' ');

/**
 * What an order moved is in no index of its own, so that no sale pays for one: each of its steps that moved
 * goods is on its timeline, so its products at those times are looked up among theirs.
 */
const ORDERED = `(SELECT DISTINCT l.product_id AS ordered_id, e.at AS step_at FROM sales_order_line l
  CROSS JOIN order_event e ON e.order_id = l.order_id WHERE l.order_id = @causeId) CROSS JOIN`;

function isOfOrder({ cause }: MovementFilter): boolean {
  return cause === 'order';
}

/** The index that leaves the fewest movements to skip. */
function indexFor({ batchId, productId, kinds, locationId, cause }: MovementFilter): string {
  if (cause !== undefined) return cause === 'order' ? 'stock_movement_product' : 'stock_movement_cause';
  if (batchId !== undefined) return 'stock_movement_batch';
  if (productId !== undefined) return 'stock_movement_product';
  if (kinds.length === 1 && kinds[0] !== 'sold') return 'stock_movement_kind';
  if (locationId !== undefined) return 'stock_movement_location';
  return 'stock_movement_time';
}

function toMovement({ belowZero, byId, byName, ...row }: HistoryRow): Movement {
  return { ...row, belowZero: belowZero === 1, by: { id: byId, name: byName } };
}
