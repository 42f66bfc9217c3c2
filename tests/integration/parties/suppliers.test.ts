import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { PASSWORD } from '../../support/secrets';
import { openTestShop, type TestShop } from '../../support/test-store';

let shop: TestShop;
let products = 0;
beforeEach(async () => {
  shop = await openTestShop();
});
afterEach(() => shop.close());

const productOf = (preferredSupplier: string) => {
  products += 1;
  const fields = { name: `Product ${products}`, priceMinor: 100, taxRateMilliPercent: 0 };
  return shop.as('manager').catalogue.createProduct({ ...fields, preferredSupplier });
};
const suppliers = () =>
  shop.store.database.reader
    .prepare('SELECT name, is_customer, created_at, deleted_at, version FROM party WHERE is_supplier = 1')
    .all();
const orchard = () => ({
  name: 'Orchard',
  is_customer: 0,
  created_at: shop.time.now,
  deleted_at: null,
  version: 1,
});

describe('the preferred supplier of a product', () => {
  test('is created with the first product that names it, and found by the next in any case', async () => {
    await productOf('Orchard');
    expect(await productOf('ORCHARD')).toMatchObject({ preferredSupplier: 'Orchard' });
    expect(suppliers()).toEqual([orchard()]);
  });

  test('is never a customer, even one with the same name', async () => {
    const mary = { username: 'mary', firstName: 'Mary', lastName: 'Salt', password: PASSWORD };
    await shop.as('manager').people.createAccount({ ...mary, role: 'customer' });
    await productOf('Mary Salt');
    expect(suppliers()).toEqual([{ ...orchard(), name: 'Mary Salt' }]);
  });

  test('is restored if it was deleted, with the new spelling', async () => {
    const { id } = await productOf('Orchard');
    shop.store.database.handle.exec('UPDATE party SET deleted_at = 1 WHERE is_supplier = 1');
    await productOf('orchard');
    expect(suppliers()).toEqual([{ ...orchard(), name: 'orchard', version: 2 }]);
    expect(await shop.as('manager').catalogue.product({ id })).toMatchObject({
      preferredSupplier: 'orchard',
    });
  });
});

test('two active suppliers cannot have the same name, while deleted ones and customers can', () => {
  const add = shop.store.database.handle.prepare(
    `INSERT INTO party (name, is_customer, is_supplier, created_at, deleted_at)
     VALUES ('Orchard', @isCustomer, @isSupplier, 1, @deletedAt)`,
  );
  add.run({ isCustomer: 0, isSupplier: 1, deletedAt: null });
  add.run({ isCustomer: 0, isSupplier: 1, deletedAt: 2 });
  add.run({ isCustomer: 1, isSupplier: 0, deletedAt: null });
  const addSecond = () => add.run({ isCustomer: 1, isSupplier: 1, deletedAt: null });
  expect(addSecond).toThrow('UNIQUE constraint failed: party.name');
});
