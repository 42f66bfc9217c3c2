import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { makeProduct } from '../../support/goods';
import { refuses } from '../../support/sales';
import { openTestShop, type TestShop } from '../../support/test-store';

const SHOP = 1;
const STOREROOM = 2;

describe('stock changed by hand', () => {
  let shop: TestShop;
  beforeEach(async () => {
    shop = await openTestShop();
  });
  afterEach(() => shop.close());

  const storekeeper = () => shop.as('storekeeper').stock;
  const manager = () => shop.as('manager').stock;

  describe('an opening entry', () => {
    test('records a movement for its quantity, and none for zero', async () => {
      const [tea, coffee] = [makeProduct(shop), makeProduct(shop)];
      const entry = await storekeeper().addEntry({ productId: tea, locationId: SHOP, openingMilli: 6000 });
      expect(entry).toMatchObject({ onHandMilli: 6000, availableMilli: 6000, lastReceivedAt: shop.time.now });
      await storekeeper().addEntry({ productId: coffee, locationId: SHOP, openingMilli: 0 });
      const { rows } = await storekeeper().history({});
      expect(rows).toMatchObject([{ kind: 'opening', productId: tea, quantityMilli: 6000 }]);
    });

    test('is refused when the entry exists, with the existing one', async () => {
      const tea = makeProduct(shop, { name: 'Tea' });
      const entry = await storekeeper().addEntry({ productId: tea, locationId: SHOP, openingMilli: 6000 });
      await expect(
        storekeeper().addEntry({ productId: tea, locationId: SHOP, openingMilli: 1000 }),
      ).rejects.toMatchObject({
        code: 'ENTRY_EXISTS',
        data: {
          entryId: entry.id,
          productName: 'Tea',
          locationName: 'Shop',
          onHandMilli: 6000,
          unit: 'piece',
        },
      });
    });

    test('is separate for each location and each batch', async () => {
      const tea = makeProduct(shop);
      const batch = { number: 'B1', expiresOn: '2027-01-31' };
      await storekeeper().addEntry({ productId: tea, locationId: SHOP, openingMilli: 1000 });
      await storekeeper().addEntry({ productId: tea, locationId: STOREROOM, openingMilli: 2000 });
      await storekeeper().addEntry({ productId: tea, locationId: SHOP, batch, openingMilli: 3000 });
      const { rows } = await storekeeper().listEntries({ productId: tea });
      expect(rows).toMatchObject([
        { locationName: 'Shop', batchNumber: 'B1', expiresOn: '2027-01-31', onHandMilli: 3000 },
        { locationName: 'Shop', batchNumber: null, expiresOn: null, onHandMilli: 1000 },
        { locationName: 'Storeroom', batchNumber: null, onHandMilli: 2000 },
      ]);
    });

    test('can be removed only at zero', async () => {
      const tea = makeProduct(shop, { name: 'Tea' });
      const entry = await storekeeper().addEntry({ productId: tea, locationId: SHOP, openingMilli: 6000 });
      await expect(storekeeper().removeEntry({ id: entry.id })).rejects.toMatchObject({
        code: 'ENTRY_NOT_EMPTY',
        data: {
          productName: 'Tea',
          locationName: 'Shop',
          onHandMilli: 6000,
          reservedMilli: 0,
          unit: 'piece',
        },
      });
      await storekeeper().adjust({ entryId: entry.id, onHandMilli: 0, reason: 'Sold out' });
      await storekeeper().removeEntry({ id: entry.id });
      expect((await storekeeper().listEntries({})).rows).toEqual([]);
      await expect(storekeeper().removeEntry({ id: entry.id })).rejects.toMatchObject({ code: 'NOT_FOUND' });
    });
  });

  describe('receiving', () => {
    test('creates a new entry and batch, and adds to existing ones', async () => {
      const ham = makeProduct(shop);
      const at = {
        productId: ham,
        locationId: STOREROOM,
        batch: { number: 'L42', expiresOn: '2026-12-24' },
      };
      await storekeeper().receive({ ...at, quantityMilli: 2000 });
      const again = { ...at, batch: { number: 'L42' } };
      const entry = await storekeeper().receive({ ...again, quantityMilli: 3000, reason: 'Late van' });
      expect(entry).toMatchObject({ onHandMilli: 5000, batchNumber: 'L42', expiresOn: '2026-12-24' });
      expect((await storekeeper().history({})).rows).toMatchObject([
        { kind: 'received', beforeMilli: 2000, afterMilli: 5000, reason: 'Late van', batchNumber: 'L42' },
        { kind: 'received', beforeMilli: 0, afterMilli: 2000, reason: '' },
      ]);
    });

    test('keeps the expiry of a known batch', async () => {
      const ham = makeProduct(shop);
      const receive = (expiresOn: string) =>
        storekeeper().receive({
          productId: ham,
          locationId: SHOP,
          batch: { number: 'L42', expiresOn },
          quantityMilli: 1000,
        });
      await receive('2026-12-24');
      await expect(receive('2026-12-31')).rejects.toMatchObject({
        code: 'BATCH_EXPIRY_DIFFERS',
        data: { batchNumber: 'L42', expiresOn: '2026-12-24' },
      });
    });

    test('takes a cost only from people who can see cost, and otherwise uses the average', async () => {
      const ham = makeProduct(shop);
      const goods = { productId: ham, locationId: SHOP, quantityMilli: 10_000 };
      expect((await manager().receive({ ...goods, cost: { totalMinor: 1200 } })).valueMinor).toBe(1200);
      await expect(storekeeper().receive({ ...goods, cost: { totalMinor: 1 } })).rejects.toMatchObject({
        code: 'NOT_PERMITTED',
      });
      expect((await storekeeper().receive(goods)).valueMinor).toBeNull();
      expect((await manager().listEntries({})).rows).toMatchObject([{ valueMinor: 2400 }]);
    });

    test('refuses half a piece, but takes half a kilogram', async () => {
      const [egg, flour] = [
        makeProduct(shop, { name: 'Egg' }),
        makeProduct(shop, { name: 'Flour', unit: 'kg' }),
      ];
      const half = { locationId: SHOP, quantityMilli: 500 };
      await expect(storekeeper().receive({ ...half, productId: egg })).rejects.toMatchObject({
        code: 'QUANTITY_TOO_FINE',
        data: { productName: 'Egg', unit: 'piece' },
      });
      expect((await storekeeper().receive({ ...half, productId: flour })).onHandMilli).toBe(500);
    });

    test('is refused for an unknown product or location, which the refusal names', async () => {
      const goods = { productId: makeProduct(shop), locationId: SHOP, quantityMilli: 1000 };
      await expect(storekeeper().receive({ ...goods, productId: 999 })).rejects.toMatchObject({
        code: 'NOT_FOUND',
        data: { what: 'product' },
      });
      await expect(storekeeper().receive({ ...goods, locationId: 999 })).rejects.toMatchObject({
        data: { what: 'location' },
      });
    });
  });

  describe('a correction', () => {
    test('sets the quantity found, up or down, with its reason', async () => {
      const tea = makeProduct(shop);
      const { id } = await storekeeper().addEntry({ productId: tea, locationId: SHOP, openingMilli: 6000 });
      await storekeeper().adjust({ entryId: id, onHandMilli: 4000, reason: 'Counted' });
      const found = await storekeeper().adjust({ entryId: id, onHandMilli: 7000, reason: 'Found a box' });
      expect(found.onHandMilli).toBe(7000);
      expect((await storekeeper().history({ kinds: ['adjusted'] })).rows).toMatchObject([
        { quantityMilli: 3000, reason: 'Found a box', by: { name: 'Storekeeper Test' } },
        { quantityMilli: -2000, reason: 'Counted' },
      ]);
    });

    test('to the same quantity records no movement', async () => {
      const tea = makeProduct(shop);
      const { id } = await storekeeper().addEntry({ productId: tea, locationId: SHOP, openingMilli: 6000 });
      await storekeeper().adjust({ entryId: id, onHandMilli: 6000, reason: 'Counted' });
      expect((await storekeeper().history({ kinds: ['adjusted'] })).rows).toEqual([]);
    });

    test('or a write-off needs a reason', async () => {
      const tea = makeProduct(shop);
      const { id } = await storekeeper().addEntry({ productId: tea, locationId: SHOP, openingMilli: 6000 });
      const wasted = storekeeper().waste({ entryId: id, quantityMilli: 1000, reason: ' ' });
      await expect(wasted).rejects.toMatchObject({ code: 'REASON_MISSING' });
      const adjusted = storekeeper().adjust({ entryId: id, onHandMilli: 0, reason: '' });
      await expect(adjusted).rejects.toMatchObject({ code: 'REASON_MISSING' });
    });

    test('cannot write off more than is in stock', async () => {
      const tea = makeProduct(shop, { name: 'Tea' });
      const { id } = await storekeeper().addEntry({ productId: tea, locationId: SHOP, openingMilli: 6000 });
      await expect(
        storekeeper().waste({ entryId: id, quantityMilli: 7000, reason: 'Mouse' }),
      ).rejects.toMatchObject({
        code: 'INSUFFICIENT_STOCK',
        data: { productName: 'Tea', requestedMilli: 7000, availableMilli: 6000, locationName: 'Shop' },
      });
    });

    test('cannot write off more without a batch than there is, and points to the stock in batches', async () => {
      const tea = makeProduct(shop, { name: 'Tea' });
      const at = { productId: tea, locationId: SHOP };
      const { id } = await storekeeper().addEntry({ ...at, openingMilli: 18_000 });
      const wasting = () => storekeeper().waste({ entryId: id, quantityMilli: 500_000, reason: 'Mouse' });
      const short = { requestedMilli: 500_000, availableMilli: 18_000, batchNumber: null };
      await refuses(shop, wasting, 'INSUFFICIENT_STOCK', { ...short, inBatchesMilli: 0 });
      const batch = { number: 'L7', expiresOn: null };
      const { id: batchEntryId } = await storekeeper().receive({ ...at, quantityMilli: 12_000, batch });
      await refuses(shop, wasting, 'INSUFFICIENT_STOCK', { ...short, inBatchesMilli: 12_000 });
      const ofBatch = { entryId: batchEntryId, quantityMilli: 13_000, reason: 'Mouse' };
      await refuses(shop, () => storekeeper().waste(ofBatch), 'INSUFFICIENT_STOCK', {
        availableMilli: 12_000,
        batchNumber: 'L7',
        inBatchesMilli: 0,
      });
    });

    test('is in the audit trail with the quantity before and after', async () => {
      const tea = makeProduct(shop, { name: 'Tea' });
      const { id } = await storekeeper().addEntry({ productId: tea, locationId: SHOP, openingMilli: 6000 });
      await storekeeper().waste({ entryId: id, quantityMilli: 1000, reason: 'Mouse' });
      const audited = shop.store.database.handle
        .prepare(`SELECT action, label, before, after FROM log_entry WHERE entity = 'stock' ORDER BY id`)
        .all();
      expect(audited).toEqual([
        {
          action: 'stock.addEntry',
          label: 'Tea',
          before: null,
          after: '{"onHandMilli":6000,"locationName":"Shop"}',
        },
        {
          action: 'stock.waste',
          label: 'Tea',
          before: '{"onHandMilli":6000}',
          after: '{"onHandMilli":5000,"locationName":"Shop"}',
        },
      ]);
    });
  });

  describe('the stock list', () => {
    test('shows for a category only its products and those of its subcategories', async () => {
      const { catalogue } = shop.as('manager');
      const food = await catalogue.createCategory({ name: 'Food' });
      const drinks = await catalogue.createCategory({ name: 'Drinks', parentId: food.id });
      const product = { priceMinor: 100, taxRateMilliPercent: 21_000 };
      const tea = await catalogue.createProduct({ ...product, name: 'Tea', categoryId: drinks.id });
      const soap = await catalogue.createProduct({ ...product, name: 'Soap' });
      for (const { id } of [tea, soap])
        await storekeeper().addEntry({ productId: id, locationId: SHOP, openingMilli: 1000 });
      for (const { id: categoryId } of [food, drinks])
        expect((await storekeeper().listEntries({ categoryId })).rows).toMatchObject([{ productId: tea.id }]);
    });

    test('is ordered by product name and paged, with the total', async () => {
      for (const name of ['Pears', 'Apples', 'Figs']) {
        const openingMilli = 1000;
        await storekeeper().addEntry({
          productId: makeProduct(shop, { name }),
          locationId: SHOP,
          openingMilli,
        });
      }
      const first = await storekeeper().listEntries({ limit: 2 });
      expect(first).toMatchObject({
        rows: [{ productName: 'Apples' }, { productName: 'Figs' }],
        total: 3,
        totalIsExact: true,
      });
      const second = await storekeeper().listEntries({ limit: 2, offset: 2 });
      expect(second.rows).toMatchObject([{ productName: 'Pears' }]);
    });

    test('shows as low what is at or below the threshold in all locations together, if there is one', async () => {
      const [low, high, none] = [
        makeProduct(shop, { name: 'Low', thresholdMilli: 5000 }),
        makeProduct(shop, { name: 'High', thresholdMilli: 5000 }),
        makeProduct(shop, { name: 'None' }),
      ];
      const put = (productId: number, locationId: number, openingMilli: number) =>
        storekeeper().addEntry({ productId, locationId, openingMilli });
      await put(low, SHOP, 2000);
      await put(low, STOREROOM, 3000);
      await put(high, SHOP, 2000);
      await put(high, STOREROOM, 4000);
      await put(none, SHOP, 0);
      const { rows, total } = await storekeeper().listEntries({ lowOnly: true });
      expect(rows.map(({ productName }) => productName)).toEqual(['Low', 'Low']);
      expect(total).toBe(2);
    });

    test('is not available to customers', async () => {
      await expect(shop.as('customer').stock.listEntries({})).rejects.toMatchObject({
        code: 'NOT_PERMITTED',
      });
    });
  });
});
