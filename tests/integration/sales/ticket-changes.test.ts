import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { refuses, stocked, ticketOf } from '../../support/sales';
import { giveSecrets } from '../../support/secrets';
import { openTestShop, type TestShop } from '../../support/test-store';

describe('a ticket', () => {
  let shop: TestShop;
  beforeEach(async () => {
    shop = await openTestShop();
  });
  afterEach(() => shop.close());

  const cashier = () => shop.as('cashier').sales;
  const manager = () => shop.as('manager').sales;
  const lines = async () => (await cashier().currentTicket())?.lines ?? [];
  const auditTrail = () => shop.as('manager').audit.list({});

  describe('changed by hand', () => {
    test('loses a voided line, and the audit trail keeps what it was', async () => {
      const id = await stocked(shop, { name: 'Cola', priceMinor: 199 });
      const tea = await stocked(shop, { name: 'Tea', priceMinor: 300 });
      await ticketOf(shop.as('cashier'), [id, 3000], tea);
      const [cola] = await lines();
      const change = await cashier().voidLine({ lineId: cola?.id ?? 0 });
      expect(change).toMatchObject({
        lineId: cola?.id,
        line: null,
        totals: { lineCount: 1, totalMinor: 300 },
      });
      const { rows } = await auditTrail();
      expect(rows[0]).toMatchObject({ action: 'sales.voidLine', label: 'Cola' });
      expect(rows[0]?.before).toMatchObject({ quantityMilli: 3000, unitPriceMinor: 199 });
    });

    test('never gives the id of a removed line to another line', async () => {
      const id = await stocked(shop, { name: 'Cola', priceMinor: 199 });
      const { lineId: removed } = await cashier().addLine({ productId: id });
      await cashier().voidLine({ lineId: removed });
      await cashier().addLine({ productId: id });
      expect((await lines()).map((line) => line.id)).not.toContain(removed);
      await refuses(shop, () => cashier().changeLine({ lineId: removed, quantityMilli: 9000 }), 'NOT_FOUND', {
        what: 'line',
      });
    });

    test('puts a reduced quantity in the audit trail, but not an increased one', async () => {
      const id = await stocked(shop, { name: 'Cola', priceMinor: 199 });
      const { lineId } = await cashier().addLine({ productId: id, quantityMilli: 3000 });
      const before = (await auditTrail()).rows.length;
      await cashier().changeLine({ lineId, quantityMilli: 5000 });
      expect((await auditTrail()).rows).toHaveLength(before);
      await cashier().changeLine({ lineId, quantityMilli: 1000 });
      expect((await auditTrail()).rows[0]).toMatchObject({
        action: 'sales.changeLine',
        before: { quantityMilli: 5000 },
        after: { quantityMilli: 1000 },
      });
    });

    test('sells nothing when voided, and the audit trail keeps what was on it', async () => {
      const id = await stocked(shop, { name: 'Cola', priceMinor: 199 });
      const ticketId = await ticketOf(shop.as('cashier'), [id, 3000]);
      await cashier().voidTicket({ ticketId });
      expect(await cashier().currentTicket()).toBeNull();
      expect((await auditTrail()).rows[0]).toMatchObject({
        action: 'sales.voidTicket',
        before: { totalMinor: 597, lines: [{ name: 'Cola', quantityMilli: 3000 }] },
      });
      await refuses(shop, () => cashier().voidTicket({ ticketId }), 'TICKET_CLOSED', { number: null });
      await refuses(shop, () => cashier().completeTicket({ ticketId, tenders: [] }), 'TICKET_CLOSED');
    });

    test('of another person is not found', async () => {
      const id = await stocked(shop, { name: 'Cola', priceMinor: 199 });
      const { ticketId, lineId } = await cashier().addLine({ productId: id });
      await refuses(shop, () => manager().voidLine({ lineId }), 'NOT_FOUND', { what: 'ticket' });
      await refuses(shop, () => manager().noteTicket({ ticketId, note: 'x' }), 'NOT_FOUND');
      await refuses(shop, () => manager().voidLine({ lineId: 999 }), 'NOT_FOUND', { what: 'line' });
      await refuses(shop, () => shop.as('storekeeper').sales.addLine({ productId: id }), 'NOT_PERMITTED');
    });

    test('keeps its note', async () => {
      const id = await stocked(shop, { name: 'Cola', priceMinor: 199 });
      const { ticketId, lineId } = await cashier().addLine({ productId: id });
      await cashier().changeLine({ lineId, note: 'cold' });
      await cashier().noteTicket({ ticketId, note: 'for the neighbour' });
      expect(await cashier().currentTicket()).toMatchObject({
        note: 'for the neighbour',
        lines: [{ note: 'cold', quantityMilli: 1000 }],
      });
    });
  });

  describe('a discount', () => {
    test("on a line is taken from the price after the product's own discount, and is removed with null", async () => {
      const id = await stocked(shop, { name: 'Cola', priceMinor: 1005, discountMilliPercent: 10_000 });
      const { lineId } = await manager().addLine({ productId: id });
      const change = await manager().discountLine({
        lineId,
        discount: { kind: 'percent', milliPercent: 5000 },
      });
      expect(change.line).toMatchObject({ ownDiscountMinor: 146, lineTotalMinor: 859 });
      const gone = await manager().discountLine({ lineId, discount: null });
      expect(gone.line).toMatchObject({ discount: null, lineTotalMinor: 904 });
    });

    test('cannot be more than the amount it is taken from', async () => {
      const id = await stocked(shop, { name: 'Cola', priceMinor: 1000, discountMilliPercent: 10_000 });
      const { lineId, ticketId } = await manager().addLine({ productId: id, quantityMilli: 2000 });
      const discount = { kind: 'amount', minor: 1801 } as const;
      const atMost = { atMostMinor: 1800 };
      await refuses(shop, () => manager().discountLine({ lineId, discount }), 'DISCOUNT_TOO_LARGE', atMost);
      await refuses(
        shop,
        () => manager().discountTicket({ ticketId, discount }),
        'DISCOUNT_TOO_LARGE',
        atMost,
      );

      await manager().discountTicket({ ticketId, discount: { kind: 'amount', minor: 1800 } });
      expect(await manager().currentTicket()).toMatchObject({ totals: { totalMinor: 0 }, cashDueMinor: 0 });
      await refuses(shop, () => manager().changeLine({ lineId, quantityMilli: 1000 }), 'DISCOUNT_TOO_LARGE', {
        atMostMinor: 900,
      });
      await refuses(shop, () => manager().overridePrice({ lineId, unitPriceMinor: 0 }), 'DISCOUNT_TOO_LARGE');
    });

    test('on the ticket is removed with the last line', async () => {
      const id = await stocked(shop, { name: 'Cola', priceMinor: 1000 });
      const { lineId, ticketId } = await manager().addLine({ productId: id });
      await manager().discountTicket({ ticketId, discount: { kind: 'amount', minor: 100 } });
      await manager().voidLine({ lineId });
      expect(await manager().currentTicket()).toMatchObject({ lines: [], discount: null });
    });

    test('by a cashier needs approval, and both names are kept', async () => {
      await giveSecrets(shop, 'manager', { pin: '135790' });
      const id = await stocked(shop, { name: 'Cola', priceMinor: 1000 });
      const { lineId, ticketId } = await cashier().addLine({ productId: id });
      const discount = { kind: 'percent', milliPercent: 10_000 } as const;
      const approval = { accountId: shop.accountIdOf('manager'), pin: '135790' };
      await refuses(shop, () => cashier().discountLine({ lineId, discount }), 'APPROVAL_NEEDED', {
        rolesThatMay: ['admin', 'manager'],
      });
      await cashier().discountLine({ lineId, discount, approval });
      await cashier().overridePrice({ lineId, unitPriceMinor: 800, approval });
      await cashier().discountTicket({ ticketId, discount, approval });
      expect(await cashier().currentTicket()).toMatchObject({ totals: { totalMinor: 648 } });
      const { rows } = await auditTrail();
      expect(
        rows.slice(0, 3).map(({ action, by, approvedBy }) => [action, by?.name, approvedBy?.name]),
      ).toEqual([
        ['sales.discountTicket', 'Cashier Test', 'Manager Test'],
        ['sales.overridePrice', 'Cashier Test', 'Manager Test'],
        ['sales.discountLine', 'Cashier Test', 'Manager Test'],
      ]);
      const kept = shop.store.database.handle
        .prepare(
          `SELECT l.price_approved_by_id AS price, d.approved_by_id AS line, t.approved_by_id AS ticket
           FROM sales_order_line l JOIN order_adjustment d ON d.line_id = l.id AND d.kind = 'line'
             JOIN order_adjustment t ON t.order_id = l.order_id AND t.kind = 'ticket'`,
        )
        .get();
      const managerId = shop.accountIdOf('manager');
      expect(kept).toEqual({ price: managerId, line: managerId, ticket: managerId });
    });
  });
});
