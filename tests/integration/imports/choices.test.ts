import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { checkAgreement } from '#main/health/agreement';
import { imported, looked } from '../../support/imports';
import { ended, fileOf } from '../../support/jobs';
import { openTestShop, type TestShop } from '../../support/test-store';

let shop: TestShop;
beforeEach(async () => {
  shop = await openTestShop({ defaultThresholdMilli: 2000 });
});
afterEach(() => shop.close());

const manager = () => shop.as('manager');
const productOf = async (code: string) => {
  const {
    product: { id },
  } = await manager().scanning.product({ code });
  return manager().catalogue.product({ id });
};

test('a code with a wrong check digit becomes a store code, which a scan finds', async () => {
  await imported(manager(), 'Name,Price,EAN\nTea,1,4006381-333932\nMug,1,036000291453', {
    wrongCheckDigit: 'own',
  });
  expect((await productOf('4006381333932')).barcodes).toMatchObject([{ code: '4006381333932', kind: 'own' }]);
  expect((await productOf('036000291453')).name).toBe('Mug');
});

test('every form of a barcode is stored in the form that scans use for look-up', async () => {
  const text = 'Name,Price,Barcodes\nTea,1,036000291452; 96385074\nMug,1,10012345678902|SHELF-7';
  await imported(manager(), text);
  expect((await productOf('0036000291452')).name).toBe('Tea');
  expect((await productOf('96385074')).barcodes.map(({ code }) => code)).toEqual([
    '0036000291452',
    '96385074',
  ]);
  expect((await productOf('SHELF-7')).name).toBe('Mug');
});

