import { guardFaults } from '#main/platform/database/guards';
import { nameOf } from '#main/platform/database/person-name';
import type { AnyConnection } from '#main/platform/work/connections';
import { DOCUMENT_PREFIXES } from '#shared/kernel/document-number';

/** A contradiction between two parts of the file. */
interface Disagreement {
  /** What should agree, such as 'stock levels and their movements'. */
  what: string;
  /** The first rows that do not agree. */
  rows: unknown[];
}

/** The number of disagreeing rows that are reported. */
const TOLD = 10;

/** A query for how many documents of a table have a number, and the highest number. */
const numbered = (kind: keyof typeof DOCUMENT_PREFIXES, table: string): string =>
  `SELECT '${kind}', NULL, COUNT(number), MAX(CAST(replace(number, '${DOCUMENT_PREFIXES[kind]}-', '') AS INTEGER))
   FROM ${table}`;

/** The share of an average is rounded to a cent; it is compared as REAL, which is exact to 15 digits. */
const HALF_A_CENT = '0.5 + 1e-14 * ABS(SUM(value))';

/**
 * By product and batch: the quantity on hand; the value of all movements, adjustments and goods sold below zero, which
 * is the value on hand; the cost of goods below zero; and the average as a quantity and its cost.
 */
const COSTED = `(
  SELECT product_id, COALESCE(batch_id, 0) AS batch_id, 0 AS level, below_zero_minor AS value,
    below_zero_minor AS below_zero, averaged_milli AS milli, averaged_minor AS minor FROM stock_cost
  UNION ALL SELECT product_id, COALESCE(batch_id, 0), on_hand_milli, 0, 0, 0, 0 FROM stock_entry
  UNION ALL SELECT product_id, COALESCE(batch_id, 0), 0, value_minor, 0, 0, 0 FROM stock_movement
  UNION ALL SELECT product_id, COALESCE(batch_id, 0), 0, value_minor, 0, 0, 0 FROM cost_adjustment)`;

