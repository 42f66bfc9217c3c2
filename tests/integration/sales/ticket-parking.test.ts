import { rmSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { refuses, stocked, ticketOf } from '../../support/sales';
import { clientOf, openTestShop, openTestStore, type TestShop } from '../../support/test-store';

describe('a ticket', () => {
  let shop: TestShop;
  beforeEach(async () => {
    shop = await openTestShop();
  });
  afterEach(() => shop.close());

  const cashier = () => shop.as('cashier').sales;
  const manager = () => shop.as('manager').sales;

  describe('when parked', () => {
    test('waits under its name and moves to the person who recalls it', async () => {
      const id = await stocked(shop, { name: 'Cola', priceMinor: 199 });
      const ticketId = await ticketOf(shop.as('cashier'), [id, 2000]);
      await cashier().parkTicket({ ticketId, name: 'Red hat' });
      expect(await cashier().currentTicket()).toBeNull();
      expect(await manager().listParked()).toEqual([
        {
          id: ticketId,
          name: 'Red hat',
          parkedAt: shop.time.now,
          cashier: { id: shop.accountIdOf('cashier'), name: 'Cashier Test' },
          lineCount: 1,
          totalMinor: 398,
        },
      ]);
      const recalled = await manager().recallTicket({ ticketId });
      expect(recalled).toMatchObject({
        id: ticketId,
        cashier: { name: 'Manager Test' },
        totals: { totalMinor: 398 },
      });
      expect(await manager().currentTicket()).toEqual(recalled);
      expect(await manager().listParked()).toEqual([]);
    });

    test('needs lines and a unique name', async () => {
      const id = await stocked(shop, { name: 'Cola', priceMinor: 199 });
      const first = await ticketOf(shop.as('cashier'), id);
      await cashier().parkTicket({ ticketId: first, name: 'Red hat' });
      const { ticketId, lineId } = await cashier().addLine({ productId: id });
      await refuses(shop, () => cashier().parkTicket({ ticketId, name: 'red HAT' }), 'PARKED_NAME_TAKEN', {
        name: 'red HAT',
      });
      await cashier().voidLine({ lineId });
      await refuses(shop, () => cashier().parkTicket({ ticketId, name: 'Blue hat' }), 'TICKET_EMPTY');
    });

    test('replaces only an empty ticket when recalled', async () => {
      const id = await stocked(shop, { name: 'Cola', priceMinor: 199 });
      const parked = await ticketOf(shop.as('cashier'), id);
      await cashier().parkTicket({ ticketId: parked, name: 'Red hat' });
      const { lineId } = await cashier().addLine({ productId: id });
      await refuses(shop, () => cashier().recallTicket({ ticketId: parked }), 'TICKET_ON_SCREEN');
      await cashier().voidLine({ lineId });
      expect(await cashier().recallTicket({ ticketId: parked })).toMatchObject({ id: parked });
      await refuses(shop, () => cashier().recallTicket({ ticketId: parked }), 'TICKET_CLOSED');
      await refuses(shop, () => manager().recallTicket({ ticketId: 999 }), 'NOT_FOUND');
    });
  });
});

test('a ticket is restored with the same lines when the store is reopened', async () => {
  const shop = await openTestShop();
  const productId = await stocked(shop, { name: 'Cola', priceMinor: 199, barcode: '5449000000996' });
  const token = shop.tokenOf('manager');
  await ticketOf(shop.as('manager'), [productId, 2000]);
  const before = await shop.as('manager').sales.currentTicket();
  await shop.store.close();

  const reopened = await openTestStore(shop.folder, shop.time);
  const { sales } = clientOf(reopened, token);
  expect(await sales.currentTicket()).toEqual(before);
  expect(await sales.scan({ code: '5449000000996' })).toMatchObject({
    lineId: before?.lines[0]?.id,
    line: { quantityMilli: 3000 },
  });
  await reopened.close();
  rmSync(shop.folder, { recursive: true });
});
