import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { composeScaleLabel, DEFAULT_SCALE_LAYOUTS, type ScaleLayout } from '#shared/kernel/scale-label';
import { txOf } from '../../support/connections';
import { ctxOf } from '../../support/goods';
import { refuses, stocked } from '../../support/sales';
import { openTestShop, type TestShop } from '../../support/test-store';

const [WEIGHT_LABEL, PRICE_LABEL] = DEFAULT_SCALE_LAYOUTS as readonly [ScaleLayout, ScaleLayout];
const COLA = '5449000000996';

describe('a ticket', () => {
  let shop: TestShop;
  beforeEach(async () => {
    shop = await openTestShop({ scaleLayouts: [...DEFAULT_SCALE_LAYOUTS], cashStepMinor: 5 });
  });
  afterEach(() => shop.close());

  const cashier = () => shop.as('cashier').sales;
  const manager = () => shop.as('manager').sales;
  const lines = async () => (await cashier().currentTicket())?.lines ?? [];

  describe('a scanned product', () => {
    test('starts a ticket at its current price', async () => {
      expect(await cashier().currentTicket()).toBeNull();
      const productId = await stocked(shop, {
        name: 'Cola',
        priceMinor: 199,
        discountMilliPercent: 10_000,
        barcode: COLA,
      });
      const change = await cashier().scan({ code: COLA });
      expect(change.line).toMatchObject({
        productId,
        name: 'Cola',
        quantityMilli: 1000,
        listPriceMinor: 199,
        unitPriceMinor: 199,
        standingDiscountMilliPercent: 10_000,
        grossMinor: 199,
        ownDiscountMinor: 20,
        lineTotalMinor: 179,
      });
      expect(change.totals).toEqual({
        lineCount: 1,
        subtotalMinor: 179,
        discountMinor: 0,
        taxMinor: 31,
        totalMinor: 179,
        taxes: [{ taxRateMilliPercent: 21_000, exclTaxMinor: 148, taxMinor: 31, inclTaxMinor: 179 }],
      });
      expect(change.cashDueMinor).toBe(180);
      expect(await cashier().currentTicket()).toMatchObject({ id: change.ticketId, lines: [change.line] });
    });

    test('adds one to the same line when scanned again', async () => {
      await stocked(shop, { name: 'Cola', priceMinor: 199, barcode: COLA });
      const first = await cashier().scan({ code: COLA });
      const second = await cashier().scan({ code: COLA });
      expect(second).toMatchObject({
        lineId: first.lineId,
        line: { quantityMilli: 2000 },
        version: first.version + 1,
      });
    });

    test('adds as much as its pack holds', async () => {
      await stocked(shop, {
        name: 'Cola',
        priceMinor: 199,
        barcodes: [{ code: COLA }, { code: 'SIX-PACK', kind: 'own', quantityMilli: 6000 }],
      });
      await cashier().scan({ code: COLA });
      expect((await cashier().scan({ code: 'SIX-PACK' })).line).toMatchObject({ quantityMilli: 7000 });
      const twice = await cashier().scan({ code: 'SIX-PACK', quantityMilli: 2000 });
      expect(twice.line).toMatchObject({ quantityMilli: 19_000 });
    });

    test('adds the given quantity, but a scale label counts once', async () => {
      const label = composeScaleLabel(WEIGHT_LABEL, 1, 0);
      await stocked(shop, {
        name: 'Cheese',
        priceMinor: 1990,
        unit: 'kg',
        barcodes: [{ code: label }, { code: 'CHEESE', kind: 'own' }],
      });
      expect((await cashier().scan({ code: 'CHEESE', quantityMilli: 450 })).line).toMatchObject({
        quantityMilli: 450,
      });
      const code = composeScaleLabel(WEIGHT_LABEL, 1, 100);
      expect((await cashier().scan({ code, quantityMilli: 3000 })).line).toMatchObject({
        quantityMilli: 550,
      });
    });

    test('gets a new line where the other was changed by hand or the price changed', async () => {
      const id = await stocked(shop, { name: 'Cola', priceMinor: 199, barcode: COLA });
      const { lineId } = await manager().scan({ code: COLA });
      await manager().changeLine({ lineId, note: 'cold' });
      const second = await manager().scan({ code: COLA });
      await manager().discountLine({
        lineId: second.lineId,
        discount: { kind: 'percent', milliPercent: 5000 },
      });
      const third = await manager().scan({ code: COLA });
      await manager().overridePrice({ lineId: third.lineId, unitPriceMinor: 150 });
      await manager().scan({ code: COLA });
      await shop.as('manager').catalogue.changeProduct({ id, version: 1, priceMinor: 210 });
      await manager().scan({ code: COLA });
      const ticket = await manager().currentTicket();
      expect(ticket?.lines.map(({ position, unitPriceMinor }) => [position, unitPriceMinor])).toEqual([
        [1, 199],
        [2, 199],
        [3, 150],
        [4, 199],
        [5, 210],
      ]);
    });

    test("keeps the price of its scan when the product's price changes", async () => {
      const id = await stocked(shop, { name: 'Cola', priceMinor: 199, barcode: COLA });
      await cashier().scan({ code: COLA });
      await shop.as('manager').catalogue.changeProduct({ id, version: 1, priceMinor: 210, name: 'Zero' });
      expect(await lines()).toMatchObject([{ name: 'Cola', unitPriceMinor: 199 }]);
    });

    test('is refused when its code is unknown, and a misread code is reported as such', async () => {
      await refuses(shop, () => cashier().scan({ code: 'NOTHING' }), 'UNKNOWN_BARCODE', { code: 'NOTHING' });
      await refuses(shop, () => cashier().scan({ code: COLA }), 'UNKNOWN_BARCODE', { code: COLA });
      await refuses(shop, () => cashier().scan({ code: '5449000000997' }), 'BARCODE_CHECK_DIGIT', {
        code: '5449000000997',
        expected: 6,
      });
    });

    test('is refused when it is not for sale', async () => {
      const id = await stocked(shop, { name: 'Cola', priceMinor: 199, barcode: COLA });
      const product = { id, version: 1, status: 'inactive' } as const;
      await shop.as('manager').catalogue.changeProduct(product);
      await refuses(shop, () => cashier().scan({ code: COLA }), 'PRODUCT_NOT_SOLD', {
        productName: 'Cola',
        status: 'inactive',
      });
      await refuses(shop, () => cashier().addLine({ productId: id }), 'PRODUCT_NOT_SOLD');
      await refuses(shop, () => cashier().addLine({ productId: 999 }), 'NOT_FOUND', { what: 'product' });
    });

    test('cannot exceed the available stock, including what is on the ticket', async () => {
      const id = await stocked(shop, { name: 'Cola', priceMinor: 199, barcode: COLA, onHandMilli: 2000 });
      await cashier().scan({ code: COLA });
      const { lineId } = await cashier().scan({ code: COLA });
      const short = {
        productId: id,
        productName: 'Cola',
        unit: 'piece',
        requestedMilli: 3000,
        availableMilli: 2000,
        locationName: 'Shop',
      };
      await refuses(shop, () => cashier().scan({ code: COLA }), 'INSUFFICIENT_STOCK', short);
      await refuses(
        shop,
        () => cashier().changeLine({ lineId, quantityMilli: 3000 }),
        'INSUFFICIENT_STOCK',
        short,
      );
    });

    test('can exceed the available stock where the store allows it', async () => {
      shop.store.services.settings.save(txOf(shop.store), { allowNegativeStock: true }, shop.time.now, 1);
      await stocked(shop, { name: 'Cola', priceMinor: 199, barcode: COLA, onHandMilli: 0 });
      expect((await cashier().scan({ code: COLA })).line).toMatchObject({ quantityMilli: 1000 });
    });

    test('is never half a piece, but can be a gram', async () => {
      const piece = await stocked(shop, { name: 'Cola', priceMinor: 199 });
      const kilo = await stocked(shop, { name: 'Saffron', priceMinor: 1_234_567, unit: 'kg' });
      await refuses(
        shop,
        () => cashier().addLine({ productId: piece, quantityMilli: 500 }),
        'QUANTITY_TOO_FINE',
        { productName: 'Cola', unit: 'piece' },
      );
      expect((await cashier().addLine({ productId: kilo, quantityMilli: 1 })).line).toMatchObject({
        quantityMilli: 1,
        grossMinor: 1235,
      });
    });

    test('has a quantity above zero in whole thousandths', async () => {
      const productId = await stocked(shop, { name: 'Sugar', priceMinor: 199, unit: 'kg', barcode: 'SUGAR' });
      const { lineId } = await cashier().addLine({ productId, quantityMilli: 1000 });
      for (const quantityMilli of [0, -1000, 0.5]) {
        await refuses(shop, () => cashier().addLine({ productId, quantityMilli }), 'INPUT_INVALID');
        await refuses(shop, () => cashier().scan({ code: 'SUGAR', quantityMilli }), 'INPUT_INVALID');
        await refuses(shop, () => cashier().changeLine({ lineId, quantityMilli }), 'INPUT_INVALID');
      }
      const issue = { field: 'quantityMilli', message: 'must be above 0' };
      await refuses(shop, () => cashier().addLine({ productId, quantityMilli: 0 }), 'INPUT_INVALID', {
        issues: [issue],
      });
    });

    test('is refused when the total exceeds what a ticket can carry', async () => {
      shop.store.services.settings.save(txOf(shop.store), { allowNegativeStock: true }, shop.time.now, 1);
      const productId = await stocked(shop, { name: 'Palace', priceMinor: 900_000_000_000 });
      await refuses(
        shop,
        () => cashier().addLine({ productId, quantityMilli: 10_000_000_000 }),
        'INPUT_INVALID',
      );
    });
  });

  describe('a scale label', () => {
    const ITEM = 12345;

    test('with a weight adds that weight of the product', async () => {
      await stocked(shop, {
        name: 'Cheese',
        priceMinor: 1990,
        unit: 'kg',
        barcode: composeScaleLabel(WEIGHT_LABEL, ITEM, 0),
      });
      const change = await cashier().scan({ code: composeScaleLabel(WEIGHT_LABEL, ITEM, 755) });
      expect(change.line).toMatchObject({ quantityMilli: 755, fixedGrossMinor: null, grossMinor: 1502 });
      const more = await cashier().scan({ code: composeScaleLabel(WEIGHT_LABEL, ITEM, 245) });
      expect(more.line).toMatchObject({ quantityMilli: 1000, grossMinor: 1990 });
    });

    test('with a weight is refused for a product counted in pieces', async () => {
      await stocked(shop, {
        name: 'Cola',
        priceMinor: 199,
        barcode: composeScaleLabel(WEIGHT_LABEL, ITEM, 0),
      });
      const code = composeScaleLabel(WEIGHT_LABEL, ITEM, 755);
      await refuses(shop, () => cashier().scan({ code }), 'QUANTITY_TOO_FINE');
    });

    test('with a weight is converted to grams for a product sold by the gram', async () => {
      await stocked(shop, {
        name: 'Tea',
        priceMinor: 5,
        unit: 'g',
        onHandMilli: 1_000_000,
        barcode: composeScaleLabel(WEIGHT_LABEL, ITEM, 0),
      });
      const change = await cashier().scan({ code: composeScaleLabel(WEIGHT_LABEL, ITEM, 80) });
      expect(change.line).toMatchObject({ quantityMilli: 80_000, grossMinor: 400 });
    });

    test('with a price costs that price, and the stock quantity is derived from it', async () => {
      await stocked(shop, {
        name: 'Ham',
        priceMinor: 1990,
        unit: 'kg',
        barcode: composeScaleLabel(PRICE_LABEL, ITEM, 0),
      });
      const code = composeScaleLabel(PRICE_LABEL, ITEM, 250);
      const change = await cashier().scan({ code });
      expect(change.line).toMatchObject({ quantityMilli: 126, fixedGrossMinor: 250, grossMinor: 250 });
      await cashier().scan({ code });
      expect(await lines()).toHaveLength(2);
    });

    test('with a price is priced by its quantity once its quantity or unit price is set by hand', async () => {
      await stocked(shop, {
        name: 'Ham',
        priceMinor: 1990,
        unit: 'kg',
        barcode: composeScaleLabel(PRICE_LABEL, ITEM, 0),
      });
      const { lineId } = await manager().scan({ code: composeScaleLabel(PRICE_LABEL, ITEM, 250) });
      const cheaper = await manager().overridePrice({ lineId, unitPriceMinor: 1000 });
      expect(cheaper.line).toMatchObject({ grossMinor: 126 });
      const back = await manager().overridePrice({ lineId, unitPriceMinor: null });
      expect(back.line).toMatchObject({ grossMinor: 250 });
      const set = await manager().changeLine({ lineId, quantityMilli: 200 });
      expect(set.line).toMatchObject({ fixedGrossMinor: null, grossMinor: 398 });
    });

    test('without a product is unknown', async () => {
      const code = composeScaleLabel(WEIGHT_LABEL, ITEM, 755);
      await refuses(shop, () => cashier().scan({ code }), 'UNKNOWN_BARCODE', { code });
    });
  });

  test('is unchanged after a scan is rolled back, in memory as on disk', async () => {
    const id = await stocked(shop, { name: 'Cola', priceMinor: 199, barcode: COLA, onHandMilli: 3000 });
    await cashier().addLine({ productId: id });
    const ctx = ctxOf(shop, 'cashier', 'sales.scan');
    const failing = shop.store.database.writes.run((tx) => {
      shop.store.services.sales.in(tx).tickets.scan(ctx, { code: COLA });
      throw new Error('the power went');
    });
    await expect(failing).rejects.toThrow('the power went');
    expect((await cashier().scan({ code: COLA })).line).toMatchObject({ quantityMilli: 2000 });
  });

  test('of 200 lines returns only the changed line for a scan', async () => {
    const codes = Array.from({ length: 200 }, (_, index) => `OWN-${index}`);
    for (const code of codes) {
      await stocked(shop, {
        name: code,
        priceMinor: 100,
        barcodes: [{ code, kind: 'own' }],
        onHandMilli: 2000,
      });
      await cashier().scan({ code });
    }
    const change = await cashier().scan({ code: 'OWN-100' });
    expect(change).toMatchObject({
      line: { name: 'OWN-100', quantityMilli: 2000 },
      totals: { lineCount: 200 },
    });
    expect(change.totals.totalMinor).toBe(20_100);
  });
});
