import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { fileOf, pngOf } from '../../support/pictures';
import { openTestShop, type TestShop } from '../../support/test-store';

let shop: TestShop;
beforeEach(async () => {
  shop = await openTestShop();
});
afterEach(() => shop.close());

const manager = () => shop.as('manager').catalogue;
const notPermitted = { code: 'NOT_PERMITTED', data: { rolesThatMay: ['admin', 'manager'] } };
const cola = {
  name: 'Cola',
  priceMinor: 150,
  costMinor: 60,
  taxRateMilliPercent: 9000,
  barcodes: [{ code: 'COLA' }],
};

describe('a storekeeper', () => {
  const storekeeper = () => shop.as('storekeeper').catalogue;
  const unpriced = { ...cola, priceMinor: 0, costMinor: 0 };

  test('can create a product without a price, which is not on sale until a manager prices it', async () => {
    const made = await storekeeper().createProduct(unpriced);
    expect(made).toMatchObject({ priceMinor: 0, status: 'inactive', costMinor: null });
    const { id } = made;
    await expect(storekeeper().changeProduct({ id, version: 1, status: 'active' })).rejects.toMatchObject(
      notPermitted,
    );
    await expect(
      storekeeper().changeProducts({ ids: [id], change: { what: 'status', status: 'active' } }),
    ).rejects.toMatchObject(notPermitted);
    await manager().changeProduct({ id, version: 1, priceMinor: 150 });
    expect(await storekeeper().changeProduct({ id, version: 2, status: 'active' })).toMatchObject({
      status: 'active',
    });
  });

  test.for([{ priceMinor: 100 }, { costMinor: 50 }, { discountMilliPercent: 10_000 }])(
    'cannot set %o',
    async (prices) => {
      await expect(storekeeper().createProduct({ ...unpriced, ...prices })).rejects.toMatchObject(
        notPermitted,
      );
      const { id } = await manager().createProduct(cola);
      await expect(storekeeper().changeProduct({ id, version: 1, ...prices })).rejects.toMatchObject(
        notPermitted,
      );
    },
  );

  test('cannot find out the cost by guessing', async () => {
    const { id } = await manager().createProduct(cola);
    for (const costMinor of [59, 60]) {
      await expect(storekeeper().changeProduct({ id, version: 1, costMinor })).rejects.toMatchObject(
        notPermitted,
      );
    }
  });

  test('cannot raise prices by percent', async () => {
    const { id } = await manager().createProduct(cola);
    await expect(
      storekeeper().changeProducts({
        ids: [id],
        change: { what: 'pricePercent', raiseMilliPercent: 10_000 },
      }),
    ).rejects.toMatchObject(notPermitted);
  });

  test('can change the rest of a product, with its price sent back unchanged', async () => {
    const { id } = await manager().createProduct(cola);
    const change = { id, version: 1, name: 'Cola Zero', priceMinor: 150, taxRateMilliPercent: 21_000 };
    expect(await storekeeper().changeProduct(change)).toMatchObject({
      name: 'Cola Zero',
      taxRateMilliPercent: 21_000,
    });
    expect(await manager().product({ id })).toMatchObject({ costMinor: 60 });
  });
});

describe('cost', () => {
  test('is visible to people who can see cost, and nowhere to others', async () => {
    const { id } = await manager().createProduct(cola);
    for (const [role, costMinor] of [
      ['admin', 60],
      ['manager', 60],
      ['storekeeper', null],
      ['cashier', null],
    ] as const) {
      const catalogue = shop.as(role).catalogue;
      expect(await catalogue.product({ id })).toMatchObject({ costMinor });
      expect(await shop.as(role).scanning.product({ code: 'COLA' })).toMatchObject({
        product: { costMinor },
      });
      expect(await catalogue.listProducts({})).toMatchObject({ rows: [{ costMinor }] });
      expect(await catalogue.findProducts({ text: 'cola' })).toMatchObject({ rows: [{ costMinor }] });
    }
  });

  test('sorts a list only for people who can see it', async () => {
    await expect(shop.as('cashier').catalogue.listProducts({ sort: [{ by: 'cost' }] })).rejects.toMatchObject(
      notPermitted,
    );
    expect(await manager().listProducts({ sort: [{ by: 'cost' }] })).toMatchObject({ total: 0 });
  });
});

