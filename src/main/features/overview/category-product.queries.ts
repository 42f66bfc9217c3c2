import { valuedEntryQuery, valuesOfEntries } from '#main/features/stock/index';
import { ListQuery, type PageOf } from '#main/platform/lists/list-query';
import type { Reader } from '#main/platform/work/connections';
import type { ProductStock } from '#shared/contract/overview';

const PRODUCTS = 'FROM product p INDEXED BY product_category';
const HAS_STOCK = 'EXISTS (SELECT 1 FROM stock_entry e WHERE e.product_id = p.id AND e.on_hand_milli <> 0)';

const SUM_OF = (what: string) =>
  `(SELECT COALESCE(SUM(${what}), 0) FROM stock_entry WHERE product_id = p.id)`;

/** The products directly in a category that have stock on hand, by name. */
export function categoryProductQueries(reader: Reader) {
  const list = new ListQuery<{ categoryId: number | null }, Omit<ProductStock, 'valueMinor'>>(reader, {
    select: `SELECT p.id AS productId, p.name AS productName, p.sku, p.unit,
        ${SUM_OF('on_hand_milli')} AS onHandMilli, ${SUM_OF('on_hand_milli - reserved_milli')} AS availableMilli
      ${PRODUCTS}`,
    from: PRODUCTS,
    order: 'p.name, p.id',
    // IS also finds products without a category through the same index.
    conditions: () => ['p.category_id IS @categoryId', HAS_STOCK],
    values: (filter) => filter,
  });
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
  return {
    page(categoryId: number | null, page: PageOf) {
      const { rows, ...total } = list.page({ categoryId }, page);
      return { rows: valued(rows), ...total };
    },
  };
}
