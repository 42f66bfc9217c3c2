import { describe, expect, it } from 'vitest';
import { chipsFor } from '#renderer/features/sales/till/category-choice';
import type { Category } from '#shared/contract/catalogue';

function category(id: number, name: string, extra: Partial<Category> = {}): Category {
  const by = { id: 1, name: 'Ada' };
  return {
    id,
    parentId: null,
    code: name,
    name,
    description: '',
    status: 'active',
    depth: 0,
    products: 1,
    productsBelow: 1,
    subcategories: 0,
    createdAt: 0,
    createdBy: by,
    changedAt: 0,
    changedBy: by,
    version: 1,
    ...extra,
  };
}

const tree = [
  category(1, 'Drinks'),
  category(2, 'Hot', { parentId: 1 }),
  category(3, 'Cold', { parentId: 1 }),
  category(4, 'Fruit'),
  category(5, 'Seasonal', { productsBelow: 0 }),
  category(6, 'Old', { status: 'inactive' }),
];

const offered = (chosen: number | null) => chipsFor(tree, chosen).map(({ name }) => name);

describe('the categories above the tiles', () => {
  it('are the top level while none is chosen', () => {
    expect(offered(null)).toEqual(['Drinks', 'Fruit']);
  });

  it('are the chosen one and its subcategories', () => {
    expect(offered(1)).toEqual(['Drinks', 'Hot', 'Cold']);
  });

  it('are its siblings, below its path, when it has no subcategories', () => {
    expect(offered(2)).toEqual(['Drinks', 'Hot', 'Cold']);
    expect(offered(4)).toEqual(['Drinks', 'Fruit']);
  });

  it('leave out inactive categories and those with nothing for sale', () => {
    expect(offered(null)).not.toContain('Seasonal');
    expect(offered(null)).not.toContain('Old');
  });
});
