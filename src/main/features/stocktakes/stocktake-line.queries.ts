import { LATEST_AVERAGE } from '#main/features/stock/index';
import { nameOf } from '#main/platform/database/person-name';
import { ListQuery } from '#main/platform/lists/list-query';
import { PRODUCTS_FOUND, searchValues } from '#main/platform/lists/search-sql';
import type { Reader } from '#main/platform/work/connections';
import type { UnitOfMeasure } from '#shared/kernel/quantity';

/** A line as read, with its current stock and value; the service decides which of it is shown. */
export interface LineRecord {
  id: number;
  productId: number;
  productName: string;
  sku: string;
  unit: UnitOfMeasure;
  batchId: number | null;
  batchNumber: string | null;
  expiresOn: string | null;
  found: number;
  note: string;
  startMilli: number;
  countedMilli: number | null;
  differenceMilli: number | null;
  leastMilli: number | null;
  mostMilli: number | null;
  postedValueMinor: number | null;
  onHandMilli: number;
  reservedMilli: number;
  /** The stock of the product and batch over all locations. */
  totalMilli: number;
  /** Its average or most recent cost, as a quantity and its value. */
  averagedMilli: number;
  averagedMinor: number;
}

interface LineFilter {
  stocktakeId: number;
  filter: 'all' | 'uncounted' | 'counted' | 'different';
  search: string;
  /** The order of differences: by value or by quantity. */
  byValue: boolean;
}

const COLUMNS = `t.id, t.product_id AS productId, p.name AS productName, p.sku, p.unit, t.batch_id AS batchId,
  b.number AS batchNumber, b.expires_on AS expiresOn, t.found, t.note, t.expected_milli AS startMilli,
  t.counted_milli AS countedMilli, t.difference_milli AS differenceMilli, t.least_milli AS leastMilli,
  t.most_milli AS mostMilli, t.posted_value_minor AS postedValueMinor, COALESCE(e.on_hand_milli, 0) AS onHandMilli,
  COALESCE(e.reserved_milli, 0) AS reservedMilli, (SELECT COALESCE(SUM(on_hand_milli), 0) FROM stock_entry
    WHERE product_id = t.product_id AND COALESCE(batch_id, 0) = COALESCE(t.batch_id, 0)) AS totalMilli,
  COALESCE(a.averaged_milli, 1000) AS averagedMilli, COALESCE(a.averaged_minor, p.cost_minor) AS averagedMinor`;

// CROSS JOIN keeps the order: the list first, by its index, then the data of each line.
const JOINED = `CROSS JOIN stocktake s ON s.id = t.stocktake_id
  JOIN product p ON p.id = t.product_id LEFT JOIN batch b ON b.id = t.batch_id
  LEFT JOIN stock_entry e ON e.product_id = t.product_id AND e.location_id = s.location_id
    AND COALESCE(e.batch_id, 0) = COALESCE(t.batch_id, 0)
  LEFT JOIN stock_cost c ON c.product_id = t.product_id AND COALESCE(c.batch_id, 0) = COALESCE(t.batch_id, 0)
  LEFT JOIN stock_cost a ON a.id = CASE WHEN c.averaged_milli > 0 THEN c.id ELSE ${LATEST_AVERAGE} END`;

// Named explicitly, because SQLite has no statistics to prefer the short index of uncounted lines.
const LINES = {
  all: 'stocktake_line t INDEXED BY stocktake_line_order',
  uncounted: 'stocktake_line t INDEXED BY stocktake_line_uncounted',
  counted: 'stocktake_line t INDEXED BY stocktake_line_order',
  different: 'stocktake_line t INDEXED BY stocktake_line_different',
} as const;

const CONDITIONS = {
  all: 'TRUE',
  uncounted: 't.counted_milli IS NULL',
  counted: 't.counted_milli IS NOT NULL',
  different: 't.difference_milli <> 0',
} as const;

// Posted lines have their value; before posting, an average is accurate enough for sorting.
const WORTH = `ABS(COALESCE(t.posted_value_minor, 1.0 * t.difference_milli *
  COALESCE(a.averaged_minor, p.cost_minor) / COALESCE(a.averaged_milli, 1000))) DESC`;

/** The lines of a stocktake: differences by size, others in the order of the count. */
export function stocktakeLineList(reader: Reader): ListQuery<LineFilter, LineRecord> {
  return new ListQuery(reader, {
    select: ({ filter }) => `SELECT ${COLUMNS} FROM ${LINES[filter]} ${JOINED}`,
    from: ({ filter }) => `FROM ${LINES[filter]}`,
    order: ({ filter, byValue }) => {
      if (filter !== 'different') return 't.id';
      return `${byValue ? WORTH : 'ABS(t.difference_milli) DESC'}, t.id`;
    },
    conditions: ({ filter, search }) => [
      't.stocktake_id = @stocktakeId',
      CONDITIONS[filter],
      search !== '' && `t.product_id IN (${PRODUCTS_FOUND})`,
    ],
    values: ({ stocktakeId, search }) => ({ stocktakeId, ...searchValues(search) }),
  });
}

/** The lines of a stocktake. */
export function stocktakeLineQueries(reader: Reader) {
  return {
    /** Lines with a difference, and uncounted lines with stock on hand: the input of a review's totals. */
    different: reader.prepare<[number], LineRecord>(
      `SELECT ${COLUMNS} FROM ${LINES.different} ${JOINED} WHERE t.stocktake_id = ? AND ${CONDITIONS.different}`,
    ),
    uncounted: reader.prepare<[number], LineRecord>(
      `SELECT ${COLUMNS} FROM ${LINES.uncounted} ${JOINED}
       WHERE t.stocktake_id = ? AND ${CONDITIONS.uncounted} AND e.on_hand_milli <> 0`,
    ),
    counters: reader.prepare<[number], { accountId: number; name: string; counts: number; lastAt: number }>(
      `SELECT account_id AS accountId, ${nameOf('a')} AS name, count(*) AS counts,
         MAX(counted_at) AS lastAt
       FROM stocktake_count JOIN account a ON a.id = account_id
       WHERE stocktake_id = ? AND undone_at IS NULL GROUP BY account_id ORDER BY lastAt DESC`,
    ),
    counts: reader.prepare<
      [number],
      {
        id: number;
        at: number;
        accountId: number;
        name: string;
        mode: 'add' | 'set';
        quantityMilli: number;
        undoneAt: number | null;
      }
    >(
      `SELECT c.id, c.counted_at AS at, c.account_id AS accountId,
         ${nameOf('a')} AS name, c.mode, c.quantity_milli AS quantityMilli,
         c.undone_at AS undoneAt
       FROM stocktake_count c JOIN account a ON a.id = c.account_id
       WHERE c.line_id = ? ORDER BY c.id DESC LIMIT 500`,
    ),
  };
}
