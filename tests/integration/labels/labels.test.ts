import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { LabelLook, LabelRef } from '#shared/contract/labels';
import { readPdf } from '../../support/pdf-text';
import { openTestShop, type TestShop } from '../../support/test-store';

const GTIN = '4006381333931';
const LOOK: LabelLook = {
  layout: 'a4-3x8',
  design: 'shelf',
  show: { price: true, unitPrice: true, barcode: true },
};

let shop: TestShop;
beforeEach(async () => {
  shop = await openTestShop();
});
afterEach(() => shop.close());

const calls = () => shop.as('manager');
const make = (name: string, more: object = {}) =>
  calls().catalogue.createProduct({ name, priceMinor: 249, taxRateMilliPercent: 0, ...more });
const productRef = ({ id }: { id: number }): LabelRef => ({ of: 'product', id });
const drawn = async (ref: LabelRef, look: Partial<LabelLook> = {}) => {
  const { drawings } = await calls().labels.draw({ ...LOOK, ...look, refs: [ref] });
  const [drawing] = drawings;
  if (!drawing) throw new Error('nothing drawn');
  return { ...drawing, texts: drawing.texts.map(({ text }) => text.replaceAll('\u00a0', ' ')) };
};
const pdfOf = async (items: Array<LabelRef & { copies: number }>, more: object = {}) => {
  const file = await calls().labels.pdf({ ...LOOK, items, ...more });
  return Buffer.from(await file.arrayBuffer());
};

async function makeBatch(productId: number, number: string, expiresOn: string | null = '2026-12-31') {
  await calls().stock.receive({
    productId,
    locationId: 1,
    quantityMilli: 5_000,
    batch: { number, expiresOn },
  });
  const [batch] = await calls().stock.listBatches({ productId });
  if (!batch) throw new Error('no batch');
  return batch;
}

describe('a shelf label', () => {
  test('shows the name, the price and the price per kilogram, with the bars of the code', async () => {
    const butter = await make('Butter 250 g', { barcodes: [{ code: GTIN }] });
    const { texts, bars, troubles } = await drawn(productRef(butter));
    expect(texts).toEqual(['Butter 250 g', '€2.49', '€9.96 / kg', GTIN]);
    expect(bars).toMatch(/^M/);
    expect(troubles).toEqual([]);
  });

  test("shows the price after the product's discount, and the price before", async () => {
    const tea = await make('Tea', { discountMilliPercent: 10_000, barcodes: [{ code: GTIN }] });
    expect((await drawn(productRef(tea))).texts).toEqual(['Tea', '€2.24', 'instead of €2.49', GTIN]);
  });

  test("shows the unit price of a product sold by weight, in the store's currency and language", async () => {
    await shop.close();
    shop = await openTestShop({ currency: 'JPY', locale: 'de-DE' });
    const cheese = await make('Käse', { unit: 'kg', priceMinor: 123_450, barcodes: [{ code: GTIN }] });
    expect((await drawn(productRef(cheese))).texts).toContain('123.450 ¥ / kg');
  });

  test('hides what is switched off', async () => {
    const butter = await make('Butter 250 g', { barcodes: [{ code: GTIN }] });
    const show = { price: false, unitPrice: false, barcode: false };
    expect(await drawn(productRef(butter), { show })).toMatchObject({
      texts: ['Butter 250 g'],
      bars: '',
      troubles: [],
    });
  });

  test('shows the SKU when there is no barcode, and a scan of it finds the product everywhere', async () => {
    const bread = await make('Bread', { sku: 'BRD-1' });
    const { texts, troubles } = await drawn(productRef(bread));
    expect(texts).toContain('BRD-1');
    expect(troubles).toEqual([]);
    expect(await calls().scanning.resolve({ code: 'BRD-1' })).toMatchObject({ product: { id: bread.id } });
    expect(await calls().scanning.product({ code: 'BRD-1' })).toMatchObject({ product: { id: bread.id } });
    await calls().stock.receive({ productId: bread.id, locationId: 1, quantityMilli: 1000 });
    expect(await shop.as('cashier').sales.scan({ code: 'BRD-1' })).toMatchObject({
      line: { productId: bread.id },
    });
  });

  test('does not show an SKU that is another product’s barcode, and reports it', async () => {
    await make('Pens', { barcodes: [{ code: 'BRD-1', kind: 'own' }] });
    const bread = await make('Bread', { sku: 'BRD-1' });
    expect(await drawn(productRef(bread))).toMatchObject({
      bars: '',
      troubles: [{ kind: 'no code', detail: '' }],
    });
  });

  test('shows the code of one unit, not that of a pack', async () => {
    const cola = await make('Cola', {
      barcodes: [{ code: 'SIXPACK-1', quantityMilli: 6000 }, { code: GTIN }],
    });
    expect((await drawn(productRef(cola))).texts).toContain(GTIN);
  });
});

