import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { fillProducts } from '../../support/many-products';
import { openTestShop, type TestShop } from '../../support/test-store';

let shop: TestShop;
const manager = () => shop.as('manager').catalogue;

async function found(text: string, categoryId?: number): Promise<string[]> {
  return (await manager().findProducts({ text, categoryId })).rows.map(({ name }) => name);
}

describe('the search box', () => {
  let drinksId: number;

  beforeAll(async () => {
    shop = await openTestShop();
    const make = (name: string, more: object = {}) =>
      manager().createProduct({ name, priceMinor: 100, taxRateMilliPercent: 0, ...more });
    const drinks = await manager().createCategory({ name: 'Drinks' });
    const juices = await manager().createCategory({ name: 'Juices', parentId: drinks.id });
    drinksId = drinks.id;
    await make('Pineapple', { sku: 'FRUIT-7' });
    await make('Red Apples', { barcodes: [{ code: '4006381333931' }] });
    await make('Apple Juice', { categoryId: juices.id, description: 'Pressed on "Hill" farm' });
    await make('Crème Brûlée', { description: 'Contains 100% cream' });
    await make('تفاح أحمر');
    await make('Cider', { description: 'From apples', categoryId: drinks.id });
    await make('Old Apple Wine', { status: 'archived' });
    await make("Häagen-Dazs 6 x 330 ml O'Hara");
  });
  afterAll(() => shop.close());

  test('finds any part of a name, SKU, barcode or description', async () => {
    expect(await found('neapp')).toEqual(['Pineapple']);
    expect(await found('uit-7')).toEqual(['Pineapple']);
    expect(await found('133393')).toEqual(['Red Apples']);
    expect(await found('pressed on')).toEqual(['Apple Juice']);
  });

  test('shows the best matches first: names that start with the text, then words, parts and the rest', async () => {
    expect(await found('apple')).toEqual(['Apple Juice', 'Red Apples', 'Pineapple', 'Cider']);
  });

  test('gives the best match first in a list without a chosen order, whatever its status', async () => {
    const listed = async (search: string): Promise<string[]> =>
      (await manager().listProducts({ search })).rows.map(({ name }) => name);
    expect(await listed('apple')).toEqual([
      'Apple Juice',
      'Old Apple Wine',
      'Red Apples',
      'Pineapple',
      'Cider',
    ]);
    expect(await listed('FRUIT-7')).toEqual(['Pineapple']);
    expect((await listed(''))[0]).toBe('Apple Juice');
  });

  test('shows an exact match of SKU or barcode before anything else', async () => {
    const { id } = await manager().createProduct({
      name: 'Zwieback',
      sku: 'apple',
      priceMinor: 1,
      taxRateMilliPercent: 0,
    });
    expect((await found('APPLE'))[0]).toBe('Zwieback');
    await manager().deleteProduct({ id });
    expect(await found('04006381333931')).toEqual(['Red Apples']);
  });

  test('finds a product by the number of one of its batches, also in the lists of products and stock', async () => {
    const [{ id: productId } = { id: 0 }] = (await manager().findProducts({ text: 'Cider' })).rows;
    const batch = { number: 'LOT-7', expiresOn: null };
    await shop.as('manager').stock.receive({ productId, locationId: 1, quantityMilli: 1000, batch });
    expect(await found('LOT-7')).toEqual(['Cider']);
    const { rows } = await manager().listProducts({ search: 'LOT-7' });
    expect(rows.map(({ name }) => name)).toEqual(['Cider']);
    const sorted = await manager().listProducts({
      search: 'LOT-7',
      sort: [{ by: 'price', descending: true }],
    });
    expect(sorted.rows).toHaveLength(1);
    const inStock = await shop.as('manager').stock.listEntries({ search: 'LOT-7' });
    expect(inStock.rows.map(({ batchNumber }) => batchNumber)).toEqual(['LOT-7']);
  });

  test('finds the start of words by one or two characters', async () => {
    expect(await found('a')).toEqual(['Apple Juice', 'Red Apples', 'Cider']);
    expect(await found('ju')).toEqual(['Apple Juice']);
    expect(await found('7')).toEqual(['Pineapple']);
    expect(await found('z')).toEqual([]);
  });

  test('needs every word to match, long and short, in any order', async () => {
    expect(await found('juice apple')).toEqual(['Apple Juice']);
    expect(await found('a juice')).toEqual(['Apple Juice']);
    expect(await found('ju a')).toEqual(['Apple Juice']);
    expect(await found('apple brûlée')).toEqual([]);
  });

  test('ignores case and accents', async () => {
    for (const text of ['creme brulee', 'CRÈME', 'brûl', 'br', 'cre\u0300me']) {
      expect(await found(text)).toContain('Crème Brûlée');
    }
  });

  test('finds Arabic names by a part and by their start', async () => {
    expect(await found('تفاح')).toEqual(['تفاح أحمر']);
    expect(await found('أح')).toEqual(['تفاح أحمر']);
  });

  test.for([
    '"',
    '""',
    'name:apple',
    'apple OR pineapple',
    'NEAR(a b)',
    "'; DROP TABLE product",
    '*',
    '^a^',
    '-',
  ])('takes %j literally and finds no match for it', async (text) => expect(await found(text)).toEqual([]));

  test('takes quotes, wildcards and spaces as plain text', async () => {
    expect(await found('"hill"')).toEqual(['Apple Juice']);
    expect(await found('100%')).toEqual(['Crème Brûlée']);
    expect(await found(" 6  x 330 o'hara ")).toEqual(["Häagen-Dazs 6 x 330 ml O'Hara"]);
  });

  test('searches one category with its subcategories', async () => {
    expect(await found('apple', drinksId)).toEqual(['Apple Juice', 'Cider']);
    expect(await found('', drinksId)).toEqual(['Apple Juice', 'Cider']);
  });

  test('shows active products by name before a text is entered', async () => {
    expect(await found('')).toEqual([
      'Apple Juice',
      'Cider',
      'Crème Brûlée',
      "Häagen-Dazs 6 x 330 ml O'Hara",
      'Pineapple',
      'Red Apples',
      'تفاح أحمر',
    ]);
  });
});

describe('a search among many products', () => {
  beforeAll(async () => {
    shop = await openTestShop();
    fillProducts(shop.store.database.handle, 3_000);
  });
  afterAll(() => shop.close());

  test('has an exact total up to 1,000, and more than 1,000 after that', async () => {
    expect(await manager().findProducts({ text: 'o' })).toMatchObject({ total: 1_000, totalIsExact: false });
    const few = await manager().findProducts({ text: 'chocolate', limit: 500 });
    expect(few).toMatchObject({ total: few.rows.length, totalIsExact: true });
  });

  test('shows names that start with the text first, even of more than 1,000', async () => {
    const { rows } = await manager().findProducts({ text: 'o', limit: 90 });
    expect(rows.filter(({ name }) => /^o/i.test(name))).toHaveLength(90);
  });

  test.for(['chocolate', 'o', 'or', 'kg'])(
    'pages through the matches of %j without gaps or repeats',
    async (text) => {
      const pages = [0, 200, 400, 600, 800].map((offset) =>
        manager().findProducts({ text, offset, limit: 200 }),
      );
      const found = (await Promise.all(pages)).flatMap(({ rows }) => rows.map(({ id }) => id));
      const { total } = await manager().findProducts({ text });
      expect(total).toBeGreaterThan(20);
      expect(new Set(found).size).toBe(total);
      expect(found).toHaveLength(total);
    },
  );
});
