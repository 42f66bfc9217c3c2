import type { Category } from '#shared/contract/catalogue';

/**
 * The categories to offer: the path from the top to the chosen category, without siblings, followed by its
 * children; with none chosen, the top level. Only active categories with products for sale in or below them.
 * @param categories the tree as the store lists it, parents before children
 */
export function chipsFor(categories: readonly Category[], chosenId: number | null): Category[] {
  const offered = categories.filter((one) => one.status === 'active' && one.productsBelow > 0);
  const path = pathTo(offered, chosenId);
  const inside = offered.filter((one) => one.parentId === (path.at(-1)?.id ?? null));
  if (inside.length > 0) return [...path, ...inside];
  const parent = path.at(-2)?.id ?? null;
  return [...path.slice(0, -1), ...offered.filter((one) => one.parentId === parent)];
}

function pathTo(categories: readonly Category[], id: number | null): Category[] {
  const path: Category[] = [];
  let next = categories.find((one) => one.id === id);
  while (next) {
    path.unshift(next);
    const { parentId } = next;
    next = categories.find((one) => one.id === parentId);
  }
  return path;
}