describe('a label problem is reported', () => {
  test('for a code too long for the label, which fits a larger one', async () => {
    const code = 'A-VERY-LONG-CODE-OF-THE-SHOP-1234567890';
    const chair = await make('Chair', { barcodes: [{ code }] });
    expect(await drawn(productRef(chair))).toMatchObject({
      bars: '',
      troubles: [{ kind: 'code too long', detail: code }],
    });
    const short = await make('Stool', { barcodes: [{ code: code.slice(0, 20) }] });
    expect(await drawn(productRef(short), { layout: 'roll-102x51' })).toMatchObject({ troubles: [] });
  });

  test('for a code that bars cannot encode', async () => {
    const sofa = await make('Sofa', { barcodes: [{ code: 'Söfa-1', kind: 'own' }] });
    expect((await drawn(productRef(sofa))).troubles).toEqual([
      { kind: 'code not printable', detail: 'Söfa-1' },
    ]);
  });

  test('for letters that no PDF font has, each one once', async () => {
    const tea = await make('茶茶 Tea 日', { barcodes: [{ code: GTIN }] });
    expect((await drawn(productRef(tea))).troubles).toEqual([{ kind: 'letters missing', detail: '茶日' }]);
  });

  test('except for Arabic, whose letters are all available', async () => {
    const tea = await make('شاي أخضر', { barcodes: [{ code: GTIN }] });
    expect((await drawn(productRef(tea))).troubles).toEqual([]);
    const content = readPdf(await pdfOf([{ ...productRef(tea), copies: 1 }]));
    expect(content.fonts).toBe(content.embeddedFonts);
  });
});

describe('a batch label', () => {
  test('shows product, expiry and batch as GS1-128 where it fits, and a scan finds all three', async () => {
    const milk = await make('Milk', { barcodes: [{ code: GTIN }] });
    const { id } = await makeBatch(milk.id, 'L77');
    const { texts } = await drawn({ of: 'batch', id }, { layout: 'a4-2x7' });
    expect(texts).toEqual(['Milk', 'Batch L77', 'Expires 31 Dec 2026', `(01)0${GTIN}(17)261231(10)L77`]);
    expect(await calls().scanning.resolve({ code: `]C1010${GTIN}1726123110L77` })).toMatchObject({
      product: { id: milk.id },
      batch: { number: 'L77', expiresOn: '2026-12-31' },
    });
  });

  test('shows the store’s own code on a small label, and a scan of it finds product and batch too', async () => {
    const milk = await make('Milk', { barcodes: [{ code: GTIN }] });
    const { id } = await makeBatch(milk.id, 'L77');
    const { texts, troubles } = await drawn({ of: 'batch', id }, { layout: 'a4-5x13' });
    expect(texts.at(-1)).toBe('LOT-0001');
    expect(troubles).toEqual([]);
    expect(await calls().scanning.resolve({ code: 'LOT-0001' })).toMatchObject({
      kind: 'product',
      product: { id: milk.id },
      quantityMilli: 1000,
      batch: { number: 'L77', expiresOn: '2026-12-31' },
    });
    await expect(calls().scanning.resolve({ code: 'LOT-0002' })).rejects.toMatchObject({
      code: 'UNKNOWN_BARCODE',
    });
  });

  test('shows the store’s own code where GS1 cannot encode the batch number', async () => {
    const jam = await make('Jam', { barcodes: [{ code: GTIN }] });
    const { id } = await makeBatch(jam.id, 'Früh 7', null);
    expect((await drawn({ of: 'batch', id }, { layout: 'roll-102x51' })).texts).toEqual([
      'Jam',
      'Batch Früh 7',
      'LOT-0001',
    ]);
  });

  test('loses its code to a product’s own code', async () => {
    const milk = await make('Milk', { barcodes: [{ code: GTIN }] });
    await makeBatch(milk.id, 'L77');
    const lots = await make('Lots', { barcodes: [{ code: 'LOT-0001', kind: 'own' }] });
    expect(await calls().scanning.resolve({ code: 'LOT-0001' })).toMatchObject({ product: { id: lots.id } });
  });
});

