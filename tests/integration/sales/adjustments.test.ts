import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { stocked, ticketOf } from '../../support/sales';
import { openTestShop, type TestShop } from '../../support/test-store';

let shop: TestShop;
beforeEach(async () => {
  shop = await openTestShop();
});
afterEach(() => shop.close());

const manager = () => shop.as('manager').sales;
const rowsOf = (table: string) =>
  shop.store.database.reader.prepare(`SELECT * FROM ${table} ORDER BY id`).all();
const cash = (amountMinor: number) => ({ kind: 'cash', amountMinor }) as const;

describe('the discounts of a sale', () => {
  test('have no row for a line without a discount', async () => {
    const id = await stocked(shop, { name: 'Tea', priceMinor: 100 });
    const ticketId = await ticketOf(shop.as('manager'), id);
    await manager().completeTicket({ ticketId, tenders: [cash(100)] });
    expect(rowsOf('order_adjustment')).toEqual([]);
  });

  test('keep the discount of the product, that of the line, and the amount of each', async () => {
    const id = await stocked(shop, { name: 'Tea', priceMinor: 200 });
    await shop.as('manager').catalogue.changeProduct({ id, version: 1, discountMilliPercent: 10_000 });
    const { ticketId, lineId } = await manager().addLine({ productId: id });
    await manager().discountLine({ lineId, discount: { kind: 'percent', milliPercent: 50_000 } });
    expect(rowsOf('order_adjustment')).toMatchObject([
      { kind: 'standing', line_id: lineId, milli_percent: 10_000, amount_minor: 0 },
      { kind: 'line', line_id: lineId, milli_percent: 50_000, approved_minor: 90, amount_minor: 0 },
    ]);
    await manager().completeTicket({ ticketId, tenders: [cash(90)] });
    expect(rowsOf('order_adjustment')).toMatchObject([
      { kind: 'standing', amount_minor: 20 },
      { kind: 'line', amount_minor: 90 },
    ]);
  });

  test('keep the ticket discount and the share of each line, which add up to the cent', async () => {
    const ids = await Promise.all([1, 2, 3].map((n) => stocked(shop, { name: `At ${n}`, priceMinor: 100 })));
    const ticketId = await ticketOf(shop.as('manager'), ...ids);
    await manager().discountTicket({ ticketId, discount: { kind: 'amount', minor: 100 } });
    const receipt = await manager().completeTicket({ ticketId, tenders: [cash(200)] });
    expect(receipt).toMatchObject({
      subtotalMinor: 300,
      discountMinor: 100,
      totalMinor: 200,
      changeMinor: 0,
    });
    expect(rowsOf('sales_order_line')).toMatchObject([
      { net_minor: 66 },
      { net_minor: 67 },
      { net_minor: 67 },
    ]);
    expect(rowsOf('order_adjustment')).toMatchObject([
      { kind: 'ticket', line_id: null, value_minor: 100, amount_minor: 100 },
      { kind: 'ticket share', amount_minor: 34 },
      { kind: 'ticket share', amount_minor: 33 },
      { kind: 'ticket share', amount_minor: 33 },
    ]);
  });

  test('are removed with the discount and with the line', async () => {
    const id = await stocked(shop, { name: 'Tea', priceMinor: 100 });
    const { ticketId, lineId } = await manager().addLine({ productId: id });
    await manager().discountLine({ lineId, discount: { kind: 'amount', minor: 10 } });
    await manager().discountTicket({ ticketId, discount: { kind: 'percent', milliPercent: 10_000 } });
    expect(rowsOf('order_adjustment')).toHaveLength(2);
    await manager().discountTicket({ ticketId, discount: null });
    expect(rowsOf('order_adjustment')).toHaveLength(1);
    await manager().voidLine({ lineId });
    expect(rowsOf('order_adjustment')).toEqual([]);
  });

  test('do not change once the order is placed', async () => {
    const id = await stocked(shop, { name: 'Tea', priceMinor: 100 });
    const { ticketId, lineId } = await manager().addLine({ productId: id });
    await manager().discountLine({ lineId, discount: { kind: 'amount', minor: 10 } });
    await manager().completeTicket({ ticketId, tenders: [cash(90)] });
    const { handle } = shop.store.database;
    for (const sql of [
      'UPDATE order_adjustment SET amount_minor = 5',
      'DELETE FROM order_adjustment',
      `INSERT INTO order_adjustment (order_id, kind, value_minor) VALUES (${ticketId}, 'ticket', 1)`,
    ]) {
      expect(() => handle.exec(sql), sql).toThrow('a placed order keeps its discounts');
    }
    const tax = `INSERT INTO order_line_tax (line_id, position, name, rate_milli_percent) VALUES (${lineId}, 1, 'City tax', 1000)`;
    expect(() => handle.exec(tax)).toThrow('a placed order keeps its taxes');
    const returned = `UPDATE sales_order_line SET returned_line_id = ${lineId}`;
    expect(() => handle.exec(returned)).toThrow('a placed order keeps its lines');
  });
});
