import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { openTestShop, type TestShop } from '../../support/test-store';

let shop: TestShop;
beforeEach(async () => {
  shop = await openTestShop();
});
afterEach(() => shop.close());

const manager = () => shop.as('manager').catalogue;

async function make(...pricesMinor: number[]): Promise<number[]> {
  const ids: number[] = [];
  for (const priceMinor of pricesMinor) {
    const { id } = await manager().createProduct({
      name: `Product ${ids.length}`,
      priceMinor,
      taxRateMilliPercent: 9000,
    });
    ids.push(id);
  }
  return ids;
}

const pricesOf = (ids: number[]) =>
  Promise.all(ids.map(async (id) => (await manager().product({ id })).priceMinor));

describe('changing many products at once', () => {
  test('raises and lowers prices by percent, rounding half a cent away from zero', async () => {
    const ids = await make(250, 299, 5, 0);
    await manager().changeProducts({ ids, change: { what: 'pricePercent', raiseMilliPercent: 10_000 } });
    expect(await pricesOf(ids)).toEqual([275, 329, 6, 0]);
    await manager().changeProducts({ ids, change: { what: 'pricePercent', raiseMilliPercent: -50_000 } });
    expect(await pricesOf(ids)).toEqual([138, 165, 3, 0]);
    await manager().changeProducts({ ids, change: { what: 'pricePercent', raiseMilliPercent: 8125 } });
    expect(await pricesOf(ids)).toEqual([149, 178, 3, 0]);
  });

  test('sets a category, a status or a tax rate', async () => {
    const ids = await make(100, 200);
    const { id: categoryId } = await manager().createCategory({ name: 'Fruit' });
    await manager().changeProducts({ ids, change: { what: 'category', categoryId } });
    await manager().changeProducts({ ids, change: { what: 'status', status: 'inactive' } });
    await manager().changeProducts({ ids, change: { what: 'taxRate', taxRateMilliPercent: 21_000 } });
    for (const id of ids) {
      expect(await manager().product({ id })).toMatchObject({
        categoryName: 'Fruit',
        status: 'inactive',
        taxRateMilliPercent: 21_000,
        version: 4,
      });
    }
    await manager().changeProducts({ ids, change: { what: 'category', categoryId: null } });
    expect(await manager().product({ id: ids[0] as number })).toMatchObject({ categoryId: null });
  });

  test('counts and records those that differ afterwards', async () => {
    const ids = await make(100, 0);
    const change = { what: 'pricePercent', raiseMilliPercent: 10_000 } as const;
    expect(await manager().changeProducts({ ids: [...ids, ...ids], change })).toEqual({ changed: 1 });
    const { rows } = await shop.as('manager').audit.list({ action: 'catalogue.changeProducts' });
    expect(rows).toMatchObject([
      {
        entity: 'product',
        entityId: ids[0],
        label: 'Product 0',
        before: { priceMinor: 100 },
        after: { priceMinor: 110 },
      },
    ]);
  });

  test('changes all or none', async () => {
    const ids = await make(100, 200);
    const change = { what: 'pricePercent', raiseMilliPercent: 10_000 } as const;
    await expect(manager().changeProducts({ ids: [...ids, 99], change })).rejects.toMatchObject({
      code: 'NOT_FOUND',
      data: { what: 'product' },
    });
    expect(await pricesOf(ids)).toEqual([100, 200]);
  });

  test('refuses an unknown category and a price beyond the limit', async () => {
    const ids = await make(1_000_000_000_000);
    await expect(
      manager().changeProducts({ ids, change: { what: 'category', categoryId: 99 } }),
    ).rejects.toMatchObject({ code: 'NOT_FOUND', data: { what: 'category' } });
    await expect(
      manager().changeProducts({ ids, change: { what: 'pricePercent', raiseMilliPercent: 1 } }),
    ).rejects.toMatchObject({ code: 'INPUT_INVALID' });
  });

  test('makes a change from an older version of a product fail', async () => {
    const [id] = await make(100);
    await manager().changeProducts({
      ids: [id as number],
      change: { what: 'taxRate', taxRateMilliPercent: 0 },
    });
    await expect(
      manager().changeProduct({ id: id as number, version: 1, name: 'Pears' }),
    ).rejects.toMatchObject({ code: 'CHANGED_MEANWHILE' });
  });
});
