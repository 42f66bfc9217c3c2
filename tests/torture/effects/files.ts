import { type Compared, type Comparison, compareAll } from './comparison';

/** Every product file is in the store as a whole, with its stock and category, or not at all. */
export function compareFiles({ handle, shop }: Compared): Comparison {
  const products = handle.prepare<[string], number>('SELECT COUNT(*) FROM product WHERE sku GLOB ?').pluck();
  const openings = handle
    .prepare<[string], number>(
      `SELECT COUNT(*) FROM product p JOIN stock_movement m ON m.product_id = p.id AND m.cause = 'import'
         AND m.quantity_milli = 7000 WHERE p.sku GLOB ?`,
    )
    .pluck();
  return compareAll(shop.files, (file) => {
    const found = [products, openings].map((count) => count.get(`${file.prefix}-*`) ?? 0);
    const isWhole = found.every((count) => count === file.rows);
    const isNothing = found.every((count) => count === 0);
    if (isWhole || (isNothing && !file.isDone)) return null;
    return {
      what: 'a file that was not imported whole',
      detail: { file, products: found[0], openings: found[1] },
    };
  });
}
