import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { MAX_MINOR } from '#shared/kernel/money';
import { MAX_QUANTITY_MILLI } from '#shared/kernel/quantity';
import { composeScaleLabel, DEFAULT_SCALE_LAYOUTS, type ScaleLayout } from '#shared/kernel/scale-label';
import { makeProduct } from '../../support/goods';
import { refuses, SHOP, ticketOf } from '../../support/sales';
import { openTestShop, type TestShop } from '../../support/test-store';

const [WEIGHT_LABEL, PRICE_LABEL] = DEFAULT_SCALE_LAYOUTS as readonly [ScaleLayout, ScaleLayout];

let shop: TestShop;
beforeEach(async () => {
  shop = await openTestShop({ allowNegativeStock: true });
});
afterEach(() => shop.close());

const stock = () => shop.as('manager').stock;
const place = (productId: number) => ({ productId, locationId: SHOP });

/** Reads every page and list that shows stock, so that the test notices a figure that cannot be calculated. */
async function readAll(): Promise<void> {
  const { overview, stocktakes } = shop.as('manager');
  await stock().listEntries({});
  await stock().history({});
  await stock().exportHistory({});
  await overview.figures();
  await overview.categories({});
  await overview.locations();
  await overview.low({});
  for (const { id } of (await stocktakes.list({})).rows) {
    await stocktakes.get({ id });
    await stocktakes.lines({ stocktakeId: id });
    await stocktakes.sheet({ id, kind: 'count' });
  }
}

describe('a quantity or an amount', () => {
  test('beyond the limit of a line is refused as input wherever it is entered', async () => {
    const productId = makeProduct(shop);
    const { id: entryId } = await stock().addEntry({ ...place(productId), openingMilli: 1000 });
    const invalid = { code: 'INPUT_INVALID' };
    const quantityMilli = MAX_QUANTITY_MILLI + 1000;
    const { id: stocktakeId } = await shop.as('manager').stocktakes.start({ locationId: SHOP });
    await expect(stock().receive({ ...place(productId), quantityMilli })).rejects.toMatchObject(invalid);
    await expect(
      stock().adjust({ entryId, onHandMilli: quantityMilli, reason: 'found' }),
    ).rejects.toMatchObject(invalid);
    await expect(stock().waste({ entryId, quantityMilli, reason: 'broken' })).rejects.toMatchObject(invalid);
    await expect(
      shop.as('manager').stocktakes.count({ stocktakeId, productId, quantityMilli }),
    ).rejects.toMatchObject(invalid);
    await expect(shop.as('cashier').sales.addLine({ productId, quantityMilli })).rejects.toMatchObject(
      invalid,
    );
    await expect(
      shop
        .as('manager')
        .catalogue.createProduct({ name: 'Yacht', priceMinor: MAX_MINOR + 1, taxRateMilliPercent: 0 }),
    ).rejects.toMatchObject(invalid);
  });
});

describe('the stock of a product', () => {
  test('takes the largest quantity many times, then refuses more, and can always be read', async () => {
    const productId = makeProduct(shop, { costMinor: 0 });
    const receive = () => stock().receive({ ...place(productId), quantityMilli: MAX_QUANTITY_MILLI });
    for (let receipt = 0; receipt < 100; receipt += 1) await receive();
    await refuses(shop, receive, 'QUANTITY_TOO_LARGE');
    await readAll();
  });

  test('goes below zero only to the same limit', async () => {
    const productId = makeProduct(shop, { costMinor: 0, priceMinor: 0 });
    const { id: entryId } = await stock().addEntry({ ...place(productId), openingMilli: 0 });
    const sell = async () => {
      const ticketId = await ticketOf(shop.as('cashier'), [productId, MAX_QUANTITY_MILLI]);
      await shop.as('cashier').sales.completeTicket({ ticketId, tenders: [] });
    };
    for (let sale = 0; sale < 100; sale += 1) await sell();
    await expect(sell()).rejects.toMatchObject({ code: 'QUANTITY_TOO_LARGE' });
    await readAll();
    await stock().adjust({ entryId, onHandMilli: 0, reason: 'counted' });
  });

  test('is refused where its value cannot be calculated, with or without a cost', async () => {
    const productId = makeProduct(shop, { costMinor: MAX_MINOR });
    const all = { ...place(productId), quantityMilli: MAX_QUANTITY_MILLI };
    await refuses(shop, () => stock().receive(all), 'STOCK_VALUE_TOO_LARGE', {
      productName: 'Product 1',
    });
    const cost = { unitTenThousandths: 100 * MAX_MINOR };
    await refuses(shop, () => stock().receive({ ...all, cost }), 'STOCK_VALUE_TOO_LARGE');
    const { id: entryId } = await stock().receive({ ...all, quantityMilli: 1000 });
    await refuses(shop, () => stock().receive({ ...all, quantityMilli: 1000 }), 'STOCK_VALUE_TOO_LARGE');
    await refuses(
      shop,
      () => stock().adjust({ entryId, onHandMilli: MAX_QUANTITY_MILLI, reason: 'found' }),
      'STOCK_VALUE_TOO_LARGE',
    );
    const write = () => stock().waste({ entryId, quantityMilli: MAX_QUANTITY_MILLI, reason: 'broken' });
    await expect(write()).rejects.toMatchObject({
      code: expect.stringMatching(/^(STOCK_VALUE_TOO_LARGE|INSUFFICIENT_STOCK)$/),
    });
    await readAll();
  });
});

