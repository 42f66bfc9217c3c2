import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { openTestShop, type TestShop } from '../../support/test-store';

const SHOP = 1;

let shop: TestShop;
beforeEach(async () => {
  shop = await openTestShop();
});
afterEach(() => shop.close());

const manager = () => shop.as('manager').catalogue;
const apples = { name: 'Red Apples', priceMinor: 299, taxRateMilliPercent: 9000 };

const receive = (productId: number, quantityMilli: number) =>
  shop.as('manager').stock.receive({ productId, locationId: SHOP, quantityMilli, batch: null });

describe('a new product', () => {
  test('has all given values, and records who created it and when', async () => {
    const fruit = await manager().createCategory({ name: 'Fruit' });
    const pome = await manager().createCategory({ name: 'Pome', parentId: fruit.id });
    const made = await manager().createProduct({
      ...apples,
      description: 'Crisp and sweet',
      sku: 'ABC123',
      categoryId: pome.id,
      preferredSupplier: 'Orchard & Sons',
      costMinor: 180,
      unit: 'kg',
      discountMilliPercent: 5000,
      thresholdMilli: 2_500,
      reorderMilli: 10_000,
      barcodes: [{ code: '4006381333931' }, { code: 'BOX-12', kind: 'own', quantityMilli: 12_000 }],
    });
    expect(made).toMatchObject({
      name: 'Red Apples',
      sku: 'ABC123',
      barcode: '4006381333931',
      categoryPath: [
        { id: fruit.id, name: 'Fruit' },
        { id: pome.id, name: 'Pome' },
      ],
      preferredSupplier: 'Orchard & Sons',
      priceMinor: 299,
      costMinor: 180,
      unit: 'kg',
      status: 'active',
      thresholdMilli: 2_500,
      createdBy: { id: shop.accountIdOf('manager'), name: 'Manager Test' },
      createdAt: shop.time.now,
      deletable: true,
      version: 1,
    });
    expect(made.barcodes.map(({ code, quantityMilli }) => [code, quantityMilli])).toEqual([
      ['4006381333931', 1_000],
      ['BOX-12', 12_000],
    ]);
    expect(await manager().product({ id: made.id })).toEqual(made);
    expect(await manager().supplierNames()).toEqual(['Orchard & Sons']);
  });

  test('can cost nothing and have an Arabic name', async () => {
    const made = await manager().createProduct({ name: 'تفاح أحمر', priceMinor: 0, taxRateMilliPercent: 0 });
    expect(made).toMatchObject({ name: 'تفاح أحمر', priceMinor: 0, status: 'active' });
  });

  test('gets a short SKU when it is left blank, skipping SKUs already taken', async () => {
    const pears = await manager().createProduct({ ...apples, name: 'Pears', sku: 'P00002' });
    const plums = await manager().createProduct({ ...apples, name: 'Plums' });
    expect([pears.sku, plums.sku]).toEqual(['P00002', 'P00003']);
  });

  test('never gets the SKU of a deleted one', async () => {
    const first = await manager().createProduct(apples);
    await manager().deleteProduct({ id: first.id });
    expect((await manager().createProduct(apples)).sku).not.toBe(first.sku);
  });

  test('gets a unique SKU when many are created at once', async () => {
    const made = await Promise.all(
      Array.from({ length: 8 }, (_, number) =>
        manager().createProduct({ ...apples, name: `Apple ${number}` }),
      ),
    );
    expect(new Set(made.map(({ sku }) => sku)).size).toBe(8);
  });

  test('is refused with a taken SKU regardless of case, with the product that has it', async () => {
    const { id } = await manager().createProduct({ ...apples, sku: 'ABC123' });
    await expect(manager().createProduct({ ...apples, name: 'Pears', sku: 'abc123' })).rejects.toMatchObject({
      code: 'SKU_TAKEN',
      data: { sku: 'abc123', productId: id, productName: 'Red Apples' },
    });
  });

  test('with a known name is refused until the same name is confirmed', async () => {
    const { id, sku } = await manager().createProduct(apples);
    await expect(manager().createProduct({ ...apples, name: 'red apples' })).rejects.toMatchObject({
      code: 'NAME_KNOWN',
      data: { name: 'red apples', productId: id, sku },
    });
    expect(await manager().createProduct({ ...apples, sameNameIsMeant: true })).toMatchObject(apples);
  });

  test('needs an existing category', async () => {
    await expect(manager().createProduct({ ...apples, categoryId: 99 })).rejects.toMatchObject({
      code: 'NOT_FOUND',
      data: { what: 'category' },
    });
  });

  test('has thresholds and packs only as fine as its unit allows', async () => {
    const tooFine = { code: 'QUANTITY_TOO_FINE', data: { productName: 'Red Apples', unit: 'piece' } };
    await expect(manager().createProduct({ ...apples, thresholdMilli: 1_500 })).rejects.toMatchObject(
      tooFine,
    );
    await expect(
      manager().createProduct({ ...apples, barcodes: [{ code: 'HALF', quantityMilli: 500 }] }),
    ).rejects.toMatchObject(tooFine);
    expect((await manager().listProducts({})).total).toBe(0);
  });

  test('created again under the same key is the same one', async () => {
    const twice = shop.withToken(shop.tokenOf('manager'), 'key-1').catalogue;
    expect(await twice.createProduct(apples)).toEqual(await twice.createProduct(apples));
    expect((await manager().listProducts({})).total).toBe(1);
  });
});

