import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { checkAgreement } from '#main/health/agreement';
import type { ContractClient } from '#shared/contract/index';
import { COUNTER, refuses, SHOP, stocked, ticketOf } from '../../support/sales';
import { addSecondTill } from '../../support/second-till';
import { openTestShop, type TestShop } from '../../support/test-store';

const STOREROOM = 2;
const YESTERDAY = '2026-11-19';
const CASH = [{ kind: 'cash' as const, amountMinor: 100_000 }];

describe('two tills that sell from two locations', () => {
  let shop: TestShop;
  let milk: number;
  let first: ContractClient;
  let second: ContractClient;
  beforeEach(async () => {
    shop = await openTestShop();
    milk = await stocked(shop, { name: 'Milk', priceMinor: 120, onHandMilli: 5000 });
    await shop.as('manager').stock.addEntry({ productId: milk, locationId: STOREROOM, openingMilli: 3000 });
    first = shop.as('cashier');
    second = addSecondTill(shop, STOREROOM).as('admin');
  });
  afterEach(async () => {
    const disagreements = checkAgreement(shop.store.database.handle);
    await shop.close();
    expect(disagreements).toEqual([]);
  });

  const sell = async (at: ContractClient, pieces: number) => {
    const ticketId = await ticketOf(at, [milk, pieces * 1000]);
    return at.sales.completeTicket({ ticketId, tenders: CASH });
  };
  /** Pieces on hand and reserved, in the shop and in the storeroom. */
  const stock = async () => {
    const { rows } = await shop.as('manager').stock.listEntries({ productId: milk });
    return rows.map(({ locationName, onHandMilli, reservedMilli }) => [
      locationName,
      onHandMilli / 1000,
      reservedMilli / 1000,
    ]);
  };
  const locationOf = (orderId: number) =>
    shop.store.database.handle
      .prepare<[number], number>('SELECT location_id FROM sales_order WHERE id = ?')
      .pluck()
      .get(orderId);

  test('sell each from its own location, also with a ticket open at both', async () => {
    const here = await ticketOf(first, [milk, 2000]);
    const there = await ticketOf(second, [milk, 3000]);
    await second.sales.completeTicket({ ticketId: there, tenders: CASH });
    await first.sales.completeTicket({ ticketId: here, tenders: CASH });
    expect(await stock()).toEqual([
      ['Shop', 3, 0],
      ['Storeroom', 0, 0],
    ]);
    expect([locationOf(here), locationOf(there)]).toEqual([SHOP, STOREROOM]);
  });

  test('number their sales separately', async () => {
    const numbers = [await sell(first, 1), await sell(second, 1), await sell(first, 1)];
    expect(numbers.map(({ number }) => number)).toEqual(['T1-000001', 'T2-000001', 'T1-000002']);
  });

  test('refuse what their own location does not have', async () => {
    await refuses(
      shop,
      () => second.sales.addLine({ productId: milk, quantityMilli: 4000 }),
      'INSUFFICIENT_STOCK',
      { locationName: 'Storeroom', availableMilli: 3000 },
    );
    await ticketOf(first, [milk, 4000]);
  });

  test('show what each can sell', async () => {
    const toSell = async (at: ContractClient) => {
      const { rows } = await at.catalogue.findProducts({ text: 'Milk' });
      return rows.map(({ toSellMilli, availableMilli }) => ({ toSellMilli, availableMilli }));
    };
    expect(await toSell(first)).toEqual([{ toSellMilli: 5000, availableMilli: 8000 }]);
    expect(await toSell(second)).toEqual([{ toSellMilli: 3000, availableMilli: 8000 }]);
  });

  test('list the batches of their own location first', async () => {
    for (const locationId of [SHOP, STOREROOM]) {
      const batch = { number: 'B1', expiresOn: null };
      await shop.as('manager').stock.receive({ productId: milk, locationId, quantityMilli: 1000, batch });
    }
    const places = async (at: ContractClient) => {
      const [batch] = await at.stock.listBatches({ productId: milk });
      return batch?.places.map(({ locationName, isSellingLocation }) => [locationName, isSellingLocation]);
    };
    expect(await places(shop.as('manager'))).toEqual([
      ['Shop', true],
      ['Storeroom', false],
    ]);
    expect(await places(second)).toEqual([
      ['Storeroom', true],
      ['Shop', false],
    ]);
  });

  test('reserve ordered goods at the location of the till that places the order', async () => {
    const ticketId = await ticketOf(second, [milk, 2000]);
    await second.sales.placeOrder({ ticketId, channelId: COUNTER, customerName: 'Jo' });
    expect(await stock()).toEqual([
      ['Shop', 5, 0],
      ['Storeroom', 3, 2],
    ]);
  });

  describe('a ticket recalled at the other till', () => {
    const parked = async (pieces: number) => {
      const ticketId = await ticketOf(first, [milk, pieces * 1000]);
      await first.sales.parkTicket({ ticketId, name: 'Red hat' });
      return ticketId;
    };

    test('sells from the location of that till', async () => {
      const ticketId = await parked(2);
      await second.sales.recallTicket({ ticketId });
      expect(locationOf(ticketId)).toBe(STOREROOM);
      const { number } = await second.sales.completeTicket({ ticketId, tenders: CASH });
      expect(number).toBe('T2-000001');
      expect(await stock()).toEqual([
        ['Shop', 5, 0],
        ['Storeroom', 1, 0],
      ]);
    });

    test('is not completed while that location has too little, and can continue at the first till', async () => {
      const ticketId = await parked(5);
      await second.sales.recallTicket({ ticketId });
      const completing = () => second.sales.completeTicket({ ticketId, tenders: CASH });
      await refuses(shop, completing, 'INSUFFICIENT_STOCK', { locationName: 'Storeroom' });
      await second.sales.parkTicket({ ticketId, name: 'Red hat' });
      await first.sales.recallTicket({ ticketId });
      await first.sales.completeTicket({ ticketId, tenders: CASH });
      expect(await stock()).toEqual([
        ['Shop', 0, 0],
        ['Storeroom', 3, 0],
      ]);
    });

    test('shows what is expired at that location', async () => {
      const batch = { number: 'OLD', expiresOn: YESTERDAY };
      const goods = { productId: milk, locationId: STOREROOM, quantityMilli: 2000, batch };
      await shop.as('manager').stock.receive(goods);
      const ticketId = await parked(4);
      const { lines } = await second.sales.recallTicket({ ticketId });
      expect(lines).toMatchObject([{ expired: { batchNumber: 'OLD' } }]);
      expect((await second.sales.currentTicket())?.lines).toEqual(lines);
      await second.sales.parkTicket({ ticketId, name: 'Red hat' });
      expect((await first.sales.recallTicket({ ticketId })).lines).toMatchObject([{ expired: null }]);
    });
  });

  test('change location one at a time, together with the ticket that is open', async () => {
    const ticketId = await ticketOf(second, [milk, 3000]);
    await second.stock.setSellingLocation({ id: SHOP });
    await second.sales.completeTicket({ ticketId, tenders: CASH });
    await shop.as('manager').stock.setSellingLocation({ id: STOREROOM });
    await sell(first, 1);
    expect(await stock()).toEqual([
      ['Shop', 2, 0],
      ['Storeroom', 2, 0],
    ]);
  });
});
