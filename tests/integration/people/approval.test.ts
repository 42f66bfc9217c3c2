import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { callRules } from '#shared/permissions';
import { stocked } from '../../support/sales';
import { giveSecrets } from '../../support/secrets';
import { openTestShop, type TestShop } from '../../support/test-store';

let shop: TestShop;

/** What the gate says when the cashier asks for a discount with this PIN. */
function approve(pin: string) {
  const { gate } = shop.store.services;
  const asker = gate.authenticate(shop.tokenOf('cashier'), shop.time.now);
  return gate.approve(asker, callRules['sales.discountLine'], pin, shop.time.now);
}

beforeEach(async () => {
  shop = await openTestShop();
  await giveSecrets(shop, 'cashier', { pin: '2468' });
  await giveSecrets(shop, 'manager', { pin: '135790' });
  await giveSecrets(shop, 'storekeeper', { pin: '975310' });
});
afterEach(() => shop.close());

describe("a manager's approval on the spot", () => {
  test('is given by PIN, though the manager is not signed in here', async () => {
    const manager = { id: shop.accountIdOf('manager'), name: 'Manager Test' };
    await expect(approve('135790')).resolves.toEqual(manager);
  });

  test("cannot be given by one's own PIN, nor by whoever may not do it alone", async () => {
    await expect(approve('2468')).rejects.toMatchObject({ code: 'APPROVAL_REFUSED', data: { triesLeft: 4 } });
    await expect(approve('975310')).rejects.toMatchObject({
      code: 'APPROVAL_REFUSED',
      data: { triesLeft: 3 },
    });
  });

  test('cannot be given by an account switched off or deleted', async () => {
    const id = shop.accountIdOf('manager');
    await shop.as('admin').people.changeAccount({ id, version: 1, active: false });
    await expect(approve('135790')).rejects.toMatchObject({ code: 'APPROVAL_REFUSED' });
    await shop.as('admin').people.deleteAccount({ id });
    await expect(approve('135790')).rejects.toMatchObject({ code: 'APPROVAL_REFUSED' });
  });

  test('waits after too many wrong PINs, those of sign-in at the same till included', async () => {
    for (const pin of ['1111', '2222', '3333']) {
      await expect(approve(pin)).rejects.toMatchObject({ code: 'APPROVAL_REFUSED' });
    }
    for (const pin of ['4444', '5555']) {
      await expect(shop.asNobody().people.signInByPin({ pin })).rejects.toMatchObject({
        code: 'SIGN_IN_WRONG',
      });
    }
    await expect(approve('135790')).rejects.toMatchObject({
      code: 'TOO_MANY_TRIES',
      data: { waitSeconds: 60 },
    });
    shop.time.now += 60_000;
    await expect(approve('135790')).resolves.toMatchObject({ name: 'Manager Test' });
  });

  test('asked for too often stands in the audit trail with the asker', async () => {
    for (const pin of ['1111', '2222', '3333', '4444', '5555']) {
      await expect(approve(pin)).rejects.toMatchObject({ code: 'APPROVAL_REFUSED' });
    }
    const { rows } = await shop.as('manager').audit.list({ action: 'approval' });
    expect(rows).toMatchObject([{ entity: 'sign-in', label: 'Cashier Test' }]);
  });

  test('goes with the very call it is for: without one it is asked for, with one the call goes on', async () => {
    const { sales } = shop.as('cashier');
    const productId = await stocked(shop, { name: 'Mug', priceMinor: 600 });
    const { lineId } = await sales.addLine({ productId });
    const discount = { lineId, discount: { kind: 'amount', minor: 100 } } as const;
    const needed = { code: 'APPROVAL_NEEDED', data: { rolesThatMay: ['admin', 'manager'] } };
    await expect(sales.discountLine(discount)).rejects.toMatchObject(needed);
    const wrong = sales.discountLine({ ...discount, approval: { pin: '1111' } });
    await expect(wrong).rejects.toMatchObject({ code: 'APPROVAL_REFUSED' });
    const approved = sales.discountLine({ ...discount, approval: { pin: '135790' } });
    await expect(approved).resolves.toMatchObject({ line: { ownDiscountMinor: 100 } });
  });
});
