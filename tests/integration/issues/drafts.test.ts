import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { refuses, SHOP, stocked } from '../../support/sales';
import { openTestShop, type TestShop } from '../../support/test-store';

const STOREROOM = 2;
const DRILL = '4006381333931';
const BOX = '5000112637922';

describe('a draft issue', () => {
  let shop: TestShop;
  beforeEach(async () => {
    shop = await openTestShop();
  });
  afterEach(() => shop.close());

  const issues = () => shop.as('storekeeper').issues;
  const start = async () => (await issues().start({ locationId: SHOP })).id;
  const drill = (onHandMilli = 10_000) =>
    stocked(shop, { name: 'Drill', priceMinor: 5000, barcode: DRILL, onHandMilli });

  test('is filled by scans, and the same code again adds one', async () => {
    await drill();
    const issueId = await start();
    await issues().scan({ documentId: issueId, code: DRILL });
    const { head, lines, lineId } = await issues().scan({ documentId: issueId, code: DRILL });
    expect(lines).toMatchObject([{ id: lineId, productName: 'Drill', quantityMilli: 2000, shortMilli: 0 }]);
    expect(head).toMatchObject({ state: 'draft', number: null, lineCount: 1, outCount: 0 });
  });

  test('adds the content of a pack, and a quantity multiplies the code', async () => {
    const barcodes = [{ code: DRILL }, { code: BOX, quantityMilli: 6000 }];
    await stocked(shop, { name: 'Bits', priceMinor: 50, barcodes });
    const issueId = await start();
    await issues().scan({ documentId: issueId, code: BOX });
    const { lines } = await issues().scan({ documentId: issueId, code: DRILL, quantityMilli: 5000 });
    expect(lines).toMatchObject([{ quantityMilli: 11_000 }]);
  });

  test('moves no stock, and shows which lines exceed the available stock', async () => {
    const productId = await drill(1000);
    const id = await start();
    await issues().addLine({ documentId: id, productId, quantityMilli: 3000 });
    expect(await issues().get({ id })).toMatchObject({
      lines: [{ quantityMilli: 3000, shortMilli: 2000, shelves: [{ batchId: null, availableMilli: 1000 }] }],
    });
    expect(await issues().outstanding({})).toMatchObject({ rows: [], total: 0 });
  });

  test('can change its location, holder, note, quantities and lines', async () => {
    const productId = await drill();
    const { id, version } = await issues().start({ locationId: SHOP, holder: { name: 'Kitchen' } });
    const changed = await issues().change({
      id,
      version,
      locationId: STOREROOM,
      holder: { accountId: shop.accountIdOf('cashier') },
      note: 'for the shelf',
    });
    expect(changed).toMatchObject({
      location: { name: 'Storeroom' },
      holder: { accountId: shop.accountIdOf('cashier'), name: 'Cashier Test' },
      note: 'for the shelf',
    });
    const { lines } = await issues().addLine({ documentId: id, productId, quantityMilli: 3000 });
    const [line] = lines;
    if (!line) throw new Error('No line');
    const set = await issues().setLine({ lineId: line.id, version: line.version, quantityMilli: 2000 });
    expect(set.lines).toMatchObject([{ quantityMilli: 2000 }]);
    const removed = await issues().removeLine({ lineId: line.id, version: line.version + 1 });
    expect(removed).toMatchObject({ lines: [], head: { lineCount: 0 }, lineId: null });
  });

  test('refuses a change from an older version', async () => {
    const productId = await drill();
    const { id, version } = await issues().start({ locationId: SHOP });
    const { lines } = await issues().addLine({ documentId: id, productId, quantityMilli: 1000 });
    const { id: lineId = 0, version: lineVersion = 0 } = lines[0] ?? {};
    await issues().setLine({ lineId, version: lineVersion, quantityMilli: 2000 });
    const what = { by: 'Storekeeper Test' };
    await refuses(shop, () => issues().change({ id, version, note: 'x' }), 'CHANGED_MEANWHILE', what);
    await refuses(
      shop,
      () => issues().setLine({ lineId, version: lineVersion, quantityMilli: 3000 }),
      'CHANGED_MEANWHILE',
      what,
    );
    await refuses(
      shop,
      () => issues().removeLine({ lineId, version: lineVersion }),
      'CHANGED_MEANWHILE',
      what,
    );
    await refuses(shop, () => issues().post({ id, version }), 'CHANGED_MEANWHILE', what);
  });

  test('refuses an unknown code, half a piece, a closed location and a holder who is not staff', async () => {
    const productId = await drill();
    const issueId = await start();
    await refuses(shop, () => issues().scan({ documentId: issueId, code: '9999' }), 'UNKNOWN_BARCODE');
    await refuses(
      shop,
      () => issues().addLine({ documentId: issueId, productId, quantityMilli: 1500 }),
      'QUANTITY_TOO_FINE',
      { productName: 'Drill' },
    );
    await refuses(
      shop,
      () => issues().addLine({ documentId: issueId, productId: 99, quantityMilli: 1000 }),
      'NOT_FOUND',
    );
    const customer = { accountId: shop.accountIdOf('customer') };
    await refuses(shop, () => issues().start({ locationId: SHOP, holder: customer }), 'HOLDER_UNKNOWN');
    await shop.as('manager').stock.closeLocation({ id: STOREROOM });
    await refuses(shop, () => issues().start({ locationId: STOREROOM }), 'LOCATION_CLOSED', {
      locationName: 'Storeroom',
    });
  });

  test('can be discarded and restored, and cannot be changed while discarded', async () => {
    const productId = await drill();
    const id = await start();
    await issues().discard({ id });
    expect(await issues().list({})).toMatchObject({ rows: [] });
    expect(await issues().list({ states: ['discarded'] })).toMatchObject({ rows: [{ id }] });
    await refuses(
      shop,
      () => issues().addLine({ documentId: id, productId, quantityMilli: 1000 }),
      'DOCUMENT_CLOSED',
      {
        number: null,
      },
    );
    await refuses(shop, () => issues().discard({ id }), 'DOCUMENT_CLOSED');
    expect(await issues().restore({ id })).toMatchObject({ state: 'draft' });
  });

  test('offers staff and earlier holder names', async () => {
    await issues().start({ locationId: SHOP, holder: { name: 'Kitchen' } });
    await issues().start({ locationId: SHOP, holder: { name: 'kitchen' } });
    const all = await issues().holders({});
    expect(all.map(({ name }) => name)).toEqual([
      'Admin Test',
      'Cashier Test',
      'Kitchen',
      'Manager Test',
      'Storekeeper Test',
    ]);
    expect(await issues().holders({ search: 'kit' })).toEqual([{ accountId: null, name: 'Kitchen' }]);
  });

  test('keeps its products and its location from being deleted', async () => {
    const { id: productId } = await shop
      .as('manager')
      .catalogue.createProduct({ name: 'Ladder', priceMinor: 100, taxRateMilliPercent: 21_000 });
    const { id } = await issues().start({ locationId: STOREROOM });
    await issues().addLine({ documentId: id, productId, quantityMilli: 1000 });
    await refuses(shop, () => shop.as('manager').catalogue.deleteProduct({ id: productId }), 'PRODUCT_MOVED');
    await refuses(shop, () => shop.as('manager').stock.deleteLocation({ id: STOREROOM }), 'LOCATION_USED');
  });
});
