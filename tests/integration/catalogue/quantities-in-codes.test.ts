import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { RefusalCode } from '#shared/contract/refusals';
import { checkDigit } from '#shared/kernel/barcode';
import { batchCodeOf } from '#shared/kernel/batch-code';
import { MAX_QUANTITY_MILLI } from '#shared/kernel/quantity';
import { composeScaleLabel, type ScaleLayout } from '#shared/kernel/scale-label';
import { txOf } from '../../support/connections';
import { refuses, SHOP, stocked } from '../../support/sales';
import { openTestShop, type TestShop } from '../../support/test-store';

const STOREROOM = 2;
const PLAIN = '4006381333931';
const CARTON = '4000417025005';

const layoutOf = (prefix: string, value: ScaleLayout['value']): ScaleLayout => ({
  name: `${value} ${prefix}`,
  prefix,
  itemDigits: 4,
  verifierDigit: true,
  valueDigits: 5,
  valueDecimals: value === 'weight' ? 3 : 2,
  value,
});
const WEIGHT = layoutOf('22', 'weight');
const PRICE = layoutOf('24', 'price');
const ITEM = 1;

/** A label with a verifier digit: without one, a label of 0 is the product's own code. */
function labelOf({ prefix }: ScaleLayout, value: number): string {
  const digits = `${prefix}000${ITEM}7${String(value).padStart(5, '0')}`;
  return `${digits}${checkDigit(digits)}`;
}

const ofWeight = { code: composeScaleLabel(WEIGHT, ITEM, 0) };
const ofPrice = { code: composeScaleLabel(PRICE, ITEM, 0) };

let shop: TestShop;
beforeEach(async () => {
  shop = await openTestShop({ scaleLayouts: [WEIGHT, PRICE] });
});
afterEach(() => shop.close());

type Goods = Partial<Parameters<typeof stocked>[1]>;
const apples = (goods: Goods = {}) =>
  stocked(shop, { name: 'Apples', unit: 'kg', priceMinor: 1990, barcode: PLAIN, ...goods });
const tea = (goods: Goods = {}) => stocked(shop, { name: 'Tea', priceMinor: 300, barcode: PLAIN, ...goods });

const cashier = () => shop.as('cashier').sales;
const keeper = () => shop.as('storekeeper');
const lines = async () => (await cashier().currentTicket())?.lines ?? [];

interface Scan {
  code: string;
  quantityMilli?: number;
}

/** Every call that takes goods by code, ready for scans. */
const TAKERS = {
  'the till': async () => (scan: Scan) => cashier().scan(scan),
  'a transfer': async () => {
    const { id: transferId } = await keeper().transfers.start({
      fromLocationId: SHOP,
      toLocationId: STOREROOM,
    });
    return (scan: Scan) => keeper().transfers.scan({ documentId: transferId, ...scan });
  },
  'an issue': async () => {
    const { id: issueId } = await keeper().issues.start({ locationId: SHOP });
    return (scan: Scan) => keeper().issues.scan({ documentId: issueId, ...scan });
  },
  'a stocktake': async () => {
    const { id: stocktakeId } = await keeper().stocktakes.start({ locationId: SHOP });
    return (scan: Scan) => keeper().stocktakes.count({ stocktakeId, ...scan });
  },
};
type Taker = keyof typeof TAKERS;
const takers = Object.keys(TAKERS) as Taker[];
/** A look-up takes no goods but returns the quantity of a code; returns and labels start with it. */
const lookUp = (code: string) => keeper().scanning.resolve({ code });

/** The resulting quantity on the document or ticket of a taker, in thousandths, from the result of its call. */
function takenMilli(answer: Awaited<ReturnType<Awaited<ReturnType<(typeof TAKERS)[Taker]>>>>): unknown {
  if ('line' in answer) return answer.line?.quantityMilli;
  return 'lines' in answer ? answer.lines[0]?.quantityMilli : answer.countedMilli;
}

