import { COUNTED_TO, StatementCache } from '#main/platform/lists/list-query';
import { PRODUCTS_FOUND } from '#main/platform/lists/search-sql';
import type { Reader } from '#main/platform/work/connections';
import { conditionsOf, type ProductFilter, valuesOf } from './product-list.queries';

/** A product that may match a search. */
export interface Candidate {
  id: number;
  name: string;
}

/** The names from one text up to another; the number of products to read. */
interface NameRange {
  from: string;
  before: string;
  limit: number;
}

/** What a product must be besides matching the text. */
export type Filter = Omit<ProductFilter, 'search'> & { search?: undefined };

/**
 * The queries of a search during typing. Each stops once it has more candidates than are counted, so that a letter
 * found in half of all products costs as little as a rare word.
 */
export function productFinderQueries(reader: Reader) {
  const statements = new StatementCache(reader);
  return {
    /** How many products match: at most one more than {@link COUNTED_TO}. */
    count: (filter: Filter, match: string): number =>
      statements.get<{ counted: number }>(matchingCountSql(filter)).get({ ...valuesOf(filter), match })
        ?.counted ?? 0,
    /** The products that match, at most {@link COUNTED_TO}. */
    matching: (filter: Filter, match: string): Candidate[] =>
      statements.get<Candidate>(matchingSql(filter)).all({ ...valuesOf(filter), match }),
    /** Products whose name starts with the typed text, by name. */
    prefixed: (filter: Filter, range: NameRange): Candidate[] =>
      statements.get<Candidate>(prefixedSql(filter)).all({ ...valuesOf(filter), ...range }),
    /** Products that have the text as their SKU, as one of these barcodes or as the number of a batch. */
    exact: (filter: Filter, text: string, codes: readonly string[]): Candidate[] =>
      statements
        .get<Candidate>(exactSql(filter))
        .all({ ...valuesOf(filter), text, codes: JSON.stringify(codes) }),
  };
}

export function matchingCountSql(filter: Filter): string {
  return `SELECT count(*) AS counted FROM (SELECT 1 ${matchesOf(filter)} LIMIT ${COUNTED_TO + 1})`;
}

export function matchingSql(filter: Filter): string {
  return `SELECT p.id, p.name ${matchesOf(filter)} LIMIT ${COUNTED_TO}`;
}

export function prefixedSql(filter: Filter): string {
  const index = filter.statuses.length === 1 ? 'product_status_name' : 'product_name';
  return `SELECT p.id, p.name FROM product p INDEXED BY ${index}
    WHERE p.name >= @from AND p.name < @before AND ${conditionsOf(filter)} ORDER BY p.name, p.id LIMIT @limit`;
}

export function exactSql(filter: Filter): string {
  return `SELECT DISTINCT p.id, p.name
    FROM (SELECT id FROM product WHERE sku = @text
          UNION ALL SELECT product_id FROM batch WHERE number = @text
          UNION ALL SELECT b.product_id FROM json_each(@codes) code
            CROSS JOIN product_barcode b ON b.code = code.value) found
      CROSS JOIN product p ON p.id = found.id
    WHERE ${conditionsOf(filter)}`;
}

/** In a category, reading its products costs less than checking the category of each match. */
function matchesOf(filter: Filter): string {
  return filter.categoryId === undefined
    ? `FROM product_search s CROSS JOIN product p ON p.id = s.rowid
       WHERE s.product_search MATCH @match AND ${conditionsOf(filter)}`
    : `FROM product p INDEXED BY product_category
       WHERE ${conditionsOf(filter)} AND p.id IN (${PRODUCTS_FOUND})`;
}
