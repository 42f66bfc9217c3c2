import type { AnyConnection, Tx } from '#main/platform/work/connections';
import type { OrderLineRow, OrderRecord, PaymentRow } from './order.queries';
import { exclTaxMinor } from './order-amounts';

type SummaryKind = 'day' | 'product' | 'category' | 'channel' | 'cashier';

/** What was sold on a day of the store: altogether (key 0), or of one product, category (0: none) and so on. */
interface SalesSummaryRow {
  kind: SummaryKind;
  keyId: number;
  day: string;
  salesCount: number;
  quantityMilli: number;
  /** Without tax. */
  exclTaxMinor: number;
  taxMinor: number;
  costMinor: number;
}

/** What was paid and given back on a day with one kind of tender. */
interface TenderSummaryRow {
  day: string;
  kind: PaymentRow['kind'];
  paymentCount: number;
  amountMinor: number;
}

interface Summaries {
  sales: SalesSummaryRow[];
  tenders: TenderSummaryRow[];
}

type Amounts = Pick<SalesSummaryRow, 'quantityMilli' | 'exclTaxMinor' | 'taxMinor' | 'costMinor'>;

/**
 * The summaries that reports read, kept in the unit of work of each sale and payment. Days, channels and
 * cashiers count whole orders, shipping included; products and categories count their lines.
 */
export class SalesSummaryService {
  readonly #add;
  readonly #addTender;

  constructor(tx: Tx) {
    this.#add = tx.prepare<[string, SummaryKind, number, number, number, number, number]>(
      `INSERT INTO sales_summary (day, kind, key_id, sales_count, quantity_milli, excl_tax_minor, tax_minor, cost_minor)
       VALUES (?, ?, ?, 1, ?, ?, ?, ?)
       ON CONFLICT (kind, day, key_id) DO UPDATE SET sales_count = sales_count + 1,
         quantity_milli = quantity_milli + excluded.quantity_milli, excl_tax_minor = excl_tax_minor + excluded.excl_tax_minor,
         tax_minor = tax_minor + excluded.tax_minor, cost_minor = cost_minor + excluded.cost_minor`,
    );
    this.#addTender = tx.prepare<[string, string, number]>(
      `INSERT INTO tender_summary (day, kind, payment_count, amount_minor) VALUES (?, ?, 1, ?)
       ON CONFLICT (day, kind) DO UPDATE SET payment_count = payment_count + 1,
         amount_minor = amount_minor + excluded.amount_minor`,
    );
  }

  /** Counts a sale, once, when its goods are handed over. */
  addSale(order: OrderRecord, day: string): void {
    const { quantityMilli = 0, costMinor = 0 } = sumsBy(order, () => 0).get(0) ?? {};
    const { taxMinor } = order;
    const whole = { quantityMilli, exclTaxMinor: order.totalMinor - taxMinor, taxMinor, costMinor };
    this.#addTo('day', 0, day, whole);
    this.#addTo('channel', order.channelId, day, whole);
    this.#addTo('cashier', order.accountId, day, whole);
    for (const [id, amounts] of sumsBy(order, (line) => line.productId)) {
      this.#addTo('product', id, day, amounts);
    }
    for (const [id, amounts] of sumsBy(order, (line) => line.categoryId ?? 0)) {
      this.#addTo('category', id, day, amounts);
    }
  }

  /** Counts a payment, or money given back (below 0). */
  addPayment({ kind, amountMinor }: PaymentRow, day: string): void {
    this.#addTender.run(day, kind, amountMinor);
  }

  #addTo(kind: SummaryKind, keyId: number, day: string, amounts: Amounts): void {
    const { quantityMilli, exclTaxMinor, taxMinor, costMinor } = amounts;
    this.#add.run(day, kind, keyId, quantityMilli, exclTaxMinor, taxMinor, costMinor);
  }
}

/** The summaries as they are kept, ordered as {@link summariesFromSales} orders them. */
export function keptSummaries(connection: AnyConnection): Summaries {
  return {
    sales: connection
      .prepare<[], SalesSummaryRow>(
        `SELECT kind, key_id AS keyId, day, sales_count AS salesCount, quantity_milli AS quantityMilli,
           excl_tax_minor AS exclTaxMinor, tax_minor AS taxMinor, cost_minor AS costMinor
         FROM sales_summary ORDER BY kind, keyId, day`,
      )
      .all(),
    tenders: connection
      .prepare<[], TenderSummaryRow>(
        `SELECT day, kind, payment_count AS paymentCount, amount_minor AS amountMinor
         FROM tender_summary ORDER BY day, kind`,
      )
      .all(),
  };
}

const SUMS = `SUM(quantity_milli) AS quantityMilli, SUM(excl_tax_minor) AS exclTaxMinor, SUM(tax_minor) AS taxMinor,
  SUM(cost_minor) AS costMinor`;

/** The summaries anew from the sales and payments themselves: those that are kept must equal them. */
export function summariesFromSales(connection: AnyConnection): Summaries {
  const byOrder = (kind: SummaryKind, key: string) =>
    `SELECT '${kind}' AS kind, ${key} AS keyId, day, COUNT(*) AS salesCount, ${SUMS} FROM sold GROUP BY keyId, day`;
  const byLine = (kind: SummaryKind, key: string) =>
    `SELECT '${kind}' AS kind, ${key} AS keyId, day, COUNT(DISTINCT order_id) AS salesCount, ${SUMS}
     FROM sold_line GROUP BY keyId, day`;
  return {
    sales: connection
      .prepare<[], SalesSummaryRow>(
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
      .prepare<[], TenderSummaryRow>(
        `SELECT p.day, t.kind, COUNT(*) AS paymentCount, SUM(p.amount_minor) AS amountMinor
         FROM payment p JOIN tender t ON t.id = p.tender_id GROUP BY p.day, t.kind ORDER BY p.day, t.kind`,
      )
      .all(),
  };
}

function sumsBy(order: OrderRecord, keyOf: (line: OrderLineRow) => number): Map<number, Amounts> {
  const sums = new Map<number, Amounts>();
  for (const line of order.lines) {
    const sum = sums.get(keyOf(line)) ?? { quantityMilli: 0, exclTaxMinor: 0, taxMinor: 0, costMinor: 0 };
    sum.quantityMilli += line.quantityMilli;
    sum.exclTaxMinor += exclTaxMinor(order, line);
    sum.taxMinor += line.taxMinor;
    sum.costMinor += line.costMinor;
    sums.set(keyOf(line), sum);
  }
  return sums;
}
