import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { openTestShop, type TestShop } from '../../support/test-store';

let shop: TestShop;
beforeEach(async () => {
  shop = await openTestShop();
});
afterEach(() => shop.close());

const manager = () => shop.as('manager').catalogue;
const make = (name: string, parentId: number | null = null) => manager().createCategory({ name, parentId });
const product = (name: string, categoryId: number) =>
  manager().createProduct({ name, priceMinor: 100, taxRateMilliPercent: 0, categoryId });

describe('the category tree', () => {
  test('lists parents before children, siblings by name, with their numbers of products', async () => {
    const food = await make('Food');
    const drinks = await make('drinks');
    const fruit = await make('Fruit', food.id);
    const bread = await make('Bread', food.id);
    const berries = await make('Berries', fruit.id);
    await product('Plain flour', food.id);
    await product('Red Apples', fruit.id);
    await product('Blueberries', berries.id);
    const tree = await manager().listCategories();
    expect(
      tree.map(({ id, depth, products, productsBelow, subcategories }) => [
        id,
        depth,
        products,
        productsBelow,
        subcategories,
      ]),
    ).toEqual([
      [drinks.id, 0, 0, 0, 0],
      [food.id, 0, 1, 3, 2],
      [bread.id, 1, 0, 0, 0],
      [fruit.id, 1, 1, 2, 1],
      [berries.id, 2, 1, 1, 0],
    ]);
  });

  test('shows who created and last changed a category, and when', async () => {
    const { id, createdAt } = await make('Food');
    shop.time.now += 1_000;
    expect(
      await shop.as('storekeeper').catalogue.changeCategory({ id, version: 1, name: 'Groceries' }),
    ).toMatchObject({
      name: 'Groceries',
      code: 'food',
      createdAt,
      createdBy: { name: 'Manager Test' },
      changedAt: createdAt + 1_000,
      changedBy: { name: 'Storekeeper Test' },
      version: 2,
    });
  });
});

describe('a category code', () => {
  test('is derived from the name, and numbered when taken', async () => {
    const fruit = await make('Fruit & Nuts');
    expect(fruit.code).toBe('fruit-nuts');
    expect((await make('Fruit Nuts', fruit.id)).code).toBe('fruit-nuts-2');
    expect((await make('فواكه')).code).toBe('فواكه');
    expect((await make('&')).code).toBe('category');
    expect((await make('x'.repeat(100))).code).toBe('x'.repeat(40));
  });

  test('is unique regardless of case', async () => {
    await manager().createCategory({ name: 'Fruit', code: 'F1' });
    await expect(manager().createCategory({ name: 'Flowers', code: 'f1' })).rejects.toMatchObject({
      code: 'CATEGORY_CODE_TAKEN',
      data: { code: 'f1', categoryName: 'Fruit' },
    });
  });
});

describe('a category name', () => {
  test('is unique among siblings, including at the top level', async () => {
    const food = await make('Food');
    await make('Fruit', food.id);
    await expect(make('fruit', food.id)).rejects.toMatchObject({
      code: 'CATEGORY_NAME_TAKEN',
      data: { name: 'fruit', parentName: 'Food' },
    });
    await expect(make('Food')).rejects.toMatchObject({
      code: 'CATEGORY_NAME_TAKEN',
      data: { parentName: '' },
    });
  });

  test('can be used again elsewhere in the tree, but not moved next to the same name', async () => {
    const food = await make('Food');
    const fruit = await make('Fruit');
    await make('Fruit', food.id);
    await expect(
      manager().changeCategory({ id: fruit.id, version: 1, parentId: food.id }),
    ).rejects.toMatchObject({ code: 'CATEGORY_NAME_TAKEN', data: { name: 'Fruit', parentName: 'Food' } });
  });
});

describe('changing a category', () => {
  test('moves it with its subcategories', async () => {
    const [food, drinks] = [await make('Food'), await make('Drinks')];
    const juices = await make('Juices', food.id);
    const { id } = await product('Apple Juice', juices.id);
    expect(await manager().changeCategory({ id: juices.id, version: 1, parentId: drinks.id })).toMatchObject({
      parentId: drinks.id,
      depth: 1,
    });
    expect((await manager().product({ id })).categoryPath.map(({ name }) => name)).toEqual([
      'Drinks',
      'Juices',
    ]);
    expect(await manager().changeCategory({ id: juices.id, version: 2, parentId: null })).toMatchObject({
      depth: 0,
    });
  });

  test('never moves it below itself', async () => {
    const food = await make('Food');
    const fruit = await make('Fruit', food.id);
    const berries = await make('Berries', fruit.id);
    for (const parent of [food, fruit, berries]) {
      await expect(
        manager().changeCategory({ id: food.id, version: 1, parentId: parent.id }),
      ).rejects.toMatchObject({
        code: 'CATEGORY_LOOP',
        data: { categoryName: 'Food', parentName: parent.name },
      });
    }
  });

  test('is refused from an older version', async () => {
    const { id } = await make('Food');
    await manager().changeCategory({ id, version: 1, status: 'inactive' });
    await expect(manager().changeCategory({ id, version: 1, name: 'Groceries' })).rejects.toMatchObject({
      code: 'CHANGED_MEANWHILE',
      data: { what: 'Food', by: 'Manager Test' },
    });
  });

  test('needs an existing category and parent', async () => {
    const none = { code: 'NOT_FOUND', data: { what: 'category' } };
    await expect(make('Fruit', 99)).rejects.toMatchObject(none);
    await expect(manager().changeCategory({ id: 99, version: 1, name: 'Fruit' })).rejects.toMatchObject(none);
    await expect(manager().deleteCategory({ id: 99 })).rejects.toMatchObject(none);
  });
});

describe('deleting a category', () => {
  test('is refused while it has content, with the numbers', async () => {
    const food = await make('Food');
    await make('Fruit', food.id);
    await product('Flour', food.id);
    await product('Salt', food.id);
    await expect(manager().deleteCategory({ id: food.id })).rejects.toMatchObject({
      code: 'CATEGORY_IN_USE',
      data: { categoryName: 'Food', products: 2, subcategories: 1 },
    });
  });

  test('removes an empty one and keeps its values in the audit trail', async () => {
    const { id } = await make('Food');
    await manager().deleteCategory({ id });
    expect(await manager().listCategories()).toEqual([]);
    expect((await shop.as('manager').audit.list({ entity: 'category' })).rows).toMatchObject([
      {
        action: 'catalogue.deleteCategory',
        label: 'Food',
        before: { name: 'Food', code: 'food' },
        after: null,
      },
      { action: 'catalogue.createCategory', label: 'Food', before: null },
    ]);
  });
});

test('a cashier can see categories but not change them', async () => {
  const { id } = await make('Food');
  const cashier = shop.as('cashier').catalogue;
  expect(await cashier.listCategories()).toHaveLength(1);
  await expect(cashier.createCategory({ name: 'Fruit' })).rejects.toMatchObject({ code: 'NOT_PERMITTED' });
  await expect(cashier.deleteCategory({ id })).rejects.toMatchObject({ code: 'NOT_PERMITTED' });
});
