import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { ScannedCode } from '#shared/contract/scanning';
import { batchCodeOf } from '#shared/kernel/batch-code';
import { composeGs1 } from '#shared/kernel/gs1/gs1';
import { composeScaleLabel, DEFAULT_SCALE_LAYOUTS } from '#shared/kernel/scale-label';
import { refuses, SHOP, stocked } from '../../support/sales';
import { openTestShop, type TestShop } from '../../support/test-store';

const STOREROOM = 2;
const FNC1 = '\u001d';
const TEA = '4006381333931';
const TEA_UPC = '036000291452';
const TEA_PACK = 'TEA-PACK';
const SKU = 'TEA-1';
const APPLES = '4000417025005';
const SHELF = 'LOC-0001';
const BATCH = 'LOT7';
const [WEIGHT_LABEL] = DEFAULT_SCALE_LAYOUTS.filter(({ value }) => value === 'weight');
const ITEM = 1001;
const gtin = (code: string) => code.padStart(14, '0');

let shop: TestShop;
let ids: { tea: number; apples: number; batch: number; shelf: number; order: number; orderNumber: string };

beforeEach(async () => {
  shop = await openTestShop({ scaleLayouts: [...DEFAULT_SCALE_LAYOUTS] });
  const manager = shop.as('manager');
  const tea = await stocked(shop, {
    name: 'Tea',
    priceMinor: 300,
    sku: SKU,
    barcodes: [{ code: TEA }, { code: TEA_UPC }, { code: TEA_PACK, quantityMilli: 6000 }],
  });
  const label = { code: composeScaleLabel(WEIGHT_LABEL as never, ITEM, 0) };
  const apples = await stocked(shop, {
    name: 'Apples',
    unit: 'kg',
    priceMinor: 200,
    barcodes: [{ code: APPLES }, label],
  });
  await manager.stock.receive({
    productId: tea,
    locationId: SHOP,
    quantityMilli: 20_000,
    batch: { number: BATCH, expiresOn: '2070-06-30' },
  });
  const [batch] = await manager.stock.listBatches({ productId: tea });
  const shelf = await manager.stock.createLocation({ name: 'Shelf', kind: 'storeroom', barcode: SHELF });
  const { ticketId } = await shop.as('cashier').sales.addLine({ productId: tea });
  const { orderId, number } = await shop
    .as('cashier')
    .sales.completeTicket({ ticketId, tenders: [{ kind: 'cash', amountMinor: 1000 }] });
  ids = { tea, apples, batch: batch?.id ?? 0, shelf: shelf.id, order: orderId, orderNumber: number };
});
afterEach(() => shop.close());

const keeper = () => shop.as('storekeeper');

interface Taken {
  productId: number;
  quantityMilli: number | null;
  /** Undefined where the place has no batches. */
  batchNumber?: string | null;
}

/** Every place that takes a product by its code, with what became of the scan. */
const PLACES: Record<string, () => Promise<(code: ScannedCode) => Promise<Taken>>> = {
  'the till': async () => async (code) => {
    const { line } = await shop.as('cashier').sales.scan(code);
    if (!line) throw new Error('A scan leaves a line.');
    return {
      productId: line.productId,
      quantityMilli: line.quantityMilli,
      batchNumber: line.batch?.number ?? null,
    };
  },
  'a transfer': async () => {
    const { id: transferId } = await keeper().transfers.start({
      fromLocationId: SHOP,
      toLocationId: STOREROOM,
    });
    return async (code) => {
      const { lines, lineId } = await keeper().transfers.scan({ documentId: transferId, ...code });
      return takenBy(lines.find(({ id }) => id === lineId));
    };
  },
  'an issue': async () => {
    const { id: issueId } = await keeper().issues.start({ locationId: SHOP });
    return async (code) => {
      const { lines, lineId } = await keeper().issues.scan({ documentId: issueId, ...code });
      return takenBy(lines.find(({ id }) => id === lineId));
    };
  },
  'a product field': async () => async (code) => {
    const { product, quantityMilli, batch } = await keeper().scanning.product(code);
    return { productId: product.id, quantityMilli, batchNumber: batch?.number ?? null };
  },
  'the look-up': async () => async (code) => {
    const found = await keeper().scanning.resolve(code);
    if (found.kind !== 'product') throw new Error(`It means a ${found.kind}.`);
    const { product, quantityMilli, batch } = found;
    return { productId: product.id, quantityMilli, batchNumber: batch?.number ?? null };
  },
};

function takenBy(line?: { productId: number; quantityMilli: number; batchNumber: string | null }): Taken {
  if (!line) throw new Error('A scan leaves a line.');
  const { productId, quantityMilli, batchNumber } = line;
  return { productId, quantityMilli, batchNumber };
}