/** Each check selects rows that should not exist; no rows means that everything agrees. */
const CHECKS: ReadonlyArray<readonly [what: string, sql: string]> = [
  [
    'stock levels and the sum of their movements',
    `SELECT product_id, location_id, batch_id, SUM(level) AS level, SUM(moved) AS moved FROM (
       SELECT product_id, location_id, COALESCE(batch_id, 0) AS batch_id, on_hand_milli AS level, 0 AS moved
       FROM stock_entry
       UNION ALL
       SELECT product_id, location_id, COALESCE(batch_id, 0), 0, quantity_milli FROM stock_movement)
     GROUP BY product_id, location_id, batch_id HAVING SUM(level) <> SUM(moved)`,
  ],
  [
    'each movement and the one before it',
    `SELECT id, before_milli, previous FROM (
       SELECT id, before_milli, LAG(after_milli, 1, 0) OVER (
         PARTITION BY product_id, location_id, COALESCE(batch_id, 0) ORDER BY id) AS previous
       FROM stock_movement)
     WHERE before_milli <> previous`,
  ],
  [
    'the value of stock by movements and adjustments and the average it is a share of, to the cent',
    `SELECT product_id, batch_id, SUM(level) AS level, SUM(value) AS value, SUM(milli) AS milli, SUM(minor) AS minor
     FROM ${COSTED} GROUP BY product_id, batch_id
     HAVING CASE WHEN SUM(level) > 0
       THEN SUM(milli) = 0 OR ABS(SUM(value) - 1.0 * SUM(minor) * SUM(level) / SUM(milli)) > ${HALF_A_CENT}
       ELSE SUM(value) <> 0 END`,
  ],
  [
    'a cost of goods below zero only where stock is below zero',
    `SELECT product_id, batch_id, SUM(level) AS level, SUM(below_zero) AS below_zero
     FROM ${COSTED} GROUP BY product_id, batch_id HAVING SUM(level) >= 0 AND SUM(below_zero) <> 0`,
  ],
  [
    'reserved stock and the orders it is promised to',
    `SELECT e.id, e.reserved_milli, COALESCE(SUM(r.quantity_milli), 0) AS promised
     FROM stock_entry e LEFT JOIN reservation r ON r.stock_entry_id = e.id
     GROUP BY e.id HAVING e.reserved_milli <> COALESCE(SUM(r.quantity_milli), 0)`,
  ],
  [
    'sold lines and the movements they made',
    `SELECT order_id, product_id, SUM(sold) AS sold, SUM(moved) AS moved, SUM(cost) AS cost, SUM(value) AS value FROM (
       SELECT l.order_id, l.product_id, l.quantity_milli AS sold, 0 AS moved, l.cost_minor AS cost, 0 AS value
       FROM sales_order o JOIN sales_order_line l ON l.order_id = o.id WHERE o.fulfilled_at IS NOT NULL
       UNION ALL
       SELECT cause_id, product_id, 0, -quantity_milli, 0, -value_minor
       FROM stock_movement WHERE cause = 'order' AND kind = 'sold')
     GROUP BY order_id, product_id HAVING SUM(sold) <> SUM(moved) OR SUM(cost) <> SUM(value)`,
  ],
  [
    'what was issued, what of it came back, and the movements that made',
    `SELECT issue_id, product_id, batch_id, SUM(written) AS written, SUM(moved) AS moved, SUM(cost) AS cost,
       SUM(value) AS value
     FROM (
       SELECT issue_id, product_id, COALESCE(batch_id, 0) AS batch_id, returned_milli - quantity_milli AS written,
         0 AS moved, -cost_minor AS cost, 0 AS value
       FROM goods_issue_line WHERE cost_minor IS NOT NULL
       UNION ALL
       SELECT l.issue_id, l.product_id, COALESCE(l.batch_id, 0), 0, 0, c.cost_minor, 0
       FROM goods_issue_closing c JOIN goods_issue_line l ON l.id = c.issue_line_id WHERE c.kind = 'returned'
       UNION ALL
       SELECT cause_id, product_id, COALESCE(batch_id, 0), 0, quantity_milli, 0, value_minor
       FROM stock_movement WHERE cause = 'issue')
     GROUP BY issue_id, product_id, batch_id HAVING SUM(written) <> SUM(moved) OR SUM(cost) <> SUM(value)`,
  ],
  [
    'issued lines and what became of them',
    `SELECT l.id, l.returned_milli, l.used_up_milli FROM goods_issue_line l
     LEFT JOIN goods_issue_closing c ON c.issue_line_id = l.id
     GROUP BY l.id
     HAVING l.returned_milli <> COALESCE(SUM(CASE c.kind WHEN 'returned' THEN c.quantity_milli END), 0)
       OR l.used_up_milli <> COALESCE(SUM(CASE c.kind WHEN 'used up' THEN c.quantity_milli END), 0)`,
  ],
  [
    'sent transfers and the movements they made',
    `SELECT transfer_id, location_id, product_id, batch_id, SUM(written) AS written, SUM(moved) AS moved FROM (
       SELECT l.transfer_id, t.to_location_id AS location_id, l.product_id, COALESCE(l.batch_id, 0) AS batch_id,
         l.quantity_milli AS written, 0 AS moved
       FROM transfer t JOIN transfer_line l ON l.transfer_id = t.id WHERE t.state = 'posted'
       UNION ALL
       SELECT l.transfer_id, t.from_location_id, l.product_id, COALESCE(l.batch_id, 0), -l.quantity_milli, 0
       FROM transfer t JOIN transfer_line l ON l.transfer_id = t.id WHERE t.state = 'posted'
       UNION ALL
       SELECT cause_id, location_id, product_id, COALESCE(batch_id, 0), 0, quantity_milli
       FROM stock_movement WHERE cause = 'transfer')
     GROUP BY transfer_id, location_id, product_id, batch_id HAVING SUM(written) <> SUM(moved)`,
  ],
  [
    'the value that transfers carry, out of one place and into the other',
    `SELECT cause_id, product_id, batch_id FROM stock_movement WHERE cause = 'transfer'
     GROUP BY cause_id, product_id, batch_id HAVING SUM(value_minor) <> 0`,
  ],
  [
    'open alerts and what has run low',
    `SELECT product_id, location_id, SUM(low) AS low, SUM(alerts) AS alerts FROM (
       SELECT p.id AS product_id, 0 AS location_id, 1 AS low, 0 AS alerts FROM product p
       WHERE p.status <> 'archived' AND p.threshold_milli >=
         (SELECT SUM(e.on_hand_milli - e.reserved_milli) FROM stock_entry e WHERE e.product_id = p.id)
       UNION ALL
       SELECT t.product_id, t.location_id, 1, 0
       FROM location_threshold t JOIN product p ON p.id = t.product_id JOIN location l ON l.id = t.location_id
       WHERE p.status <> 'archived' AND l.closed_at IS NULL AND t.threshold_milli >=
         (SELECT SUM(e.on_hand_milli - e.reserved_milli) FROM stock_entry e
          WHERE e.product_id = t.product_id AND e.location_id = t.location_id)
       UNION ALL
       SELECT product_id, COALESCE(location_id, 0), 0, 1 FROM alert
       WHERE kind = 'low stock' AND resolved_at IS NULL)
     GROUP BY product_id, location_id HAVING SUM(low) <> SUM(alerts)`,
  ],
  [
    'tills and the open locations they sell from',
    `SELECT t.id, t.location_id FROM till t
     WHERE NOT EXISTS (SELECT 1 FROM location l WHERE l.id = t.location_id AND l.closed_at IS NULL)`,
  ],
  [
    'what orders were paid and their payments',
    `SELECT o.id, o.paid_minor, COALESCE(SUM(p.amount_minor), 0) AS paid
     FROM sales_order o LEFT JOIN payment p ON p.order_id = o.id
     GROUP BY o.id HAVING o.paid_minor <> COALESCE(SUM(p.amount_minor), 0)`,
  ],
  [
    "customers' accounts and the customers they belong to",
    `SELECT a.id, a.party_id, p.name FROM account a LEFT JOIN party p ON p.id = a.party_id
     WHERE a.role = 'customer' AND (p.id IS NULL OR p.is_customer = 0
       OR p.name <> ${nameOf('a')} COLLATE BINARY OR p.email <> COALESCE(a.email, ''))`,
  ],
  [
    'the numbers of documents, without a gap',
    `WITH document (kind, till_id, numbered, highest) AS (
       SELECT 'order', o.till_id, COUNT(*), MAX(CAST(replace(o.number, t.code || '-', '') AS INTEGER))
       FROM sales_order o JOIN till t ON t.id = o.till_id WHERE o.number IS NOT NULL GROUP BY o.till_id
       UNION ALL ${numbered('transfer', 'transfer')}
       UNION ALL ${numbered('issue', 'goods_issue')}
       UNION ALL ${numbered('stocktake', 'stocktake')}),
     skipped (series_id, numbers) AS (
       SELECT series_id, SUM(to_number - from_number + 1) FROM number_gap GROUP BY series_id)
     SELECT COALESCE(s.kind, d.kind) AS kind, COALESCE(s.till_id, d.till_id) AS till_id,
       COALESCE(s.last_number, 0) AS last, COALESCE(d.numbered, 0) AS given, d.highest,
       COALESCE(g.numbers, 0) AS skipped
     FROM number_series s
     FULL JOIN document d ON d.kind = s.kind AND COALESCE(d.till_id, 0) = COALESCE(s.till_id, 0)
     LEFT JOIN skipped g ON g.series_id = s.id
     WHERE last <> given + skipped OR d.highest > last`,
  ],
];

