import { folded, matchExpression } from '#shared/kernel/search-text';

/** The ids of the products whose name, SKU, barcodes or description match all typed words. */
export const PRODUCTS_FOUND = 'SELECT rowid AS id FROM product_search WHERE product_search MATCH @match';

/** The values of a typed text that {@link PRODUCTS_FOUND} and the conditions by `mentions` need. */
export function searchValues(typed: string): { match: string; words: string } {
  return { match: matchExpression(typed), words: folded(typed) };
}