describe('an existing product with the SKU or barcode', () => {
  beforeEach(() =>
    imported(manager(), 'Name,SKU,EAN,Price,Cost\nAssam,TEA-1,4006381333931,5.00,2.00\nMug,MUG,,9.00,3.00'),
  );

  test('gets the changes of the file and keeps what the file does not contain', async () => {
    const text =
      'Code,Name,EAN,Price,Category\ntea-1,Assam fine,96385074,5.50,Tea\n,,4006381333931,,\nMUG,Mug,,9.00,';
    const { created, updated, unchanged, refused } = await imported(manager(), text);
    expect({ created, updated, unchanged, refused }).toEqual({
      created: 0,
      updated: 1,
      unchanged: 1,
      refused: 1,
    });
    expect(await productOf('96385074')).toMatchObject({
      name: 'Assam fine',
      sku: 'tea-1',
      priceMinor: 550,
      costMinor: 200,
      categoryName: 'Tea',
      version: 2,
      barcodes: [{ code: '4006381333931' }, { code: '96385074' }],
    });
    expect((await manager().catalogue.findProducts({ text: 'fine' })).rows).toHaveLength(1);
  });

  test('stays unchanged if that was chosen', async () => {
    const text = 'SKU,Name,Price\nTEA-1,Other,1\nNEW,New one,1';
    const { created, skipped } = await imported(manager(), text, { knownProducts: 'skip' });
    expect({ created, skipped }).toEqual({ created: 1, skipped: 1 });
    expect((await productOf('4006381333931')).name).toBe('Assam');
  });

  test('is found by its barcode too, and then gets the SKU of the file', async () => {
    await imported(manager(), 'EAN,Name,SKU,Price\n4006381333931,Assam,NEW-SKU,5');
    expect((await productOf('4006381333931')).sku).toBe('NEW-SKU');
  });

  test('has each of its changes in the audit trail, with the values before', async () => {
    await imported(manager(), 'SKU,Name,Price\nTEA-1,Assam,6.00');
    const { rows: entries } = await shop.as('admin').audit.list({ entity: 'product' });
    expect(entries[0]).toMatchObject({
      action: 'imports.start',
      label: 'Assam',
      before: { priceMinor: 500 },
      after: { priceMinor: 600 },
    });
  });

  test('has exactly the changes in the preview that the audit trail then has', async () => {
    const heading =
      'SKU,Name,EAN,Price,Cost,Unit,VAT,Discount,Status,Threshold,Reorder quantity,Supplier,Category';
    const text = [
      `${heading},Description`,
      'TEA-9,Assam fine,4006381333931; 96385074,5.50,2.20,kg,9,5,inactive,1.5,3,Tea & Co,Food > Tea,Strong',
      'mug,Mug,,9.00,3.00,,,,,,,,,',
    ].join('\n');
    const chosen = { newCategories: 'make' } as const;
    const { fileId, choices } = await looked(manager(), text, chosen);
    const { rows } = await manager().imports.preview({ fileId, choices });
    expect(rows.map(({ outcome, changes }) => ({ outcome, ...changes }))).toEqual([
      {
        outcome: 'update',
        before: {
          name: 'Assam',
          description: '',
          sku: 'TEA-1',
          barcodes: [{ code: '4006381333931' }],
          category: '',
          priceMinor: 500,
          costMinor: 200,
          unit: 'piece',
          taxRateMilliPercent: choices.taxRateMilliPercent,
          discountMilliPercent: 0,
          status: 'active',
          thresholdMilli: 2000,
          reorderMilli: null,
          preferredSupplier: '',
        },
        after: {
          name: 'Assam fine',
          description: 'Strong',
          sku: 'TEA-9',
          barcodes: [{ code: '4006381333931' }, { code: '96385074' }],
          category: 'Food / Tea',
          priceMinor: 550,
          costMinor: 220,
          unit: 'kg',
          taxRateMilliPercent: 9000,
          discountMilliPercent: 5000,
          status: 'inactive',
          thresholdMilli: 1500,
          reorderMilli: 3000,
          preferredSupplier: 'Tea & Co',
        },
      },
      { outcome: 'update', before: { sku: 'MUG' }, after: { sku: 'mug' } },
    ]);
    await imported(manager(), text, chosen);
    const { rows: entries } = await shop.as('admin').audit.list({ entity: 'product' });
    const logged = entries.slice(0, 2).map(({ before, after }) => ({ before, after }));
    expect(logged).toEqual(expect.arrayContaining(rows.map(({ changes }) => changes)));
  });

  test('has no changes in the preview when nothing of it changes', async () => {
    const text = [
      'SKU,Name,EAN,Price,Category,Stock',
      'TEA-1,Assam,4006381333931,5.00,Unheard of,',
      'MUG,Mug,,9.00,,4',
      'NEW,New one,,1,,',
    ].join('\n');
    const { fileId, choices } = await looked(manager(), text, { newCategories: 'useChosen' });
    const { rows } = await manager().imports.preview({ fileId, choices });
    expect(rows.map(({ outcome }) => outcome)).toEqual(['unchanged', 'update', 'new']);
    const nothing = { before: {}, after: {} };
    expect(rows.map(({ changes }) => changes)).toEqual([nothing, nothing, nothing]);
    const skipping = { ...choices, knownProducts: 'skip' as const };
    const { rows: skipped } = await manager().imports.preview({ fileId, choices: skipping });
    expect(skipped.map(({ changes }) => changes)).toEqual([nothing, nothing, nothing]);
  });

  test('keeps its category in the preview where the one of the file is not created', async () => {
    await imported(manager(), 'SKU,Name,Category\nTEA-1,Assam,Tea');
    const text = 'SKU,Name,Price,Category\nTEA-1,Assam,6,Unheard of';
    const { fileId, choices } = await looked(manager(), text, { newCategories: 'useChosen' });
    const { rows } = await manager().imports.preview({ fileId, choices });
    expect(rows[0]?.product?.category).toBe('Tea');
    expect(rows[0]?.changes).toEqual({ before: { priceMinor: 500 }, after: { priceMinor: 600 } });
  });
});

test('a new product without a price is imported as inactive at 0, if that was chosen', async () => {
  await imported(manager(), 'Name,EAN,Price,Status\nTea,96385074,,\nMug,4006381333931,,archived', {
    missingPrice: 'inactive',
  });
  expect(await productOf('96385074')).toMatchObject({ priceMinor: 0, status: 'inactive' });
  expect((await productOf('4006381333931')).status).toBe('archived');
});

