import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Role } from '#shared/contract/common';
import type { Account } from '#shared/contract/people';
import { PASSWORD } from '../../support/secrets';
import { openTestShop, type TestShop } from '../../support/test-store';

let shop: TestShop;
beforeEach(async () => {
  shop = await openTestShop();
});
afterEach(() => shop.close());

const bo = { username: 'bo', firstName: 'Bo', lastName: 'Lee', email: 'bo@shop.example', password: PASSWORD };
const create = (role: Role) => shop.as('admin').people.createAccount({ ...bo, role });
const parties = () =>
  shop.store.database.reader
    .prepare('SELECT name, email, is_customer, is_supplier, deleted_at FROM party ORDER BY id')
    .all();
const partyOf = ({ partyId }: Pick<Account, 'partyId'>) =>
  shop.store.database.reader
    .prepare('SELECT name, email, is_customer, is_supplier, deleted_at, version FROM party WHERE id = ?')
    .get(partyId);
const customerBo = {
  name: 'Bo Lee',
  email: 'bo@shop.example',
  is_customer: 1,
  is_supplier: 0,
  deleted_at: null,
};

describe('the account of a customer', () => {
  test('is created together with the customer', async () => {
    const account = await create('customer');
    expect(partyOf(account)).toEqual({ ...customerBo, version: 1 });
  });

  test('is created together with the customer when a registration is approved', async () => {
    await shop.asNobody().people.register(bo);
    const [request] = await shop.as('manager').people.listRegistrations();
    const decision = { kind: 'approve', role: 'customer' } as const;
    await shop.as('manager').people.decideRegistration({ id: request?.id ?? 0, decision });
    const { signedIn } = await shop.asNobody().people.signIn({ login: 'bo', password: PASSWORD });
    expect(partyOf(signedIn.account)).toMatchObject(customerBo);
  });

  test.for<Role>(['admin', 'manager', 'storekeeper', 'cashier'])(
    'is the only one with a customer: %s has none',
    async (role) => {
      const before = parties();
      expect(await create(role)).toMatchObject({ partyId: null });
      expect(parties()).toEqual(before);
    },
  );

  test('passes its new name and email to the customer, regardless of who changes it', async () => {
    const account = await create('customer');
    await shop.as('manager').people.changeAccount({ id: account.id, version: 1, lastName: 'LEE' });
    expect(partyOf(account)).toMatchObject({ name: 'Bo LEE', version: 2 });
    const { token } = await shop.asNobody().people.signIn({ login: 'bo', password: PASSWORD });
    await shop.withToken(token).people.changeProfile({ version: 2, email: '' });
    expect(partyOf(account)).toMatchObject({ name: 'Bo LEE', email: '', version: 3 });
  });

  test('leaves the customer unchanged when another field changes', async () => {
    const account = await create('customer');
    await shop.as('manager').people.changeAccount({ id: account.id, version: 1, department: 'Front' });
    expect(partyOf(account)).toEqual({ ...customerBo, version: 1 });
  });

  test('marks the customer deleted when it is deleted', async () => {
    const account = await create('customer');
    await shop.as('manager').people.deleteAccount({ id: account.id });
    expect(partyOf(account)).toEqual({ ...customerBo, deleted_at: shop.time.now, version: 2 });
  });
});

describe('an account that changes its role', () => {
  test('to customer gets a customer', async () => {
    const { id } = await create('cashier');
    const account = await shop.as('admin').people.changeAccount({ id, version: 1, role: 'customer' });
    expect(partyOf(account)).toEqual({ ...customerBo, version: 1 });
  });

  test('from customer keeps its customer, with changes of name and email, and has the same one later', async () => {
    const { id, partyId } = await create('customer');
    const admin = shop.as('admin').people;
    const working = await admin.changeAccount({ id, version: 1, role: 'cashier', lastName: 'Salt' });
    expect(working.partyId).toBe(partyId);
    expect(partyOf(working)).toMatchObject({ name: 'Bo Salt', is_customer: 1, deleted_at: null });
    const again = await admin.changeAccount({ id, version: 2, role: 'customer' });
    expect(again.partyId).toBe(partyId);
  });

  test('from customer leaves its customer active when it is deleted', async () => {
    const { id } = await create('customer');
    const admin = shop.as('admin').people;
    const account = await admin.changeAccount({ id, version: 1, role: 'cashier' });
    await admin.deleteAccount({ id });
    expect(partyOf(account)).toMatchObject({ deleted_at: null });
  });
});

test('a customer has at most one account', async () => {
  const { partyId } = await create('customer');
  const share = shop.store.database.handle.prepare("UPDATE account SET party_id = ? WHERE role = 'cashier'");
  expect(() => share.run(partyId)).toThrow('UNIQUE constraint failed: account.party_id');
});
