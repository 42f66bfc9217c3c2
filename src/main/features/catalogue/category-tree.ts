import type { Category } from '#shared/contract/catalogue';
import type { CategoryRow } from './category.queries';

/**
 * The categories as a tree in one list: parents before children, siblings in their given order, each with its depth (0
 * for a root) and the numbers of products and subcategories.
 */
export function treeOf(rows: readonly CategoryRow[]): Category[] {
  const childrenOf = Map.groupBy(rows, ({ parentId }) => parentId);
  const tree: Category[] = [];

  /** Adds a category with all below it; returns the number of products in all of them. */
  const add = (row: CategoryRow, depth: number): number => {
    const children = childrenOf.get(row.id) ?? [];
    const category = { ...asCategory(row), depth, subcategories: children.length };
    tree.push(category);
    for (const child of children) category.productsBelow += add(child, depth + 1);
    return category.productsBelow;
  };

  for (const root of childrenOf.get(null) ?? []) add(root, 0);
  return tree;
}

function asCategory({
  createdById,
  createdByName,
  changedById,
  changedByName,
  ...row
}: CategoryRow): Category {
  return {
    ...row,
    depth: 0,
    subcategories: 0,
    productsBelow: row.products,
    createdBy: { id: createdById, name: createdByName },
    changedBy: { id: changedById, name: changedByName },
  };
}
