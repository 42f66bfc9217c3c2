import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Inputs } from '#shared/contract/index';
import { COUNTER, loggedDocuments, PHONE, refuses, shelf, stocked, ticketOf } from '../../support/sales';
import { salesSums } from '../../support/sales-sums';
import { openTestShop, type TestShop } from '../../support/test-store';

const DAY_MS = 24 * 60 * 60 * 1000;

describe('an order', () => {
  let shop: TestShop;
  beforeEach(async () => {
    shop = await openTestShop({ cashStepMinor: 5, sessionHours: 720 });
  });
  afterEach(() => shop.close());

  const cashier = () => shop.as('cashier');
  const manager = () => shop.as('manager');
  const cash = (amountMinor: number) => ({ kind: 'cash', amountMinor }) as const;
  const card = (amountMinor: number) => ({ kind: 'card', amountMinor }) as const;
  const rowsOf = (table: string) => shop.store.database.reader.prepare(`SELECT * FROM ${table}`).all();

  type Details = Partial<Inputs['sales']['placeOrder']>;
  async function place(lines: Array<readonly [number, number]>, details: Details = {}) {
    const ticketId = await ticketOf(cashier(), ...lines);
    return cashier().sales.placeOrder({ ticketId, channelId: PHONE, customerName: 'Ada', ...details });
  }

  describe('when placed', () => {
    test('gets a number and reserves its goods, which stay on hand but are not available', async () => {
      const cola = await stocked(shop, { name: 'Cola', priceMinor: 199, onHandMilli: 5000 });
      const order = await place([[cola, 3000]], { customerEmail: 'ada@example.org', note: 'rings twice' });
      expect(order).toMatchObject({
        number: 'T1-000001',
        state: 'placed',
        channelName: 'Phone',
        customerName: 'Ada',
        customerEmail: 'ada@example.org',
        note: 'rings twice',
        totalMinor: 597,
        paidMinor: 0,
        dueMinor: 597,
        cashDueMinor: 595,
        events: [{ kind: 'placed', by: { name: 'Cashier Test' } }],
      });
      expect(shelf(shop, cola)).toEqual({ onHandMilli: 5000, reservedMilli: 3000 });
      await refuses(
        shop,
        () => manager().sales.addLine({ productId: cola, quantityMilli: 3000 }),
        'INSUFFICIENT_STOCK',
        { availableMilli: 2000 },
      );
      expect(await cashier().sales.currentTicket()).toBeNull();
      expect(loggedDocuments(shop)).toEqual([]);
    });

    test('reserves the stock of all its lines or of none', async () => {
      const cola = await stocked(shop, { name: 'Cola', priceMinor: 199, onHandMilli: 5000 });
      const tea = await stocked(shop, { name: 'Tea', priceMinor: 300, onHandMilli: 1000 });
      const ticketId = await ticketOf(cashier(), [cola, 5000], tea);
      const other = await ticketOf(manager(), tea);
      await manager().sales.completeTicket({ ticketId: other, tenders: [cash(300)] });
      await refuses(
        shop,
        () => cashier().sales.placeOrder({ ticketId, channelId: PHONE, customerName: 'Ada' }),
        'INSUFFICIENT_STOCK',
        { productName: 'Tea', availableMilli: 0 },
      );
    });

    test('needs lines, a name or a customer, an active channel and a date that is not in the future', async () => {
      const cola = await stocked(shop, { name: 'Cola', priceMinor: 199 });
      const ticketId = await ticketOf(cashier(), cola);
      const attempt = (details: Details) => () =>
        cashier().sales.placeOrder({ ticketId, channelId: PHONE, customerName: 'Ada', ...details });
      await manager().sales.changeChannel({ id: 3, version: 1, active: false });
      await refuses(shop, attempt({ customerName: ' ' }), 'CUSTOMER_MISSING');
      await refuses(shop, attempt({ channelId: 3 }), 'CHANNEL_INACTIVE', { name: 'Online' });
      await refuses(shop, attempt({ channelId: 99 }), 'NOT_FOUND', { what: 'channel' });
      await refuses(shop, attempt({ orderedAt: shop.time.now + 1 }), 'DATE_IN_FUTURE');
      await refuses(shop, attempt({ orderedAt: shop.time.now - DAY_MS }), 'NOT_PERMITTED');
      await refuses(shop, attempt({ customerId: 99, customerName: '' }), 'NOT_FOUND', { what: 'customer' });
      await refuses(shop, attempt({ tenders: [card(100)] }), 'PAID_TOO_LITTLE');
      await refuses(shop, attempt({ tenders: [cash(100), card(500)] }), 'CARD_TOO_MUCH');
      const { lineId } = await manager().sales.addLine({ productId: cola });
      const { ticketId: empty } = await manager().sales.voidLine({ lineId });
      await refuses(
        shop,
        () => manager().sales.placeOrder({ ticketId: empty, channelId: PHONE, customerName: 'Ada' }),
        'TICKET_EMPTY',
      );
    });

    test('shows the name of its customer', async () => {
      const cola = await stocked(shop, { name: 'Cola', priceMinor: 199 });
      const [customer] = (await manager().people.listAccounts({ role: 'customer' })).rows;
      const customerId = customer?.partyId ?? null;
      const order = await place([[cola, 1000]], { customerId, customerName: '' });
      expect(order).toMatchObject({ customerId: expect.any(Number), customerName: 'Customer Test' });
    });

    test('is refused when its customer is a supplier or has a deleted account', async () => {
      const cola = await stocked(shop, { name: 'Cola', priceMinor: 199 });
      const ticketId = await ticketOf(manager(), cola);
      const place = (customerId: number | null) => () =>
        manager().sales.placeOrder({ ticketId, channelId: PHONE, customerId });
      const [customer] = (await manager().people.listAccounts({ role: 'customer' })).rows;
      const { catalogue } = manager();
      await catalogue.createProduct({
        name: 'Tea',
        priceMinor: 1,
        taxRateMilliPercent: 0,
        preferredSupplier: 'Maker',
      });
      const supplierId = shop.store.database.handle
        .prepare<[], number>("SELECT id FROM party WHERE name = 'Maker'")
        .pluck()
        .get();
      await refuses(shop, place(supplierId ?? null), 'NOT_FOUND', { what: 'customer' });
      await manager().people.deleteAccount({ id: shop.accountIdOf('customer') });
      await refuses(shop, place(customer?.partyId ?? null), 'NOT_FOUND', { what: 'customer' });
    });

    test('can be backdated by a manager', async () => {
      const cola = await stocked(shop, { name: 'Cola', priceMinor: 199 });
      const ticketId = await ticketOf(manager(), cola);
      const orderedAt = shop.time.now - DAY_MS;
      const order = await manager().sales.placeOrder({
        ticketId,
        channelId: PHONE,
        customerName: 'Ada',
        orderedAt,
      });
      expect(order.orderedAt).toBe(orderedAt);
    });

    test('is taxed on its shipping too, which a ticket discount does not reduce', async () => {
      const cola = await stocked(shop, { name: 'Cola', priceMinor: 1000 });
      const ticketId = await ticketOf(manager(), [cola, 2000]);
      await manager().sales.discountTicket({ ticketId, discount: { kind: 'percent', milliPercent: 10_000 } });
      const order = await manager().sales.placeOrder({
        ticketId,
        channelId: PHONE,
        customerName: 'Ada',
        shippingMinor: 500,
        shippingTaxRateMilliPercent: 9000,
      });
      expect(order).toMatchObject({
        subtotalMinor: 2000,
        discountMinor: 200,
        shippingMinor: 500,
        totalMinor: 2300,
        taxMinor: 353,
        taxes: [
          { taxRateMilliPercent: 9000, exclTaxMinor: 459, taxMinor: 41, inclTaxMinor: 500 },
          { taxRateMilliPercent: 21_000, exclTaxMinor: 1488, taxMinor: 312, inclTaxMinor: 1800 },
        ],
      });
    });

    test('is paid at once with its tenders, or when nothing is due', async () => {
      const cola = await stocked(shop, { name: 'Cola', priceMinor: 199 });
      const gift = await stocked(shop, { name: 'Gift', priceMinor: 0 });
      const paid = await place([[cola, 1000]], { tenders: [cash(500)] });
      expect(paid).toMatchObject({ state: 'paid', cashRoundingMinor: 1, paidMinor: 200, dueMinor: 0 });
      expect(paid.events.map(({ kind }) => kind)).toEqual(['placed', 'paid']);
      expect(await place([[gift, 1000]])).toMatchObject({ state: 'paid', paidMinor: 0 });
    });
  });

  describe('as it progresses', () => {
    test('goes from placed to paid to fulfilled, and is a sale on the day it is fulfilled', async () => {
      const cola = await stocked(shop, { name: 'Cola', priceMinor: 199, costMinor: 80, onHandMilli: 5000 });
      const { id } = await place([[cola, 3000]], { shippingMinor: 500, shippingTaxRateMilliPercent: 9000 });
      shop.time.now += DAY_MS;
      const paid = await cashier().sales.payOrder({ id, tenders: [cash(2000)] });
      expect(paid).toMatchObject({
        state: 'paid',
        totalMinor: 1097,
        cashRoundingMinor: -2,
        payments: [{ kind: 'cash', amountMinor: 1095, givenMinor: 2000, changeMinor: 905 }],
      });
      shop.time.now += DAY_MS;
      const fulfilled = await shop.as('storekeeper').sales.fulfilOrder({ id });
      expect(fulfilled).toMatchObject({ state: 'fulfilled', number: 'T1-000001' });
      expect(fulfilled.events.map(({ kind, by }) => [kind, by.name])).toEqual([
        ['placed', 'Cashier Test'],
        ['paid', 'Cashier Test'],
        ['fulfilled', 'Storekeeper Test'],
      ]);
      expect(shelf(shop, cola)).toEqual({ onHandMilli: 2000, reservedMilli: 0 });
      expect(rowsOf('sales_order_line')).toMatchObject([{ cost_minor: 240 }]);
      expect(loggedDocuments(shop)).toMatchObject([{ kind: 'sale', order: { id } }]);

      const { handle } = shop.store.database;
      const sums = salesSums(handle);
      expect(sums.sales.find(({ kind }) => kind === 'day')).toMatchObject({
        day: '2026-11-22',
        exclTaxMinor: fulfilled.totalMinor - fulfilled.taxMinor,
        taxMinor: fulfilled.taxMinor,
        costMinor: 240,
      });
      expect(sums.tenders).toEqual([{ day: '2026-11-21', kind: 'cash', paymentCount: 1, amountMinor: 1095 }]);
    });

    test('takes its steps in no other order', async () => {
      const cola = await stocked(shop, { name: 'Cola', priceMinor: 200 });
      const { id, number } = await place([[cola, 1000]]);
      const pay = () => cashier().sales.payOrder({ id, tenders: [cash(200)] });
      const fulfil = () => cashier().sales.fulfilOrder({ id });
      const cancel = () => cashier().sales.cancelOrder({ id, reason: 'changed her mind' });
      await refuses(shop, fulfil, 'ORDER_STEP', { number, state: 'placed' });
      await pay();
      await refuses(shop, pay, 'ORDER_STEP', { number, state: 'paid' });
      await fulfil();
      await refuses(shop, pay, 'ORDER_STEP', { state: 'fulfilled' });
      await refuses(shop, fulfil, 'ORDER_STEP', { state: 'fulfilled' });
      await refuses(shop, cancel, 'ORDER_STEP', { state: 'fulfilled' });
      const other = await place([[cola, 1000]]);
      await cashier().sales.cancelOrder({ id: other.id, reason: 'twice' });
      await refuses(
        shop,
        () => cashier().sales.payOrder({ id: other.id, tenders: [cash(200)] }),
        'ORDER_STEP',
      );
      await refuses(shop, () => cashier().sales.payOrder({ id: 999, tenders: [cash(200)] }), 'NOT_FOUND');
    });

    test('takes no more by card than cash has left to pay', async () => {
      const cola = await stocked(shop, { name: 'Cola', priceMinor: 6000 });
      const { id } = await place([[cola, 1000]]);
      const pay = (...tenders: Array<ReturnType<typeof cash> | ReturnType<typeof card>>) =>
        cashier().sales.payOrder({ id, tenders });
      await refuses(shop, () => pay(cash(3000), card(5000)), 'CARD_TOO_MUCH', { dueMinor: 3000 });
      expect(await pay(cash(3000), card(3000))).toMatchObject({
        payments: [
          { kind: 'cash', amountMinor: 3000, changeMinor: 0 },
          { kind: 'card', amountMinor: 3000, changeMinor: 0 },
        ],
      });
    });

    test('keeps its lines even against direct changes to the database file', async () => {
      const cola = await stocked(shop, { name: 'Cola', priceMinor: 200 });
      await place([[cola, 1000]]);
      const { handle } = shop.store.database;
      const change = 'UPDATE sales_order_line SET unit_price_minor = 1';
      expect(() => handle.prepare(change).run()).toThrow('a placed order keeps its lines');
    });

    test('is not found while it is still an open ticket', async () => {
      const cola = await stocked(shop, { name: 'Cola', priceMinor: 200 });
      const id = await ticketOf(cashier(), cola);
      await refuses(shop, () => cashier().sales.order({ id }), 'NOT_FOUND', { what: 'order' });
      await refuses(shop, () => cashier().sales.cancelOrder({ id, reason: 'x' }), 'NOT_FOUND');
    });
  });

  describe('when cancelled', () => {
    test('releases its stock and refunds exactly what was paid, on the same tenders', async () => {
      const cola = await stocked(shop, { name: 'Cola', priceMinor: 199, onHandMilli: 5000 });
      const { id } = await place([[cola, 3000]], { tenders: [card(250), cash(400)] });
      const cancelled = await cashier().sales.cancelOrder({ id, reason: 'changed her mind' });
      expect(cancelled).toMatchObject({
        state: 'cancelled',
        cancelReason: 'changed her mind',
        paidMinor: 0,
        dueMinor: 0,
        cashDueMinor: 0,
        payments: [
          { kind: 'card', amountMinor: 250 },
          { kind: 'cash', amountMinor: 345, givenMinor: 400, changeMinor: 55 },
          { kind: 'card', amountMinor: -250 },
          { kind: 'cash', amountMinor: -345, changeMinor: 0 },
        ],
      });
      expect(cancelled.events.map(({ kind }) => kind)).toEqual(['placed', 'paid', 'cancelled', 'refunded']);
      expect(shelf(shop, cola)).toEqual({ onHandMilli: 5000, reservedMilli: 0 });
      const { handle } = shop.store.database;
      expect(salesSums(handle)).toMatchObject({
        sales: [],
        tenders: [
          { kind: 'card', paymentCount: 2, amountMinor: 0 },
          { kind: 'cash', paymentCount: 2, amountMinor: 0 },
        ],
      });
      expect(loggedDocuments(shop)).toMatchObject([{ kind: 'cancellation', order: { id } }]);
    });

    test('refunds nothing when it was not paid', async () => {
      const cola = await stocked(shop, { name: 'Cola', priceMinor: 199 });
      const { id } = await place([[cola, 1000]]);
      const cancelled = await cashier().sales.cancelOrder({ id, reason: 'never came' });
      expect(cancelled.events.map(({ kind, note }) => [kind, note])).toEqual([
        ['placed', ''],
        ['cancelled', 'never came'],
      ]);
      expect(rowsOf('payment')).toEqual([]);
    });
  });

  describe('in the list', () => {
    beforeEach(async () => {
      const cola = await stocked(shop, { name: 'Cola', priceMinor: 200 });
      await place([[cola, 1000]], { customerName: 'Ada Lovelace' });
      shop.time.now += DAY_MS;
      await place([[cola, 2000]], { customerName: 'Grace 100%', tenders: [cash(400)] });
      const ticketId = await ticketOf(cashier(), cola);
      await cashier().sales.completeTicket({ ticketId, tenders: [cash(200)] });
    });

    type Filter = Inputs['sales']['listOrders'];
    const numbers = async (filter: Filter) => {
      const list = await cashier().sales.listOrders(filter);
      expect(list).toMatchObject({ total: list.rows.length, totalIsExact: true });
      return list.rows.map(({ number }) => Number(number.slice(-1)));
    };

    test('is filtered by state, channel and day, newest first', async () => {
      expect(await numbers({})).toEqual([3, 2, 1]);
      expect(await numbers({ states: ['placed', 'fulfilled'] })).toEqual([3, 1]);
      expect(await numbers({ channelId: COUNTER })).toEqual([3]);
      expect(await numbers({ from: '2026-11-21', to: '2026-11-21' })).toEqual([3, 2]);
      expect(await numbers({ to: '2026-11-20' })).toEqual([1]);
      expect(await numbers({ states: ['cancelled'] })).toEqual([]);
    });

    test('is found by its number, its digits or a part of the name', async () => {
      expect(await numbers({ search: 't1-000002' })).toEqual([2]);
      expect(await numbers({ search: 'T1-' })).toEqual([3, 2, 1]);
      expect(await numbers({ search: '3' })).toEqual([3]);
      expect(await numbers({ search: 'love' })).toEqual([1]);
      expect(await numbers({ search: '0%' })).toEqual([2]);
      expect(await numbers({ search: 'ada', states: ['paid'] })).toEqual([]);
    });

    test('is on one of several pages', async () => {
      const page = await cashier().sales.listOrders({ offset: 1, limit: 1 });
      expect(page).toMatchObject({ rows: [{ number: 'T1-000002' }], total: 3, totalIsExact: true });
      expect(page.rows[0]).toEqual({
        id: expect.any(Number),
        number: 'T1-000002',
        state: 'paid',
        channelName: 'Phone',
        customerName: 'Grace 100%',
        lineCount: 1,
        totalMinor: 400,
        paidMinor: 400,
        orderedAt: shop.time.now,
        byName: 'Cashier Test',
        version: expect.any(Number),
      });
    });
  });
});
