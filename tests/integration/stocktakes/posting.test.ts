import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { checkAgreement } from '#main/health/agreement';
import { addDays, dayOf } from '#shared/kernel/time';
import { readPdfFile } from '../../support/pdf-text';
import { PHONE, refuses, SHOP, shelf, stocked, ticketOf } from '../../support/sales';
import { openTestShop, type TestShop } from '../../support/test-store';

const HONEY = '4006381333931';
const STOREROOM = 2;

describe('posting a stocktake', () => {
  let shop: TestShop;
  let honey: number;
  let tea: number;
  beforeEach(async () => {
    shop = await openTestShop();
    honey = await stocked(shop, {
      name: 'Honey',
      priceMinor: 500,
      costMinor: 200,
      barcode: HONEY,
      onHandMilli: 10_000,
    });
    tea = await stocked(shop, { name: 'Tea', priceMinor: 300, costMinor: 150, onHandMilli: 20_000 });
  });
  afterEach(() => shop.close());

  const keeper = () => shop.as('storekeeper').stocktakes;
  const manager = () => shop.as('manager').stocktakes;
  const set = (stocktakeId: number, productId: number, quantityMilli: number) =>
    keeper().count({ stocktakeId, productId, quantityMilli, mode: 'set' });
  const sell = async (productId: number, quantityMilli: number) => {
    const cashier = shop.as('cashier');
    const ticketId = await ticketOf(cashier, [productId, quantityMilli]);
    await cashier.sales.completeTicket({ ticketId, tenders: [{ kind: 'cash', amountMinor: 100_000 }] });
  };
  /** Counts nine of ten honeys and no tea. */
  const countedHoney = async () => {
    const { id } = await manager().start({ locationId: SHOP, note: 'End of year' });
    await set(id, honey, 9000);
    return manager().review({ id });
  };
  /** The text of a sheet. */
  const read = async (sheet: Blob) => (await readPdfFile(sheet)).text.replaceAll(/\s+/g, ' ');
  const post = (reviewed: { id: number; version: number }, uncounted: 'leave' | 'zero' = 'leave') =>
    manager().post({ id: reviewed.id, version: reviewed.version, uncounted });

  test('posts the values of the differences as reviewed, whatever the rounding of cost', async () => {
    const nails = await stocked(shop, { name: 'Nails', priceMinor: 100, onHandMilli: 0 });
    const at = { productId: nails, locationId: SHOP };
    await shop.as('manager').stock.receive({ ...at, quantityMilli: 7000, cost: { totalMinor: 10 } });
    await sell(nails, 1000);
    const { id } = await manager().start({ locationId: SHOP });
    await set(id, nails, 5000);
    const reviewed = await manager().review({ id });
    const valuesOf = async () => {
      const { rows } = await manager().lines({ stocktakeId: id, filter: 'different' });
      return rows.map(({ productName, valueMinor }) => [productName, valueMinor]);
    };
    // Of seven pieces worth 10 cents, six are worth 9 and five are worth 7.
    expect(await valuesOf()).toEqual([['Nails', -2]]);
    await post(reviewed);
    expect(await valuesOf()).toEqual([['Nails', -2]]);
    const { rows } = await shop.as('manager').stock.history({ productId: nails, kinds: ['counted'] });
    expect(rows).toMatchObject([{ valueMinor: -2 }]);
  });

  test('records each difference as counted, with the reason of the stocktake and a reference to it', async () => {
    const reviewed = await countedHoney();
    expect(await post(reviewed)).toMatchObject({
      number: 'CT-000001',
      state: 'posted',
      uncounted: 'leave',
      closedBy: { name: 'Manager Test' },
    });
    const { rows } = await shop.as('manager').stock.history({ locationId: SHOP, kinds: ['counted'] });
    expect(rows).toMatchObject([
      {
        productName: 'Honey',
        quantityMilli: -1000,
        beforeMilli: 10_000,
        afterMilli: 9000,
        reason: 'End of year',
        cause: 'stocktake',
        causeId: reviewed.id,
        causeLabel: 'CT-000001',
      },
    ]);
    expect(shelf(shop, tea).onHandMilli).toBe(20_000);
    expect(checkAgreement(shop.store.database.handle)).toEqual([]);
  });

  test('leaves uncounted stock or sets it to zero, as chosen, and shows its value before', async () => {
    const reviewed = await countedHoney();
    const { figures } = await manager().get({ id: reviewed.id });
    expect(figures).toMatchObject({
      different: 1,
      short: 1,
      shortMinor: -200,
      differenceMinor: -200,
      uncounted: 1,
      uncountedMinor: 3000,
    });
    await post(reviewed, 'zero');
    expect(shelf(shop, tea).onHandMilli).toBe(0);
    const { rows } = await manager().lines({ stocktakeId: reviewed.id, filter: 'different' });
    expect(
      rows.map(({ productName, differenceMilli, valueMinor }) => [productName, differenceMilli, valueMinor]),
    ).toEqual([
      ['Tea', -20_000, -3000],
      ['Honey', -1000, -200],
    ]);
    expect((await manager().get({ id: reviewed.id })).figures).toMatchObject({
      differenceMinor: -3200,
      different: 2,
    });
  });

  test('applies the difference to the stock on hand at that time', async () => {
    const reviewed = await countedHoney();
    await sell(honey, 4000);
    await post(reviewed);
    expect(shelf(shop, honey).onHandMilli).toBe(5000);
  });

  test('takes a number without a gap, and a cancelled stocktake takes none', async () => {
    const first = await countedHoney();
    await manager().cancel({ id: first.id });
    expect(await post(await countedHoney())).toMatchObject({ number: 'CT-000001' });
    expect(await post(await countedHoney())).toMatchObject({ number: 'CT-000002' });
    const { rows } = await manager().list({});
    expect(rows.map(({ number, state }) => [number, state])).toContainEqual([null, 'cancelled']);
  });

  test('makes it findable by number, words, products, state, location and days', async () => {
    await post(await countedHoney());
    const { id: open } = await keeper().start({ locationId: STOREROOM, note: 'Moth traps' });
    const [posted] = (await manager().list({ states: ['posted'] })).rows;
    const idsOf = async (filter: Parameters<ReturnType<typeof manager>['list']>[0]) =>
      (await manager().list(filter)).rows.map(({ id }) => id);
    for (const search of ['CT-000001', 'end of', 'honey']) {
      expect(await idsOf({ search })).toEqual([posted?.id]);
    }
    for (const search of ['moth', 'Storeroom']) expect(await idsOf({ search })).toEqual([open]);
    expect(await idsOf({ search: 'coffee' })).toEqual([]);
    expect(await idsOf({ states: ['counting', 'review'] })).toEqual([open]);
    expect(await idsOf({ locationId: SHOP })).toEqual([posted?.id]);
    const today = dayOf(shop.time.now, 'Europe/London');
    expect(await idsOf({ from: today, to: today })).toEqual([open, posted?.id]);
    expect(await idsOf({ from: addDays(today, 1) })).toEqual([]);
    expect(await idsOf({ to: addDays(today, -1) })).toEqual([]);
  });

  test('can leave less on hand than is reserved, and the review shows it', async () => {
    const ticketId = await ticketOf(shop.as('cashier'), [honey, 8000]);
    await shop.as('cashier').sales.placeOrder({ ticketId, channelId: PHONE, customerName: 'Ms Bee' });
    const { id } = await manager().start({ locationId: SHOP });
    await set(id, honey, 5000);
    const reviewed = await manager().review({ id });
    expect((await manager().get({ id })).figures).toMatchObject({ belowReserved: 1, belowZero: 0 });
    await post(reviewed);
    expect(shelf(shop, honey)).toEqual({ onHandMilli: 5000, reservedMilli: 8000 });
  });

  describe('is refused', () => {
    test('before the review', async () => {
      const { id, version } = await manager().start({ locationId: SHOP });
      await refuses(shop, () => post({ id, version }), 'STOCKTAKE_NOT_REVIEWED');
    });

    test('when a count was made since the review was opened, with the name of the person', async () => {
      const reviewed = await countedHoney();
      await keeper().count({ stocktakeId: reviewed.id, productId: tea });
      await refuses(shop, () => post(reviewed), 'STOCKTAKE_CHANGED', { by: 'Storekeeper Test' });
      const { stocktake } = await manager().get({ id: reviewed.id });
      await post(stocktake);
    });

    test('a second time, and so are further counts', async () => {
      const reviewed = await countedHoney();
      const posted = await post(reviewed);
      const closed = { number: 'CT-000001', state: 'posted', by: 'Manager Test' };
      await refuses(shop, () => post(posted), 'STOCKTAKE_CLOSED', closed);
      await refuses(shop, () => set(posted.id, tea, 1000), 'STOCKTAKE_CLOSED', closed);
      await refuses(shop, () => keeper().undoCount({ stocktakeId: posted.id }), 'STOCKTAKE_CLOSED', closed);
      await refuses(shop, () => manager().review({ id: posted.id }), 'STOCKTAKE_CLOSED', closed);
      await refuses(shop, () => manager().cancel({ id: posted.id }), 'STOCKTAKE_CLOSED', closed);
    });

    test('for a count in a cancelled stocktake', async () => {
      const { id } = await countedHoney();
      await manager().cancel({ id });
      await refuses(shop, () => set(id, tea, 1000), 'STOCKTAKE_CLOSED', { number: null, state: 'cancelled' });
    });

    test('where stock would fall below zero, unless the store allows it', async () => {
      const { id } = await manager().start({ locationId: SHOP });
      await set(id, honey, 0);
      await sell(honey, 2000);
      const reviewed = await manager().review({ id });
      expect((await manager().get({ id })).figures).toMatchObject({ belowZero: 1 });
      await refuses(shop, () => post(reviewed), 'STOCKTAKE_BELOW_ZERO', {
        productName: 'Honey',
        onHandMilli: 8000,
        differenceMilli: -10_000,
        entries: 1,
      });
      await shop.as('admin').settings.change({ allowNegativeStock: true });
      await post(reviewed);
      expect(shelf(shop, honey).onHandMilli).toBe(-2000);
    });
  });

  test('shows quantities without values to people who cannot see cost, in lines, figures and on paper', async () => {
    const reviewed = await countedHoney();
    const { rows } = await keeper().lines({ stocktakeId: reviewed.id, filter: 'different' });
    expect(rows).toMatchObject([{ productName: 'Honey', differenceMilli: -1000, valueMinor: null }]);
    const { figures } = await keeper().get({ id: reviewed.id });
    expect(figures).toMatchObject({
      different: 1,
      differenceMinor: null,
      shortMinor: null,
      uncountedMinor: null,
    });
    const sheet = { id: reviewed.id, kind: 'differences' } as const;
    expect(await read(await keeper().sheet(sheet))).not.toContain('At cost');
    const paper = await read(await manager().sheet(sheet));
    expect(paper).toContain('At cost');
    expect(paper).toContain('Honey');
  });

  test('starts from a count sheet that hides the expected quantities of a blind stocktake', async () => {
    const { id } = await manager().start({ locationId: SHOP });
    const paper = await read(await manager().sheet({ id, kind: 'count' }));
    expect(paper).toContain('Tea');
    expect(paper).not.toContain('Expected');
    await refuses(shop, () => manager().sheet({ id, kind: 'differences' }), 'STOCKTAKE_NOT_REVIEWED');
  });
});
