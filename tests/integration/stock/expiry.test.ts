import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Settings } from '#shared/contract/settings';
import { makeProduct } from '../../support/goods';
import { PHONE, refuses, SHOP, ticketOf } from '../../support/sales';
import { OPENING_TIME, openTestShop, type TestShop } from '../../support/test-store';

const DAY_MS = 86_400_000;
const YESTERDAY = '2026-11-19';
const TODAY = '2026-11-20';
const CASH = [{ kind: 'cash' as const, amountMinor: 100_000 }];

describe('goods that expire', () => {
  let shop: TestShop;
  let milk: number;
  afterEach(() => shop.close());

  const open = async (settings: Partial<Settings> = {}) => {
    shop = await openTestShop({ sessionHours: 720, ...settings });
    milk = makeProduct(shop, { name: 'Milk' });
  };
  const cashier = () => shop.as('cashier').sales;
  const storekeeper = () => shop.as('storekeeper').stock;
  /** Receives pieces with or without a batch and returns the batch's id. */
  const receive = async (
    pieces: number,
    number?: string,
    expiresOn: string | null = null,
    locationId = SHOP,
  ) => {
    const batch = number === undefined ? null : { number, expiresOn };
    const goods = { productId: milk, locationId, quantityMilli: pieces * 1000, batch };
    return (await storekeeper().receive(goods)).batchId ?? 0;
  };
  const sell = async (pieces: number) => {
    const ticketId = await ticketOf(shop.as('cashier'), [milk, pieces * 1000]);
    return cashier().completeTicket({ ticketId, tenders: CASH });
  };
  /** On hand per batch in the shop, in pieces; the key '' is stock without a batch. */
  const onHand = async () => {
    const { rows } = await storekeeper().listEntries({ productId: milk, locationId: SHOP });
    return Object.fromEntries(rows.map((row) => [row.batchNumber ?? '', row.onHandMilli / 1000]));
  };
  /** The batches of the sold movements, newest first. */
  const soldFrom = async () => {
    const { rows } = await storekeeper().history({ productId: milk, kinds: ['sold'] });
    return rows.map((row) => `${-row.quantityMilli / 1000} ${row.batchNumber ?? 'none'}`);
  };

  describe('where the store warns of them', () => {
    beforeEach(() => open());

    test('are sold batch by batch, the earliest expiry first and stock without a date last', async () => {
      await receive(1, 'NEVER', null);
      await receive(1);
      await receive(2, 'LATE', '2027-02-01');
      await receive(2, 'EARLY', '2026-12-01');
      await sell(3);
      expect(await onHand()).toEqual({ '': 1, EARLY: 0, LATE: 1, NEVER: 1 });
      expect(await soldFrom()).toEqual(['1 LATE', '2 EARLY']);
    });

    test('without a date are sold first from stock without a batch, then from the oldest batch', async () => {
      await receive(1, 'OLDER', null);
      await receive(1, 'NEWER', null);
      await receive(1);
      await receive(1, 'SOON', '2026-12-01');
      await sell(3);
      expect(await soldFrom()).toEqual(['1 OLDER', '1 none', '1 SOON']);
    });

    test('are sold after a batch without a date that was chosen by hand', async () => {
      await receive(1, 'SOON', '2026-12-01');
      const batchId = await receive(1, 'NEVER', null);
      const { lineId, ticketId } = await cashier().addLine({ productId: milk });
      await cashier().changeLine({ lineId, batchId });
      await cashier().completeTicket({ ticketId, tenders: CASH });
      expect(await soldFrom()).toEqual(['1 NEVER']);
    });

    test('are sold when expired, and the line warns before', async () => {
      await receive(2, 'OLD', YESTERDAY);
      await receive(2, 'FRESH', '2026-12-01');
      const { line } = await cashier().addLine({ productId: milk });
      expect(line?.expired).toEqual({ batchNumber: 'OLD', expiresOn: YESTERDAY });
      const ticket = await cashier().currentTicket();
      expect(ticket?.lines).toMatchObject([{ expired: { batchNumber: 'OLD' } }]);
      await cashier().completeTicket({ ticketId: ticket?.id ?? 0, tenders: CASH });
      expect(await soldFrom()).toEqual(['1 OLD']);
    });

    test('that expire today are good until the day is over', async () => {
      await receive(2, 'LAST DAY', TODAY);
      const { line, ticketId } = await cashier().addLine({ productId: milk });
      expect(line?.expired).toBeNull();
      shop.time.now = OPENING_TIME + DAY_MS;
      expect((await cashier().currentTicket())?.lines).toMatchObject([{ expired: { expiresOn: TODAY } }]);
      const noted = await cashier().noteTicket({ ticketId, note: 'late' });
      expect(noted.lines).toMatchObject([{ expired: { batchNumber: 'LAST DAY' } }]);
    });

    test('are warned of only on the line that takes expired stock', async () => {
      await receive(1);
      await receive(1, 'OLD', YESTERDAY);
      const first = await cashier().addLine({ productId: milk });
      expect(first.line?.expired).toMatchObject({ batchNumber: 'OLD' });
      await cashier().changeLine({ lineId: first.lineId, note: 'gift' });
      const second = await cashier().addLine({ productId: milk });
      expect(second.line?.expired).toBeNull();
      const lines = (await cashier().currentTicket())?.lines ?? [];
      expect(lines.map((line) => line.expired?.batchNumber)).toEqual(['OLD', undefined]);
    });
  });

  describe('where the store refuses them', () => {
    beforeEach(() => open({ expiredStock: 'refuse' }));
    const expired = {
      productName: 'Milk',
      unit: 'piece',
      batchNumber: 'OLD',
      expiresOn: YESTERDAY,
      availableMilli: 1000,
      locationName: 'Shop',
    };

    test('stay in stock while good stock is enough', async () => {
      await receive(2, 'OLD', YESTERDAY);
      await receive(3, 'FRESH', TODAY);
      const { line } = await cashier().addLine({ productId: milk, quantityMilli: 3000 });
      expect(line?.expired).toBeNull();
      const ticketId = (await cashier().currentTicket())?.id ?? 0;
      await cashier().completeTicket({ ticketId, tenders: CASH });
      expect(await onHand()).toEqual({ OLD: 2, FRESH: 0 });
    });

    test('are refused in a scan of more than the good stock, with the batch and what is left', async () => {
      await receive(2, 'OLD', YESTERDAY);
      await receive(1);
      await cashier().addLine({ productId: milk });
      await refuses(shop, () => cashier().addLine({ productId: milk }), 'EXPIRED_STOCK', expired);
    });

    test('are refused when expired, even where more than the stock can be sold', async () => {
      await receive(2, 'OLD', YESTERDAY);
      await receive(1);
      const tooMany = () => cashier().addLine({ productId: milk, quantityMilli: 9000 });
      await refuses(shop, tooMany, 'EXPIRED_STOCK', expired);
      await shop.as('admin').settings.change({ allowNegativeStock: true });
      await refuses(shop, tooMany, 'EXPIRED_STOCK', expired);
    });

    test('are refused on a ticket that was scanned while all was good, once the day is over', async () => {
      await receive(1, 'OLD', TODAY);
      const { ticketId } = await cashier().addLine({ productId: milk });
      shop.time.now = OPENING_TIME + DAY_MS;
      const completing = () => cashier().completeTicket({ ticketId, tenders: CASH });
      await refuses(shop, completing, 'EXPIRED_STOCK', { ...expired, expiresOn: TODAY, availableMilli: 0 });
    });

    test("expire by the day of the store's time zone", async () => {
      await receive(1, 'TODAY', TODAY);
      shop.time.now = Date.UTC(2026, 10, 20, 23, 30);
      const { lineId } = await cashier().addLine({ productId: milk });
      await cashier().voidLine({ lineId });
      await shop.as('admin').settings.change({ timeZone: 'Pacific/Auckland' });
      await refuses(shop, () => cashier().addLine({ productId: milk }), 'EXPIRED_STOCK');
      await shop.as('admin').settings.change({ expiredStock: 'warn' });
      const { line } = await cashier().addLine({ productId: milk });
      expect(line?.expired).toEqual({ batchNumber: 'TODAY', expiresOn: TODAY });
    });

    test('are not reserved when expired, and are replaced when they expire before they are collected', async () => {
      await receive(1, 'OLD', YESTERDAY);
      await receive(1, 'SOON', TODAY);
      const ticketId = await ticketOf(shop.as('cashier'), milk);
      const order = await cashier().placeOrder({
        ticketId,
        channelId: PHONE,
        customerName: 'Ann',
        tenders: CASH,
      });
      const reserved = async () => {
        const { rows } = await storekeeper().listEntries({ productId: milk });
        return rows.filter((row) => row.reservedMilli > 0).map((row) => row.batchNumber);
      };
      expect(await reserved()).toEqual(['SOON']);
      shop.time.now = OPENING_TIME + DAY_MS;
      await refuses(shop, () => cashier().fulfilOrder({ id: order.id }), 'EXPIRED_STOCK', {
        ...expired,
        availableMilli: 0,
      });
      await receive(1, 'FRESH', '2026-12-01');
      await cashier().fulfilOrder({ id: order.id });
      expect(await soldFrom()).toEqual(['1 FRESH']);
      expect(await reserved()).toEqual([]);
    });

    test('cannot be ordered when expired', async () => {
      await receive(1, 'OLD', TODAY);
      const ticketId = await ticketOf(shop.as('cashier'), milk);
      shop.time.now = OPENING_TIME + DAY_MS;
      const placing = () => cashier().placeOrder({ ticketId, channelId: PHONE, customerName: 'Ann' });
      await refuses(shop, placing, 'EXPIRED_STOCK');
    });

    test('can still be written off and adjusted', async () => {
      await receive(5, 'OLD', YESTERDAY);
      const { rows } = await storekeeper().listEntries({ productId: milk });
      const entryId = rows[0]?.id ?? 0;
      await storekeeper().waste({ entryId, quantityMilli: 2000, reason: 'Expired' });
      const entry = await storekeeper().adjust({ entryId, onHandMilli: 1000, reason: 'Counted' });
      expect(entry.onHandMilli).toBe(1000);
    });
  });

  describe('chosen by hand at the till', () => {
    beforeEach(() => open());

    test('keep their batch on the line, are taken despite other expiries, and the movement names the batch', async () => {
      await receive(2, 'EARLY', '2026-12-01');
      const late = await receive(2, 'LATE', '2027-02-01');
      const { lineId, ticketId } = await cashier().addLine({ productId: milk });
      const { line } = await cashier().changeLine({ lineId, batchId: late });
      expect(line?.batch).toEqual({ id: late, number: 'LATE' });
      expect((await cashier().currentTicket())?.lines).toMatchObject([{ batch: { number: 'LATE' } }]);
      await cashier().completeTicket({ ticketId, tenders: CASH });
      expect(await soldFrom()).toEqual(['1 LATE']);
    });

    test('get another line when scanned again, unless no batch was chosen', async () => {
      await receive(2, 'EARLY', '2026-12-01');
      const late = await receive(2, 'LATE', '2027-02-01');
      const { lineId } = await cashier().addLine({ productId: milk });
      await cashier().changeLine({ lineId, batchId: late });
      const again = await cashier().addLine({ productId: milk });
      expect(again.lineId).not.toBe(lineId);
      await cashier().changeLine({ lineId, batchId: null });
      expect((await cashier().addLine({ productId: milk })).lineId).toBe(lineId);
    });

    test('are not taken by another line, whatever its position', async () => {
      const early = await receive(1, 'EARLY', '2026-12-01');
      await receive(1, 'LATE', '2027-02-01');
      const first = await cashier().addLine({ productId: milk });
      await cashier().changeLine({ lineId: first.lineId, note: 'no bag' });
      const second = await cashier().addLine({ productId: milk });
      await cashier().changeLine({ lineId: second.lineId, batchId: early });
      await cashier().completeTicket({ ticketId: first.ticketId, tenders: CASH });
      expect(await onHand()).toEqual({ EARLY: 0, LATE: 0 });
    });

    test("are refused beyond the batch's stock, even if other batches have more", async () => {
      await receive(5, 'EARLY', '2026-12-01');
      const late = await receive(1, 'LATE', '2027-02-01');
      const { lineId } = await cashier().addLine({ productId: milk, quantityMilli: 2000 });
      const choosing = () => cashier().changeLine({ lineId, batchId: late });
      const short = { requestedMilli: 2000, availableMilli: 1000, batchNumber: 'LATE' };
      await refuses(shop, choosing, 'INSUFFICIENT_STOCK', short);
      await cashier().changeLine({ lineId, quantityMilli: 1000 });
      await choosing();
      await refuses(
        shop,
        () => cashier().changeLine({ lineId, quantityMilli: 2000 }),
        'INSUFFICIENT_STOCK',
        short,
      );
    });

    test('are warned of or refused when expired, as the store sets', async () => {
      await receive(2, 'FRESH', '2026-12-01');
      const old = await receive(2, 'OLD', YESTERDAY);
      await shop.as('admin').settings.change({ expiredStock: 'refuse' });
      const { lineId } = await cashier().addLine({ productId: milk });
      const choosing = () => cashier().changeLine({ lineId, batchId: old });
      await refuses(shop, choosing, 'EXPIRED_STOCK', { batchNumber: 'OLD' });
      await shop.as('admin').settings.change({ expiredStock: 'warn' });
      expect((await choosing()).line?.expired).toMatchObject({ batchNumber: 'OLD' });
    });

    test("cannot come from another product's batch", async () => {
      const tea = makeProduct(shop, { name: 'Tea' });
      const batch = { number: 'T1' };
      const { batchId } = await storekeeper().receive({
        productId: tea,
        locationId: SHOP,
        quantityMilli: 1000,
        batch,
      });
      await receive(1);
      const { lineId } = await cashier().addLine({ productId: milk });
      await refuses(shop, () => cashier().changeLine({ lineId, batchId: batchId ?? 0 }), 'NOT_FOUND', {
        what: 'batch',
      });
    });

    test('are reserved from that batch when the order is placed', async () => {
      await receive(1, 'EARLY', '2026-12-01');
      const late = await receive(1, 'LATE', '2027-02-01');
      const { lineId, ticketId } = await cashier().addLine({ productId: milk });
      await cashier().changeLine({ lineId, batchId: late });
      const order = await cashier().placeOrder({
        ticketId,
        channelId: PHONE,
        customerName: 'Ann',
        tenders: CASH,
      });
      expect(order.lines).toMatchObject([{ batch: { number: 'LATE' } }]);
      await cashier().fulfilOrder({ id: order.id });
      expect(await soldFrom()).toEqual(['1 LATE']);
    });
  });
});
