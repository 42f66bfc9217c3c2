import { categoryAndBelow } from '#main/platform/database/category-below';
import type { Reader } from '#main/platform/work/connections';

/** A product that may match a search. */
export interface Candidate {
  id: number;
  name: string;
}

/** Totals are exact up to this number, and at most this many candidates are compared. */
export const COUNTED_TO = 1000;

type In = { categoryId: number | null };

/**
 * The queries of the till's search box, among active products. Each stops once it has more candidates than are
 * counted, so that a letter found in half of all products costs as little as a rare word.
 */
export function productFinderQueries(reader: Reader) {
  const within = `(@categoryId IS NULL OR p.category_id IN (${categoryAndBelow()}))`;
  return {
    matching: reader.prepare<[{ match: string }], Candidate>(
      `SELECT p.id, p.name FROM product_search s CROSS JOIN product p ON p.id = s.rowid
       WHERE s.product_search MATCH @match AND p.status = 'active' LIMIT ${COUNTED_TO + 1}`,
    ),
    /** In a category, reading its products costs less than checking the category of each match. */
    matchingWithin: reader.prepare<[{ match: string; categoryId: number }], Candidate>(
      `SELECT p.id, p.name FROM product p INDEXED BY product_category
       WHERE p.category_id IN (${categoryAndBelow()}) AND p.status = 'active'
         AND p.id IN (SELECT rowid FROM product_search WHERE product_search MATCH @match)
       LIMIT ${COUNTED_TO + 1}`,
    ),
    /** Products whose name starts with the typed text, by name. */
    prefixed: reader.prepare<[In & { from: string; before: string }], Candidate>(
      `SELECT p.id, p.name FROM product p INDEXED BY product_status_name
       WHERE p.status = 'active' AND p.name >= @from AND p.name < @before AND ${within}
       ORDER BY p.name, p.id LIMIT ${COUNTED_TO}`,
    ),
    /** Products that have the text as their SKU, as one of these barcodes or as the number of a batch. */
    exact: reader.prepare<[In & { text: string; codes: string }], Candidate>(
      `SELECT p.id, p.name
       FROM (SELECT id FROM product WHERE sku = @text
             UNION ALL SELECT product_id FROM batch WHERE number = @text
             UNION ALL SELECT b.product_id FROM json_each(@codes) code
               CROSS JOIN product_barcode b ON b.code = code.value) found
         CROSS JOIN product p ON p.id = found.id
       WHERE p.status = 'active' AND ${within}`,
    ),
  };
}
