import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Role } from '#shared/contract/common';
import { stocked } from '../../support/sales';
import { giveSecrets, PASSWORD } from '../../support/secrets';
import { openTestShop, type TestShop } from '../../support/test-store';

const PIN = '581937';
const WRONG = '902746';

let shop: TestShop;

/** What the gate returns for the cashier's discount with this proof. */
function approve(role: Role, secret: { pin: string } | { password: string }, by: Role = 'cashier') {
  const { gate } = shop.store.services;
  const asker = gate.authenticate(shop.tokenOf(by), shop.time.now);
  const proof = { accountId: shop.accountIdOf(role), ...secret };
  return gate.approve(asker, ['discountAndOverride'], proof, shop.time.now);
}
const refused = { code: 'APPROVAL_REFUSED' };

beforeEach(async () => {
  shop = await openTestShop();
  await giveSecrets(shop, 'cashier', { pin: '7294' });
  await giveSecrets(shop, 'manager', { pin: PIN });
  await giveSecrets(shop, 'storekeeper', { pin: '975310' });
});
afterEach(() => shop.close());

describe('an approval on the spot', () => {
  test('can come from anyone whose role allows it, signed in or not, and the dialog lists them', async () => {
    const { people } = shop.as('cashier');
    const permissions = ['discountAndOverride' as const];
    expect(await people.approvers({ permissions })).toEqual([
      { id: 1, name: 'Admin Test', role: 'admin', pinApproves: false },
      { id: 2, name: 'Manager Test', role: 'manager', pinApproves: true },
    ]);
    expect(await shop.as('storekeeper').people.approvers({ permissions })).toEqual([]);
    expect(await shop.as('manager').people.approvers({ permissions })).toEqual([]);
  });

  test('is given with the PIN or the password of the chosen approver', async () => {
    const manager = { id: shop.accountIdOf('manager'), name: 'Manager Test' };
    await expect(approve('manager', { pin: PIN })).resolves.toEqual(manager);
    await expect(approve('manager', { password: PASSWORD })).resolves.toEqual(manager);
  });

  test("cannot be given by the requester, by a role that needs approval, or with another person's PIN", async () => {
    await expect(approve('cashier', { pin: '7294' })).rejects.toMatchObject(refused);
    await expect(approve('storekeeper', { pin: '975310' })).rejects.toMatchObject(refused);
    await expect(approve('manager', { pin: '975310' })).rejects.toMatchObject({
      ...refused,
      data: { triesLeft: 4 },
    });
  });

  test('cannot be given by a deactivated or deleted account', async () => {
    const id = shop.accountIdOf('manager');
    await shop.as('admin').people.changeAccount({ id, version: 1, active: false });
    await expect(approve('manager', { pin: PIN })).rejects.toMatchObject(refused);
    await shop.as('admin').people.deleteAccount({ id });
    await expect(approve('manager', { password: PASSWORD })).rejects.toMatchObject(refused);
  });

  test('needs a PIN of six digits, so a new manager with a shorter one approves with the password', async () => {
    const cashier = { id: shop.accountIdOf('cashier'), version: 1 };
    await shop.as('admin').people.changeAccount({ ...cashier, role: 'manager' });
    await shop.as('admin').people.createAccount({
      username: 'nora',
      firstName: 'Nora',
      role: 'cashier',
      password: PASSWORD,
    });
    const nora = await shop.asNobody().people.signIn({ login: 'nora', password: PASSWORD });
    const asker = shop.store.services.gate.authenticate(nora.token, shop.time.now);
    const approveWith = (secret: { pin: string } | { password: string }) =>
      shop.store.services.gate.approve(
        asker,
        ['discountAndOverride'],
        { accountId: cashier.id, ...secret },
        shop.time.now,
      );
    const short = { code: 'PIN_TOO_SHORT', data: { digits: 6 } };
    await expect(approveWith({ pin: '7294' })).rejects.toMatchObject(short);
    await expect(approveWith({ pin: '3086' })).rejects.toMatchObject(short);
    await expect(approveWith({ password: PASSWORD })).resolves.toMatchObject({ name: 'Cashier Test' });
    await shop.asNobody().people.signIn({ login: 'cashier', password: PASSWORD });
    const byPin = shop.asNobody().people.signInByPin({ accountId: cashier.id, pin: '7294' });
    await expect(byPin).resolves.toHaveProperty('token');
  });

  test('waits after too many wrong PINs of one approver, while the password and other approvers still work', async () => {
    for (let time = 0; time < 5; time += 1) {
      await expect(approve('manager', { pin: WRONG })).rejects.toMatchObject(refused);
    }
    await expect(approve('manager', { pin: PIN })).rejects.toMatchObject({
      code: 'TOO_MANY_TRIES',
      data: { waitSeconds: 60 },
    });
    await giveSecrets(shop, 'admin', { pin: '490318' });
    await expect(approve('admin', { pin: '490318' })).resolves.toMatchObject({ name: 'Admin Test' });
    await expect(approve('manager', { password: PASSWORD })).resolves.toMatchObject({ name: 'Manager Test' });
    await expect(approve('manager', { pin: PIN })).resolves.toMatchObject({ name: 'Manager Test' });
  });

  test('is not blocked by wrong passwords at the sign-in', async () => {
    for (let time = 0; time < 6; time += 1) {
      await shop
        .asNobody()
        .people.signIn({ login: 'manager', password: 'wrong' })
        .catch(() => undefined);
    }
    await expect(approve('manager', { password: PASSWORD })).resolves.toBeDefined();
  });

  test('that failed too often is in the audit trail with the person whose PIN it was', async () => {
    for (let time = 0; time < 5; time += 1) {
      await expect(approve('manager', { pin: WRONG })).rejects.toMatchObject(refused);
    }
    const { rows } = await shop.as('manager').audit.list({ action: 'approval' });
    expect(rows).toMatchObject([{ entity: 'sign-in', label: 'Manager Test' }]);
  });

  test('is valid only for its own call: the call is refused without one and made with one', async () => {
    const { sales } = shop.as('cashier');
    const accountId = shop.accountIdOf('manager');
    const productId = await stocked(shop, { name: 'Mug', priceMinor: 600 });
    const { lineId } = await sales.addLine({ productId });
    const discount = { lineId, discount: { kind: 'amount', minor: 100 } } as const;
    const needed = {
      code: 'APPROVAL_NEEDED',
      data: { rolesThatMay: ['admin', 'manager'], permissions: ['discountAndOverride'] },
    };
    await expect(sales.discountLine(discount)).rejects.toMatchObject(needed);
    const wrong = sales.discountLine({ ...discount, approval: { accountId, pin: WRONG } });
    await expect(wrong).rejects.toMatchObject(refused);
    const approved = sales.discountLine({ ...discount, approval: { accountId, pin: PIN } });
    await expect(approved).resolves.toMatchObject({ line: { ownDiscountMinor: 100 } });
  });
});
