import type { Reader } from '#main/platform/work/connections';
import type { ProductStock } from '#shared/contract/overview';

/** Totals are exact up to this number. */
const COUNTED_TO = 1000;

// IS also finds products without a category through the same index.
const PRODUCTS_ON_HAND = `FROM product p INDEXED BY product_category
  WHERE p.category_id IS @categoryId
    AND EXISTS (SELECT 1 FROM stock_entry e WHERE e.product_id = p.id AND e.on_hand_milli <> 0)`;

const SUM_OF = (what: string, table: string) =>
  `(SELECT COALESCE(SUM(${what}), 0) FROM ${table} WHERE product_id = p.id)`;

/** The products directly in a category that have stock on hand, by name. */
export function categoryProductQueries(reader: Reader) {
  const rows = reader.prepare<
    [{ categoryId: number | null; offset: number; limit: number }],
    ProductStock & { valueMinor: number }
  >(
    `SELECT p.id AS productId, p.name AS productName, p.sku, p.unit,
       ${SUM_OF('on_hand_milli', 'stock_entry')} AS onHandMilli,
       ${SUM_OF('on_hand_milli - reserved_milli', 'stock_entry')} AS availableMilli,
       ${SUM_OF('value_minor', 'stock_cost')} AS valueMinor
     ${PRODUCTS_ON_HAND} ORDER BY p.name, p.id LIMIT @limit OFFSET @offset`,
  );
  const count = reader
    .prepare<[{ categoryId: number | null }], number>(
      `SELECT count(*) FROM (SELECT 1 ${PRODUCTS_ON_HAND} LIMIT ${COUNTED_TO + 1})`,
    )
    .pluck();
  return {
    page(categoryId: number | null, page: { offset: number; limit: number }) {
      const counted = count.get({ categoryId }) ?? 0;
      return {
        rows: rows.all({ categoryId, ...page }),
        total: Math.min(counted, COUNTED_TO),
        totalIsExact: counted <= COUNTED_TO,
      };
    },
  };
}