describe.for(takers)('%s', (taker) => {
  const refused = async (scan: Scan, code: RefusalCode, data?: object) => {
    const take = await TAKERS[taker]();
    await refuses(shop, () => take(scan), code, data);
  };
  const takes = async (scan: Scan) => takenMilli(await (await TAKERS[taker]())(scan));

  test('refuses a scale label with a weight of zero', async () => {
    const productId = await apples({ barcodes: [ofWeight] });
    const code = labelOf(WEIGHT, 0);
    await refused({ code }, 'QUANTITY_ZERO', { productId, productName: 'Apples', unit: 'kg', code });
  });

  test('takes the entered weight with such a label', async () => {
    await apples({ barcodes: [ofWeight] });
    expect(await takes({ code: labelOf(WEIGHT, 0), quantityMilli: 450 })).toBe(450);
  });

  test('refuses a scale label with a price of 0.00', async () => {
    const productId = await apples({ barcodes: [ofPrice] });
    const code = labelOf(PRICE, 0);
    await refused({ code }, 'PRICE_ZERO', { productId, productName: 'Apples', code });
  });

  test('refuses a weight for a product counted in pieces', async () => {
    await tea({ barcodes: [ofWeight] });
    await refused({ code: labelOf(WEIGHT, 755) }, 'QUANTITY_TOO_FINE', { productName: 'Tea', unit: 'piece' });
  });

  test('needs a quantity for a measured product whose code or SKU gives none', async () => {
    const take = await TAKERS[taker]();
    for (const unit of ['kg', 'g', 'l', 'ml', 'm'] as const) {
      const [own, sku] = [`OWN-${unit}`, `SKU-${unit}`];
      const productId = await apples({ name: unit, unit, sku, barcodes: [{ code: own, kind: 'own' }] });
      for (const code of [own, sku]) {
        const needed = { productId, productName: unit, unit, code, priceMinor: null };
        await refuses(shop, () => take({ code }), 'QUANTITY_NEEDED', needed);
      }
    }
  });

  test('takes the quantity entered before the scan', async () => {
    await apples();
    expect(await takes({ code: PLAIN, quantityMilli: 450 })).toBe(450);
  });

  test('takes one of a counted product, and the content of a pack of a measured product', async () => {
    const take = await TAKERS[taker]();
    await tea();
    await apples({ barcodes: [{ code: CARTON, quantityMilli: 2500 }] });
    expect(takenMilli(await take({ code: PLAIN }))).toBe(1000);
    expect(takenMilli(await take({ code: CARTON }))).toBe(2500);
  });

  test('needs the weight when a label has a price but the product has none', async () => {
    const productId = await apples({ priceMinor: 0, barcodes: [ofPrice] });
    const code = labelOf(PRICE, 799);
    const take = await TAKERS[taker]();
    await refuses(shop, () => take({ code }), 'QUANTITY_NEEDED', { productId, unit: 'kg', code });
    expect(takenMilli(await take({ code, quantityMilli: 450 }))).toBe(450);
  });

  test('refuses more than a line can hold, in one scan or several', async () => {
    shop.store.services.settings.save(txOf(shop.store), { allowNegativeStock: true }, shop.time.now, 1);
    await tea({ priceMinor: 0, barcodes: [{ code: PLAIN }], onHandMilli: 0 });
    const take = await TAKERS[taker]();
    await take({ code: PLAIN, quantityMilli: MAX_QUANTITY_MILLI });
    await refuses(shop, () => take({ code: PLAIN }), 'QUANTITY_TOO_LARGE', {
      productName: 'Tea',
      unit: 'piece',
      atMostMilli: MAX_QUANTITY_MILLI,
    });
  });
});

describe.for(['the till'] as const)('%s', (taker) => {
  const refused = async (scan: Scan, code: RefusalCode) => {
    const take = await TAKERS[taker]();
    await refuses(shop, () => take(scan), code);
  };

  test.for([
    { packMilli: 6000, times: MAX_QUANTITY_MILLI },
    { packMilli: MAX_QUANTITY_MILLI, times: 1001 },
    { packMilli: MAX_QUANTITY_MILLI, times: MAX_QUANTITY_MILLI },
  ])('refuses $times times a pack of $packMilli', async ({ packMilli, times }) => {
    shop.store.services.settings.save(txOf(shop.store), { allowNegativeStock: true }, shop.time.now, 1);
    await apples({ priceMinor: 0, barcodes: [{ code: CARTON, quantityMilli: packMilli }] });
    await refused({ code: CARTON, quantityMilli: times }, 'QUANTITY_TOO_LARGE');
  });

  test('refuses a part of a pack that is finer than its unit, instead of rounding it', async () => {
    await apples({ barcodes: [{ code: CARTON, quantityMilli: 250 }] });
    await refused({ code: CARTON, quantityMilli: 1 }, 'QUANTITY_TOO_FINE');
    await refused({ code: CARTON, quantityMilli: 333 }, 'QUANTITY_TOO_FINE');
    expect(takenMilli(await (await TAKERS[taker]())({ code: CARTON, quantityMilli: 500 }))).toBe(125);
  });
});

describe.for(['a transfer', 'an issue', 'a stocktake'] as const)('%s', (taker) => {
  test.for([
    { says: 'no weight', unit: 'kg', element: '3103000000' },
    { says: 'a weight below a gram', unit: 'kg', element: '3105000004' },
    { says: 'no weight, of grams', unit: 'g', element: '3103000000' },
    { says: 'no pieces', unit: 'piece', element: '300' },
  ] as const)('refuses a GS1 code of $says', async ({ unit, element }) => {
    const productId = await apples({ unit });
    const code = `010${PLAIN}${element}`;
    const zero = { productId, productName: 'Apples', unit, code };
    const take = await TAKERS[taker]();
    await refuses(shop, () => take({ code }), 'QUANTITY_ZERO', zero);
    await refuses(shop, () => lookUp(code), 'QUANTITY_ZERO', zero);
  });

  test('needs a quantity when a GS1 code gives only a batch, or a count of a measured product', async () => {
    const productId = await apples({ onHandMilli: 0 });
    await keeper().stock.receive({
      productId,
      locationId: SHOP,
      quantityMilli: 5000,
      batch: { number: 'B1', expiresOn: null },
    });
    const [batch] = await keeper().stock.listBatches({ productId });
    const take = await TAKERS[taker]();
    for (const code of [`010${PLAIN}10B1`, `010${PLAIN}3003`, batchCodeOf(batch?.id ?? 0)]) {
      await refuses(shop, () => take({ code }), 'QUANTITY_NEEDED', { productId, code });
      expect(await lookUp(code)).toMatchObject({ quantityMilli: null });
    }
    expect(takenMilli(await take({ code: `010${PLAIN}10B1`, quantityMilli: 450 }))).toBe(450);
  });
});

