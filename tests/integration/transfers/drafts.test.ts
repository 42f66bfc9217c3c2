import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { readerOf } from '../../support/connections';
import { ctxOf } from '../../support/goods';
import { refuses, SHOP, stocked } from '../../support/sales';
import { openTestShop, openTestStore, type TestShop } from '../../support/test-store';

const STOREROOM = 2;
const TEA = '4006381333931';
const TEA_PACK = '5000112637922';

describe('a draft transfer', () => {
  let shop: TestShop;
  beforeEach(async () => {
    shop = await openTestShop();
  });
  afterEach(() => shop.close());

  const transfers = () => shop.as('storekeeper').transfers;
  const start = async (): Promise<number> =>
    (await transfers().start({ fromLocationId: SHOP, toLocationId: STOREROOM })).id;
  const linesOf = async (id: number) =>
    (await transfers().get({ id })).lines.map(({ productName, quantityMilli }) => [
      productName,
      quantityMilli,
    ]);
  const scan = (documentId: number, code: string) => transfers().scan({ documentId, code });
  const receive = (productId: number, number: string, expiresOn: string | null, quantityMilli: number) =>
    shop
      .as('manager')
      .stock.receive({ productId, locationId: SHOP, batch: { number, expiresOn }, quantityMilli });

  describe('when scanned into', () => {
    test('adds one for the same code again', async () => {
      await stocked(shop, { name: 'Tea', priceMinor: 500, barcode: TEA });
      const id = await start();
      await scan(id, TEA);
      const { head, lines, lineId } = await scan(id, TEA);
      expect(lines).toMatchObject([{ id: lineId, productName: 'Tea', quantityMilli: 2000, barcode: TEA }]);
      expect(head).toMatchObject({ state: 'draft', number: null, lineCount: 1, version: 3 });
    });

    test('adds the content of a pack, or the given quantity instead', async () => {
      const barcodes = [{ code: TEA }, { code: TEA_PACK, quantityMilli: 6000 }];
      await stocked(shop, { name: 'Tea', priceMinor: 500, barcodes });
      const id = await start();
      await scan(id, TEA_PACK);
      await transfers().scan({ documentId: id, code: TEA_PACK, quantityMilli: 5000 });
      expect(await linesOf(id)).toEqual([['Tea', 11_000]]);
    });

    test('takes the batch of a GS1 code, if it is known', async () => {
      const tea = await stocked(shop, { name: 'Tea', priceMinor: 500, barcode: TEA, onHandMilli: 0 });
      await receive(tea, 'B1', null, 5000);
      const id = await start();
      await scan(id, `010${TEA}10B1`);
      const { lines } = await scan(id, `010${TEA}10NEW`);
      expect(lines).toMatchObject([{ batchNumber: 'B1', anyBatch: false, quantityMilli: 2000 }]);
    });

    test('has each scan on disk when the call returns', async () => {
      await stocked(shop, { name: 'Tea', priceMinor: 500, barcode: TEA });
      const id = await start();
      await scan(id, TEA);
      const reopened = await openTestStore(shop.folder, shop.time);
      const kept = reopened.services.transferLists
        .on(readerOf(reopened))
        .get(ctxOf(shop, 'storekeeper', 'transfers.get'), id);
      expect(kept).toMatchObject({ state: 'draft', lines: [{ productName: 'Tea', quantityMilli: 1000 }] });
      await reopened.close();
    });

    test('refuses an unknown code and a misread one', async () => {
      const id = await start();
      await refuses(shop, () => scan(id, '4260123456788'), 'UNKNOWN_BARCODE', { code: '4260123456788' });
      await refuses(shop, () => scan(id, '4260123456781'), 'BARCODE_CHECK_DIGIT');
    });

    test('adds a code to the line without a batch, or else to the line with the last chosen batch', async () => {
      const tea = await stocked(shop, { name: 'Tea', priceMinor: 500, barcode: TEA, onHandMilli: 0 });
      const { batchId } = await receive(tea, 'B1', null, 5000);
      const id = await start();
      await transfers().addLine({ documentId: id, productId: tea, quantityMilli: 1000, batchId });
      expect((await scan(id, TEA)).lines).toMatchObject([{ batchNumber: 'B1', quantityMilli: 2000 }]);
      await transfers().addLine({ documentId: id, productId: tea, quantityMilli: 1000 });
      expect((await scan(id, TEA)).lines).toMatchObject([
        { batchNumber: 'B1', anyBatch: false, quantityMilli: 2000 },
        { batchNumber: null, anyBatch: true, quantityMilli: 2000 },
      ]);
    });
  });

  describe('shows the stock for each line', () => {
    test('with what is available at its source location, and what is missing', async () => {
      const tea = await stocked(shop, { name: 'Tea', priceMinor: 500, onHandMilli: 3000 });
      const id = await start();
      const added = await transfers().addLine({ documentId: id, productId: tea, quantityMilli: 5000 });
      expect(added.lines).toMatchObject([{ availableMilli: 3000, shortMilli: 2000 }]);
      const { version } = await transfers().get({ id });
      await transfers().change({ id, version, fromLocationId: STOREROOM, toLocationId: SHOP });
      const { lines } = await transfers().get({ id });
      expect(lines).toMatchObject([{ availableMilli: 0, shortMilli: 5000 }]);
    });

    test('batch by batch, in the order in which they are taken', async () => {
      const milk = await stocked(shop, { name: 'Milk', priceMinor: 120, onHandMilli: 1000 });
      await receive(milk, 'LATE', '2027-03-01', 4000);
      const { batchId: soon } = await receive(milk, 'SOON', '2026-12-01', 2000);
      const id = await start();
      await transfers().addLine({ documentId: id, productId: milk, quantityMilli: 6000 });
      const { lines } = await transfers().addLine({
        documentId: id,
        productId: milk,
        quantityMilli: 2000,
        batchId: soon,
      });
      expect(lines[0]?.shelves).toMatchObject([
        { batchNumber: 'SOON', availableMilli: 2000 },
        { batchNumber: 'LATE', availableMilli: 4000 },
        { batchNumber: null, availableMilli: 1000 },
      ]);
      // The chosen batch is taken first: the open line gets only the rest.
      expect(lines).toMatchObject([
        { anyBatch: true, availableMilli: 7000, shortMilli: 1000 },
        { anyBatch: false, availableMilli: 2000, shortMilli: 0 },
      ]);
    });

    test('with stock below zero shown as none', async () => {
      await shop.close();
      shop = await openTestShop({ allowNegativeStock: true });
      const tea = await stocked(shop, { name: 'Tea', priceMinor: 500, onHandMilli: 0 });
      const { ticketId } = await shop.as('cashier').sales.addLine({ productId: tea });
      const tenders = [{ kind: 'cash' as const, amountMinor: 500 }];
      await shop.as('cashier').sales.completeTicket({ ticketId, tenders });
      const id = await start();
      const { lines } = await transfers().addLine({ documentId: id, productId: tea, quantityMilli: 1000 });
      expect(lines).toMatchObject([{ availableMilli: 0, shortMilli: 1000 }]);
    });
  });

  describe('when its lines change', () => {
    test('sets quantity and batch, and removes a line', async () => {
      const tea = await stocked(shop, { name: 'Tea', priceMinor: 500, onHandMilli: 0 });
      const { batchId } = await receive(tea, 'B1', null, 5000);
      const id = await start();
      const [line] = (await transfers().addLine({ documentId: id, productId: tea, quantityMilli: 1000 }))
        .lines;
      const { id: lineId = 0, version = 0 } = line ?? {};
      const set = await transfers().setLine({ lineId, version, quantityMilli: 4000, batchId });
      expect(set.lines).toMatchObject([{ quantityMilli: 4000, batchNumber: 'B1', anyBatch: false }]);
      const removed = await transfers().removeLine({ lineId, version: version + 1 });
      expect(removed).toMatchObject({ lines: [], lineId: null, head: { lineCount: 0 } });
    });

    test('refuses a change from an older version, while scans at two screens add up', async () => {
      await stocked(shop, { name: 'Tea', priceMinor: 500, barcode: TEA });
      const id = await start();
      const [seen] = (await scan(id, TEA)).lines;
      await shop.as('manager').transfers.scan({ documentId: id, code: TEA });
      await scan(id, TEA);
      expect(await linesOf(id)).toEqual([['Tea', 3000]]);
      const { id: lineId = 0, version = 0 } = seen ?? {};
      const changed = { what: 'Tea', by: 'Storekeeper Test' };
      await refuses(
        shop,
        () => transfers().setLine({ lineId, version, quantityMilli: 1000 }),
        'CHANGED_MEANWHILE',
        changed,
      );
      await refuses(shop, () => transfers().removeLine({ lineId, version }), 'CHANGED_MEANWHILE', changed);
      await refuses(
        shop,
        () => transfers().setLine({ lineId: 99, version, quantityMilli: 1000 }),
        'NOT_FOUND',
      );
    });

    test('refuses a part of a piece, but takes a part of a kilogram', async () => {
      const tea = await stocked(shop, { name: 'Tea', priceMinor: 500 });
      const rice = await stocked(shop, { name: 'Rice', priceMinor: 300, unit: 'kg' });
      const id = await start();
      const add = (productId: number) => () =>
        transfers().addLine({ documentId: id, productId, quantityMilli: 250 });
      await refuses(shop, add(tea), 'QUANTITY_TOO_FINE', { productName: 'Tea', unit: 'piece' });
      const [line] = (await add(rice)()).lines;
      expect(line).toMatchObject({ quantityMilli: 250 });
    });
  });

  describe('between two locations', () => {
    test('can change locations and note, but not to the same or a closed location', async () => {
      const cellar = await shop.as('manager').stock.createLocation({ name: 'Cellar', kind: 'storeroom' });
      const id = await start();
      const changed = await transfers().change({
        id,
        version: 1,
        toLocationId: cellar.id,
        note: 'For Saturday',
      });
      expect(changed).toMatchObject({ from: { name: 'Shop' }, to: { name: 'Cellar' }, note: 'For Saturday' });
      const change = (toLocationId: number) => () => transfers().change({ id, version: 2, toLocationId });
      await refuses(shop, change(SHOP), 'TRANSFER_SAME_LOCATION', { locationName: 'Shop' });
      await shop.as('manager').stock.closeLocation({ id: STOREROOM });
      await refuses(shop, change(STOREROOM), 'LOCATION_CLOSED', { locationName: 'Storeroom' });
      const old = () => transfers().change({ id, version: 1, note: 'x' });
      await refuses(shop, old, 'CHANGED_MEANWHILE', { what: 'Shop → Cellar', by: 'Storekeeper Test' });
    });

    test('is not started to the same location or from or to a closed one', async () => {
      const startAt = (fromLocationId: number, toLocationId: number) => () =>
        transfers().start({ fromLocationId, toLocationId });
      await refuses(shop, startAt(SHOP, SHOP), 'TRANSFER_SAME_LOCATION');
      await shop.as('manager').stock.closeLocation({ id: STOREROOM });
      await refuses(shop, startAt(SHOP, STOREROOM), 'LOCATION_CLOSED');
    });
  });

  test('can be discarded and restored with all its lines', async () => {
    await stocked(shop, { name: 'Tea', priceMinor: 500, barcode: TEA });
    const id = await start();
    await scan(id, TEA);
    expect(await transfers().discard({ id })).toMatchObject({ state: 'discarded', number: null });
    await refuses(shop, () => scan(id, TEA), 'DOCUMENT_CLOSED', { number: null });
    expect(await transfers().restore({ id })).toMatchObject({ state: 'draft', lineCount: 1 });
    await scan(id, TEA);
    expect(await linesOf(id)).toEqual([['Tea', 2000]]);
  });

  test('keeps its products and its locations from being deleted', async () => {
    const tea = await stocked(shop, { name: 'Tea', priceMinor: 500, onHandMilli: 0, barcode: TEA });
    const id = await start();
    await scan(id, TEA);
    const { catalogue, stock } = shop.as('manager');
    await refuses(shop, () => catalogue.deleteProduct({ id: tea }), 'PRODUCT_MOVED');
    await refuses(shop, () => stock.deleteLocation({ id: STOREROOM }), 'LOCATION_USED');
  });

  test('moves no stock, and the audit trail shows who started, changed and discarded it', async () => {
    await stocked(shop, { name: 'Tea', priceMinor: 500, barcode: TEA });
    const id = await start();
    await scan(id, TEA);
    await transfers().discard({ id });
    const { rows } = await shop.as('manager').audit.list({ entity: 'transfer' });
    expect(rows.map(({ action, label }) => [action, label])).toEqual([
      ['transfers.discard', 'Shop → Storeroom'],
      ['transfers.start', 'Shop → Storeroom'],
    ]);
    const moved = await shop.as('manager').stock.history({ kinds: ['transferred'] });
    expect(moved.rows).toEqual([]);
  });
});
