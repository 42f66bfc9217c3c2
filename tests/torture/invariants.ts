import { checkAgreement } from '#main/health/agreement';
import type { Handle } from '#main/platform/database/database';

/** Rows that contradict a rule of the shop. */
export interface Contradiction {
  what: string;
  rows: unknown[];
}

const TOLD = 5;

const numbersWithoutGap = (what: string, numbers: string): readonly [string, string] => [
  what,
  `WITH given (series, number) AS (${numbers})
   SELECT series, MIN(number) AS first, MAX(number) AS last, COUNT(*) AS given, COUNT(DISTINCT number) AS different
   FROM given GROUP BY series HAVING MIN(number) <> 1 OR MAX(number) <> COUNT(*) OR COUNT(*) <> COUNT(DISTINCT number)`,
];

const sold = "SELECT 1 FROM stock_movement m WHERE m.cause = 'order' AND m.cause_id = o.id";

/** Invariants beyond the product's own agreement check. Each query finds rows that must not exist. */
export const CHECKS: ReadonlyArray<readonly [what: string, sql: string]> = [
  numbersWithoutGap(
    'the numbers of orders, each till from 1 without a gap',
    `SELECT till_id, CAST(substr(number, instr(number, '-') + 1) AS INTEGER) FROM sales_order WHERE number IS NOT NULL`,
  ),
  numbersWithoutGap(
    'the numbers of transfers, from 1 without a gap',
    `SELECT 1, CAST(substr(number, 4) AS INTEGER) FROM transfer WHERE number IS NOT NULL`,
  ),
  numbersWithoutGap(
    'the numbers of issues, from 1 without a gap',
    `SELECT 1, CAST(substr(number, 4) AS INTEGER) FROM goods_issue WHERE number IS NOT NULL`,
  ),
  numbersWithoutGap(
    'the numbers of stocktakes, from 1 without a gap',
    `SELECT 1, CAST(substr(number, 4) AS INTEGER) FROM stocktake WHERE number IS NOT NULL`,
  ),
  [
    'the last number of a till and the orders it numbered',
    `SELECT o.till_id, s.last_number, MAX(CAST(substr(o.number, instr(o.number, '-') + 1) AS INTEGER)) AS highest
     FROM sales_order o LEFT JOIN number_series s ON s.kind = 'order' AND s.till_id = o.till_id
     WHERE o.number IS NOT NULL GROUP BY o.till_id HAVING s.last_number IS NOT highest`,
  ],
  [
    'numbered orders with at least one line',
    `SELECT o.id, o.life FROM sales_order o WHERE o.number IS NOT NULL
       AND NOT EXISTS (SELECT 1 FROM sales_order_line l WHERE l.order_id = o.id)`,
  ],
  [
    'tickets that moved nothing, promised nothing and took no money',
    `SELECT o.id, o.life FROM sales_order o WHERE o.life IN ('open', 'voided') AND (EXISTS (${sold})
       OR EXISTS (SELECT 1 FROM payment p WHERE p.order_id = o.id)
       OR EXISTS (SELECT 1 FROM log_entry j WHERE j.entity = 'order' AND j.entity_id = o.id AND j.document IS NOT NULL)
       OR EXISTS (SELECT 1 FROM order_event e WHERE e.order_id = o.id))`,
  ],
  [
    'orders not handed over that moved no stock',
    `SELECT o.id, o.life FROM sales_order o WHERE o.life IN ('placed', 'cancelled') AND EXISTS (${sold})`,
  ],
  [
    'stock promised to the lines of open orders, whole',
    `SELECT l.id, o.life, l.quantity_milli, COALESCE(SUM(r.quantity_milli), 0) AS promised
     FROM sales_order o JOIN sales_order_line l ON l.order_id = o.id LEFT JOIN reservation r ON r.order_line_id = l.id
     GROUP BY l.id
     HAVING promised <> CASE WHEN o.life = 'placed' THEN l.quantity_milli ELSE 0 END`,
  ],
  [
    'the document of each completed sale and each cancelled order in the log, once',
    `SELECT o.id, o.life, COUNT(j.id) AS entries, MIN(json_extract(j.document, '$.kind')) AS kind
     FROM sales_order o LEFT JOIN log_entry j ON j.entity = 'order' AND j.entity_id = o.id AND j.document IS NOT NULL
     WHERE o.life IN ('fulfilled', 'cancelled')
     GROUP BY o.id
     HAVING entries <> 1 OR kind <> CASE o.life WHEN 'fulfilled' THEN 'sale' ELSE 'cancellation' END`,
  ],
  [
    'documents of orders that were neither completed nor cancelled',
    `SELECT j.id, o.life FROM log_entry j JOIN sales_order o ON o.id = j.entity_id
     WHERE j.entity = 'order' AND j.document IS NOT NULL AND o.life NOT IN ('fulfilled', 'cancelled')`,
  ],
  [
    "the log's document and the order",
    `SELECT o.id FROM log_entry j JOIN sales_order o ON o.id = j.entity_id
     WHERE j.entity = 'order' AND j.document IS NOT NULL AND (json_extract(j.document, '$.order.number') IS NOT o.number
       OR json_extract(j.document, '$.order.state') IS NOT o.life
       OR json_extract(j.document, '$.order.soldDay') IS NOT o.sold_day
       OR json_extract(j.document, '$.totals.totalMinor') IS NOT o.total_minor
       OR json_extract(j.document, '$.totals.taxMinor') IS NOT o.tax_minor
       OR json_extract(j.document, '$.totals.paidMinor') IS NOT o.paid_minor
       OR json_array_length(j.document, '$.lines') <>
         (SELECT COUNT(*) FROM sales_order_line l WHERE l.order_id = o.id)
       OR (SELECT SUM(json_extract(p.value, '$.amountMinor')) FROM json_each(j.document, '$.payments') p) IS NOT
         (SELECT SUM(amount_minor) FROM payment p WHERE p.order_id = o.id))`,
  ],
  [
    "the lines in the log's document and the order's",
    `SELECT j.entity_id, d.value ->> 'position' AS position
     FROM log_entry j, json_each(j.document, '$.lines') d
     WHERE j.entity = 'order' AND NOT EXISTS (SELECT 1 FROM sales_order_line l WHERE l.order_id = j.entity_id
       AND l.position = d.value ->> 'position' AND l.product_id = d.value ->> 'productId'
       AND l.quantity_milli = d.value ->> 'quantityMilli' AND l.net_minor = d.value ->> 'netMinor'
       AND l.tax_minor = d.value ->> 'taxMinor' AND l.cost_minor = d.value ->> 'costMinor')`,
  ],
  [
    'completed sales paid in full, to the cent',
    `SELECT id, total_minor, cash_rounding_minor, paid_minor FROM sales_order
     WHERE life IN ('placed', 'fulfilled') AND paid_at IS NOT NULL AND paid_minor <> total_minor + cash_rounding_minor`,
  ],
  [
    'cancelled and unpaid orders that keep no money',
    `SELECT o.id, o.life, SUM(p.amount_minor) AS kept FROM sales_order o JOIN payment p ON p.order_id = o.id
     WHERE o.life = 'cancelled' OR (o.life = 'placed' AND o.paid_at IS NULL) GROUP BY o.id HAVING kept <> 0`,
  ],
  [
    'money taken, given and returned as change',
    `SELECT id, amount_minor, given_minor, change_minor FROM payment
     WHERE amount_minor > 0 AND amount_minor <> given_minor - change_minor`,
  ],
  [
    'the total of an order and its lines',
    `SELECT o.id, o.total_minor, SUM(l.net_minor) AS lines FROM sales_order o
     JOIN sales_order_line l ON l.order_id = o.id WHERE o.number IS NOT NULL AND o.shipping_minor = 0
     GROUP BY o.id
     HAVING o.total_minor <> SUM(l.net_minor) + CASE o.prices_include_tax WHEN 1 THEN 0 ELSE o.tax_minor END`,
  ],
  [
    'what a line comes to and its discounts',
    `SELECT l.id, l.gross_minor, l.net_minor, COALESCE(SUM(a.amount_minor), 0) AS discounts FROM sales_order o
     JOIN sales_order_line l ON l.order_id = o.id LEFT JOIN order_adjustment a ON a.line_id = l.id
     WHERE o.number IS NOT NULL GROUP BY l.id HAVING l.net_minor <> l.gross_minor - discounts`,
  ],
  [
    'the discount of a ticket and its shares',
    `SELECT t.order_id, t.amount_minor, COALESCE(SUM(s.amount_minor), 0) AS shares FROM order_adjustment t
     JOIN sales_order o ON o.id = t.order_id
     LEFT JOIN order_adjustment s ON s.order_id = t.order_id AND s.kind = 'ticket share'
     WHERE t.kind = 'ticket' AND o.number IS NOT NULL GROUP BY t.id HAVING t.amount_minor <> shares`,
  ],
  [
    'the steps of an order and its events',
    `SELECT o.id, o.life, group_concat(e.kind) AS events FROM sales_order o LEFT JOIN order_event e ON e.order_id = o.id
     WHERE o.number IS NOT NULL GROUP BY o.id
     HAVING COUNT(CASE e.kind WHEN 'placed' THEN 1 END) <> 1
       OR COUNT(CASE e.kind WHEN 'paid' THEN 1 END) <> (o.paid_at IS NOT NULL)
       OR COUNT(CASE e.kind WHEN 'fulfilled' THEN 1 END) <> (o.life = 'fulfilled')
       OR COUNT(CASE e.kind WHEN 'cancelled' THEN 1 END) <> (o.life = 'cancelled')`,
  ],
  [
    'documents that are not final and moved no stock',
    `SELECT m.cause, m.cause_id FROM stock_movement m
     LEFT JOIN transfer t ON m.cause = 'transfer' AND t.id = m.cause_id AND t.state = 'posted'
     LEFT JOIN goods_issue i ON m.cause = 'issue' AND i.id = m.cause_id AND i.state = 'posted'
     LEFT JOIN stocktake s ON m.cause = 'stocktake' AND s.id = m.cause_id AND s.state = 'posted'
     WHERE m.cause IN ('transfer', 'issue', 'stocktake') AND COALESCE(t.id, i.id, s.id) IS NULL`,
  ],
  [
    'final documents with at least one line',
    `SELECT 'transfer' AS kind, id FROM transfer t WHERE state = 'posted'
       AND NOT EXISTS (SELECT 1 FROM transfer_line l WHERE l.transfer_id = t.id)
     UNION ALL
     SELECT 'issue', id FROM goods_issue i WHERE state = 'posted'
       AND NOT EXISTS (SELECT 1 FROM goods_issue_line l WHERE l.issue_id = i.id AND l.cost_minor IS NOT NULL)`,
  ],
  [
    'posted stocktakes and the movements they made',
    `SELECT stocktake_id, product_id, batch_id, SUM(written) AS written, SUM(moved) AS moved FROM (
       SELECT l.stocktake_id, l.product_id, COALESCE(l.batch_id, 0) AS batch_id,
         COALESCE(l.difference_milli, 0) AS written, 0 AS moved
       FROM stocktake s JOIN stocktake_line l ON l.stocktake_id = s.id WHERE s.state = 'posted'
       UNION ALL
       SELECT cause_id, product_id, COALESCE(batch_id, 0), 0, quantity_milli
       FROM stock_movement WHERE cause = 'stocktake')
     GROUP BY stocktake_id, product_id, batch_id HAVING SUM(written) <> SUM(moved)`,
  ],
  [
    'the figures of a stocktake and its lines',
    `SELECT s.id, s.line_count, s.counted_count, COUNT(l.id) AS lines, COUNT(l.counted_milli) AS counted
     FROM stocktake s LEFT JOIN stocktake_line l ON l.stocktake_id = s.id
     GROUP BY s.id HAVING s.line_count <> lines OR s.counted_count <> counted`,
  ],
  [
    'what was counted and the counts of it',
    `WITH standing AS (SELECT * FROM stocktake_count WHERE undone_at IS NULL),
     last_set AS (SELECT line_id, MAX(id) AS id FROM standing WHERE mode = 'set' GROUP BY line_id)
     SELECT l.id, l.counted_milli, SUM(c.quantity_milli) AS counted
     FROM stocktake_line l LEFT JOIN last_set s ON s.line_id = l.id
     LEFT JOIN standing c ON c.line_id = l.id AND c.id >= COALESCE(s.id, 0)
     GROUP BY l.id HAVING l.counted_milli IS NOT counted`,
  ],
  [
    'stock below zero that is marked so',
    'SELECT id, after_milli, below_zero FROM stock_movement WHERE (after_milli < 0) <> (below_zero = 1)',
  ],
  [
    'adjustments of cost and the movements that filled up stock below zero',
    `SELECT a.id, m.kind, m.quantity_milli FROM cost_adjustment a JOIN stock_movement m ON m.id = a.movement_id
     WHERE m.quantity_milli <= 0 OR m.product_id <> a.product_id OR m.batch_id IS NOT a.batch_id
       OR m.moved_at <> a.adjusted_at`,
  ],
  [
    'imports and the products they made',
    `SELECT i.id, i.created FROM product_import i WHERE i.state = 'done' AND i.created <> (SELECT COUNT(*)
       FROM stock_movement m WHERE m.cause = 'import' AND m.cause_id = i.id)`,
  ],
  [
    'imports that were not finished and took in nothing',
    `SELECT i.id, i.state FROM product_import i JOIN stock_movement m ON m.cause = 'import' AND m.cause_id = i.id
     WHERE i.state <> 'done'`,
  ],
  [
    'rows staged while no import runs',
    `SELECT 'product' AS what, COUNT(*) AS rows FROM staged_product
     WHERE NOT EXISTS (SELECT 1 FROM product_import WHERE state = 'running') HAVING COUNT(*) > 0`,
  ],
  [
    'products and their entries in the search index',
    `SELECT (SELECT COUNT(*) FROM product) AS products, (SELECT COUNT(*) FROM product_search) AS found
     WHERE products <> found`,
  ],
  [
    'live sessions of accounts that may not sign in',
    `SELECT s.id FROM session s JOIN account a ON a.id = s.account_id
     WHERE s.ended_at IS NULL AND (a.active = 0 OR a.deleted_at IS NOT NULL)`,
  ],
  [
    'completed sales and orders in the audit trail, once each',
    `SELECT o.id, o.life, COUNT(a.id) AS entries FROM sales_order o LEFT JOIN log_entry a ON a.entity = 'order'
       AND a.entity_id = o.id AND a.action IN ('sales.completeTicket', 'sales.placeOrder')
     WHERE o.number IS NOT NULL GROUP BY o.id HAVING entries <> 1`,
  ],
];

/** All contradictions in a store's file, from the product's own checks and those above. */
export function findContradictions(handle: Handle, fileCheck: 'full' | 'quick'): Contradiction[] {
  const found = CHECKS.map(([what, sql]) => ({ what, rows: handle.prepare(`${sql} LIMIT ${TOLD}`).all() }));
  return [...checkAgreement(handle, fileCheck), ...found.filter(({ rows }) => rows.length > 0)];
}

/** The number of checks of the file: those above, the product's own, and that of the log. */
export const CHECK_COUNT = CHECKS.length + 20;