describe('changing a product', () => {
  test('changes the given fields and leaves the rest', async () => {
    const made = await manager().createProduct({ ...apples, preferredSupplier: 'Orchard', sku: 'A1' });
    shop.time.now += 60_000;
    const changed = await shop
      .as('admin')
      .catalogue.changeProduct({ id: made.id, version: 1, priceMinor: 349 });
    expect(changed).toEqual({
      ...made,
      priceMinor: 349,
      version: 2,
      changedAt: shop.time.now,
      changedBy: { id: shop.accountIdOf('admin'), name: 'Admin Test' },
    });
  });

  test('clears what is set to null', async () => {
    const { id: categoryId } = await manager().createCategory({ name: 'Fruit' });
    const { id } = await manager().createProduct({
      ...apples,
      categoryId,
      preferredSupplier: 'Orchard',
      thresholdMilli: 0,
      barcodes: [{ code: '4006381333931' }],
    });
    const bare = { categoryId: null, preferredSupplier: '', thresholdMilli: null, barcodes: [] };
    expect(await manager().changeProduct({ id, version: 1, ...bare })).toMatchObject(bare);
    expect(await manager().supplierNames()).toEqual([]);
  });

  test('is refused from an older version, with who changed it', async () => {
    const { id } = await manager().createProduct(apples);
    await manager().changeProduct({ id, version: 1, priceMinor: 349 });
    await expect(
      shop.as('admin').catalogue.changeProduct({ id, version: 1, priceMinor: 199 }),
    ).rejects.toMatchObject({ code: 'CHANGED_MEANWHILE', data: { what: 'Red Apples', by: 'Manager Test' } });
    expect(await manager().product({ id })).toMatchObject({ priceMinor: 349, version: 2 });
  });

  test('by two people at once succeeds once', async () => {
    const { id } = await manager().createProduct(apples);
    const outcomes = await Promise.allSettled([
      manager().changeProduct({ id, version: 1, priceMinor: 349 }),
      shop.as('admin').catalogue.changeProduct({ id, version: 1, priceMinor: 199 }),
    ]);
    expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
  });

  test('refuses the SKU and the name of another product, but not its own', async () => {
    const pears = await manager().createProduct({ ...apples, name: 'Pears', sku: 'PEAR' });
    const { id } = await manager().createProduct({ ...apples, sku: 'APPLE' });
    const change = (given: object) => manager().changeProduct({ id, version: 1, ...given });
    await expect(change({ sku: 'PEAR' })).rejects.toMatchObject({
      code: 'SKU_TAKEN',
      data: { productId: pears.id, productName: 'Pears' },
    });
    await expect(change({ name: 'Pears' })).rejects.toMatchObject({
      code: 'NAME_KNOWN',
      data: { productId: pears.id, sku: 'PEAR' },
    });
    expect(await change({ name: 'Pears', sku: 'apple', sameNameIsMeant: true })).toMatchObject({
      sku: 'apple',
    });
    expect(await manager().changeProduct({ id, version: 2, name: 'Pears', priceMinor: 1 })).toMatchObject({
      version: 3,
    });
  });

  test('refuses a unit that is too coarse for its stock', async () => {
    const { id } = await manager().createProduct({ ...apples, unit: 'kg' });
    await receive(id, 1_500);
    await expect(manager().changeProduct({ id, version: 1, unit: 'piece' })).rejects.toMatchObject({
      code: 'QUANTITY_TOO_FINE',
      data: { productName: 'Red Apples', unit: 'piece' },
    });
    await receive(id, 500);
    expect(await manager().changeProduct({ id, version: 1, unit: 'piece' })).toMatchObject({ unit: 'piece' });
  });

  test('makes it findable by its new name at once, and no longer by its old one', async () => {
    const { id } = await manager().createProduct(apples);
    await manager().changeProduct({ id, version: 1, name: 'Green Pears' });
    expect(await manager().findProducts({ text: 'pears' })).toMatchObject({ rows: [{ id }], total: 1 });
    expect(await manager().findProducts({ text: 'apples' })).toMatchObject({ rows: [], total: 0 });
  });

  test('is refused when it does not exist', async () => {
    const none = { code: 'NOT_FOUND', data: { what: 'product' } };
    await expect(manager().changeProduct({ id: 99, version: 1, priceMinor: 1 })).rejects.toMatchObject(none);
    await expect(manager().deleteProduct({ id: 99 })).rejects.toMatchObject(none);
    await expect(manager().product({ id: 99 })).rejects.toMatchObject(none);
  });
});

