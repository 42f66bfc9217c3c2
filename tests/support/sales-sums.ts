import type { AnyConnection } from '#main/platform/work/connections';

type SumKind = 'day' | 'product' | 'category' | 'channel' | 'cashier';

/** What was sold on a day of the store: in total (key 0), or of one product, category (0: none) and so on. */
interface SoldRow {
  kind: SumKind;
  keyId: number;
  day: string;
  salesCount: number;
  quantityMilli: number;
  /** Without tax. */
  exclTaxMinor: number;
  taxMinor: number;
  costMinor: number;
}

/** What was paid and refunded on a day with one kind of tender. */
interface PaidRow {
  day: string;
  kind: 'cash' | 'card';
  paymentCount: number;
  amountMinor: number;
}

interface SalesSums {
  sales: SoldRow[];
  tenders: PaidRow[];
}

const SUMS = `SUM(quantity_milli) AS quantityMilli, SUM(excl_tax_minor) AS exclTaxMinor, SUM(tax_minor) AS taxMinor,
  SUM(cost_minor) AS costMinor`;

/** What was sold and paid by day, which reports must match. */
export function salesSums(connection: AnyConnection): SalesSums {
  const byOrder = (kind: SumKind, key: string) =>
    `SELECT '${kind}' AS kind, ${key} AS keyId, day, COUNT(*) AS salesCount, ${SUMS} FROM sold GROUP BY keyId, day`;
  const byLine = (kind: SumKind, key: string) =>
    `SELECT '${kind}' AS kind, ${key} AS keyId, day, COUNT(DISTINCT order_id) AS salesCount, ${SUMS}
     FROM sold_line GROUP BY keyId, day`;
  return {
    sales: connection
      .prepare<[], SoldRow>(
        `WITH sold_line AS MATERIALIZED (
           SELECT l.order_id, o.sold_day AS day, l.product_id, COALESCE(l.category_id, 0) AS category_id,
             l.quantity_milli, l.net_minor - o.prices_include_tax * l.tax_minor AS excl_tax_minor, l.tax_minor, l.cost_minor
           FROM sales_order o JOIN sales_order_line l ON l.order_id = o.id WHERE o.fulfilled_at IS NOT NULL),
         goods AS (SELECT order_id, SUM(quantity_milli) AS quantity_milli, SUM(cost_minor) AS cost_minor
           FROM sold_line GROUP BY order_id),
         sold AS MATERIALIZED (
           SELECT o.sold_day AS day, o.channel_id, o.account_id, g.quantity_milli,
             o.total_minor - o.tax_minor AS excl_tax_minor, o.tax_minor, g.cost_minor
           FROM goods g JOIN sales_order o ON o.id = g.order_id)
         SELECT * FROM (
           ${byOrder('day', '0')} UNION ALL ${byOrder('channel', 'channel_id')}
           UNION ALL ${byOrder('cashier', 'account_id')} UNION ALL ${byLine('product', 'product_id')}
           UNION ALL ${byLine('category', 'category_id')})
         ORDER BY kind, keyId, day`,
      )
      .all(),
    tenders: connection
      .prepare<[], PaidRow>(
        `SELECT p.day, t.kind, COUNT(*) AS paymentCount, SUM(p.amount_minor) AS amountMinor
         FROM payment p JOIN tender t ON t.id = p.tender_id GROUP BY p.day, t.kind ORDER BY p.day, t.kind`,
      )
      .all(),
  };
}
