import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Discount } from '#shared/contract/sales-documents';
import {
  type Approval,
  approvedOnFile,
  handOver,
  letManagerApprove,
  needsApproval,
} from '../../support/approval';
import { txOf } from '../../support/connections';
import { refuses, stocked } from '../../support/sales';
import { PASSWORD } from '../../support/secrets';
import { openTestShop, type TestShop } from '../../support/test-store';

const BARCODE = '4006381333931';
const HALF: Discount = { kind: 'percent', milliPercent: 50_000 };

let shop: TestShop;
let approval: Approval;
/** Costs 6.00. */
let mug: number;

beforeEach(async () => {
  shop = await openTestShop();
  approval = await letManagerApprove(shop);
  mug = await stocked(shop, { name: 'Mug', priceMinor: 600 });
  await stocked(shop, { name: 'Pen', priceMinor: 200, barcode: BARCODE });
});
afterEach(() => shop.close());

const cashier = () => shop.as('cashier').sales;
const manager = () => shop.as('manager').sales;
const asksFor = (call: () => Promise<unknown>, reduction: { beforeMinor: number; afterMinor: number }) =>
  needsApproval(shop, call, reduction);

/** One mug on the cashier's ticket, at half price with the manager's approval. */
async function approvedHalf(): Promise<number> {
  const { lineId } = await cashier().addLine({ productId: mug });
  await cashier().discountLine({ lineId, discount: HALF, approval });
  return lineId;
}

async function letCashiers(grant: 'yes' | 'no' | 'approval'): Promise<void> {
  const { people } = shop.as('admin');
  await people.changePermission({ role: 'cashier', permission: 'discountAndOverride', grant });
}

describe('a change by a person who can give discounts without approval', () => {
  test('needs no approval, and sets the new approved amount', async () => {
    const lineId = await approvedHalf();
    await handOver(cashier(), manager());
    await manager().changeLine({ lineId, quantityMilli: 5000 });
    expect(approvedOnFile(shop)).toMatchObject({ line: 1500, lineBy: shop.accountIdOf('manager') });
    await handOver(manager(), cashier());
    await cashier().changeLine({ lineId, quantityMilli: 2000 });
    await cashier().changeLine({ lineId, quantityMilli: 5000 });
    await asksFor(() => cashier().changeLine({ lineId, quantityMilli: 6000 }), {
      beforeMinor: 1500,
      afterMinor: 1800,
    });
    await handOver(cashier(), manager());
    await manager().changeLine({ lineId, quantityMilli: 2000 });
    await handOver(manager(), cashier());
    await asksFor(() => cashier().changeLine({ lineId, quantityMilli: 5000 }), {
      beforeMinor: 600,
      afterMinor: 1500,
    });
  });

  test('limits a cashier who takes the ticket over', async () => {
    const { lineId, ticketId } = await manager().addLine({ productId: mug, quantityMilli: 2000 });
    await manager().overridePrice({ lineId, unitPriceMinor: 500 });
    await manager().discountLine({ lineId, discount: HALF });
    await manager().discountTicket({ ticketId, discount: { kind: 'percent', milliPercent: 10_000 } });
    await manager().scan({ code: BARCODE });
    const managerId = shop.accountIdOf('manager');
    expect(approvedOnFile(shop)).toEqual({
      price: 200,
      priceBy: managerId,
      line: 500,
      lineBy: managerId,
      ticket: 70,
      ticketBy: managerId,
    });
    await handOver(manager(), cashier());
    await asksFor(() => cashier().scan({ code: BARCODE }), { beforeMinor: 70, afterMinor: 90 });
    await asksFor(() => cashier().changeLine({ lineId, quantityMilli: 3000 }), {
      beforeMinor: 770,
      afterMinor: 1145,
    });
    await cashier().changeLine({ lineId, quantityMilli: 1000 });
    await cashier().changeLine({ lineId, quantityMilli: 2000 });
  });

  test('lowers the approved ticket discount when it voids goods', async () => {
    const { lineId, ticketId } = await manager().addLine({ productId: mug });
    await manager().scan({ code: BARCODE });
    await manager().discountTicket({ ticketId, discount: HALF });
    await manager().voidLine({ lineId });
    await handOver(manager(), cashier());
    await asksFor(() => cashier().addLine({ productId: mug }), { beforeMinor: 100, afterMinor: 400 });
  });

  test("includes a cashier's while the store allows that, and limits the cashier afterwards", async () => {
    await letCashiers('yes');
    const { lineId } = await cashier().addLine({ productId: mug });
    await cashier().discountLine({ lineId, discount: HALF });
    await cashier().changeLine({ lineId, quantityMilli: 2000 });
    expect(approvedOnFile(shop)).toMatchObject({ line: 600, lineBy: shop.accountIdOf('cashier') });
    await letCashiers('approval');
    await asksFor(() => cashier().changeLine({ lineId, quantityMilli: 3000 }), {
      beforeMinor: 600,
      afterMinor: 900,
    });
  });

  test('is the only way where cashiers cannot give discounts, since an approval needs a role that can', async () => {
    const { lineId } = await manager().addLine({ productId: mug });
    await manager().discountLine({ lineId, discount: HALF });
    await handOver(manager(), cashier());
    await letCashiers('no');
    const two = { lineId, quantityMilli: 2000 };
    const roles = { rolesThatMay: ['admin', 'manager'] };
    await refuses(shop, () => cashier().changeLine(two), 'NOT_PERMITTED', roles);
    await refuses(shop, () => cashier().changeLine({ ...two, approval }), 'NOT_PERMITTED', roles);
    await cashier().scan({ code: BARCODE });
  });
});

test('a ticket parked with an approved discount has the same limit with another cashier', async () => {
  const lineId = await approvedHalf();
  const id = await hireCashier();
  const token = shop.store.services.sessions.in(txOf(shop.store)).open(id, 1, 'password', shop.time.now);
  const other = shop.withToken(token).sales;
  await handOver(cashier(), other);
  await asksFor(() => other.changeLine({ lineId, quantityMilli: 2000 }), {
    beforeMinor: 300,
    afterMinor: 600,
  });
  await other.changeLine({ lineId, quantityMilli: 2000, approval });
  expect(await other.currentTicket()).toMatchObject({ totals: { totalMinor: 600 } });
});

async function hireCashier(): Promise<number> {
  const { id } = await shop.as('manager').people.createAccount({
    username: 'second',
    email: 'second@shop.example',
    firstName: 'Second',
    lastName: 'Cashier',
    role: 'cashier',
    password: PASSWORD,
  });
  return id;
}
