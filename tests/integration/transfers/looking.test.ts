import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { makeProduct } from '../../support/goods';
import { readPdfFile } from '../../support/pdf-text';
import { SHOP, stocked } from '../../support/sales';
import { OPENING_TIME, openTestShop, type TestShop } from '../../support/test-store';

const STOREROOM = 2;
const HOUR_MS = 60 * 60 * 1000;

describe('reading transfers', () => {
  let shop: TestShop;
  beforeEach(async () => {
    shop = await openTestShop();
  });
  afterEach(() => shop.close());

  const transfers = () => shop.as('storekeeper').transfers;
  const start = (fromLocationId = SHOP, toLocationId = STOREROOM) =>
    transfers().start({ fromLocationId, toLocationId });
  const sendOf = (productId: number, note = '') =>
    transfers().postNow({
      fromLocationId: SHOP,
      toLocationId: STOREROOM,
      note,
      lines: [{ productId, quantityMilli: 1000 }],
    });

  describe('in the list', () => {
    test('shows the newest first, sent ones and drafts, and discarded ones only on request', async () => {
      const tea = await stocked(shop, { name: 'Tea', priceMinor: 500 });
      const { id: sent } = await sendOf(tea);
      shop.time.now += 1000;
      const { id: draft } = await start();
      const { id: gone } = await start();
      await transfers().discard({ id: gone });
      const ids = async (states: Array<'draft' | 'posted' | 'discarded'>) =>
        (await transfers().list({ states })).rows.map(({ id }) => id);
      expect(await ids([])).toEqual([draft, sent]);
      expect(await ids(['posted'])).toEqual([sent]);
      expect(await ids(['discarded'])).toEqual([gone]);
      expect(await transfers().list({ limit: 1, offset: 1 })).toMatchObject({
        rows: [{ id: sent, number: 'TR-000001', lineCount: 1 }],
        total: 2,
        totalIsExact: true,
      });
    });

    test('finds them by number, digits of it, words of the note and of a product', async () => {
      const tea = await stocked(shop, { name: 'Earl Grey', priceMinor: 500 });
      const rice = await stocked(shop, { name: 'Basmati', priceMinor: 300 });
      const { id: one } = await sendOf(tea, 'For the 50 % market');
      const { id: two } = await sendOf(rice);
      const found = async (search: string) => (await transfers().list({ search })).rows.map(({ id }) => id);
      expect(await found('TR-000002')).toEqual([two]);
      expect(await found('tr-2')).toEqual([two]);
      expect(await found('1')).toEqual([one]);
      expect(await found('market')).toEqual([one]);
      expect(await found('50 %')).toEqual([one]);
      expect(await found('basma')).toEqual([two]);
      expect(await found('coffee')).toEqual([]);
    });

    test('filters by location and by days of the store', async () => {
      shop.time.now = OPENING_TIME + 13 * HOUR_MS;
      const { id: cellar } = await shop
        .as('manager')
        .stock.createLocation({ name: 'Cellar', kind: 'storeroom' });
      const { id: toCellar } = await start(SHOP, cellar);
      shop.time.now += 2 * HOUR_MS;
      const { id: later } = await start();
      const ids = async (filter: Parameters<ReturnType<typeof transfers>['list']>[0]) =>
        (await transfers().list(filter)).rows.map(({ id }) => id);
      expect(await ids({ locationId: cellar })).toEqual([toCellar]);
      expect(await ids({ locationId: SHOP })).toEqual([later, toCellar]);
      expect(await ids({ from: '2026-11-21' })).toEqual([later]);
      expect(await ids({ to: '2026-11-20' })).toEqual([toCellar]);
    });
  });

  test('is possible for people who can see quantities but not move stock', async () => {
    const { id } = await start();
    expect(await shop.as('cashier').transfers.get({ id })).toMatchObject({ id, lines: [] });
    await expect(shop.as('cashier').transfers.get({ id: 99 })).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });

  describe('on paper', () => {
    const textOf = async (id: number) => {
      const file = await transfers().pdf({ id });
      return { fileName: file.name, ...(await readPdfFile(file)) };
    };

    test('shows number, locations, person, time and note, and the product, batch and quantity of each line', async () => {
      const barcode = '4006381333931';
      const tea = await stocked(shop, {
        name: 'Earl Grey',
        sku: 'EG-1',
        unit: 'kg',
        priceMinor: 500,
        onHandMilli: 0,
        barcode,
      });
      const batch = { number: 'B-7', expiresOn: '2027-05-04' };
      await shop
        .as('manager')
        .stock.receive({ productId: tea, locationId: SHOP, batch, quantityMilli: 2000 });
      const { id } = await sendOf(tea, 'For Saturday');
      const { fileName, text } = await textOf(id);
      expect(fileName).toBe('transfer-TR-000001.pdf');
      for (const part of [
        'TR-000001',
        'Shop',
        'Storeroom',
        'Storekeeper Test',
        'For Saturday',
        '20 November 2026',
      ]) {
        expect(text).toContain(part);
      }
      for (const part of [
        'EG-1',
        'Earl Grey',
        barcode,
        'B-7',
        'expires 4 May 2027',
        '1\u00a0kg',
        'Received by',
      ]) {
        expect(text).toContain(part);
      }
    });

    test('marks a draft', async () => {
      const { id } = await start();
      const { fileName, text } = await textOf(id);
      expect(fileName).toBe('transfer-draft.pdf');
      expect(text).toContain('Draft, not sent');
    });

    test('continues over several pages, with the signatures at the end', async () => {
      const { id } = await start();
      for (let count = 1; count <= 120; count += 1) {
        const productId = makeProduct(shop, { name: `Tea ${count}` });
        await transfers().addLine({ documentId: id, productId, quantityMilli: 1000 });
      }
      const { pages } = await textOf(id);
      expect(pages.length).toBeGreaterThan(2);
      expect(pages.at(-1)).toContain('Received by');
      expect(pages.slice(0, -1).join()).not.toContain('Received by');
    });
  });
});
