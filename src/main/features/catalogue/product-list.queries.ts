import { categoryAndBelow } from '#main/platform/database/category-below';
import { allOf, COUNTED_TO, type PageOf, totalOf } from '#main/platform/lists/list-query';
import { PRODUCTS_FOUND } from '#main/platform/lists/search-sql';
import type { Reader } from '#main/platform/work/connections';
import type { Product } from '#shared/contract/catalogue';

/** Which products a list shows. */
export interface ProductFilter {
  /** A searched text, as an expression of the search index and as the number of a batch. */
  search?: { match: string; text: string } | undefined;
  /** Includes everything below it. */
  categoryId?: number | undefined;
  /** Any of these; all if it is empty. */
  statuses: readonly Product['status'][];
  createdById?: number | undefined;
  /** UTC epoch milliseconds. */
  createdSince?: number | undefined;
}

const SORTED = {
  name: { column: 'p.name', index: 'product_name' },
  price: { column: 'p.price_minor', index: 'product_price' },
  cost: { column: 'p.cost_minor', index: 'product_cost' },
  createdAt: { column: 'p.created_at', index: 'product_created_at' },
} as const;

/** The columns to sort by, in order; at least one. */
export type ProductSort = readonly { by: keyof typeof SORTED; descending: boolean }[];

/** The ids of a page of a list, and the total, counted no further than {@link COUNTED_TO}. */
export function productListQueries(reader: Reader) {
  return {
    page(filter: ProductFilter, sort: ProductSort, { offset, limit }: PageOf) {
      const values = valuesOf(filter);
      const counted = reader.prepare<[object], number>(countSql(filter)).pluck().get(values) ?? 0;
      const many = counted > COUNTED_TO;
      const ids = reader
        .prepare<[object], number>(many ? walkSql(filter, sort) : gatherSql(filter, sort))
        .pluck()
        .all({ ...values, offset, limit });
      return { ids, ...totalOf(counted) };
    },
  };
}

/** The values of a filter's statements. */
export function valuesOf({ search, statuses, ...filter }: ProductFilter) {
  return { ...filter, ...search, statuses: JSON.stringify(statuses) };
}

/** The ids of the products that match a searched text, each once. */
const MATCHES = `${PRODUCTS_FOUND}
  UNION ALL SELECT DISTINCT product_id FROM batch WHERE number = @text AND product_id NOT IN (${PRODUCTS_FOUND})`;

export function countSql(filter: ProductFilter): string {
  return `SELECT count(*) FROM (SELECT 1 ${matchesOf(filter)} LIMIT ${COUNTED_TO + 1})`;
}

/** For few matches: finds them by the best index, then sorts them. */
export function gatherSql(filter: ProductFilter, sort: ProductSort): string {
  // The unary plus keeps SQLite from scanning the index of the first column instead.
  return `SELECT p.id ${matchesOf(filter)} ORDER BY +${orderOf(sort)} LIMIT @limit OFFSET @offset`;
}

/** For many matches: scans the index of the first sort column, where a page fills quickly. */
export function walkSql(filter: ProductFilter, sort: ProductSort): string {
  return `SELECT p.id FROM product p INDEXED BY ${SORTED[sort[0]?.by ?? 'name'].index}
    WHERE ${conditionsOf(filter)} ORDER BY ${orderOf(sort)} LIMIT @limit OFFSET @offset`;
}

/** With a category, its products are read and matched; otherwise the matches are read. */
function matchesOf(filter: ProductFilter): string {
  if (filter.categoryId !== undefined) {
    return `FROM product p INDEXED BY product_category WHERE ${conditionsOf(filter)}`;
  }
  if (filter.search === undefined) return `FROM product p WHERE ${conditionsOf(filter)}`;
  return `FROM (${MATCHES}) s CROSS JOIN product p ON p.id = s.id
    WHERE ${conditionsOf({ ...filter, search: undefined })}`;
}

/** The conditions of a filter on `product p`. */
export function conditionsOf({
  search,
  categoryId,
  statuses,
  createdById,
  createdSince,
}: ProductFilter): string {
  return allOf([
    categoryId !== undefined && `p.category_id IN (${categoryAndBelow()})`,
    // One status can be the first column of an index.
    statuses.length === 1 && "p.status = json_extract(@statuses, '$[0]')",
    statuses.length > 1 && 'p.status IN (SELECT value FROM json_each(@statuses))',
    createdById !== undefined && 'p.created_by_id = @createdById',
    createdSince !== undefined && 'p.created_at >= @createdSince',
    search !== undefined && `p.id IN (${MATCHES})`,
  ]);
}

/** The sort columns in order, with the id last, so that no two pages show the same product. */
function orderOf(sort: ProductSort): string {
  const columns = sort.map(({ by, descending }) => `${SORTED[by].column}${descending ? ' DESC' : ''}`);
  return `${columns.join(', ')}, p.id${sort.at(-1)?.descending ? ' DESC' : ''}`;
}
