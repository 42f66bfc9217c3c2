import { nameOf } from '#main/platform/database/person-name';
import type { MovementCause, MovementKind } from '#shared/contract/stock';

/** Which movements to list; times in UTC epoch ms, `to` exclusive. */
export interface MovementFilter {
  productId?: number | undefined;
  locationId?: number | undefined;
  batchId?: number | undefined;
  kinds: readonly MovementKind[];
  accountId?: number | undefined;
  /** The document that caused them; set both or neither. */
  cause?: MovementCause | undefined;
  causeId?: number | undefined;
  fromTime?: number | undefined;
  until?: number | undefined;
}

/**
 * The statement for a page with a combination of filters, newest first. It finds the ids of a page in one index
 * (named here because SQLite has no statistics to choose by) and reads the movements only then.
 * @param goesOn whether it continues after a movement, `@movedAt` and `@id`
 */
export function historySql(filter: MovementFilter, goesOn: boolean): string {
  const { index, narrows } = indexFor(filter);
  const conditions = [
    ...narrows,
    filter.batchId !== undefined && 'batch_id = @batchId',
    filter.productId !== undefined && 'product_id = @productId',
    filter.locationId !== undefined && 'location_id = @locationId',
    filter.kinds.length > 0 && `kind IN (${filter.kinds.map((_, place) => `@kind${place}`).join()})`,
    filter.accountId !== undefined && 'account_id = @accountId',
    isOfOrder(filter) &&
      'product_id = ordered_id AND moved_at = step_at AND cause = @cause AND cause_id = @causeId',
    ...timesOf(filter, goesOn),
  ].filter((condition) => condition !== false);
  return `SELECT m.id, m.moved_at AS movedAt, m.kind, m.product_id AS productId, p.name AS productName, p.unit,
      m.location_id AS locationId, l.name AS locationName, m.batch_id AS batchId, b.number AS batchNumber,
      m.quantity_milli AS quantityMilli, m.before_milli AS beforeMilli, m.after_milli AS afterMilli,
      m.value_minor AS valueMinor, m.below_zero AS belowZero, m.reason,
      m.account_id AS byId, ${nameOf('a')} AS byName, m.cause, m.cause_id AS causeId,
      COALESCE(CASE m.cause ${LABELS} END, '') AS causeLabel
    FROM (SELECT id FROM ${isOfOrder(filter) ? ORDERED : ''} stock_movement INDEXED BY ${index}
      ${where(conditions)} ORDER BY moved_at DESC, id DESC LIMIT @limit) found
    CROSS JOIN stock_movement m ON m.id = found.id
    JOIN product p ON p.id = m.product_id JOIN location l ON l.id = m.location_id
    JOIN account a ON a.id = m.account_id LEFT JOIN batch b ON b.id = m.batch_id
    ORDER BY m.moved_at DESC, m.id DESC`;
}

/** Splits a filter by several kinds into one per kind if each kind has an index but their combination has none. */
export function oneIndexEach(filter: MovementFilter): MovementFilter[] {
  const ofKinds = filter.kinds.map((kind) => ({ ...filter, kinds: [kind] }));
  const isIndexed = (one: MovementFilter) => indexFor(one).index === 'stock_movement_kind';
  return ofKinds.length > 0 && ofKinds.every(isIndexed) ? ofKinds : [filter];
}

/**
 * The human number of the document that caused movement `m`, by its kind. A new kind of document adds its line
 * here and its route in the window's `movement-columns`.
 */
const DOCUMENT_NUMBER: Partial<Record<MovementCause, string>> = {
  issue: '(SELECT number FROM goods_issue WHERE id = m.cause_id)',
  import: '(SELECT file_name FROM product_import WHERE id = m.cause_id)',
  order: '(SELECT number FROM sales_order WHERE id = m.cause_id)',
  transfer: '(SELECT number FROM transfer WHERE id = m.cause_id)',
  stocktake: '(SELECT number FROM stocktake WHERE id = m.cause_id)',
};

const LABELS = Object.entries(DOCUMENT_NUMBER)
  .map(([cause, number]) => `WHEN '${cause}' THEN ${number}`)
  .join(' ');

/**
 * Movements of an order have no index, so that no sale pays for one. Each step of an order that moved goods is on its
 * timeline, so this looks up the movements of its products at those times.
 */
const ORDERED = `(SELECT DISTINCT l.product_id AS ordered_id, e.at AS step_at FROM sales_order_line l
  CROSS JOIN order_event e ON e.order_id = l.order_id WHERE l.order_id = @causeId) CROSS JOIN`;

function isOfOrder({ cause }: MovementFilter): boolean {
  return cause === 'order';
}

/**
 * The index that leaves the fewest movements to skip, and the conditions that narrow it. A filter by one kind also
 * includes the kind's own value, which tells SQLite that the partial index holds all matches.
 */
function indexFor({ batchId, productId, kinds, locationId, cause }: MovementFilter) {
  if (cause === 'order') return { index: 'stock_movement_product', narrows: [] };
  if (cause !== undefined) {
    const ofDocument = `cause = @cause AND cause_id = @causeId AND cause <> 'order'`;
    return { index: 'stock_movement_cause', narrows: [ofDocument] };
  }
  if (batchId !== undefined) return { index: 'stock_movement_batch', narrows: ['batch_id = @batchId'] };
  if (productId !== undefined)
    return { index: 'stock_movement_product', narrows: ['product_id = @productId'] };
  if (kinds.length === 1 && kinds[0] !== 'sold') {
    return { index: 'stock_movement_kind', narrows: [`kind = @kind0 AND kind <> 'sold'`] };
  }
  if (locationId !== undefined) {
    return { index: 'stock_movement_location', narrows: ['location_id = @locationId'] };
  }
  return { index: 'stock_movement_time', narrows: [] };
}

function timesOf({ fromTime, until }: MovementFilter, goesOn: boolean): string[] {
  return [
    fromTime !== undefined && 'moved_at >= @fromTime',
    until !== undefined && 'moved_at < @until',
    goesOn && '(moved_at, id) < (@movedAt, @id)',
  ].filter((condition) => condition !== false);
}

function where(conditions: readonly string[]): string {
  return conditions.length === 0 ? '' : `WHERE ${conditions.join(' AND ')}`;
}
