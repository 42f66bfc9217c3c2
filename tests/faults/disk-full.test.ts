import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { checkAgreement } from '#main/health/agreement';
import { makeProduct } from '../support/goods';
import { lookAtFile } from '../support/storage';
import { openTestShop, type TestShop } from '../support/test-store';

const CODE = '4006381333931';

describe('while the disk is full', () => {
  let shop: TestShop;
  beforeEach(async () => {
    shop = await openTestShop();
    await shop.as('manager').catalogue.createProduct({
      name: 'Apple',
      barcodes: [{ code: CODE }],
      priceMinor: 120,
      taxRateMilliPercent: 21_000,
    });
    await shop.as('manager').stock.receive({ productId: 1, locationId: 1, quantityMilli: 9_000_000 });
  });
  afterEach(() => shop.close());

  /** Stops the file from growing, so that SQLite fails as it does on a full disk. */
  const fill = () => {
    const { handle } = shop.store.database;
    handle.pragma(`max_page_count = ${handle.pragma('page_count', { simple: true })}`);
  };
  const makeSpace = () => shop.store.database.handle.pragma('max_page_count = 1000000');

  test('sales are refused with a message, change nothing, and succeed once there is space', async () => {
    const { sales } = shop.as('cashier');
    fill();
    let answered = 0;
    const sellOne = async () => {
      const { ticketId } = await sales.scan({ code: CODE });
      await sales.completeTicket({ ticketId, tenders: [{ kind: 'cash', amountMinor: 120 }] });
      answered += 1;
    };
    let refusal: unknown;
    while (refusal === undefined && answered < 2000)
      refusal = await sellOne().then(
        () => undefined,
        (error) => error,
      );
    expect(refusal).toMatchObject({ code: 'DISK_FULL' });
    expect(lookAtFile(shop.folder, checkAgreement)).toEqual([]);
    expect((await sales.listOrders({})).total).toBe(answered);

    makeSpace();
    const ticket = await sales.currentTicket();
    if (ticket) await sales.voidTicket({ ticketId: ticket.id });
    await sellOne();
    expect((await sales.listOrders({})).total).toBe(answered);
    expect(lookAtFile(shop.folder, checkAgreement)).toEqual([]);
  });

  test('a product that does not fit is not partly stored', async () => {
    fill();
    const { catalogue } = shop.as('manager');
    let made = 1;
    let refusal: unknown;
    while (refusal === undefined && made < 5000) {
      refusal = await catalogue
        .createProduct({
          name: `Pear ${made} ${'of a long name '.repeat(10)}`,
          priceMinor: 1,
          taxRateMilliPercent: 0,
        })
        .then(
          () => {
            made += 1;
          },
          (error) => error,
        );
    }
    expect(refusal).toMatchObject({ code: 'DISK_FULL' });
    makeSpace();
    const count = (table: string) =>
      lookAtFile(shop.folder, (file) => file.prepare(`SELECT count(*) FROM ${table}`).pluck().get());
    expect(count('product')).toBe(made);
    expect(count('product_search')).toBe(made);
    expect(makeProduct(shop)).toBeGreaterThan(0);
  });
});