/** How thoroughly the file itself is read: with `quick`, indexes are not compared with their tables. */
type FileCheck = 'full' | 'quick';

/**
 * Checks that a store's file is consistent: stock levels with the ledger, costs with movements, reservations with
 * orders, numbers with documents, and that the guards and the file are sound. It reads everything, so it is too slow to
 * run with each call.
 * @param fileCheck `quick` takes a fraction of the time, but does not compare indexes with their tables
 * @returns what does not agree; empty if everything does
 */
export function checkAgreement(connection: AnyConnection, fileCheck: FileCheck = 'full'): Disagreement[] {
  const found = CHECKS.map(([what, sql]) => ({
    what,
    rows: connection.prepare(`${sql} LIMIT ${TOLD}`).all(),
  }));
  const broken = connection.pragma('foreign_key_check') as unknown[];
  const pragma = fileCheck === 'full' ? 'integrity_check' : 'quick_check';
  const sound = (connection.pragma(`${pragma}(${TOLD})`) as Record<string, string>[]).map((row) => ({
    integrity_check: row[pragma],
  }));
  return [
    ...found,
    { what: 'rows and what they point at', rows: broken.slice(0, TOLD) },
    { what: 'the file and its indexes', rows: sound.filter((row) => row.integrity_check !== 'ok') },
    { what: 'append-only guards', rows: guardFaults(connection) },
  ].filter(({ rows }) => rows.length > 0);
}