/** A stocktake, which has to know the batch that is counted. */
async function stocktake() {
  const { id: stocktakeId } = await keeper().stocktakes.start({ locationId: SHOP });
  return (code: ScannedCode) => keeper().stocktakes.count({ stocktakeId, ...code });
}

type Meaning = { of: 'tea' | 'apples'; quantityMilli: number; batchNumber?: string };
type Kind = { code: () => string; keyPositions?: string } & Meaning;
const tea = (code: string | (() => string), quantityMilli = 1000, batchNumber?: string): Kind => ({
  code: typeof code === 'string' ? () => code : code,
  of: 'tea',
  quantityMilli,
  ...(batchNumber !== undefined && { batchNumber }),
});

/** Every kind of code that identifies a product. */
const PRODUCT_CODES: Record<string, Kind> = {
  'an EAN-13': tea(TEA),
  'an EAN-13 with its symbology in front': tea(`]E0${TEA}`),
  'the GTIN-14 of an EAN-13': tea(gtin(TEA)),
  'a UPC-A': tea(TEA_UPC),
  'the EAN-13 of a UPC-A': tea(`0${TEA_UPC}`),
  'a SKU': tea(SKU),
  'the code of a pack': tea(TEA_PACK, 6000),
  'a scale label': {
    code: () => composeScaleLabel(WEIGHT_LABEL as never, ITEM, 755),
    of: 'apples',
    quantityMilli: 755,
  },
  'a GS1 code': tea(`]C101${gtin(TEA)}`),
  'a GS1 code with a count': tea(`01${gtin(TEA)}3012`, 12_000),
  'a GS1 code with a weight': {
    code: () => `01${gtin(APPLES)}3103001250`,
    of: 'apples',
    quantityMilli: 1250,
  },
  'a GS1 code with a batch': tea(`01${gtin(TEA)}1770063010${BATCH}`, 1000, BATCH),
  'a GS1 code whose batch comes after something unknown': tea(
    `01${gtin(TEA)}240ABC${FNC1}10${BATCH}`,
    1000,
    BATCH,
  ),
  'a GS1 Digital Link': tea(`https://example.com/01/${gtin(TEA)}/10/${BATCH}?17=700630`, 1000, BATCH),
  'the GS1 code that a batch label has': tea(
    () => composeGs1({ gtin: TEA, batch: BATCH, expiresOn: '2070-06-30' }) ?? '',
    1000,
    BATCH,
  ),
  "the shop's own code of a batch": tea(() => batchCodeOf(ids.batch), 1000, BATCH),
  'an EAN-13 from a scanner that is set to another keyboard': { ...tea('à"é&'), keyPositions: TEA },
};

describe.for(Object.keys(PRODUCT_CODES))('%s', (name) => {
  const kind = PRODUCT_CODES[name] as Kind;
  const scanned = (): ScannedCode =>
    kind.keyPositions === undefined
      ? { code: kind.code() }
      : { code: kind.code(), keyPositions: kind.keyPositions };

  test.for(Object.keys(PLACES))('is understood by %s', async (place) => {
    const take = await PLACES[place]?.();
    expect(await take?.(scanned())).toEqual({
      productId: ids[kind.of],
      quantityMilli: kind.quantityMilli,
      batchNumber: kind.batchNumber ?? null,
    });
  });

  test('is counted, after the question which batch where the code does not say it', async () => {
    const count = await stocktake();
    if (kind.of === 'tea' && kind.batchNumber === undefined) {
      await refuses(shop, () => count(scanned()), 'BATCH_NEEDED');
      return;
    }
    const { productId, countedMilli, batchNumber } = await count(scanned());
    expect([productId, countedMilli, batchNumber]).toEqual([
      ids[kind.of],
      kind.quantityMilli,
      kind.batchNumber ?? null,
    ]);
  });
});

describe('where only a product is accepted', () => {
  const products = Object.keys(PLACES).filter((place) => place !== 'the look-up');

  test.for(products)('%s names the location whose label was scanned', async (place) => {
    const take = await PLACES[place]?.();
    await refuses(shop, async () => take?.({ code: SHELF }), 'LOCATION_SCANNED', {
      locationId: ids.shelf,
      locationName: 'Shelf',
    });
  });

  test.for(products)('%s names the order whose receipt was scanned', async (place) => {
    const take = await PLACES[place]?.();
    const { order: orderId, orderNumber: number } = ids;
    await refuses(shop, async () => take?.({ code: number }), 'ORDER_SCANNED', { orderId, number });
  });

  test.for(products)(
    '%s refuses an unknown code by the barcode that it could be stored as',
    async (place) => {
      const take = await PLACES[place]?.();
      for (const [code, barcode] of [
        ['NOTHING', 'NOTHING'],
        [`NO${FNC1}THING`, 'NOTHING'],
        ['01040123456789011725123110X', '4012345678901'],
        ['https://example.com/01/04012345678901', '4012345678901'],
      ] as const) {
        await refuses(shop, async () => take?.({ code }), 'UNKNOWN_BARCODE', { code: barcode });
      }
      await refuses(shop, async () => take?.({ code: '4006381333932' }), 'BARCODE_CHECK_DIGIT', {
        code: '4006381333932',
        expected: 1,
      });
    },
  );

  test('a stocktake names locations and orders too', async () => {
    const count = await stocktake();
    await refuses(shop, () => count({ code: SHELF }), 'LOCATION_SCANNED');
    await refuses(shop, () => count({ code: ids.orderNumber }), 'ORDER_SCANNED');
  });
});

