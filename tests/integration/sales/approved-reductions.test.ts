import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Discount } from '#shared/contract/sales-documents';
import {
  type Approval,
  approvedOnFile,
  handOver,
  letManagerApprove,
  needsApproval,
} from '../../support/approval';
import { refuses, stocked } from '../../support/sales';
import { openTestShop, type TestShop } from '../../support/test-store';

const BARCODE = '4006381333931';
const HALF: Discount = { kind: 'percent', milliPercent: 50_000 };

let shop: TestShop;
let approval: Approval;
/** Costs 6.00. */
let mug: number;
/** Costs 2.00, and has a barcode. */
let pen: number;

beforeEach(async () => {
  shop = await openTestShop();
  approval = await letManagerApprove(shop);
  mug = await stocked(shop, { name: 'Mug', priceMinor: 600 });
  pen = await stocked(shop, { name: 'Pen', priceMinor: 200, barcode: BARCODE });
});
afterEach(() => shop.close());

const cashier = () => shop.as('cashier').sales;
const totalMinor = async () => (await cashier().currentTicket())?.totals.totalMinor;
const asksFor = (call: () => Promise<unknown>, reduction: { beforeMinor: number; afterMinor: number }) =>
  needsApproval(shop, call, reduction);

/** One mug on the cashier's ticket, with an approved discount on its line. */
async function approvedOnLine(discount: Discount): Promise<{ lineId: number; ticketId: number }> {
  const { lineId, ticketId } = await cashier().addLine({ productId: mug });
  await cashier().discountLine({ lineId, discount, approval });
  return { lineId, ticketId };
}

/** One mug on the cashier's ticket, sold at an approved price. */
async function approvedPrice(unitPriceMinor: number): Promise<number> {
  const { lineId } = await cashier().addLine({ productId: mug });
  await cashier().overridePrice({ lineId, unitPriceMinor, approval });
  return lineId;
}

/** One mug on the cashier's ticket, with an approved discount on all of it. */
async function approvedOnTicket(discount: Discount): Promise<{ lineId: number; ticketId: number }> {
  const { lineId, ticketId } = await cashier().addLine({ productId: mug });
  await cashier().discountTicket({ ticketId, discount, approval });
  return { lineId, ticketId };
}