describe('a customer', () => {
  const customer = () => shop.as('customer').catalogue;

  test('sees active products, without quantities, cost, or the names of staff', async () => {
    const { id } = await manager().createProduct({
      ...cola,
      thresholdMilli: 1_000,
      reorderMilli: 2_000,
      preferredSupplier: 'S',
    });
    const shown = {
      costMinor: null,
      onHandMilli: null,
      availableMilli: null,
      toSellMilli: null,
      thresholdMilli: null,
      createdByName: '',
    };
    expect(await customer().listProducts({})).toMatchObject({ rows: [{ id, priceMinor: 150, ...shown }] });
    expect(await customer().product({ id })).toMatchObject({
      ...shown,
      reorderMilli: null,
      preferredSupplier: '',
      createdBy: { name: '' },
      changedBy: { name: '' },
    });
  });

  test('cannot find a product that is not active in any way', async () => {
    const { id } = await manager().createProduct({ ...cola, status: 'inactive' });
    await expect(customer().product({ id })).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await expect(shop.as('customer').scanning.product({ code: 'COLA' })).rejects.toMatchObject({
      code: 'UNKNOWN_BARCODE',
    });
    expect(await customer().listProducts({ statuses: ['inactive'] })).toMatchObject({ total: 0 });
    expect(await customer().findProducts({ text: 'COLA' })).toMatchObject({ total: 0 });
  });

  test('sees active categories with their active products, and no names of staff', async () => {
    const fruit = await manager().createCategory({ name: 'Fruit' });
    await manager().createCategory({ name: 'Seasonal', status: 'inactive' });
    await manager().createProduct({ ...cola, categoryId: fruit.id });
    await manager().createProduct({
      ...cola,
      name: 'Tea',
      barcodes: [],
      categoryId: fruit.id,
      status: 'inactive',
    });
    const nobody = { createdBy: { name: '' }, changedBy: { name: '' } };
    expect(await customer().listCategories()).toMatchObject([
      { name: 'Fruit', products: 1, productsBelow: 1, ...nobody },
    ]);
    expect(await manager().listCategories()).toMatchObject([
      { name: 'Fruit', products: 2, createdBy: { name: 'Manager Test' } },
      { name: 'Seasonal' },
    ]);
  });

  test('sees the pictures of active products only', async () => {
    const image = pngOf(2, 2);
    const { id, imageHash } = await manager().createProduct({ ...cola, image: fileOf(image) });
    const hash = imageHash ?? '';
    expect(Buffer.from(await (await customer().image({ hash })).arrayBuffer())).toEqual(image.bytes);
    await manager().changeProduct({ id, version: 1, status: 'archived' });
    await expect(customer().image({ hash })).rejects.toMatchObject({ code: 'NOT_FOUND' });
    expect(await manager().image({ hash })).toMatchObject({});
  });

  test('cannot find out who created a product by filtering', async () => {
    await manager().createProduct(cola);
    for (const role of ['manager', 'cashier'] as const) {
      expect(await customer().listProducts({ createdById: shop.accountIdOf(role) })).toMatchObject({
        total: 1,
      });
    }
  });

  test('can change nothing', async () => {
    await expect(customer().createProduct(cola)).rejects.toMatchObject({ code: 'NOT_PERMITTED' });
    await expect(customer().supplierNames()).rejects.toMatchObject({ code: 'NOT_PERMITTED' });
  });
});

test('a cashier sees quantities, in the shop and in store separately, and can change nothing', async () => {
  const { id } = await manager().createProduct(cola);
  const { stock } = shop.as('manager');
  await stock.receive({ productId: id, locationId: 1, quantityMilli: 2_000, batch: null });
  await stock.receive({ productId: id, locationId: 2, quantityMilli: 3_000, batch: null });
  const cashier = shop.as('cashier').catalogue;
  const quantities = { onHandMilli: 5_000, availableMilli: 5_000, toSellMilli: 2_000 };
  expect(await cashier.product({ id })).toMatchObject(quantities);
  expect(await cashier.findProducts({ text: 'cola' })).toMatchObject({ rows: [quantities] });
  await expect(cashier.changeProduct({ id, version: 1, name: 'Pepsi' })).rejects.toMatchObject({
    code: 'NOT_PERMITTED',
  });
});