describe('deleting a product', () => {
  test('removes it with its empty stock entries', async () => {
    const product = { ...apples, barcodes: [{ code: '4006381333931' }] };
    const { id } = await manager().createProduct(product);
    await shop
      .as('manager')
      .stock.addEntry({ productId: id, locationId: SHOP, batch: null, openingMilli: 0 });
    await manager().deleteProduct({ id });
    await expect(manager().product({ id })).rejects.toMatchObject({ code: 'NOT_FOUND' });
    expect((await manager().findProducts({ text: 'apples' })).total).toBe(0);
    expect((await manager().createProduct(product)).barcode).toBe('4006381333931');
  });

  test('is refused once it has movements, when it can only be archived', async () => {
    const { id } = await manager().createProduct(apples);
    await receive(id, 1_000);
    expect(await manager().product({ id })).toMatchObject({ deletable: false, onHandMilli: 1_000 });
    await expect(manager().deleteProduct({ id })).rejects.toMatchObject({
      code: 'PRODUCT_MOVED',
      data: { productName: 'Red Apples' },
    });
    await manager().changeProduct({ id, version: 1, status: 'archived' });
    expect((await manager().findProducts({ text: 'apples' })).total).toBe(0);
  });
});

describe('the audit trail of products', () => {
  const trail = async () => (await shop.as('manager').audit.list({ entity: 'product' })).rows;

  test('keeps the old and new values of the changed fields only', async () => {
    const { id } = await manager().createProduct(apples);
    await manager().changeProduct({ id, version: 1, priceMinor: 349, barcodes: [{ code: 'A-1' }] });
    await manager().deleteProduct({ id });
    expect(await trail()).toMatchObject([
      { action: 'catalogue.deleteProduct', entityId: id, before: { priceMinor: 349 }, after: null },
      {
        action: 'catalogue.changeProduct',
        label: 'Red Apples',
        before: { priceMinor: 299, barcodes: [] },
        after: { priceMinor: 349, barcodes: [{ code: 'A-1', quantityMilli: 1_000 }] },
      },
      { action: 'catalogue.createProduct', by: { name: 'Manager Test' }, before: null, after: apples },
    ]);
    expect(Object.keys((await trail())[1]?.after ?? {})).toEqual(['barcodes', 'priceMinor']);
  });

  test('keeps nothing of a refused change', async () => {
    const { id } = await manager().createProduct(apples);
    const refused = manager().changeProduct({ id, version: 1, name: 'Pears', thresholdMilli: 1 });
    await expect(refused).rejects.toMatchObject({ code: 'QUANTITY_TOO_FINE' });
    expect(await trail()).toHaveLength(1);
    expect((await manager().findProducts({ text: 'pears' })).total).toBe(0);
  });
});