test('missing categories of the file are created once, below existing ones', async () => {
  const { catalogue } = manager();
  const drinks = await catalogue.createCategory({ name: 'Drinks' });
  await catalogue.createCategory({ name: 'Tea', parentId: drinks.id });
  const rows = [
    'Name,Price,EAN,Category',
    'A,1,96385074,drinks > TEA',
    'B,1,4006381333931,Tea',
    'C,1,4012345678901,Drinks > Coffee > Beans',
    'D,1,4006381333948,Drinks / Coffee',
    'E,1,SHELF-1,Salt/Pepper',
  ];
  const { refused } = await imported(manager(), rows.join('\n'), { newCategories: 'make' });
  expect(refused).toBe(0);
  const paths = await Promise.all(
    ['96385074', '4006381333931', '4012345678901', '4006381333948', 'SHELF-1'].map(async (code) =>
      (await productOf(code)).categoryPath.map(({ name }) => name).join(' > '),
    ),
  );
  expect(paths).toEqual([
    'Drinks > Tea',
    'Drinks > Tea',
    'Drinks > Coffee > Beans',
    'Drinks > Coffee',
    'Salt/Pepper',
  ]);
  expect(await catalogue.listCategories()).toHaveLength(5);
});

test('the chosen category takes rows with no category or an unknown one', async () => {
  const { id } = await manager().catalogue.createCategory({ name: 'To be sorted' });
  const text = 'Name,Price,EAN,Category\nA,1,96385074,\nB,1,4006381333931,Unheard of';
  await imported(manager(), text, { categoryId: id, newCategories: 'useChosen' });
  expect((await productOf('96385074')).categoryId).toBe(id);
  expect((await productOf('4006381333931')).categoryId).toBe(id);
  expect(await manager().catalogue.listCategories()).toHaveLength(1);
});

test("values missing in a row come from the choices and the store's defaults for new products", async () => {
  const text = 'Name,Price,EAN,Unit,VAT,Supplier\nA,1,96385074,,,\nB,1,4006381333931,kg,9%,Tea & Co';
  await imported(manager(), text, { unit: 'pack', taxRateMilliPercent: 21_000 });
  expect(await productOf('96385074')).toMatchObject({
    unit: 'pack',
    taxRateMilliPercent: 21_000,
    thresholdMilli: 2000,
  });
  expect(await productOf('4006381333931')).toMatchObject({
    unit: 'kg',
    taxRateMilliPercent: 9000,
    preferredSupplier: 'Tea & Co',
  });
});

test('a decimal comma is detected, and can be overridden', async () => {
  const text = 'Name;Price;EAN\nA;1.234,50;96385074\nB;2,5;4006381333931';
  const { fileId, choices } = await looked(manager(), text);
  expect(choices.decimalSign).toBe('comma');
  const { rows } = await manager().imports.preview({ fileId, choices });
  expect(rows.map(({ product }) => product?.priceMinor)).toEqual([123_450, 250]);
  const point = { ...choices, decimalSign: 'point' as const };
  const { rows: other } = await manager().imports.preview({ fileId, choices: point });
  expect(other.map(({ outcome }) => outcome)).toEqual(['refused', 'refused']);
});

test('rates have up to three decimals, which also reveal the decimal sign of a file with whole prices', async () => {
  const text = 'Name;Price;EAN;Tax %;Discount %\nA;2;96385074;8,125;33,333%\nB;2;4006381333931;7,7;0,001';
  const { choices } = await looked(manager(), text);
  expect(choices.decimalSign).toBe('comma');
  await imported(manager(), text);
  expect(await productOf('96385074')).toMatchObject({
    taxRateMilliPercent: 8125,
    discountMilliPercent: 33_333,
  });
  expect(await productOf('4006381333931')).toMatchObject({
    taxRateMilliPercent: 7700,
    discountMilliPercent: 1,
  });
});

