import { describe, expect, it } from 'vitest';
import { drawn, pathOf, withBelow } from '#renderer/features/catalogue/category-tree';

const tree = [
  { id: 1, parentId: null, name: 'Food' },
  { id: 2, parentId: null, name: 'Drinks' },
  { id: 3, parentId: 1, name: 'Dairy' },
  { id: 4, parentId: 3, name: 'Milk' },
];

describe('the category tree', () => {
  it('gives the whole path of a category', () => {
    expect(pathOf(tree, 4)).toEqual(['Food', 'Dairy', 'Milk']);
    expect(pathOf(tree, null)).toEqual([]);
  });

  it('lists each category before its subcategories', () => {
    expect(drawn(tree, new Set()).map(({ name }) => name)).toEqual(['Food', 'Dairy', 'Milk', 'Drinks']);
  });

  it('hides the subcategories of a collapsed category', () => {
    expect(drawn(tree, new Set([1])).map(({ name }) => name)).toEqual(['Food', 'Drinks']);
  });

  it('does not offer a category itself or its subcategories as its parent', () => {
    expect([...withBelow(tree, 1)]).toEqual([1, 3, 4]);
  });
});
