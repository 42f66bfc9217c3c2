import { describe, expect, it } from 'vitest';
import { drawn, pathOf, withBelow } from '#renderer/features/catalogue/category-tree';

const tree = [
  { id: 1, parentId: null, name: 'Food' },
  { id: 2, parentId: null, name: 'Drinks' },
  { id: 3, parentId: 1, name: 'Dairy' },
  { id: 4, parentId: 3, name: 'Milk' },
];

describe('the tree of categories', () => {
  it('names the whole path of a category', () => {
    expect(pathOf(tree, 4)).toEqual(['Food', 'Dairy', 'Milk']);
    expect(pathOf(tree, null)).toEqual([]);
  });

  it('is drawn with each category before what is below it', () => {
    expect(drawn(tree, new Set()).map(({ name }) => name)).toEqual(['Food', 'Dairy', 'Milk', 'Drinks']);
  });

  it('hides all that is below a folded category', () => {
    expect(drawn(tree, new Set([1])).map(({ name }) => name)).toEqual(['Food', 'Drinks']);
  });

  it('knows where a category cannot go: into itself or what is below it', () => {
    expect([...withBelow(tree, 1)]).toEqual([1, 3, 4]);
  });
});