describe('opening stock', () => {
  test("is at the chosen location at the product's cost, moved by the import and its person", async () => {
    const text =
      'Name,Price,Cost,EAN,Stock,Unit\nTea,5,2.50,96385074,12,\nSaffron,9,100,4006381333931,0.25,kg\nMug,1,1,4012345678901,0,';
    const { id, fileName } = await imported(manager(), text, { locationId: 2 });
    const { rows } = await manager().stock.listEntries({ locationId: 2 });
    expect(
      rows.map(({ productName, onHandMilli, valueMinor }) => [productName, onHandMilli, valueMinor]),
    ).toEqual([
      ['Saffron', 250, 2500],
      ['Tea', 12_000, 3000],
    ]);
    const history = await manager().stock.history({ productId: (await productOf('96385074')).id });
    expect(history.rows).toEqual([
      expect.objectContaining({
        kind: 'opening',
        quantityMilli: 12_000,
        valueMinor: 3000,
        cause: 'import',
        causeId: id,
        causeLabel: fileName,
        by: { id: shop.accountIdOf('manager'), name: 'Manager Test' },
      }),
    ]);
    expect(checkAgreement(shop.store.database.handle)).toEqual([]);
  });

  test('is added to a known product with none at that location, at its cost elsewhere', async () => {
    const { catalogue, stock } = manager();
    const { id } = await catalogue.createProduct({
      name: 'Tea',
      sku: 'TEA',
      priceMinor: 500,
      costMinor: 100,
      taxRateMilliPercent: 9000,
    });
    await stock.addEntry({
      productId: id,
      locationId: 1,
      openingMilli: 1000,
      cost: { totalMinor: 300 },
      batch: null,
    });
    const { updated } = await imported(manager(), 'SKU,Name,Quantity\nTEA,Tea,4', { locationId: 2 });
    expect(updated).toBe(1);
    const { rows } = await stock.listEntries({ productId: id, locationId: 2 });
    expect(rows).toMatchObject([{ onHandMilli: 4000, valueMinor: 1200 }]);
    expect(checkAgreement(shop.store.database.handle)).toEqual([]);
  });

  test('needs an open location', async () => {
    const { fileId, choices } = await looked(manager(), 'Name,Price,Stock\nTea,1,2');
    await shop.as('admin').stock.closeLocation({ id: 2 });
    const closed = { fileId, choices: { ...choices, locationId: 2 } };
    await expect(manager().imports.start(closed)).rejects.toMatchObject({ code: 'LOCATION_CLOSED' });
    const nowhere = { fileId, choices: { ...choices, locationId: null } };
    await expect(manager().imports.start(nowhere)).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });
});

test('texts that start like a formula, with or without an apostrophe, survive an export and import', async () => {
  const names = ['=1+1', '+49', '-5 °C', '@home', "'=1+1", "''@home", "'s-Hertogenbosch", '＝1'];
  const { catalogue } = manager();
  const ids: number[] = [];
  for (const name of names) {
    const product = { name, description: `${name} too`, priceMinor: 100, taxRateMilliPercent: 0 };
    ids.push((await catalogue.createProduct(product)).id);
  }
  const { id } = await catalogue.exportProducts({});
  await ended(manager(), id);
  const { text } = await fileOf(manager(), id);
  const { unchanged, refused } = await imported(manager(), text);
  expect({ unchanged, refused }).toEqual({ unchanged: names.length, refused: 0 });
  const renamed = text.replaceAll(' too', ' as well');
  expect((await imported(manager(), renamed)).updated).toBe(names.length);
  const found = await Promise.all(ids.map((each) => catalogue.product({ id: each })));
  expect(found.map(({ name, description }) => [name, description])).toEqual(
    names.map((name) => [name, `${name} as well`]),
  );
});

test('an export of the product list survives an import', async () => {
  const text = [
    'Name,SKU,EAN,Category,Price,Cost,Unit,Tax %,Discount %,Threshold,Reorder quantity,Supplier,Description',
    '"=1+1, ""odd""",ODD,96385074; SHELF-1,Food > Odd,1.05,0.5,kg,9,12.5,1.5,3,Odd & Co,"Two\nlines"',
    'Tea,TEA,,,2,1,piece,21,0,4,,,',
  ].join('\n');
  expect((await imported(manager(), text)).created).toBe(2);
  const { id } = await manager().catalogue.exportProducts({});
  await ended(manager(), id);
  const exported = (await fileOf(manager(), id)).text;
  const { created, updated, unchanged, refused } = await imported(manager(), exported);
  expect({ created, updated, unchanged, refused }).toEqual({
    created: 0,
    updated: 0,
    unchanged: 2,
    refused: 0,
  });
});
