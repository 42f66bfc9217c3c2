import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { checkAgreement } from '#main/health/agreement';
import { txOf } from '../../support/connections';
import { readPdfFile } from '../../support/pdf-text';
import { refuses, SHOP, shelf, stocked } from '../../support/sales';
import { openTestShop, type TestShop } from '../../support/test-store';

const STOREROOM = 2;

describe('an issue of goods', () => {
  let shop: TestShop;
  beforeEach(async () => {
    shop = await openTestShop();
  });
  afterEach(() => shop.close());

  const issues = () => shop.as('storekeeper').issues;
  const kitchen = { holder: { name: 'Kitchen' }, locationId: SHOP };
  const receive = (productId: number, number: string, expiresOn: string | null, quantityMilli: number) =>
    shop
      .as('manager')
      .stock.receive({ productId, locationId: SHOP, batch: { number, expiresOn }, quantityMilli });
  const historyOf = async (productId: number) => (await shop.as('manager').stock.history({ productId })).rows;

  test('takes them from stock with one movement per line, under the number of the document', async () => {
    const productId = await stocked(shop, { name: 'Drill', priceMinor: 5000, onHandMilli: 5000 });
    const { id } = await issues().start(kitchen);
    const { head } = await issues().addLine({ documentId: id, productId, quantityMilli: 2000 });
    const issued = await issues().post({ id, version: head.version });
    expect(issued).toMatchObject({
      state: 'posted',
      number: 'IS-000001',
      holder: { accountId: null, name: 'Kitchen' },
      postedBy: { name: 'Storekeeper Test' },
      outCount: 1,
    });
    expect(shelf(shop, productId).onHandMilli).toBe(3000);
    const [movement] = await historyOf(productId);
    expect(movement).toMatchObject({
      kind: 'issued',
      quantityMilli: -2000,
      cause: 'issue',
      causeId: id,
      causeLabel: 'IS-000001',
    });
  });

  test('is numbered without a gap, not counting refused ones and drafts', async () => {
    const productId = await stocked(shop, { name: 'Drill', priceMinor: 5000, onHandMilli: 2000 });
    const lines = [{ productId, quantityMilli: 1000 }];
    await issues().start(kitchen);
    expect(await issues().postNow({ ...kitchen, lines })).toMatchObject({ number: 'IS-000001' });
    await refuses(
      shop,
      () => issues().postNow({ ...kitchen, lines: [{ productId, quantityMilli: 5000 }] }),
      'DOCUMENT_SHORT',
    );
    expect(await issues().postNow({ ...kitchen, lines })).toMatchObject({ number: 'IS-000002' });
  });

  test('is refused as a whole when any stock is short, with every short line', async () => {
    const drill = await stocked(shop, { name: 'Drill', priceMinor: 5000, onHandMilli: 1000 });
    const saw = await stocked(shop, { name: 'Saw', priceMinor: 900, onHandMilli: 0 });
    const glue = await stocked(shop, { name: 'Glue', priceMinor: 300, onHandMilli: 9000 });
    const lines = [glue, drill, saw].map((productId) => ({ productId, quantityMilli: 2000 }));
    await refuses(shop, () => issues().postNow({ ...kitchen, lines }), 'DOCUMENT_SHORT', {
      locationName: 'Shop',
      lines: [
        expect.objectContaining({ productName: 'Drill', requestedMilli: 2000, availableMilli: 1000 }),
        expect.objectContaining({ productName: 'Saw', requestedMilli: 2000, availableMilli: 0 }),
      ],
    });
  });

  test('can go below zero where the store allows that, and its movements are marked', async () => {
    await shop.close();
    shop = await openTestShop({ allowNegativeStock: true });
    const productId = await stocked(shop, { name: 'Drill', priceMinor: 5000, onHandMilli: 1000 });
    await issues().postNow({ ...kitchen, lines: [{ productId, quantityMilli: 2000 }] });
    expect((await historyOf(productId))[0]).toMatchObject({ afterMilli: -1000, belowZero: true });
  });

  test('takes the earliest expiry first over several batches, or the chosen batch', async () => {
    const productId = await stocked(shop, { name: 'Milk', priceMinor: 100, onHandMilli: 1000 });
    await receive(productId, 'LATE', '2027-02-01', 3000);
    await receive(productId, 'SOON', '2027-01-01', 1000);
    const draft = await issues().start(kitchen);
    await issues().addLine({ documentId: draft.id, productId, quantityMilli: 2000 });
    const [line] = (await issues().get({ id: draft.id })).lines;
    expect(line?.shelves.map(({ batchNumber }) => batchNumber)).toEqual(['SOON', 'LATE', null]);
    const { id } = await issues().postNow({ ...kitchen, lines: [{ productId, quantityMilli: 2000 }] });
    const { lines } = await issues().get({ id });
    expect(lines.map(({ batchNumber, quantityMilli }) => [batchNumber, quantityMilli])).toEqual([
      ['SOON', 1000],
      ['LATE', 1000],
    ]);
    const batchId = lines[1]?.batchId ?? 0;
    const chosen = await issues().postNow({
      ...kitchen,
      lines: [{ productId, batchId, quantityMilli: 2000 }],
    });
    expect((await issues().get({ id: chosen.id })).lines).toMatchObject([{ batchNumber: 'LATE' }]);
  });

  test('does not take expired stock where the store refuses it', async () => {
    await shop.close();
    shop = await openTestShop({ expiredStock: 'refuse' });
    const productId = await stocked(shop, { name: 'Milk', priceMinor: 100, onHandMilli: 0 });
    await receive(productId, 'OLD', '2026-11-19', 3000);
    const lines = [{ productId, quantityMilli: 1000 }];
    await refuses(shop, () => issues().postNow({ ...kitchen, lines }), 'EXPIRED_STOCK', {
      productName: 'Milk',
      batchNumber: 'OLD',
    });
  });

  test('is refused for an empty draft, no holder, an issued draft, a closed location or half a piece', async () => {
    const productId = await stocked(shop, { name: 'Drill', priceMinor: 5000 });
    const draft = await issues().start({ locationId: SHOP });
    await refuses(shop, () => issues().post(draft), 'DOCUMENT_EMPTY');
    const { head } = await issues().addLine({ documentId: draft.id, productId, quantityMilli: 1000 });
    await refuses(shop, () => issues().post(head), 'HOLDER_MISSING');
    const named = await issues().change({ id: head.id, version: head.version, holder: { name: 'Bar' } });
    await issues().post(named);
    await refuses(shop, () => issues().post(named), 'DOCUMENT_CLOSED', { number: 'IS-000001' });
    const lines = [{ productId, quantityMilli: 1500 }];
    await refuses(shop, () => issues().postNow({ ...kitchen, lines }), 'QUANTITY_TOO_FINE');
    await shop.as('manager').stock.closeLocation({ id: STOREROOM });
    await refuses(
      shop,
      () =>
        issues().postNow({
          ...kitchen,
          locationId: STOREROOM,
          lines: [{ productId, quantityMilli: 1000 }],
        }),
      'LOCATION_CLOSED',
    );
  });

  test('is refused to a person whose account was deactivated meanwhile', async () => {
    const productId = await stocked(shop, { name: 'Drill', priceMinor: 5000 });
    const accountId = shop.accountIdOf('cashier');
    const { id } = await issues().start({ locationId: SHOP, holder: { accountId } });
    const { head } = await issues().addLine({ documentId: id, productId, quantityMilli: 1000 });
    shop.store.database.handle.prepare('UPDATE account SET active = 0 WHERE id = ?').run(accountId);
    await refuses(shop, () => issues().post(head), 'HOLDER_UNKNOWN');
  });

  test('is made once, however often the window repeats the call', async () => {
    const productId = await stocked(shop, { name: 'Drill', priceMinor: 5000, onHandMilli: 5000 });
    const input = { ...kitchen, lines: [{ productId, quantityMilli: 1000 }] };
    const again = () => shop.withToken(shop.tokenOf('storekeeper'), 'the same key').issues.postNow(input);
    const first = await again();
    expect(await again()).toEqual(first);
    expect(shelf(shop, productId).onHandMilli).toBe(4000);
  });

  test('shows the cost of its goods only to people who can see cost', async () => {
    const productId = await stocked(shop, { name: 'Drill', priceMinor: 5000, costMinor: 333 });
    const { id } = await issues().postNow({ ...kitchen, lines: [{ productId, quantityMilli: 3000 }] });
    expect((await shop.as('manager').issues.get({ id })).lines).toMatchObject([{ costMinor: 999 }]);
    expect((await issues().get({ id })).lines).toMatchObject([{ costMinor: null }]);
    expect((await issues().outstanding({})).rows).toMatchObject([{ outCostMinor: null }]);
  });

  test('is found by number, holder, note, product, location and day, newest first', async () => {
    const productId = await stocked(shop, { name: 'Drill', priceMinor: 5000 });
    const lines = [{ productId, quantityMilli: 1000 }];
    await issues().postNow({ ...kitchen, note: 'festival', lines });
    shop.time.now += 86_400_000;
    const account = shop.accountIdOf('storekeeper');
    const nextDay = shop.withToken(
      shop.store.services.sessions.in(txOf(shop.store)).open(account, 1, 'password', shop.time.now),
    );
    const accountId = shop.accountIdOf('cashier');
    await nextDay.issues.postNow({ locationId: SHOP, holder: { accountId }, lines });
    const found = async (filter: Parameters<ReturnType<typeof issues>['list']>[0]) =>
      (await nextDay.issues.list(filter)).rows.map(({ number }) => number);
    expect(await found({})).toEqual(['IS-000002', 'IS-000001']);
    expect(await found({ search: 'is-1' })).toEqual(['IS-000001']);
    expect(await found({ search: 'kitch' })).toEqual(['IS-000001']);
    expect(await found({ search: 'cashier' })).toEqual(['IS-000002']);
    expect(await found({ search: 'festival' })).toEqual(['IS-000001']);
    expect(await found({ search: 'drill' })).toHaveLength(2);
    expect(await found({ locationId: STOREROOM })).toEqual([]);
    expect(await found({ from: '2026-11-21' })).toEqual(['IS-000002']);
    expect(await found({ to: '2026-11-20' })).toEqual(['IS-000001']);
  });

  test('prints a slip with the goods and their holder, to sign', async () => {
    const productId = await stocked(shop, { name: 'Drill', priceMinor: 5000 });
    const { id } = await issues().postNow({ ...kitchen, lines: [{ productId, quantityMilli: 2000 }] });
    const file = await issues().pdf({ id });
    expect(file.name).toBe('issue-IS-000001.pdf');
    const { text } = await readPdfFile(file);
    for (const part of ['IS-000001', 'Kitchen', 'Drill', 'Received by']) expect(text).toContain(part);
  });

  test('leaves a store whose records agree', async () => {
    const productId = await stocked(shop, { name: 'Drill', priceMinor: 5000 });
    await issues().postNow({ ...kitchen, lines: [{ productId, quantityMilli: 2000 }] });
    expect(checkAgreement(shop.store.database.handle)).toEqual([]);
  });
});