describe('a look-up', () => {
  const lookUp = (role: Parameters<TestShop['as']>[0], code: string) =>
    shop.as(role).scanning.resolve({ code });

  test('identifies locations for people who may see quantities, and orders for those who sell', async () => {
    expect(await lookUp('storekeeper', SHELF)).toMatchObject({
      kind: 'location',
      location: { id: ids.shelf },
    });
    expect(await lookUp('cashier', ids.orderNumber)).toEqual({
      kind: 'order',
      orderId: ids.order,
      number: ids.orderNumber,
    });
    await refuses(shop, () => lookUp('customer', SHELF), 'UNKNOWN_BARCODE');
    await refuses(shop, () => lookUp('customer', ids.orderNumber), 'UNKNOWN_BARCODE');
  });
});

describe('a stored barcode that is the very code', () => {
  test.for([
    ['a batch label', () => batchCodeOf(ids.batch)],
    ['a receipt', () => ids.orderNumber],
    ['a GS1 code', () => `(01)${gtin(TEA)}`],
  ] as const)('comes before %s', async ([, code]) => {
    const own = await stocked(shop, {
      name: 'Own code',
      priceMinor: 100,
      barcodes: [{ code: code(), kind: 'own' }],
    });
    expect(await keeper().scanning.product({ code: code() })).toMatchObject({ product: { id: own } });
  });
});

describe('at the till', () => {
  const till = () => shop.as('cashier').sales;
  const ofTea = (fields: string) => ({ code: `01${gtin(TEA)}${fields}` });

  test('two scans of a batch are one line, apart from that of any batch', async () => {
    await till().scan({ code: TEA });
    await till().scan(ofTea(`10${BATCH}`));
    await till().scan({ code: batchCodeOf(ids.batch) });
    const { lines = [] } = (await till().currentTicket()) ?? {};
    expect(lines.map(({ quantityMilli, batch }) => [quantityMilli, batch?.number])).toEqual([
      [1000, undefined],
      [2000, BATCH],
    ]);
  });

  test('a batch that the store does not know is sold from any', async () => {
    const { line } = await till().scan(ofTea('10OTHER'));
    expect(line).toMatchObject({ productId: ids.tea, batch: null });
  });

  test('a batch that the store does not know is warned of when its code says that it expired', async () => {
    const { line } = await till().scan(ofTea('1720010110OTHER'));
    expect(line).toMatchObject({ expired: { batchNumber: 'OTHER', expiresOn: '2020-01-01' } });
  });

  test('or is refused, in a store that refuses expired stock', async () => {
    await shop.as('admin').settings.change({ expiredStock: 'refuse' });
    for (const fields of ['1720010110OTHER', '17200101', `240ABC${FNC1}17200101`]) {
      await refuses(shop, () => till().scan(ofTea(fields)), 'EXPIRED_IN_CODE', {
        productName: 'Tea',
        expiresOn: '2020-01-01',
      });
    }
  });

  test('a price in a GS1 code is what the line costs, with the weight that the code says', async () => {
    const code = `01${gtin(APPLES)}31030012503922499`;
    const { line } = await till().scan({ code });
    expect(line).toMatchObject({ quantityMilli: 1250, grossMinor: 499 });
  });

  test('a price in a GS1 code without a weight is sold as what it buys', async () => {
    const { line } = await till().scan({ code: `01${gtin(APPLES)}3922500` });
    expect(line).toMatchObject({ quantityMilli: 2500, grossMinor: 500 });
    await refuses(shop, () => till().scan({ code: `01${gtin(APPLES)}39220` }), 'PRICE_ZERO');
  });

  test('a price in a GS1 code beyond what a line can cost makes it an unknown code', async () => {
    for (const price of ['3920999999999999999', '3922999999999999999']) {
      await refuses(shop, () => till().scan({ code: `01${gtin(APPLES)}${price}` }), 'UNKNOWN_BARCODE');
    }
  });

  test('a count in a GS1 code is multiplied by what was typed before the scan', async () => {
    const { line } = await till().scan({ ...ofTea('3012'), quantityMilli: 2000 });
    expect(line).toMatchObject({ quantityMilli: 24_000 });
  });
});
