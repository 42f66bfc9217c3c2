import type { Category } from '#shared/contract/catalogue';

type Node = Pick<Category, 'id' | 'parentId' | 'name'>;

/** The names from the root to a category; empty for none. */
export function pathOf(categories: readonly Node[], id: number | null): string[] {
  const byId = new Map(categories.map((category) => [category.id, category]));
  const names: string[] = [];
  for (
    let at = id === null ? undefined : byId.get(id);
    at;
    at = at.parentId === null ? undefined : byId.get(at.parentId)
  ) {
    names.unshift(at.name);
  }
  return names;
}

/** A category's id and those of its descendants; the list must have parents before children. */
export function withBelow(categories: readonly Node[], id: number): Set<number> {
  const ids = new Set([id]);
  for (const category of categories) {
    if (category.parentId !== null && ids.has(category.parentId)) ids.add(category.id);
  }
  return ids;
}

/** The visible tree in display order: each category before its descendants, siblings in their order. */
export function drawn<Item extends Node>(categories: readonly Item[], folded: ReadonlySet<number>): Item[] {
  const children = Map.groupBy(categories, ({ parentId }) => parentId);
  const below = (parentId: number | null): Item[] =>
    (children.get(parentId) ?? []).flatMap((category) => [
      category,
      ...(folded.has(category.id) ? [] : below(category.id)),
    ]);
  return below(null);
}