test('a stocktake with an absurd counted value can be read, and is refused when posted', async () => {
  const productId = makeProduct(shop, { costMinor: MAX_MINOR });
  await stock().receive({ ...place(productId), quantityMilli: 1000 });
  const { stocktakes } = shop.as('manager');
  const { id } = await stocktakes.start({ locationId: SHOP });
  await stocktakes.count({ stocktakeId: id, productId, quantityMilli: MAX_QUANTITY_MILLI, mode: 'set' });
  await readAll();
  const { version } = await stocktakes.review({ id });
  await readAll();
  await stocktakes.sheet({ id, kind: 'differences' });
  await refuses(shop, () => stocktakes.post({ id, version, uncounted: 'leave' }), 'STOCK_VALUE_TOO_LARGE');
});

test('a ticket beyond the limit of a document is refused line by line and as a whole', async () => {
  const productId = makeProduct(shop, { priceMinor: MAX_MINOR });
  const cashier = shop.as('cashier');
  await ticketOf(cashier, productId);
  await expect(cashier.sales.addLine({ productId, quantityMilli: 2000 })).rejects.toMatchObject({
    code: 'INPUT_INVALID',
  });
  const other = makeProduct(shop, { priceMinor: MAX_MINOR });
  await expect(cashier.sales.addLine({ productId: other, quantityMilli: 1000 })).rejects.toMatchObject({
    code: 'INPUT_INVALID',
  });
  expect((await cashier.sales.currentTicket())?.totals.totalMinor).toBe(MAX_MINOR);
});

test('a scale label is multiplied only up to the limit of a line', async () => {
  await shop.close();
  shop = await openTestShop({ scaleLayouts: [...DEFAULT_SCALE_LAYOUTS], allowNegativeStock: true });
  for (const [layout, priceMinor] of [
    [WEIGHT_LABEL, 1],
    [WEIGHT_LABEL, MAX_MINOR],
    [PRICE_LABEL, 1],
    [PRICE_LABEL, MAX_MINOR],
  ] as const) {
    await shop.as('manager').catalogue.createProduct({
      name: `Cheese at ${priceMinor} by ${layout.value}`,
      priceMinor,
      unit: 'kg',
      taxRateMilliPercent: 0,
      barcodes: [{ code: composeScaleLabel(layout, priceMinor === 1 ? 1 : 2, 0) }],
    });
    const code = composeScaleLabel(layout, priceMinor === 1 ? 1 : 2, 99_999);
    for (const quantityMilli of [undefined, 1000, MAX_QUANTITY_MILLI]) {
      const outcome = await shop
        .as('cashier')
        .sales.scan({ code, quantityMilli })
        .then(
          () => 'added',
          (error) => error.code,
        );
      expect(outcome, `${layout.value} ${priceMinor} x ${quantityMilli}`).toMatch(
        /^(added|INPUT_INVALID|QUANTITY_TOO_LARGE)$/,
      );
    }
  }
});
