import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { refuses, SHOP, shelf, stocked, ticketOf } from '../../support/sales';
import { openTestShop, type TestShop } from '../../support/test-store';

const STOREROOM = 2;
const HONEY = '4006381333931';
const CASE_OF_TEA = '4000417025005';

describe('counting', () => {
  let shop: TestShop;
  beforeEach(async () => {
    shop = await openTestShop();
  });
  afterEach(() => shop.close());

  const keeper = () => shop.as('storekeeper').stocktakes;
  const manager = () => shop.as('manager').stocktakes;
  const start = (categoryId: number | null = null) => manager().start({ locationId: SHOP, categoryId });
  const honeyAndTea = async () => {
    const honey = await stocked(shop, {
      name: 'Honey',
      priceMinor: 500,
      barcode: HONEY,
      onHandMilli: 10_000,
    });
    const tea = await stocked(shop, {
      name: 'Tea',
      priceMinor: 300,
      barcodes: [{ code: CASE_OF_TEA, quantityMilli: 6000 }],
      onHandMilli: 12_000,
    });
    return { honey, tea };
  };
  const category = (name: string, parentId: number | null = null) =>
    shop.as('manager').catalogue.createCategory({ name, parentId });
  const receive = (
    productId: number,
    quantityMilli: number,
    batch?: { number: string; expiresOn: string | null },
  ) =>
    shop
      .as('storekeeper')
      .stock.receive({ productId, locationId: SHOP, quantityMilli, batch: batch ?? null });
  const sell = async (productId: number, quantityMilli = 1000) => {
    const cashier = shop.as('cashier');
    const ticketId = await ticketOf(cashier, [productId, quantityMilli]);
    await cashier.sales.completeTicket({ ticketId, tenders: [{ kind: 'cash', amountMinor: 100_000 }] });
  };
  const line = async (stocktakeId: number, productId: number) => {
    const { rows } = await manager().lines({ stocktakeId, filter: 'all' });
    return rows.find((row) => row.productId === productId);
  };

  test('freezes the stock on hand at the start, and stock at zero need not be counted', async () => {
    const { honey } = await honeyAndTea();
    await stocked(shop, { name: 'Out of stock', priceMinor: 100, onHandMilli: 0 });
    const { id, lineCount, countedCount } = await start();
    expect({ lineCount, countedCount }).toEqual({ lineCount: 2, countedCount: 0 });
    const { rows } = await manager().lines({ stocktakeId: id, filter: 'uncounted' });
    expect(rows.map(({ productName }) => productName)).toEqual(['Honey', 'Tea']);
    await receive(honey, 5000);
    await keeper().count({ stocktakeId: id, code: HONEY });
    expect((await keeper().get({ id })).stocktake).toMatchObject({ lineCount: 2, countedCount: 1 });
  });

  test('adds one per scan or the content of a pack, and adds a typed quantity or sets it as the total', async () => {
    const { tea } = await honeyAndTea();
    const { id: stocktakeId } = await start();
    await keeper().count({ stocktakeId, code: HONEY });
    expect(await keeper().count({ stocktakeId, code: HONEY })).toMatchObject({ countedMilli: 2000 });
    expect(await keeper().count({ stocktakeId, code: CASE_OF_TEA })).toMatchObject({
      productId: tea,
      quantityMilli: 6000,
      countedMilli: 6000,
    });
    expect(await keeper().count({ stocktakeId, productId: tea, quantityMilli: 4000 })).toMatchObject({
      countedMilli: 10_000,
    });
    const set = { stocktakeId, productId: tea, quantityMilli: 3000, mode: 'set' } as const;
    expect(await keeper().count(set)).toMatchObject({ countedMilli: 3000 });
    expect(await keeper().count({ stocktakeId, code: CASE_OF_TEA })).toMatchObject({ countedMilli: 9000 });
  });

  test('by two people of one list keeps who made each count, and adds the counts up', async () => {
    const { honey } = await honeyAndTea();
    const { id: stocktakeId } = await start();
    await Promise.all([
      keeper().count({ stocktakeId, code: HONEY, quantityMilli: 4000 }),
      manager().count({ stocktakeId, code: HONEY, quantityMilli: 3000 }),
      keeper().count({ stocktakeId, code: HONEY, quantityMilli: 2000 }),
    ]);
    const counted = await line(stocktakeId, honey);
    expect(counted).toMatchObject({ countedMilli: 9000 });
    const counts = await manager().counts({ lineId: counted?.id ?? 0 });
    expect(counts.map(({ by, quantityMilli }) => [by.name, quantityMilli])).toEqual([
      ['Storekeeper Test', 2000],
      ['Manager Test', 3000],
      ['Storekeeper Test', 4000],
    ]);
    const { counters } = await manager().get({ id: stocktakeId });
    expect(counters.map(({ person, counts, now }) => [person.name, counts, now]).sort()).toEqual([
      ['Manager Test', 1, true],
      ['Storekeeper Test', 2, true],
    ]);
  });

  test('can be undone by each person for their own counts, the last one first', async () => {
    await honeyAndTea();
    const { id: stocktakeId } = await start();
    await keeper().count({ stocktakeId, code: HONEY, quantityMilli: 5000 });
    await keeper().count({ stocktakeId, code: CASE_OF_TEA });
    await manager().count({ stocktakeId, code: HONEY });
    expect(await keeper().undoCount({ stocktakeId })).toMatchObject({
      productName: 'Tea',
      countedMilli: null,
    });
    expect(await keeper().undoCount({ stocktakeId })).toMatchObject({
      productName: 'Honey',
      countedMilli: 1000,
    });
    expect((await keeper().get({ id: stocktakeId })).stocktake.countedCount).toBe(1);
    await refuses(shop, () => keeper().undoCount({ stocktakeId }), 'NOTHING_TO_UNDO', {});
  });

  test('restores the earlier count when a count that set the quantity is undone', async () => {
    await honeyAndTea();
    const { id: stocktakeId } = await start();
    await keeper().count({ stocktakeId, code: HONEY, quantityMilli: 5000 });
    await keeper().count({ stocktakeId, code: HONEY, quantityMilli: 1000, mode: 'set' });
    expect(await keeper().undoCount({ stocktakeId })).toMatchObject({ countedMilli: 5000 });
  });

  test('adds to the list what is found although none was in stock', async () => {
    await honeyAndTea();
    const lost = await stocked(shop, { name: 'Lost and found', priceMinor: 100, onHandMilli: 0 });
    const { id: stocktakeId } = await start();
    expect(await keeper().count({ stocktakeId, productId: lost, quantityMilli: 2000 })).toMatchObject({
      found: true,
      countedMilli: 2000,
    });
    expect((await keeper().get({ id: stocktakeId })).stocktake).toMatchObject({
      lineCount: 3,
      countedCount: 1,
    });
    await manager().review({ id: stocktakeId });
    expect(await line(stocktakeId, lost)).toMatchObject({ expectedMilli: 0, differenceMilli: 2000 });
  });

  test('offers the batches in stock before those that are used up, and hides quantities in a blind count', async () => {
    const milk = await stocked(shop, {
      name: 'Milk',
      priceMinor: 100,
      barcode: '4012345678901',
      onHandMilli: 0,
    });
    await receive(milk, 1000, { number: 'OLD', expiresOn: '2026-11-25' });
    await sell(milk);
    await receive(milk, 4000, { number: 'B2', expiresOn: '2026-12-24' });
    await receive(milk, 6000, { number: 'B1', expiresOn: '2026-12-01' });
    const { id: stocktakeId } = await start();
    await refuses(shop, () => keeper().count({ stocktakeId, code: '4012345678901' }), 'BATCH_NEEDED', {
      unit: 'piece',
      batches: [
        expect.objectContaining({ number: 'B1', isUsedUp: false, onHandMilli: null }),
        expect.objectContaining({ number: 'B2', isUsedUp: false, onHandMilli: null }),
        expect.objectContaining({ number: 'OLD', isUsedUp: true, onHandMilli: null }),
      ],
    });
    await shop.as('admin').settings.change({ blindStocktake: false });
    await manager().cancel({ id: stocktakeId });
    const { id: openId } = await start();
    await refuses(
      shop,
      () => keeper().count({ stocktakeId: openId, code: '4012345678901' }),
      'BATCH_NEEDED',
      {
        batches: [
          expect.objectContaining({ number: 'B1', onHandMilli: 6000 }),
          expect.objectContaining({ number: 'B2', onHandMilli: 4000 }),
          expect.objectContaining({ number: 'OLD', onHandMilli: 0 }),
        ],
      },
    );
  });

  test('needs one of several batches to be named, and creates an unknown batch', async () => {
    const milk = await stocked(shop, {
      name: 'Milk',
      priceMinor: 100,
      barcode: '4012345678901',
      onHandMilli: 0,
    });
    await receive(milk, 6000, { number: 'B1', expiresOn: '2026-12-01' });
    await receive(milk, 4000, { number: 'B2', expiresOn: '2026-12-24' });
    const { id: stocktakeId } = await start();
    const scanned = { stocktakeId, code: '4012345678901' };
    await expect(keeper().count(scanned)).rejects.toMatchObject({
      code: 'BATCH_NEEDED',
      data: { productName: 'Milk', batches: [{ number: 'B1' }, { number: 'B2' }] },
    });
    const batch = { number: 'B2', expiresOn: null };
    expect(await keeper().count({ ...scanned, batch })).toMatchObject({ batchNumber: 'B2', found: false });
    expect(await keeper().count({ ...scanned, batch: { number: 'B3', expiresOn: null } })).toMatchObject({
      batchNumber: 'B3',
      found: true,
    });
    await refuses(
      shop,
      () => keeper().count({ ...scanned, batch: { number: 'B1', expiresOn: '2027-01-01' } }),
      'BATCH_EXPIRY_DIFFERS',
    );
  });

  test('of a category includes its subcategories, and other products only on confirmation', async () => {
    const drinks = await category('Drinks');
    const juices = await category('Juices', drinks.id);
    const juice = await stocked(shop, { name: 'Juice', priceMinor: 200, categoryId: juices.id });
    const { honey } = await honeyAndTea();
    const { id: stocktakeId, lineCount } = await start(drinks.id);
    expect(lineCount).toBe(1);
    await keeper().count({ stocktakeId, productId: juice });
    await refuses(shop, () => keeper().count({ stocktakeId, productId: honey }), 'NOT_IN_STOCKTAKE', {
      productName: 'Honey',
      categoryName: 'Drinks',
      locationName: 'Shop',
    });
    await keeper().count({ stocktakeId, productId: honey, quantityMilli: 10_000, beyondCategory: true });
    // Once on the list, it is counted like the other lines.
    await keeper().count({ stocktakeId, productId: honey });
    await manager().review({ id: stocktakeId });
    expect(await line(stocktakeId, honey)).toMatchObject({ expectedMilli: 10_000, differenceMilli: 1000 });
  });

  describe('with sales and receipts meanwhile', () => {
    test('does not report as missing what was sold before or after its count', async () => {
      const { honey } = await honeyAndTea();
      const { id: stocktakeId } = await start();
      await sell(honey, 2000);
      await keeper().count({ stocktakeId, code: HONEY, quantityMilli: 8000 });
      await sell(honey, 3000);
      await receive(honey, 1000);
      await manager().review({ id: stocktakeId });
      expect(await line(stocktakeId, honey)).toMatchObject({
        expectedMilli: 8000,
        differenceMilli: 0,
        range: null,
      });
    });

    test('does not report as missing what was sold between two of its counts, and shows the uncertainty', async () => {
      const { honey } = await honeyAndTea();
      const { id: stocktakeId } = await start();
      await keeper().count({ stocktakeId, code: HONEY, quantityMilli: 4000 });
      await sell(honey, 1000);
      expect(await keeper().count({ stocktakeId, code: HONEY, quantityMilli: 5000 })).toMatchObject({
        countedMilli: 9000,
        leftMilli: 1000,
        cameMilli: 0,
      });
      await manager().review({ id: stocktakeId });
      expect(await line(stocktakeId, honey)).toMatchObject({
        differenceMilli: 0,
        range: { leastMilli: -1000, mostMilli: 0 },
      });
    });

    test('has no uncertainty after the total is counted again', async () => {
      const { honey } = await honeyAndTea();
      const { id: stocktakeId } = await start();
      await keeper().count({ stocktakeId, code: HONEY, quantityMilli: 4000 });
      await sell(honey, 1000);
      await keeper().count({ stocktakeId, code: HONEY, quantityMilli: 4000 });
      await keeper().count({ stocktakeId, code: HONEY, quantityMilli: 7000, mode: 'set' });
      await manager().review({ id: stocktakeId });
      expect(await line(stocktakeId, honey)).toMatchObject({ differenceMilli: -2000, range: null });
      expect(shelf(shop, honey).onHandMilli).toBe(9000);
    });
  });

  describe('blind', () => {
    test('shows nobody the expected quantities until it is closed for review', async () => {
      const { honey } = await honeyAndTea();
      const { id: stocktakeId, blind } = await start();
      expect(blind).toBe(true);
      await keeper().count({ stocktakeId, code: HONEY });
      for (const role of ['storekeeper', 'admin'] as const) {
        const { rows } = await shop.as(role).stocktakes.lines({ stocktakeId });
        for (const row of rows) {
          expect(row).toMatchObject({
            expectedMilli: null,
            differenceMilli: null,
            valueMinor: null,
            range: null,
          });
        }
        const different = await shop.as(role).stocktakes.lines({ stocktakeId, filter: 'different' });
        expect(different.rows).toEqual([]);
      }
      await manager().review({ id: stocktakeId });
      expect(await line(stocktakeId, honey)).toMatchObject({ expectedMilli: 10_000, differenceMilli: -9000 });
    });

    test('is set by the store', async () => {
      const { honey } = await honeyAndTea();
      await shop.as('admin').settings.change({ blindStocktake: false });
      const { id: stocktakeId, blind } = await start();
      expect(blind).toBe(false);
      expect(await line(stocktakeId, honey)).toMatchObject({ expectedMilli: 10_000, differenceMilli: null });
    });
  });

  describe('is refused', () => {
    test('where the same entries are already being counted, with the name of who counts them', async () => {
      const drinks = await category('Drinks');
      const juices = await category('Juices', drinks.id);
      const snacks = await category('Snacks');
      const chips = await stocked(shop, { name: 'Chips', priceMinor: 100, categoryId: snacks.id });
      const { id } = await start(drinks.id);
      const overlap = { stocktakeId: id, locationName: 'Shop', categoryName: 'Drinks', by: 'Manager Test' };
      for (const categoryId of [null, drinks.id, juices.id]) {
        await refuses(shop, () => start(categoryId), 'STOCKTAKE_OVERLAPS', overlap);
      }
      await keeper().count({ stocktakeId: id, productId: chips, beyondCategory: true });
      await refuses(shop, () => start(snacks.id), 'STOCKTAKE_OVERLAPS', overlap);
      await manager().start({ locationId: STOREROOM, categoryId: drinks.id });
    });

    test('for a product that another stocktake of the location counts', async () => {
      const drinks = await category('Drinks');
      const snacks = await category('Snacks');
      const chips = await stocked(shop, { name: 'Chips', priceMinor: 100, categoryId: snacks.id });
      const { id: ofSnacks } = await start(snacks.id);
      const { id: stocktakeId } = await start(drinks.id);
      await refuses(
        shop,
        () => keeper().count({ stocktakeId, productId: chips, beyondCategory: true }),
        'STOCKTAKE_OVERLAPS',
        { stocktakeId: ofSnacks, categoryName: 'Snacks' },
      );
    });

    test('for half a piece, for adding zero, and for a code and a product at once', async () => {
      const { honey } = await honeyAndTea();
      const { id: stocktakeId } = await start();
      await refuses(
        shop,
        () => keeper().count({ stocktakeId, productId: honey, quantityMilli: 500 }),
        'QUANTITY_TOO_FINE',
        { productName: 'Honey', unit: 'piece' },
      );
      await refuses(
        shop,
        () => keeper().count({ stocktakeId, productId: honey, quantityMilli: 0 }),
        'INPUT_INVALID',
      );
      await refuses(
        shop,
        () => keeper().count({ stocktakeId, productId: honey, code: HONEY }),
        'INPUT_INVALID',
      );
      await keeper().count({ stocktakeId, productId: honey, quantityMilli: 0, mode: 'set' });
    });

    test('for an unknown code', async () => {
      const { id: stocktakeId } = await start();
      await refuses(shop, () => keeper().count({ stocktakeId, code: '4260123456788' }), 'UNKNOWN_BARCODE');
    });

    test('at a closed location', async () => {
      await shop.as('manager').stock.closeLocation({ id: STOREROOM });
      await refuses(shop, () => manager().start({ locationId: STOREROOM }), 'LOCATION_CLOSED');
    });
  });

  test('keeps its location from being closed, and afterwards from being deleted', async () => {
    const { id } = await manager().start({ locationId: STOREROOM });
    await refuses(shop, () => shop.as('manager').stock.closeLocation({ id: STOREROOM }), 'LOCATION_COUNTED', {
      locationName: 'Storeroom',
      by: 'Manager Test',
    });
    await manager().cancel({ id });
    await refuses(shop, () => shop.as('manager').stock.deleteLocation({ id: STOREROOM }), 'LOCATION_USED');
    await shop.as('manager').stock.closeLocation({ id: STOREROOM });
  });

  test('keeps its products from being deleted', async () => {
    const lost = await stocked(shop, { name: 'Lost and found', priceMinor: 100, onHandMilli: 0 });
    const { id: stocktakeId } = await start();
    await keeper().count({ stocktakeId, productId: lost });
    await refuses(shop, () => shop.as('manager').catalogue.deleteProduct({ id: lost }), 'PRODUCT_MOVED');
  });
});
