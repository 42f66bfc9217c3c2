import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { PASSWORD } from '../../support/secrets';
import { openTestShop, type TestShop } from '../../support/test-store';

let shop: TestShop;
const paula = {
  username: 'paula',
  email: 'paula@shop.example',
  firstName: 'Paula',
  lastName: 'Smith',
  department: 'Bakery',
  password: PASSWORD,
};
const register = (fields: Partial<typeof paula> = {}) =>
  shop.asNobody().people.register({ ...paula, ...fields });
const onlyRequest = async () => {
  const [request] = await shop.as('manager').people.listRegistrations();
  if (!request) throw new Error('Nobody asked for an account.');
  return request;
};

beforeEach(async () => {
  shop = await openTestShop();
});
afterEach(() => shop.close());

describe('requesting an account', () => {
  test('shows managers the request, without the password', async () => {
    await register();
    const { password, ...shown } = paula;
    const request = { ...shown, id: expect.any(Number), requestedAt: shop.time.now };
    await expect(shop.as('manager').people.listRegistrations()).resolves.toEqual([request]);
  });

  test('creates no account yet', async () => {
    await register();
    const signIn = shop.asNobody().people.signIn({ login: 'paula', password: PASSWORD });
    await expect(signIn).rejects.toMatchObject({ code: 'SIGN_IN_WRONG' });
  });

  test('is refused for a username or email of an account or another request', async () => {
    await expect(register({ username: 'Admin' })).rejects.toMatchObject({ code: 'USERNAME_TAKEN' });
    await register();
    await expect(register({ email: '' })).rejects.toMatchObject({ code: 'USERNAME_TAKEN' });
    await expect(register({ username: 'paul' })).rejects.toMatchObject({ code: 'EMAIL_TAKEN' });
  });

  test('is limited in its tries as sign-in is, for everyone', async () => {
    for (let number = 0; number < 5; number += 1) await register({ username: `paula${number}`, email: '' });
    const wait = { code: 'TOO_MANY_TRIES', data: { waitSeconds: 60 } };
    await expect(register({ username: 'paul', email: '' })).rejects.toMatchObject(wait);
    shop.time.now += 60_000;
    await expect(register({ username: 'paul', email: '' })).resolves.toEqual({});
  });
});

describe('deciding on a request', () => {
  test('a manager approves it with a role, and the person signs in with the password they chose', async () => {
    await register();
    const decision = { kind: 'approve', role: 'cashier' } as const;
    await shop.as('manager').people.decideRegistration({ id: (await onlyRequest()).id, decision });
    const { signedIn } = await shop.asNobody().people.signIn({ login: 'paula', password: PASSWORD });
    const { password, ...profile } = paula;
    expect(signedIn.account).toMatchObject({ ...profile, role: 'cashier', hasPin: false });
    await expect(shop.as('manager').people.listRegistrations()).resolves.toEqual([]);
  });

  test('a manager rejects it, and the name is free', async () => {
    await register();
    const { id } = await onlyRequest();
    await shop.as('manager').people.decideRegistration({ id, decision: { kind: 'refuse' } });
    await expect(shop.as('manager').people.listRegistrations()).resolves.toEqual([]);
    await expect(register()).resolves.toEqual({});
  });

  test('only an admin approves it as an admin or manager', async () => {
    await register();
    const { id } = await onlyRequest();
    for (const role of ['admin', 'manager'] as const) {
      const decide = shop
        .as('manager')
        .people.decideRegistration({ id, decision: { kind: 'approve', role } });
      await expect(decide).rejects.toMatchObject({
        code: 'NOT_PERMITTED',
        data: { rolesThatMay: ['admin'] },
      });
    }
    await expect(onlyRequest()).resolves.toMatchObject({ id });
    const decision = { kind: 'approve', role: 'manager' } as const;
    await expect(shop.as('admin').people.decideRegistration({ id, decision })).resolves.toEqual({});
  });

  test('each request is decided once', async () => {
    await register();
    const { id } = await onlyRequest();
    const refuse = { id, decision: { kind: 'refuse' } } as const;
    await shop.as('manager').people.decideRegistration(refuse);
    await expect(shop.as('manager').people.decideRegistration(refuse)).rejects.toMatchObject({
      code: 'REGISTRATION_DECIDED',
    });
    const nobody = shop.as('manager').people.decideRegistration({ ...refuse, id: 999 });
    await expect(nobody).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });

  test('an approval fails as a whole when the name has been taken meanwhile', async () => {
    await register();
    const { id } = await onlyRequest();
    const { department, ...account } = paula;
    await shop.as('manager').people.createAccount({ ...account, role: 'cashier' });
    const decision = { kind: 'approve', role: 'cashier' } as const;
    const decide = shop.as('manager').people.decideRegistration({ id, decision });
    await expect(decide).rejects.toMatchObject({ code: 'USERNAME_TAKEN' });
    await expect(onlyRequest()).resolves.toMatchObject({ id });
  });

  test('the decision is kept in the audit trail, and no request keeps the password', async () => {
    await register();
    const { id } = await onlyRequest();
    const decision = { kind: 'approve', role: 'cashier' } as const;
    await shop.as('manager').people.decideRegistration({ id, decision });
    const { rows } = await shop.as('manager').audit.list({ entity: 'registration' });
    expect(rows).toMatchObject([
      { action: 'people.decideRegistration', by: { name: 'Manager Test' }, after: { decision: 'approved' } },
      { action: 'people.register', by: null, label: 'Paula Smith', after: { username: 'paula' } },
    ]);
    const kept = shop.store.database.handle.prepare('SELECT password_hash FROM registration').pluck().all();
    expect(kept).toEqual(['']);
    expect(JSON.stringify(rows)).not.toMatch(/hash|correct horse/i);
  });
});
