import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { checkAgreement } from '#main/health/agreement';
import type { Inputs } from '#shared/contract/index';
import type { TransferHead } from '#shared/contract/transfers';
import { refuses, SHOP, stocked } from '../../support/sales';
import { openTestShop, type TestShop } from '../../support/test-store';

const STOREROOM = 2;

describe('sending a transfer', () => {
  let shop: TestShop;
  beforeEach(async () => {
    shop = await openTestShop();
  });
  afterEach(async () => {
    expect(checkAgreement(shop.store.database.handle)).toEqual([]);
    await shop.close();
  });

  const transfers = () => shop.as('storekeeper').transfers;
  const stock = () => shop.as('manager').stock;
  type Line = Inputs['transfers']['postNow']['lines'][number];
  const toStoreroom = (lines: Line[]) => ({ fromLocationId: SHOP, toLocationId: STOREROOM, lines });
  const postNow = (...lines: Line[]) => transfers().postNow(toStoreroom(lines));
  const draftWith = async (...lines: Line[]): Promise<number> => {
    const { id } = await transfers().start({ fromLocationId: SHOP, toLocationId: STOREROOM });
    for (const line of lines) await transfers().addLine({ documentId: id, ...line });
    return id;
  };
  const send = async (id: number) => {
    const { version } = await transfers().get({ id });
    return transfers().post({ id, version });
  };
  const receive = (productId: number, number: string, expiresOn: string | null, quantityMilli: number) =>
    stock().receive({
      productId,
      locationId: SHOP,
      batch: { number, expiresOn },
      quantityMilli,
      cost: { unitTenThousandths: 33_300 },
    });
  const levels = async (productId: number) =>
    (await stock().listEntries({ productId })).rows.map((entry) => [
      entry.locationName,
      entry.batchNumber,
      entry.onHandMilli,
    ]);
  const worth = async () =>
    (await shop.as('manager').stock.listEntries({})).rows.reduce(
      (sum, { valueMinor }) => sum + (valueMinor ?? 0),
      0,
    );

  test('moves everything on it, and both locations name the transfer', async () => {
    const tea = await stocked(shop, { name: 'Tea', priceMinor: 500, onHandMilli: 10_000 });
    const rice = await stocked(shop, { name: 'Rice', priceMinor: 300, unit: 'kg', onHandMilli: 4500 });
    const id = await draftWith(
      { productId: tea, quantityMilli: 4000 },
      { productId: rice, quantityMilli: 1250 },
    );
    shop.time.now += 60_000;
    expect(await send(id)).toMatchObject({
      id,
      state: 'posted',
      number: 'TR-000001',
      from: { name: 'Shop' },
      to: { name: 'Storeroom' },
      lineCount: 2,
      postedAt: shop.time.now,
      postedBy: { name: 'Storekeeper Test' },
    });
    expect(await levels(tea)).toEqual([
      ['Shop', null, 6000],
      ['Storeroom', null, 4000],
    ]);
    const { rows } = await stock().history({ productId: rice, kinds: ['transferred'] });
    const origin = { kind: 'transferred', cause: 'transfer', causeId: id, causeLabel: 'TR-000001' };
    expect(rows).toMatchObject([
      { ...origin, locationName: 'Storeroom', quantityMilli: 1250, beforeMilli: 0, afterMilli: 1250 },
      { ...origin, locationName: 'Shop', quantityMilli: -1250, beforeMilli: 4500, afterMilli: 3250 },
    ]);
  });

  test('gives it the next number, and refused or discarded ones take none', async () => {
    const tea = await stocked(shop, { name: 'Tea', priceMinor: 500, onHandMilli: 3000 });
    const draft = await draftWith({ productId: tea, quantityMilli: 1000 });
    await transfers().discard({ id: draft });
    await expect(postNow({ productId: tea, quantityMilli: 4000 })).rejects.toMatchObject({
      code: 'DOCUMENT_SHORT',
    });
    const sent: TransferHead[] = [];
    for (let count = 0; count < 3; count += 1)
      sent.push(await postNow({ productId: tea, quantityMilli: 1000 }));
    expect(sent.map(({ number }) => number)).toEqual(['TR-000001', 'TR-000002', 'TR-000003']);
  });

  test('keeps the total value of stock to the cent, however the cost divides', async () => {
    const tea = await stocked(shop, { name: 'Tea', priceMinor: 500, onHandMilli: 0 });
    await stock().receive({
      productId: tea,
      locationId: SHOP,
      quantityMilli: 3000,
      cost: { totalMinor: 999 },
    });
    await stock().receive({
      productId: tea,
      locationId: SHOP,
      quantityMilli: 4000,
      cost: { totalMinor: 1000 },
    });
    const before = await worth();
    for (const quantityMilli of [1000, 2000, 1000, 3000]) await postNow({ productId: tea, quantityMilli });
    expect(await worth()).toBe(before);
    await transfers().postNow({
      fromLocationId: STOREROOM,
      toLocationId: SHOP,
      lines: [{ productId: tea, quantityMilli: 7000 }],
    });
    expect(await worth()).toBe(before);
    const { rows } = await stock().history({ productId: tea, kinds: ['transferred'] });
    const [came, left] = rows;
    expect(came?.valueMinor).toBe(0 - (left?.valueMinor ?? 0));
  });

  test('takes the earliest expiry first and stock without a date last, and the document names the batches', async () => {
    const milk = await stocked(shop, { name: 'Milk', priceMinor: 120, onHandMilli: 2000 });
    await receive(milk, 'LATE', '2027-03-01', 5000);
    await receive(milk, 'SOON', '2026-12-01', 2000);
    const { id } = await postNow({ productId: milk, quantityMilli: 8000 });
    const { lines } = await transfers().get({ id });
    expect(lines.map(({ batchNumber, quantityMilli }) => [batchNumber, quantityMilli])).toEqual([
      ['SOON', 2000],
      ['LATE', 5000],
      [null, 1000],
    ]);
    const { rows: log } = await shop.as('manager').audit.list({ entity: 'transfer' });
    expect(log[0]?.after).toMatchObject({ lines: lines.length });
    expect(await levels(milk)).toEqual([
      ['Shop', 'SOON', 0],
      ['Shop', 'LATE', 0],
      ['Shop', null, 1000],
      ['Storeroom', 'SOON', 2000],
      ['Storeroom', 'LATE', 5000],
      ['Storeroom', null, 1000],
    ]);
  });

  test('takes a chosen batch, and gives an open line what the other lines leave', async () => {
    const milk = await stocked(shop, { name: 'Milk', priceMinor: 120, onHandMilli: 0 });
    const { batchId: soon } = await receive(milk, 'SOON', '2026-12-01', 2000);
    await receive(milk, 'LATE', '2027-03-01', 2000);
    const { id } = await postNow(
      { productId: milk, quantityMilli: 2000 },
      { productId: milk, quantityMilli: 2000, batchId: soon },
    );
    const { lines } = await transfers().get({ id });
    expect(lines.map(({ batchNumber }) => batchNumber)).toEqual(['LATE', 'SOON']);
  });

  test('moves expired stock, too', async () => {
    const milk = await stocked(shop, { name: 'Milk', priceMinor: 120, onHandMilli: 0 });
    await receive(milk, 'OLD', '2026-01-01', 2000);
    await postNow({ productId: milk, quantityMilli: 2000 });
    expect(await levels(milk)).toEqual([
      ['Shop', 'OLD', 0],
      ['Storeroom', 'OLD', 2000],
    ]);
  });

  test('moves an archived product like any other', async () => {
    const tea = await stocked(shop, { name: 'Tea', priceMinor: 500, onHandMilli: 3000 });
    const { version } = await shop.as('manager').catalogue.product({ id: tea });
    await shop.as('manager').catalogue.changeProduct({ id: tea, version, status: 'archived' });
    expect(await postNow({ productId: tea, quantityMilli: 3000 })).toMatchObject({ state: 'posted' });
  });

  test('is made once when the same call is repeated', async () => {
    const tea = await stocked(shop, { name: 'Tea', priceMinor: 500, onHandMilli: 3000 });
    const again = shop.withToken(shop.tokenOf('storekeeper'), 'one key').transfers;
    const input = toStoreroom([{ productId: tea, quantityMilli: 1000 }]);
    expect(await again.postNow(input)).toEqual(await again.postNow(input));
    expect((await transfers().list({})).total).toBe(1);
  });

  describe('is refused as a whole', () => {
    test('with every short line, even if the store allows sales below zero', async () => {
      await shop.close();
      shop = await openTestShop({ allowNegativeStock: true });
      const tea = await stocked(shop, { name: 'Tea', priceMinor: 500, onHandMilli: 2000 });
      const milk = await stocked(shop, { name: 'Milk', priceMinor: 120, onHandMilli: 0 });
      const { batchId: soon } = await receive(milk, 'SOON', null, 1000);
      const rice = await stocked(shop, { name: 'Rice', priceMinor: 300, onHandMilli: 9000 });
      const input = toStoreroom([
        { productId: rice, quantityMilli: 1000 },
        { productId: tea, quantityMilli: 3000 },
        { productId: milk, quantityMilli: 1500 * 2, batchId: soon },
      ]);
      await refuses(shop, () => transfers().postNow(input), 'DOCUMENT_SHORT', {
        locationName: 'Shop',
        lines: [
          {
            productId: tea,
            productName: 'Tea',
            unit: 'piece',
            batchNumber: null,
            requestedMilli: 3000,
            availableMilli: 2000,
          },
          {
            productId: milk,
            productName: 'Milk',
            unit: 'piece',
            batchNumber: 'SOON',
            requestedMilli: 3000,
            availableMilli: 1000,
          },
        ],
      });
    });

    test('when two lines together exceed the stock', async () => {
      const tea = await stocked(shop, { name: 'Tea', priceMinor: 500, onHandMilli: 3000 });
      const twice = [
        { productId: tea, quantityMilli: 2000 },
        { productId: tea, quantityMilli: 2000 },
      ];
      await refuses(shop, () => transfers().postNow(toStoreroom(twice)), 'DOCUMENT_SHORT');
    });

    test('for stock reserved by an order', async () => {
      const tea = await stocked(shop, { name: 'Tea', priceMinor: 500, onHandMilli: 3000 });
      const { sales } = shop.as('manager');
      const { ticketId } = await sales.addLine({ productId: tea, quantityMilli: 2000 });
      await sales.placeOrder({ ticketId, channelId: 2, customerName: 'Ada' });
      const input = toStoreroom([{ productId: tea, quantityMilli: 2000 }]);
      await refuses(shop, () => transfers().postNow(input), 'DOCUMENT_SHORT');
    });

    test('to the same location, and from or to a closed one', async () => {
      const tea = await stocked(shop, { name: 'Tea', priceMinor: 500 });
      const lines = [{ productId: tea, quantityMilli: 1000 }];
      const between = (fromLocationId: number, toLocationId: number) => () =>
        transfers().postNow({ fromLocationId, toLocationId, lines });
      await refuses(shop, between(SHOP, SHOP), 'TRANSFER_SAME_LOCATION', { locationName: 'Shop' });
      const id = await draftWith(...lines);
      await stock().closeLocation({ id: STOREROOM });
      const closed = { locationName: 'Storeroom' };
      await refuses(shop, between(SHOP, STOREROOM), 'LOCATION_CLOSED', closed);
      await refuses(shop, between(STOREROOM, SHOP), 'LOCATION_CLOSED', closed);
      const { version } = await transfers().get({ id });
      await refuses(shop, () => transfers().post({ id, version }), 'LOCATION_CLOSED', closed);
    });

    test('while it is empty, and once it is sent', async () => {
      const empty = await draftWith();
      await refuses(shop, () => transfers().post({ id: empty, version: 1 }), 'DOCUMENT_EMPTY', {});
      const tea = await stocked(shop, { name: 'Tea', priceMinor: 500 });
      const id = await draftWith({ productId: tea, quantityMilli: 1000 });
      const { version } = await send(id);
      const closed = { number: 'TR-000001' };
      await refuses(shop, () => transfers().post({ id, version }), 'DOCUMENT_CLOSED', closed);
      await refuses(shop, () => transfers().discard({ id }), 'DOCUMENT_CLOSED', closed);
      await refuses(shop, () => transfers().restore({ id }), 'DOCUMENT_CLOSED', closed);
    });

    test('when another screen added a line meanwhile', async () => {
      const tea = await stocked(shop, { name: 'Tea', priceMinor: 500 });
      const id = await draftWith({ productId: tea, quantityMilli: 1000 });
      const { version } = await transfers().get({ id });
      await shop.as('manager').transfers.addLine({ documentId: id, productId: tea, quantityMilli: 1000 });
      await refuses(shop, () => transfers().post({ id, version }), 'CHANGED_MEANWHILE', {
        what: 'Shop → Storeroom',
        by: 'Manager Test',
      });
    });

    test('for a part of a piece', async () => {
      const tea = await stocked(shop, { name: 'Tea', priceMinor: 500 });
      const input = toStoreroom([{ productId: tea, quantityMilli: 500 }]);
      await refuses(shop, () => transfers().postNow(input), 'QUANTITY_TOO_FINE', {
        productName: 'Tea',
        unit: 'piece',
      });
    });

    test('for an unknown product, location or batch of another product', async () => {
      const tea = await stocked(shop, { name: 'Tea', priceMinor: 500 });
      const milk = await stocked(shop, { name: 'Milk', priceMinor: 120, onHandMilli: 0 });
      const { batchId } = await receive(milk, 'B1', null, 1000);
      const notFound = (what: string, input: Inputs['transfers']['postNow']) =>
        refuses(shop, () => transfers().postNow(input), 'NOT_FOUND', { what });
      await notFound('product', toStoreroom([{ productId: 999, quantityMilli: 1000 }]));
      await notFound('batch', toStoreroom([{ productId: tea, quantityMilli: 1000, batchId }]));
      const lines = [{ productId: tea, quantityMilli: 1000 }];
      await notFound('location', { fromLocationId: SHOP, toLocationId: 99, lines });
    });
  });
});
