import { valuedEntryQuery, valuesOfEntries } from '#main/features/stock/index';
import type { Reader } from '#main/platform/work/connections';
import type { ProductStock } from '#shared/contract/overview';

/** Totals are exact up to this number. */
const COUNTED_TO = 1000;

// IS also finds products without a category through the same index.
const PRODUCTS_ON_HAND = `FROM product p INDEXED BY product_category
  WHERE p.category_id IS @categoryId
    AND EXISTS (SELECT 1 FROM stock_entry e WHERE e.product_id = p.id AND e.on_hand_milli <> 0)`;

const SUM_OF = (what: string) =>
  `(SELECT COALESCE(SUM(${what}), 0) FROM stock_entry WHERE product_id = p.id)`;

/** The products directly in a category that have stock on hand, by name. */
export function categoryProductQueries(reader: Reader) {
  const rows = reader.prepare<
    [{ categoryId: number | null; offset: number; limit: number }],
    Omit<ProductStock, 'valueMinor'>
  >(
    `SELECT p.id AS productId, p.name AS productName, p.sku, p.unit,
       ${SUM_OF('on_hand_milli')} AS onHandMilli, ${SUM_OF('on_hand_milli - reserved_milli')} AS availableMilli
     ${PRODUCTS_ON_HAND} ORDER BY p.name, p.id LIMIT @limit OFFSET @offset`,
  );
  const entries = valuedEntryQuery(reader);
  /** With the value of each product, over its batches. */
  const valued = (products: readonly Omit<ProductStock, 'valueMinor'>[]) => {
    const ofProducts = entries.all(JSON.stringify(products.map(({ productId }) => productId)));
    const values = valuesOfEntries(ofProducts);
    const valueById = new Map<number, number>();
    for (const [index, { productId }] of ofProducts.entries()) {
      valueById.set(productId, (valueById.get(productId) ?? 0) + (values[index] ?? 0));
    }
    return products.map((product) => ({ ...product, valueMinor: valueById.get(product.productId) ?? 0 }));
  };
  const count = reader
    .prepare<[{ categoryId: number | null }], number>(
      `SELECT count(*) FROM (SELECT 1 ${PRODUCTS_ON_HAND} LIMIT ${COUNTED_TO + 1})`,
    )
    .pluck();
  return {
    page(categoryId: number | null, page: { offset: number; limit: number }) {
      const counted = count.get({ categoryId }) ?? 0;
      return {
        rows: valued(rows.all({ categoryId, ...page })),
        total: Math.min(counted, COUNTED_TO),
        totalIsExact: counted <= COUNTED_TO,
      };
    },
  };
}
