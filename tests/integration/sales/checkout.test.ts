import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { ContractClient } from '#shared/contract/index';
import { txOf } from '../../support/connections';
import { loggedDocuments, refuses, shelf, stocked, ticketOf } from '../../support/sales';
import { salesSums } from '../../support/sales-sums';
import { openTestShop, type TestShop } from '../../support/test-store';

describe('a sale at the counter', () => {
  let shop: TestShop;
  beforeEach(async () => {
    shop = await openTestShop({ sessionHours: 720 });
  });
  afterEach(() => shop.close());

  const cashier = () => shop.as('cashier');
  const manager = () => shop.as('manager');
  const set = (values: object) =>
    shop.store.services.settings.save(txOf(shop.store), values, shop.time.now, 1);
  const rowsOf = (table: string) => shop.store.database.reader.prepare(`SELECT * FROM ${table}`).all();
  const cash = (amountMinor: number) => ({ kind: 'cash', amountMinor }) as const;
  const card = (amountMinor: number) => ({ kind: 'card', amountMinor }) as const;

  async function sell(client: ContractClient, lines: Array<readonly [number, number]>, totalMinor: number) {
    const ticketId = await ticketOf(client, ...lines);
    return client.sales.completeTicket({ ticketId, tenders: totalMinor === 0 ? [] : [cash(totalMinor)] });
  }

  describe('once complete', () => {
    test('is stored with its number, lines, stock at cost, payments, timeline and log entry', async () => {
      const cola = await stocked(shop, { name: 'Cola', priceMinor: 199, costMinor: 80, onHandMilli: 10_000 });
      const tea = await stocked(shop, {
        name: 'Tea',
        priceMinor: 300,
        taxRateMilliPercent: 9000,
        onHandMilli: 5000,
      });
      const ticketId = await ticketOf(cashier(), [cola, 3000], tea);
      const receipt = await cashier().sales.completeTicket({ ticketId, tenders: [card(500), cash(1000)] });

      expect(receipt).toMatchObject({
        orderId: ticketId,
        number: 'T1-000001',
        barcode: 'T1-000001',
        state: 'fulfilled',
        copy: false,
        subtotalMinor: 897,
        totalMinor: 897,
        paidMinor: 897,
        changeMinor: 603,
        payments: [
          { kind: 'card', amountMinor: 500, givenMinor: 500, changeMinor: 0, reference: '' },
          { kind: 'cash', amountMinor: 397, givenMinor: 1000, changeMinor: 603, reference: '' },
        ],
        taxes: [
          { taxRateMilliPercent: 9000, exclTaxMinor: 275, taxMinor: 25, inclTaxMinor: 300 },
          { taxRateMilliPercent: 21_000, exclTaxMinor: 493, taxMinor: 104, inclTaxMinor: 597 },
        ],
        cashierName: 'Cashier Test',
        tillName: 'Till 1',
        at: shop.time.now,
      });
      expect(shelf(shop, cola)).toEqual({ onHandMilli: 7000, reservedMilli: 0 });
      expect(rowsOf('sales_order_line')).toMatchObject([
        { gross_minor: 597, net_minor: 597, tax_minor: 104, cost_minor: 240 },
        { gross_minor: 300, net_minor: 300, tax_minor: 25, cost_minor: 100 },
      ]);
      const order = await cashier().sales.order({ id: ticketId });
      expect(order.events.map(({ kind }) => kind)).toEqual(['placed', 'paid', 'fulfilled']);
      expect(order).toMatchObject({ channelName: 'Counter', dueMinor: 0, byName: 'Cashier Test' });
      const [document] = loggedDocuments(shop);
      expect(document).toMatchObject({
        format: 1,
        kind: 'sale',
        order: { number: 'T1-000001', soldDay: '2026-11-20' },
        lines: [
          { name: 'Cola', quantityMilli: 3000, netMinor: 597, taxMinor: 104, costMinor: 240 },
          { name: 'Tea' },
        ],
        taxes: receipt.taxes,
        payments: receipt.payments,
        totals: { totalMinor: 897, cashRoundingMinor: 0, paidMinor: 897 },
      });
      const { rows } = await manager().audit.list({});
      expect(rows[0]).toMatchObject({ action: 'sales.completeTicket', label: 'T1-000001' });
      expect(await cashier().sales.currentTicket()).toBeNull();
    });

    test('shows the same receipt later, marked as a copy', async () => {
      const cola = await stocked(shop, { name: 'Cola', priceMinor: 199 });
      const receipt = await sell(cashier(), [[cola, 3000]], 600);
      expect(await manager().sales.receipt({ orderId: receipt.orderId })).toEqual({ ...receipt, copy: true });
    });

    test('adds to the sums by day, product, category and cashier', async () => {
      const category = await manager().catalogue.createCategory({ name: 'Drinks' });
      const cola = await stocked(shop, { name: 'Cola', priceMinor: 199, categoryId: category.id });
      const tea = await stocked(shop, {
        name: 'Tea',
        priceMinor: 305,
        categoryId: category.id,
        taxRateMilliPercent: 9000,
      });
      const bag = await stocked(shop, { name: 'Bag', priceMinor: 10, taxRateMilliPercent: 0 });
      await sell(
        cashier(),
        [
          [cola, 3000],
          [tea, 1000],
          [bag, 1000],
        ],
        912,
      );
      await sell(manager(), [[cola, 1000]], 199);
      shop.time.now += 24 * 60 * 60 * 1000;
      await sell(
        cashier(),
        [
          [bag, 2000],
          [tea, 1000],
        ],
        325,
      );

      const { handle } = shop.store.database;
      const sums = salesSums(handle);
      expect(sums.sales.filter(({ kind }) => kind === 'day')).toEqual([
        {
          kind: 'day',
          keyId: 0,
          day: '2026-11-20',
          salesCount: 2,
          quantityMilli: 6000,
          exclTaxMinor: 947,
          taxMinor: 164,
          costMinor: 600,
        },
        expect.objectContaining({ day: '2026-11-21', salesCount: 1, exclTaxMinor: 300, taxMinor: 25 }),
      ]);
      expect(sums.sales.find(({ kind, keyId }) => kind === 'category' && keyId === 0)).toMatchObject({
        salesCount: 1,
        quantityMilli: 1000,
        exclTaxMinor: 10,
      });
      expect(sums.tenders).toEqual([
        { day: '2026-11-20', kind: 'cash', paymentCount: 2, amountMinor: 1111 },
        { day: '2026-11-21', kind: 'cash', paymentCount: 1, amountMinor: 325 },
      ]);
    });

    test("belongs to the store's own day just after midnight", async () => {
      set({ timeZone: 'Asia/Tokyo' });
      shop.time.now = Date.UTC(2026, 10, 20, 15, 0, 1);
      const cola = await stocked(shop, { name: 'Cola', priceMinor: 199 });
      await sell(cashier(), [[cola, 1000]], 199);
      expect(rowsOf('sales_order')[0]).toMatchObject({ sold_day: '2026-11-21' });
      expect(rowsOf('payment')[0]).toMatchObject({ day: '2026-11-21' });
    });

    test('is numbered without a gap, even after refusals', async () => {
      const cola = await stocked(shop, { name: 'Cola', priceMinor: 199 });
      const first = await sell(cashier(), [[cola, 1000]], 199);
      const ticketId = await ticketOf(cashier(), cola);
      await refuses(shop, () => cashier().sales.completeTicket({ ticketId, tenders: [] }), 'PAID_TOO_LITTLE');
      const second = await cashier().sales.completeTicket({ ticketId, tenders: [card(199)] });
      expect([first.number, second.number]).toEqual(['T1-000001', 'T1-000002']);
    });
  });

  describe('is refused without any change', () => {
    test('with nothing on the ticket', async () => {
      const cola = await stocked(shop, { name: 'Cola', priceMinor: 199 });
      const { lineId, ticketId } = await cashier().sales.addLine({ productId: cola });
      await cashier().sales.voidLine({ lineId });
      await refuses(shop, () => cashier().sales.completeTicket({ ticketId, tenders: [] }), 'TICKET_EMPTY');
    });

    test('with too little money, or with more on a card than is due', async () => {
      const cola = await stocked(shop, { name: 'Cola', priceMinor: 199 });
      const ticketId = await ticketOf(cashier(), cola);
      const pay =
        (...tenders: Array<ReturnType<typeof cash> | ReturnType<typeof card>>) =>
        () =>
          cashier().sales.completeTicket({ ticketId, tenders });
      await refuses(shop, pay(cash(198)), 'PAID_TOO_LITTLE', { dueMinor: 199, missingMinor: 1 });
      await refuses(shop, pay(card(100), cash(50)), 'PAID_TOO_LITTLE', { missingMinor: 49 });
      await refuses(shop, pay(card(200)), 'CARD_TOO_MUCH', { dueMinor: 199 });
      await refuses(shop, pay(cash(100), card(150)), 'CARD_TOO_MUCH', { dueMinor: 99 });
      await refuses(shop, pay(cash(100), card(150), cash(50)), 'CARD_TOO_MUCH', { dueMinor: 99 });
      await refuses(shop, pay(card(100), card(100)), 'CARD_TOO_MUCH', { dueMinor: 99 });
      await refuses(shop, pay(cash(200), card(1)), 'CARD_TOO_MUCH', { dueMinor: 0 });
      await refuses(shop, pay(), 'PAID_TOO_LITTLE', { missingMinor: 199 });
    });

    test('when a product has been deactivated meanwhile', async () => {
      const id = await stocked(shop, { name: 'Cola', priceMinor: 199 });
      const ticketId = await ticketOf(cashier(), id);
      await manager().catalogue.changeProduct({ id, version: 1, status: 'inactive' });
      await refuses(
        shop,
        () => cashier().sales.completeTicket({ ticketId, tenders: [cash(199)] }),
        'PRODUCT_NOT_SOLD',
        { productName: 'Cola', status: 'inactive' },
      );
    });

    test('when another person has sold the last piece meanwhile', async () => {
      const cola = await stocked(shop, { name: 'Cola', priceMinor: 199, onHandMilli: 1000 });
      const [first, second] = [await ticketOf(cashier(), cola), await ticketOf(manager(), cola)];
      const tenders = [cash(199)];
      const outcomes = await Promise.allSettled([
        cashier().sales.completeTicket({ ticketId: first, tenders }),
        manager().sales.completeTicket({ ticketId: second, tenders }),
      ]);
      expect(outcomes).toMatchObject([
        { status: 'fulfilled', value: { number: 'T1-000001' } },
        {
          status: 'rejected',
          reason: { code: 'INSUFFICIENT_STOCK', data: { productName: 'Cola', availableMilli: 0 } },
        },
      ]);
      expect(shelf(shop, cola).onHandMilli).toBe(0);
      expect(rowsOf('payment')).toHaveLength(1);
      expect(await manager().sales.currentTicket()).toMatchObject({ id: second, lines: [{ name: 'Cola' }] });
    });
  });

  describe('happens once', () => {
    test('when the response was lost and the same key is sent again', async () => {
      const cola = await stocked(shop, { name: 'Cola', priceMinor: 199, onHandMilli: 5000 });
      const ticketId = await ticketOf(cashier(), cola);
      const again = shop.withToken(shop.tokenOf('cashier'), 'key-1');
      const input = { ticketId, tenders: [cash(200)] };
      const [first, second] = await Promise.all([
        again.sales.completeTicket(input),
        again.sales.completeTicket(input),
      ]);
      expect(second).toEqual(first);
      expect(rowsOf('payment')).toHaveLength(1);
      expect(shelf(shop, cola).onHandMilli).toBe(4000);
    });

    test('when a completed ticket is completed again, and the receipt is no copy', async () => {
      const cola = await stocked(shop, { name: 'Cola', priceMinor: 199 });
      const receipt = await sell(cashier(), [[cola, 1000]], 200);
      const { orderId: ticketId } = receipt;
      expect(await cashier().sales.completeTicket({ ticketId, tenders: [card(199)] })).toEqual(receipt);
      expect(rowsOf('payment')).toHaveLength(1);
      shop.time.now += 60 * 60 * 1000;
      const later = await cashier().sales.completeTicket({ ticketId, tenders: [card(199)] });
      expect(later).toEqual({ ...receipt, copy: true });
    });
  });

  describe('follows the money rules', () => {
    test('for tax without tax in the prices: 4 x 1.48, 1.52, 1.54 and 0.39 at 21 % give 1.97 by sum, 1.96 by line', async () => {
      set({ pricesIncludeTax: false });
      const prices = [148, 152, 154, 39];
      const ids = await Promise.all(
        prices.map((priceMinor) => stocked(shop, { name: `At ${priceMinor}`, priceMinor })),
      );
      const basket = () => ids.map((id, index) => [id, index === 0 ? 4000 : 1000] as const);
      const bySum = await sell(cashier(), basket(), 2000);
      expect(bySum).toMatchObject({ subtotalMinor: 937, taxMinor: 197, totalMinor: 1134 });
      set({ taxRounding: 'line' });
      const byLine = await sell(cashier(), basket(), 2000);
      expect(byLine).toMatchObject({ subtotalMinor: 937, taxMinor: 196, totalMinor: 1133 });
    });

    test('for cash rounding: 161.44 in cash is 161.45, 236.51 is 236.50, and a card pays to the cent', async () => {
      set({ cashStepMinor: 5 });
      const one = await stocked(shop, { name: 'One', priceMinor: 16_144 });
      const two = await stocked(shop, { name: 'Two', priceMinor: 23_651 });
      expect(await sell(cashier(), [[one, 1000]], 16_145)).toMatchObject({
        totalMinor: 16_144,
        cashRoundingMinor: 1,
        paidMinor: 16_145,
      });
      expect(await sell(cashier(), [[two, 1000]], 23_650)).toMatchObject({
        cashRoundingMinor: -1,
        paidMinor: 23_650,
      });
      const ticketId = await ticketOf(cashier(), one);
      expect(await cashier().sales.completeTicket({ ticketId, tenders: [card(16_144)] })).toMatchObject({
        cashRoundingMinor: 0,
        paidMinor: 16_144,
      });
    });

    test('for goods that cost nothing, which need no payment', async () => {
      const gift = await stocked(shop, { name: 'Gift', priceMinor: 0 });
      const receipt = await sell(cashier(), [[gift, 1000]], 0);
      expect(receipt).toMatchObject({ totalMinor: 0, paidMinor: 0, payments: [] });
      expect(shelf(shop, gift).onHandMilli).toBe(99_000);
    });

    test('for a total that cash rounds to zero, which needs no payment either', async () => {
      set({ cashStepMinor: 5 });
      const sweet = await stocked(shop, { name: 'Sweet', priceMinor: 2 });
      const receipt = await sell(cashier(), [[sweet, 1000]], 0);
      expect(receipt).toMatchObject({ totalMinor: 2, cashRoundingMinor: -2, paidMinor: 0, payments: [] });
    });

    test('for a card payment that leaves less than the smallest coin, which a cash tender of zero settles', async () => {
      set({ cashStepMinor: 5 });
      const cola = await stocked(shop, { name: 'Cola', priceMinor: 1233 });
      const ticketId = await ticketOf(cashier(), cola);
      const tenders = [card(1231)];
      const complete = (rest: typeof tenders) =>
        cashier().sales.completeTicket({ ticketId, tenders: [...tenders, ...rest] });
      await expect(complete([])).rejects.toMatchObject({
        code: 'PAID_TOO_LITTLE',
        data: { missingMinor: 2 },
      });
      await expect(complete([card(0)])).rejects.toMatchObject({ code: 'INPUT_INVALID' });
      const receipt = await cashier().sales.completeTicket({ ticketId, tenders: [...tenders, cash(0)] });
      expect(receipt).toMatchObject({
        totalMinor: 1233,
        cashRoundingMinor: -2,
        paidMinor: 1231,
        payments: [{ kind: 'card', amountMinor: 1231 }],
      });
    });

    test('for cash above the exact price but below the payable amount, which is too little', async () => {
      set({ cashStepMinor: 10 });
      const cola = await stocked(shop, { name: 'Cola', priceMinor: 47 });
      const ticketId = await ticketOf(cashier(), cola);
      const pay = () => cashier().sales.completeTicket({ ticketId, tenders: [cash(48)] });
      await refuses(shop, pay, 'PAID_TOO_LITTLE', { dueMinor: 47, missingMinor: 2 });
    });

    test('for a cash tender of zero, which pays nothing that coins can pay', async () => {
      set({ cashStepMinor: 5 });
      const cola = await stocked(shop, { name: 'Cola', priceMinor: 3 });
      const ticketId = await ticketOf(cashier(), cola);
      await expect(cashier().sales.completeTicket({ ticketId, tenders: [cash(0)] })).rejects.toMatchObject({
        code: 'PAID_TOO_LITTLE',
        data: { dueMinor: 3, missingMinor: 5 },
      });
    });

    test('for a gram of saffron, which takes one gram from stock', async () => {
      const saffron = await stocked(shop, {
        name: 'Saffron',
        priceMinor: 999_900,
        unit: 'kg',
        onHandMilli: 50,
      });
      expect(await sell(cashier(), [[saffron, 1]], 1000)).toMatchObject({ totalMinor: 1000 });
      expect(shelf(shop, saffron).onHandMilli).toBe(49);
    });
  });

  describe('at another total than the window shows', () => {
    test('is refused with the present total, and nothing is sold', async () => {
      const cola = await stocked(shop, { name: 'Cola', priceMinor: 1144 });
      const ticketId = await ticketOf(cashier(), cola);
      const pay = (totalMinor: number) =>
        cashier().sales.completeTicket({ ticketId, totalMinor, tenders: [cash(2000)] });
      await refuses(shop, () => pay(1143), 'TOTAL_CHANGED', { totalMinor: 1144 });
      expect(await pay(1144)).toMatchObject({ totalMinor: 1144 });
    });
  });
});