test('a location label has its name and barcode, and reports a missing barcode', async () => {
  const [place] = await calls().stock.listLocations();
  if (!place) throw new Error('no place');
  const ref: LabelRef = { of: 'location', id: place.id };
  expect((await drawn(ref)).troubles).toEqual([{ kind: 'no code', detail: '' }]);
  const { id, version } = place;
  await calls().stock.changeLocation({ id, version, barcode: 'LOC-0001' });
  expect(await drawn(ref)).toMatchObject({ texts: ['Shop', 'LOC-0001'], troubles: [] });
});

describe('a label file', () => {
  test('has the copies of each item, and starts on the first free label of the sheet', async () => {
    const [milk, bread] = [await make('Milk'), await make('Bread')];
    const items = [
      { ...productRef(milk), copies: 3 },
      { ...productRef(bread), copies: 2 },
    ];
    const { pages } = readPdf(await pdfOf(items, { startAt: 21 }));
    expect(pages.map((page) => page.match(/Milk|Bread/g))).toEqual([
      ['Milk', 'Milk', 'Milk'],
      ['Bread', 'Bread'],
    ]);
  });

  test('has pages of the size of the labels of a roll', async () => {
    const milk = await make('Milk');
    const bytes = await pdfOf([{ ...productRef(milk), copies: 2 }], { layout: 'roll-57x32' });
    const boxes = [...bytes.toString('latin1').matchAll(/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]/g)];
    expect(boxes.map(([, width, height]) => [Number(width), Number(height)])).toEqual(
      Array(2).fill([expect.closeTo((57 * 72) / 25.4, 1), expect.closeTo((32 * 72) / 25.4, 1)]),
    );
  });

  test('has at most 2,000 labels', async () => {
    const milk = await make('Milk');
    const items = Array(2).fill({ ...productRef(milk), copies: 1001 });
    await expect(calls().labels.pdf({ ...LOOK, items })).rejects.toMatchObject({
      code: 'LABELS_TOO_MANY',
      data: { labels: 2002, atMost: 2000 },
    });
  });

  test('is refused for deleted items', async () => {
    await expect(drawn({ of: 'product', id: 99 })).rejects.toMatchObject({
      code: 'NOT_FOUND',
      data: { what: 'product' },
    });
  });
});

describe('the items for labels', () => {
  test('are products, batches and locations in the requested order, without deleted ones', async () => {
    const milk = await make('Milk', { sku: 'M1', barcodes: [{ code: GTIN }] });
    const batch = await makeBatch(milk.id, 'L77');
    const refs: LabelRef[] = [
      { of: 'location', id: 2 },
      { of: 'batch', id: batch.id },
      { of: 'product', id: 99 },
      productRef(milk),
    ];
    const { rows } = await calls().labels.items({ refs });
    expect(rows).toMatchObject([
      { of: 'location', name: 'Storeroom', piecesOnHand: null },
      { of: 'batch', name: 'Milk', batchNumber: 'L77', productId: milk.id, piecesOnHand: 5 },
      { of: 'product', name: 'Milk', sku: 'M1', piecesOnHand: 5 },
    ]);
  });

  test('are the active products of a category and its subcategories', async () => {
    const food = await calls().catalogue.createCategory({ name: 'Food' });
    const dairy = await calls().catalogue.createCategory({ name: 'Dairy', parentId: food.id });
    await make('Milk', { categoryId: dairy.id });
    await make('Bread', { categoryId: food.id });
    await make('Old bread', { categoryId: food.id, status: 'inactive' });
    const { rows, more } = await calls().labels.items({ categoryId: food.id });
    expect(rows.map(({ name }) => name)).toEqual(['Bread', 'Milk']);
    expect(more).toBe(false);
  });
});