describe('looking up a code', () => {
  test('refuses an impossible quantity', async () => {
    await apples({ barcodes: [ofWeight] });
    await tea({ barcodes: [ofPrice] });
    await refuses(shop, () => lookUp(labelOf(WEIGHT, 0)), 'QUANTITY_ZERO');
    await refuses(shop, () => lookUp(labelOf(PRICE, 0)), 'PRICE_ZERO');
  });

  test('refuses a weight for a product counted in pieces', async () => {
    await tea({ barcodes: [ofWeight] });
    await refuses(shop, () => lookUp(labelOf(WEIGHT, 755)), 'QUANTITY_TOO_FINE');
  });

  test('finds a measured product without a quantity', async () => {
    await apples({ priceMinor: 0, barcodes: [{ code: PLAIN }, ofPrice] });
    expect(await lookUp(PLAIN)).toMatchObject({ product: { name: 'Apples' }, quantityMilli: null });
    expect(await lookUp(labelOf(PRICE, 799))).toMatchObject({ quantityMilli: null });
  });
});

describe('the till', () => {
  test("charges the label's price and takes the entered quantity, whatever the product's price", async () => {
    const productId = await apples({ priceMinor: 0, barcodes: [ofPrice] });
    const code = labelOf(PRICE, 799);
    await refuses(shop, () => cashier().scan({ code }), 'QUANTITY_NEEDED', { priceMinor: 799 });
    const { lineId } = await cashier().scan({ code, quantityMilli: 450 });
    expect(await lines()).toMatchObject([
      { productId, quantityMilli: 450, fixedGrossMinor: 799, grossMinor: 799 },
    ]);
    const corrected = await cashier().changeLine({ lineId, quantityMilli: 500 });
    expect(corrected.line).toMatchObject({ quantityMilli: 500, fixedGrossMinor: 799, grossMinor: 799 });
  });

  test('takes one of a counted product for a label with a price, if the product has no price', async () => {
    await tea({ priceMinor: 0, barcodes: [ofPrice] });
    const { line } = await cashier().scan({ code: labelOf(PRICE, 799) });
    expect(line).toMatchObject({ quantityMilli: 1000, grossMinor: 799 });
  });

  test('needs the weight for a label of 0.00 that is the product’s own code', async () => {
    await apples({ barcodes: [ofPrice] });
    await refuses(shop, () => cashier().scan(ofPrice), 'QUANTITY_NEEDED');
  });

  test('never takes one of a measured product that is added by name', async () => {
    const productId = await apples();
    await refuses(shop, () => cashier().addLine({ productId }), 'QUANTITY_NEEDED', {
      productId,
      productName: 'Apples',
      unit: 'kg',
      code: null,
      priceMinor: null,
    });
    expect((await cashier().addLine({ productId, quantityMilli: 1000 })).line).toMatchObject({
      quantityMilli: 1000,
    });
    const pieces = await tea({ barcodes: [] });
    expect((await cashier().addLine({ productId: pieces })).line).toMatchObject({ quantityMilli: 1000 });
  });
});

describe('a product put on a document by name', () => {
  test('has a quantity of one if counted, and needs a quantity if measured', async () => {
    const measured = await apples({ barcodes: [] });
    const counted = await tea({ barcodes: [] });
    const needed = { productId: measured, unit: 'kg', code: null };
    const { id: transferId } = await keeper().transfers.start({
      fromLocationId: SHOP,
      toLocationId: STOREROOM,
    });
    const { id: issueId } = await keeper().issues.start({ locationId: SHOP });
    const { id: stocktakeId } = await keeper().stocktakes.start({ locationId: SHOP });
    const adders = [
      (productId: number) => keeper().transfers.addLine({ documentId: transferId, productId }),
      (productId: number) => keeper().issues.addLine({ documentId: issueId, productId }),
      (productId: number) => keeper().stocktakes.count({ stocktakeId, productId }),
    ];
    for (const add of adders) {
      await refuses(shop, () => add(measured), 'QUANTITY_NEEDED', needed);
      expect(takenMilli(await add(counted))).toBe(1000);
    }
  });
});
