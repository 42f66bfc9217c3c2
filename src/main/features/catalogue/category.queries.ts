import { categoryAndBelow } from '#main/platform/database/category-below';
import { nameOfAccount } from '#main/platform/database/person-name';
import type { Connection, Tx } from '#main/platform/work/connections';
import type { Category } from '#shared/contract/catalogue';

/** A category as read, before its position in the tree is known. */
export type CategoryRow = Omit<
  Category,
  'depth' | 'productsBelow' | 'subcategories' | 'createdBy' | 'changedBy'
> & { createdById: number; createdByName: string; changedById: number; changedByName: string };

const categories = ({ products = '1', where = '1' } = {}) =>
  `SELECT c.id, c.parent_id AS parentId, c.code, c.name, c.description, c.status, c.version,
     (SELECT count(*) FROM product WHERE category_id = c.id AND ${products}) AS products,
     c.created_at AS createdAt, c.created_by_id AS createdById, ${nameOfAccount('c.created_by_id')} AS createdByName,
     c.changed_at AS changedAt, c.changed_by_id AS changedById, ${nameOfAccount('c.changed_by_id')} AS changedByName
   FROM category c WHERE c.deleted_at IS NULL AND ${where} ORDER BY c.name, c.id`;

/** Categories that are not deleted, as lists show them. */
export function categoryLists(connection: Connection) {
  return {
    /** All categories, by name. */
    all: connection.prepare<[], CategoryRow>(categories()),
    /** The active categories with their active products, by name. */
    shown: connection.prepare<[], CategoryRow>(
      categories({ products: "status = 'active'", where: "c.status = 'active'" }),
    ),
  };
}

/** The queries and statements for changing a category, besides those for its own row. */
export function categoryQueries(tx: Tx) {
  return {
    add: tx.prepare<
      [{ id: number; parentId: number | null; code: string; name: string; now: number; accountId: number }]
    >(
      `INSERT INTO category (id, parent_id, code, name, created_at, created_by_id, changed_at, changed_by_id)
       VALUES (@id, @parentId, @code, @name, @now, @accountId, @now, @accountId)`,
    ),
    byCode: tx.prepare<[string], { id: number; name: string }>(
      'SELECT id, name FROM category WHERE code = ? AND deleted_at IS NULL',
    ),
    sibling: tx
      .prepare<[number | null, string], number>(
        'SELECT id FROM category WHERE COALESCE(parent_id, 0) = COALESCE(?, 0) AND name = ? AND deleted_at IS NULL',
      )
      .pluck(),
    /** Whether the second category is the first one or below it. */
    holds: tx
      .prepare<[{ categoryId: number; id: number }], 1>(`SELECT 1 WHERE @id IN (${categoryAndBelow()})`)
      .pluck(),
    personName: tx.prepare<[number], string>(`SELECT ${nameOfAccount('?')}`).pluck(),
    inUse: tx.prepare<[{ id: number }], { products: number; subcategories: number }>(
      `SELECT (SELECT count(*) FROM product WHERE category_id = @id) AS products,
         (SELECT count(*) FROM category WHERE parent_id = @id AND deleted_at IS NULL) AS subcategories`,
    ),
  };
}
