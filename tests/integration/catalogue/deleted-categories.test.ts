import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { txOf } from '../../support/connections';
import { imported } from '../../support/imports';
import { SHOP, stocked, ticketOf } from '../../support/sales';
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

describe('deleting a category', () => {
  test('works after its products were sold or put on a ticket, and sold lines keep its name', async () => {
    const [food, fruit] = [await make('Food'), await make('Fruit')];
    const id = await stocked(shop, { name: 'Red Apples', priceMinor: 120, categoryId: fruit.id });
    const cashier = shop.as('cashier').sales;
    const ticketId = await ticketOf(shop.as('cashier'), id);
    await cashier.completeTicket({ ticketId, tenders: [{ kind: 'cash', amountMinor: 120 }] });
    await ticketOf(shop.as('cashier'), id);
    const { version } = await manager().product({ id });
    await manager().changeProduct({ id, version, categoryId: food.id });
    await manager().deleteCategory({ id: fruit.id });

    expect((await manager().listCategories()).map(({ name }) => name)).toEqual(['Food']);
    const soldUnder = shop.store.database.reader
      .prepare(
        `SELECT c.name, l.quantity_milli AS quantityMilli FROM sales_order_line l
         JOIN sales_order o ON o.id = l.order_id JOIN category c ON c.id = l.category_id WHERE o.life = 'fulfilled'`,
      )
      .all();
    expect(soldUnder).toEqual([{ name: 'Fruit', quantityMilli: 1000 }]);
    const onTickets = shop.store.database.reader
      .prepare('SELECT c.name FROM sales_order_line l JOIN category c ON c.id = l.category_id')
      .pluck()
      .all();
    expect(onTickets).toEqual(['Fruit', 'Fruit']);
  });

  test('allows its parent to be deleted afterwards', async () => {
    const food = await make('Food');
    const fruit = await make('Fruit', food.id);
    await manager().deleteCategory({ id: fruit.id });
    await manager().deleteCategory({ id: food.id });
    expect(await manager().listCategories()).toEqual([]);
  });

  test('frees its name and its code', async () => {
    const first = await make('Food');
    await manager().deleteCategory({ id: first.id });
    const second = await make('Food');
    expect(second).toMatchObject({ name: 'Food', code: 'food' });
    expect(second.id).not.toBe(first.id);
  });

  test('works only once', async () => {
    const { id } = await make('Food');
    await manager().deleteCategory({ id });
    await expect(manager().deleteCategory({ id })).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });
});

describe('a deleted category', () => {
  const none = { code: 'NOT_FOUND', data: { what: 'category' } };
  let deletedId: number;
  beforeEach(async () => {
    ({ id: deletedId } = await make('Food'));
    await manager().deleteCategory({ id: deletedId });
  });

  test('cannot be changed, and accepts no product or subcategory', async () => {
    const { id } = await manager().createProduct({ name: 'Salt', priceMinor: 100, taxRateMilliPercent: 0 });
    await expect(
      manager().changeCategory({ id: deletedId, version: 1, name: 'Groceries' }),
    ).rejects.toMatchObject(none);
    await expect(make('Fruit', deletedId)).rejects.toMatchObject(none);
    await expect(product('Flour', deletedId)).rejects.toMatchObject(none);
    await expect(manager().changeProduct({ id, version: 1, categoryId: deletedId })).rejects.toMatchObject(
      none,
    );
    await expect(
      manager().changeProducts({ ids: [id], change: { what: 'category', categoryId: deletedId } }),
    ).rejects.toMatchObject(none);
  });

  test("cannot hold a product even when the catalogue's rules are bypassed", () => {
    const { handle } = shop.store.database;
    expect(() =>
      handle
        .prepare(
          `INSERT INTO product (name, sku, category_id, price_minor, unit, tax_rate_milli_percent, created_at,
             created_by_id, changed_at, changed_by_id) VALUES ('Salt', 'S-1', ?, 100, 'piece', 0, 1, 1, 1, 1)`,
        )
        .run(deletedId),
    ).toThrow('deleted');
    expect(() =>
      handle
        .prepare(
          `INSERT INTO category (parent_id, code, name, created_at, created_by_id, changed_at, changed_by_id)
           VALUES (?, 'salt', 'Salt', 1, 1, 1, 1)`,
        )
        .run(deletedId),
    ).toThrow('deleted');
  });

  test('is shown in no overview', async () => {
    const overview = await shop.as('manager').overview.categories({});
    expect(overview.rows).toEqual([]);
    await expect(shop.as('manager').overview.categories({ categoryId: deletedId })).rejects.toMatchObject(
      none,
    );
  });

  test('cannot be counted in a stocktake', async () => {
    await expect(
      shop.as('manager').stocktakes.start({ locationId: SHOP, categoryId: deletedId }),
    ).rejects.toMatchObject(none);
  });

  test('cannot be named by a new task, and keeps its name on existing ones', async () => {
    const { tasks } = shop.as('manager');
    const { id } = await make('Fruit');
    const task = { kind: 'check expiry', assignee: { role: 'storekeeper' } } as const;
    const made = await tasks.create({ ...task, categoryId: id });
    await manager().deleteCategory({ id });
    await expect(tasks.create({ ...task, categoryId: id })).rejects.toMatchObject(none);
    const changed = await tasks.change({ id: made.id, version: made.version, text: 'Until noon' });
    expect(changed.category).toMatchObject({ name: 'Fruit' });
  });

  test('is not used by an import, which creates a new one with that name', async () => {
    await imported(shop.as('manager'), 'Name,Price,Category\nSalt,1.00,Food\n');
    const [food] = await manager().listCategories();
    expect(food).toMatchObject({ name: 'Food', code: 'food', products: 1 });
    expect(food?.id).not.toBe(deletedId);
  });

  test('is looked up again by an import that was about to use it', async () => {
    const { id } = await make('Fruit');
    const rows = Array.from({ length: 400 }, (_, row) => `Apple ${row},1.00,Fruit`).join('\n');
    const intake = shop.store.services.intake.in(txOf(shop.store));
    const stage = intake.takeIn.bind(intake);
    let isDeleted = false;
    intake.takeIn = (ctx) => {
      if (!isDeleted) shop.store.database.handle.exec(`UPDATE category SET deleted_at = 1 WHERE id = ${id}`);
      isDeleted = true;
      return stage(ctx);
    };
    expect(await imported(shop.as('manager'), `Name,Price,Category\n${rows}\n`)).toMatchObject({
      state: 'done',
    });
    expect(await manager().listCategories()).toMatchObject([{ name: 'Fruit', products: 400 }]);
  });
});
