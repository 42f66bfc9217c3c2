import type { Handle } from '../../database/database';
import { CATEGORY_AND_BELOW } from './category.queries';

/** A product that may be what somebody looks for. */
export interface Candidate {
  id: number;
  name: string;
}

/** Totals are exact up to here, and so far candidates are compared. */
export const COUNTED_TO = 1000;

interface Place {
  /** Null for all categories. */
  categoryId: number | null;
}

/**
 * What the till's box asks, among active products. No query reads on once it has more candidates than are
 * counted, so that a single letter that half of all products have costs as little as a rare word.
 */
export function productFinderQueries(handle: Handle) {
  const within = `(@categoryId IS NULL OR p.category_id IN (${CATEGORY_AND_BELOW}))`;
  return {
    matching: handle.prepare<[Place & { match: string }], Candidate>(
      `SELECT p.id, p.name FROM product_search s CROSS JOIN product p ON p.id = s.rowid
       WHERE s.product_search MATCH @match AND p.status = 'active' AND ${within} LIMIT ${COUNTED_TO + 1}`,
    ),
    /** Those whose name begins with what was typed, by name. */
    beginning: handle.prepare<[Place & { from: string; before: string }], Candidate>(
      `SELECT p.id, p.name FROM product p INDEXED BY product_status_name
       WHERE p.status = 'active' AND p.name >= @from AND p.name < @before AND ${within}
       ORDER BY p.name, p.id LIMIT ${COUNTED_TO}`,
    ),
    /** Those that have it as their SKU or as one of these barcodes. */
    exact: handle.prepare<[Place & { sku: string; codes: string }], Candidate>(
      `SELECT p.id, p.name FROM product p
       WHERE p.id IN (SELECT id FROM product WHERE sku = @sku
           UNION ALL SELECT product_id FROM product_barcode WHERE code IN (SELECT value FROM json_each(@codes)))
         AND p.status = 'active' AND ${within}`,
    ),
  };
}
