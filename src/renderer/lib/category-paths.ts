import type { Category } from '#shared/contract/catalogue';

/** The full paths of the categories; the list must have parents before children. */
export function categoryPaths(categories: readonly Category[]): Array<{ id: number; path: string }> {
  const pathOf = new Map<number, string>();
  return categories.map(({ id, parentId, name }) => {
    const above = parentId === null ? undefined : pathOf.get(parentId);
    const path = above === undefined ? name : `${above} / ${name}`;
    pathOf.set(id, path);
    return { id, path };
  });
}