describe('a change beyond the approved amount', () => {
  test('needs a new approval for more pieces under a percentage discount on their line', async () => {
    const { lineId } = await approvedOnLine(HALF);
    await asksFor(() => cashier().changeLine({ lineId, quantityMilli: 60_000 }), {
      beforeMinor: 300,
      afterMinor: 18_000,
    });
    expect(await totalMinor()).toBe(300);
  });

  test('needs a new approval for more pieces at a lower price', async () => {
    const lineId = await approvedPrice(1);
    await asksFor(() => cashier().changeLine({ lineId, quantityMilli: 50_000 }), {
      beforeMinor: 599,
      afterMinor: 29_950,
    });
  });

  test('needs a new approval for more goods under a percentage discount on the ticket', async () => {
    const { lineId } = await approvedOnTicket(HALF);
    const withPen = { beforeMinor: 300, afterMinor: 400 };
    const withMug = { beforeMinor: 300, afterMinor: 600 };
    await asksFor(() => cashier().scan({ code: BARCODE }), withPen);
    await asksFor(() => cashier().addLine({ productId: pen }), withPen);
    await asksFor(() => cashier().addLine({ productId: mug }), withMug);
    await asksFor(() => cashier().changeLine({ lineId, quantityMilli: 2000 }), withMug);
  });

  test('needs a new approval for a lower price, a higher percentage or a larger amount', async () => {
    const { lineId, ticketId } = await approvedOnLine(HALF);
    await cashier().overridePrice({ lineId, unitPriceMinor: 500, approval });
    await cashier().discountTicket({ ticketId, discount: { kind: 'amount', minor: 50 }, approval });
    await asksFor(() => cashier().overridePrice({ lineId, unitPriceMinor: 499 }), {
      beforeMinor: 100,
      afterMinor: 101,
    });
    const moreOnLine: Discount[] = [
      { kind: 'percent', milliPercent: 62_000 },
      { kind: 'amount', minor: 310 },
    ];
    for (const discount of moreOnLine) {
      await asksFor(() => cashier().discountLine({ lineId, discount }), {
        beforeMinor: 300,
        afterMinor: 310,
      });
    }
    await asksFor(() => cashier().discountTicket({ ticketId, discount: { kind: 'amount', minor: 51 } }), {
      beforeMinor: 50,
      afterMinor: 51,
    });
  });

  test('needs a new approval even when a temporarily raised price allows a larger discount', async () => {
    const { lineId, ticketId } = await approvedOnTicket({ kind: 'percent', milliPercent: 10_000 });
    await cashier().overridePrice({ lineId, unitPriceMinor: 500, approval });
    await cashier().overridePrice({ lineId, unitPriceMinor: 50_000 });
    await asksFor(() => cashier().discountTicket({ ticketId, discount: { kind: 'amount', minor: 600 } }), {
      beforeMinor: 60,
      afterMinor: 600,
    });
    await asksFor(() => cashier().scan({ code: BARCODE }), { beforeMinor: 60, afterMinor: 5020 });
    await cashier().overridePrice({ lineId, unitPriceMinor: null });
    expect(await totalMinor()).toBe(540);
  });

  test('asks for approval of all reductions that grow, as one sum', async () => {
    const { lineId, ticketId } = await approvedOnLine(HALF);
    await cashier().discountTicket({
      ticketId,
      discount: { kind: 'percent', milliPercent: 10_000 },
      approval,
    });
    await asksFor(() => cashier().changeLine({ lineId, quantityMilli: 2000 }), {
      beforeMinor: 330,
      afterMinor: 660,
    });
  });

  test('needs an approval for a reduction that was never approved, even one that takes nothing off', async () => {
    const { lineId, ticketId } = await approvedOnLine(HALF);
    const nothingMore = { rolesThatMay: ['admin', 'manager'] };
    const dearer = () => cashier().overridePrice({ lineId, unitPriceMinor: 700 });
    await refuses(shop, dearer, 'APPROVAL_NEEDED', nothingMore);
    await asksFor(() => cashier().discountTicket({ ticketId, discount: HALF }), {
      beforeMinor: 0,
      afterMinor: 150,
    });
  });

  test('is made once approved, and the approver and both amounts are kept', async () => {
    const { lineId } = await approvedOnLine(HALF);
    await cashier().changeLine({ lineId, quantityMilli: 3000, approval });
    expect(await totalMinor()).toBe(900);
    const managerId = shop.accountIdOf('manager');
    expect(approvedOnFile(shop)).toMatchObject({ line: 900, lineBy: managerId });
    const { rows } = await shop.as('manager').audit.list({});
    expect(rows.slice(0, 2)).toMatchObject([
      {
        action: 'sales.changeLine',
        label: 'Mug',
        by: { name: 'Cashier Test' },
        approvedBy: { name: 'Manager Test' },
        before: { reductionMinor: 300 },
        after: { reductionMinor: 900 },
      },
      {
        action: 'sales.discountLine',
        by: { name: 'Cashier Test' },
        approvedBy: { name: 'Manager Test' },
        before: { discount: null, reductionMinor: 0 },
        after: { discount: HALF, reductionMinor: 300 },
      },
    ]);
    await asksFor(() => cashier().changeLine({ lineId, quantityMilli: 4000 }), {
      beforeMinor: 900,
      afterMinor: 1200,
    });
  });

  test('puts goods approved under the ticket discount on the ticket, and the audit trail names them', async () => {
    await approvedOnTicket(HALF);
    const { line } = await cashier().scan({ code: BARCODE, approval });
    expect(line).toMatchObject({ name: 'Pen' });
    expect(await totalMinor()).toBe(400);
    const { rows } = await shop.as('manager').audit.list({});
    expect(rows[0]).toMatchObject({
      action: 'sales.scan',
      label: 'Pen',
      approvedBy: { name: 'Manager Test' },
      before: { reductionMinor: 300 },
      after: { reductionMinor: 400 },
    });
    expect(approvedOnFile(shop)).toMatchObject({ ticket: 400 });
  });

  test('can be repeated with an approval under the same key after a refusal', async () => {
    await approvedOnTicket(HALF);
    const { sales } = shop.withToken(shop.tokenOf('cashier'), 'the same key');
    await expect(sales.scan({ code: BARCODE })).rejects.toMatchObject({ code: 'APPROVAL_NEEDED' });
    const first = await sales.scan({ code: BARCODE, approval });
    expect(await sales.scan({ code: BARCODE, approval })).toEqual(first);
    expect(await totalMinor()).toBe(400);
  });

  test('is refused for missing stock before an approval is requested', async () => {
    const { lineId } = await approvedOnLine(HALF);
    await refuses(shop, () => cashier().changeLine({ lineId, quantityMilli: 101_000 }), 'INSUFFICIENT_STOCK');
  });

  test('is refused for one of two simultaneous scans when the approval covers only one', async () => {
    await approvedOnTicket(HALF);
    const { lineId } = await cashier().scan({ code: BARCODE, approval });
    await cashier().voidLine({ lineId });
    const scans = await Promise.allSettled([
      cashier().scan({ code: BARCODE }),
      cashier().scan({ code: BARCODE }),
    ]);
    expect(scans.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    expect(await totalMinor()).toBe(400);
  });
});

describe('an approval covers', () => {
  test('fewer pieces, and then as many again as were approved', async () => {
    const { lineId } = await cashier().addLine({ productId: mug, quantityMilli: 3000 });
    await cashier().discountLine({ lineId, discount: HALF, approval });
    await cashier().changeLine({ lineId, quantityMilli: 1000 });
    await cashier().changeLine({ lineId, quantityMilli: 3000 });
    expect(await totalMinor()).toBe(900);
    await asksFor(() => cashier().changeLine({ lineId, quantityMilli: 4000 }), {
      beforeMinor: 900,
      afterMinor: 1200,
    });
  });

  test('other goods in place of removed ones, for no more money', async () => {
    const { lineId } = await approvedOnTicket(HALF);
    await cashier().scan({ code: BARCODE, approval });
    await cashier().voidLine({ lineId });
    await cashier().addLine({ productId: pen, quantityMilli: 3000 });
    expect(await totalMinor()).toBe(400);
    await asksFor(() => cashier().scan({ code: BARCODE }), { beforeMinor: 400, afterMinor: 500 });
  });

  test('a smaller discount or a higher price, and then the approved one again', async () => {
    const { lineId, ticketId } = await approvedOnLine(HALF);
    await cashier().discountLine({ lineId, discount: { kind: 'percent', milliPercent: 40_000 } });
    await cashier().discountLine({ lineId, discount: { kind: 'amount', minor: 300 } });
    await cashier().discountLine({ lineId, discount: HALF });
    await cashier().overridePrice({ lineId, unitPriceMinor: 500, approval });
    await cashier().overridePrice({ lineId, unitPriceMinor: 590 });
    await cashier().overridePrice({ lineId, unitPriceMinor: 500 });
    await cashier().discountTicket({ ticketId, discount: { kind: 'amount', minor: 50 }, approval });
    await cashier().discountTicket({ ticketId, discount: { kind: 'percent', milliPercent: 20_000 } });
    expect(await totalMinor()).toBe(200);
    const managerId = shop.accountIdOf('manager');
    expect(approvedOnFile(shop)).toEqual({
      price: 100,
      priceBy: managerId,
      line: 300,
      lineBy: managerId,
      ticket: 50,
      ticketBy: managerId,
    });
  });

  test('more pieces under a discount of a fixed amount, on their line or on the ticket', async () => {
    const { lineId, ticketId } = await approvedOnLine({ kind: 'amount', minor: 100 });
    await cashier().discountTicket({ ticketId, discount: { kind: 'amount', minor: 100 }, approval });
    await cashier().changeLine({ lineId, quantityMilli: 60_000 });
    await cashier().scan({ code: BARCODE });
    expect(await totalMinor()).toBe(36_000);
  });

  test('goods without a discount or a changed price', async () => {
    await approvedOnLine(HALF);
    await cashier().addLine({ productId: mug, quantityMilli: 5000 });
    await cashier().scan({ code: BARCODE });
    expect(await totalMinor()).toBe(3500);
  });

  test("only what was approved, while a product's own discount needs no approval", async () => {
    const soap = await stocked(shop, { name: 'Soap', priceMinor: 1000, discountMilliPercent: 10_000 });
    const { lineId } = await cashier().addLine({ productId: soap });
    await cashier().changeLine({ lineId, quantityMilli: 2000 });
    await cashier().discountLine({ lineId, discount: HALF, approval });
    await asksFor(() => cashier().changeLine({ lineId, quantityMilli: 3000 }), {
      beforeMinor: 900,
      afterMinor: 1350,
    });
  });

  test('a note, another batch, and parking and recalling the ticket', async () => {
    const { lineId } = await approvedOnLine(HALF);
    await cashier().changeLine({ lineId, note: 'a present', batchId: null });
    await handOver(cashier(), cashier());
    expect(await totalMinor()).toBe(300);
  });

  test("the removal of a lower price, even though the ticket's percentage then amounts to more", async () => {
    const { lineId, ticketId } = await approvedOnLine(HALF);
    await cashier().overridePrice({ lineId, unitPriceMinor: 500, approval });
    await cashier().discountTicket({
      ticketId,
      discount: { kind: 'percent', milliPercent: 10_000 },
      approval,
    });
    expect(await totalMinor()).toBe(225);
    await cashier().overridePrice({ lineId, unitPriceMinor: null });
    await cashier().discountLine({ lineId, discount: null });
    expect(await totalMinor()).toBe(540);
    await asksFor(() => cashier().scan({ code: BARCODE }), { beforeMinor: 25, afterMinor: 80 });
  });

  test('the removal of an approved reduction, which then needs a new approval', async () => {
    const { lineId, ticketId } = await approvedOnLine(HALF);
    await cashier().overridePrice({ lineId, unitPriceMinor: 500, approval });
    await cashier().discountTicket({ ticketId, discount: HALF, approval });
    await cashier().overridePrice({ lineId, unitPriceMinor: null });
    await cashier().discountLine({ lineId, discount: null });
    await cashier().discountTicket({ ticketId, discount: null });
    expect(await totalMinor()).toBe(600);
    expect(Object.values(approvedOnFile(shop) as object)).toEqual([null, null, null, null, null, null]);
    const asked = (minor: number) => ({ beforeMinor: 0, afterMinor: minor });
    await asksFor(() => cashier().discountLine({ lineId, discount: HALF }), asked(300));
    await asksFor(() => cashier().discountTicket({ ticketId, discount: HALF }), asked(300));
    await asksFor(() => cashier().overridePrice({ lineId, unitPriceMinor: 500 }), asked(100));
  });

  test('the list price set by hand, which removes the price override', async () => {
    const lineId = await approvedPrice(500);
    await cashier().overridePrice({ lineId, unitPriceMinor: 600 });
    await asksFor(() => cashier().overridePrice({ lineId, unitPriceMinor: 500 }), {
      beforeMinor: 0,
      afterMinor: 100,
    });
  });
});
