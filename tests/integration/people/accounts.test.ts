import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Role } from '#shared/contract/common';
import type { Account } from '#shared/contract/people';
import { giveSecrets, PASSWORD } from '../../support/secrets';
import { openTestShop, type TestShop } from '../../support/test-store';

let shop: TestShop;
let newcomers = 0;

/** Creates an account as a person of role `by`. */
function create(by: Role, role: Role, fields: { username?: string; email?: string; pin?: string } = {}) {
  newcomers += 1;
  const username = `newcomer${newcomers}`;
  return shop.as(by).people.createAccount({
    username,
    firstName: 'New',
    lastName: `Comer ${newcomers}`,
    password: PASSWORD,
    role,
    ...fields,
  });
}
const idOf = (role: Role) => shop.accountIdOf(role);
const NOT_FOR_MANAGERS = { code: 'NOT_PERMITTED', data: { rolesThatMay: ['admin'] } };

beforeEach(async () => {
  shop = await openTestShop();
});
afterEach(() => shop.close());

describe('creating accounts', () => {
  test.for<Role>(['admin', 'manager', 'storekeeper', 'cashier', 'customer'])(
    'an admin creates every role: %s',
    async (role) => {
      const account = await create('admin', role, { email: 'new@shop.example', pin: '864203' });
      expect(account).toMatchObject({
        role,
        email: 'new@shop.example',
        hasPin: true,
        active: true,
        version: 1,
      });
      const signIn = shop.asNobody().people.signIn({ login: account.username, password: PASSWORD });
      await expect(signIn).resolves.toMatchObject({ signedIn: { account } });
    },
  );

  test.for<Role>(['storekeeper', 'cashier', 'customer'])(
    'a manager creates lower roles: %s',
    async (role) => {
      await expect(create('manager', role)).resolves.toMatchObject({ role });
    },
  );

  test.for<Role>(['admin', 'manager'])('a manager cannot create the role %s', async (role) => {
    await expect(create('manager', role)).rejects.toMatchObject(NOT_FOR_MANAGERS);
  });

  test('a password that is easy to guess is refused wherever it is chosen', async () => {
    const easy = { code: 'PASSWORD_TOO_EASY' };
    const person = { username: 'long.username', firstName: 'Nora', lastName: '' };
    const made = { ...person, role: 'cashier' } as const;
    const { people } = shop.as('admin');
    for (const password of ['aaaaaaaaaa', '1234567890', 'Long.Username']) {
      await expect(people.createAccount({ ...made, password })).rejects.toMatchObject(easy);
      const asked = shop.asNobody().people.register({ ...person, email: '', password });
      await expect(asked).rejects.toMatchObject(easy);
    }
    const cashier = { id: idOf('cashier'), version: 1 };
    await expect(people.changeAccount({ ...cashier, newPassword: 'qwertyuiop' })).rejects.toMatchObject(easy);
    await giveSecrets(shop, 'cashier');
    const own = { password: PASSWORD, newPassword: 'zzzzzzzzzz' };
    await expect(shop.as('cashier').people.changePassword(own)).rejects.toMatchObject(easy);
  });

  test('a username or email is unique regardless of case', async () => {
    await create('manager', 'cashier', { username: 'paula', email: 'paula@shop.example' });
    await expect(create('manager', 'cashier', { username: 'PAULA' })).rejects.toMatchObject({
      code: 'USERNAME_TAKEN',
      data: { username: 'PAULA' },
    });
    await expect(create('manager', 'cashier', { email: 'Paula@shop.example' })).rejects.toMatchObject({
      code: 'EMAIL_TAKEN',
      data: { email: 'Paula@shop.example' },
    });
  });

  test('any number of accounts have no email', async () => {
    await create('manager', 'cashier', { email: '' });
    await expect(create('manager', 'cashier', { email: '' })).resolves.toMatchObject({ email: '' });
  });

  test('a deleted account keeps its username and email', async () => {
    const gone = await create('manager', 'cashier', { username: 'paula', email: 'paula@shop.example' });
    await shop.as('manager').people.deleteAccount({ id: gone.id });
    await expect(create('manager', 'cashier', { username: 'paula' })).rejects.toMatchObject({
      code: 'USERNAME_TAKEN',
    });
    await expect(create('manager', 'cashier', { email: 'paula@shop.example' })).rejects.toMatchObject({
      code: 'EMAIL_TAKEN',
    });
  });

  test('a password has at least ten characters, and a username neither @ nor spaces', async () => {
    const made = { username: 'a b@c', firstName: 'New', role: 'cashier', password: 'short' } as const;
    const refusal = await shop
      .as('manager')
      .people.createAccount(made)
      .catch((error) => error);
    expect(refusal.code).toBe('INPUT_INVALID');
    const fields = refusal.data.issues.map((issue: { field: string }) => issue.field);
    expect(fields).toEqual(['username', 'password']);
  });
});

describe("changing another person's account", () => {
  test('a manager edits accounts of lower roles', async () => {
    const fields = { firstName: 'Carla', lastName: '', department: 'Bakery', email: '' };
    const changed = await shop
      .as('manager')
      .people.changeAccount({ id: idOf('cashier'), version: 1, ...fields });
    expect(changed).toMatchObject({ ...fields, username: 'cashier', version: 2 });
  });

  test('a manager edits neither admins nor managers, nor their own account this way', async () => {
    for (const role of ['admin', 'manager'] as const) {
      const change = shop.as('manager').people.changeAccount({ id: idOf(role), version: 1, firstName: 'X' });
      await expect(change).rejects.toMatchObject(NOT_FOR_MANAGERS);
    }
  });

  test('only an admin changes roles', async () => {
    const change = { id: idOf('cashier'), version: 1, role: 'storekeeper' } as const;
    await expect(shop.as('manager').people.changeAccount(change)).rejects.toMatchObject(NOT_FOR_MANAGERS);
    await expect(shop.as('admin').people.changeAccount(change)).resolves.toMatchObject({
      role: 'storekeeper',
    });
  });

  test('a change from an older version is refused, with who changed it', async () => {
    await shop.as('admin').people.changeAccount({ id: idOf('cashier'), version: 1, department: 'Bakery' });
    const late = shop
      .as('manager')
      .people.changeAccount({ id: idOf('cashier'), version: 1, lastName: 'Late' });
    await expect(late).rejects.toMatchObject({
      code: 'CHANGED_MEANWHILE',
      data: { what: 'Cashier Test', by: 'Admin Test' },
    });
  });

  test('a username of another account is refused, and another spelling of the own one is accepted', async () => {
    const manager = shop.as('manager').people;
    const id = idOf('cashier');
    await expect(manager.changeAccount({ id, version: 1, username: 'Storekeeper' })).rejects.toMatchObject({
      code: 'USERNAME_TAKEN',
    });
    await expect(manager.changeAccount({ id, version: 1, username: 'Cashier' })).resolves.toMatchObject({
      username: 'Cashier',
    });
  });

  test('an account that does not exist or was deleted is not found', async () => {
    await shop.as('admin').people.deleteAccount({ id: idOf('cashier') });
    for (const id of [idOf('cashier'), 999]) {
      const change = shop.as('admin').people.changeAccount({ id, version: 2, firstName: 'X' });
      await expect(change).rejects.toMatchObject({ code: 'NOT_FOUND' });
      await expect(shop.as('admin').people.deleteAccount({ id })).rejects.toMatchObject({
        code: 'NOT_FOUND',
      });
    }
  });

  test.for<[string, Partial<Account> & { newPassword?: string; newPin?: string | null }]>([
    ['switched off', { active: false }],
    ['another role', { role: 'storekeeper' }],
    ['a new password', { newPassword: 'another password' }],
    ['a new PIN', { newPin: '4071' }],
  ])('%s ends the session at once', async ([, change]) => {
    const cashier = shop.as('cashier').people;
    await cashier.me();
    await shop.as('admin').people.changeAccount({ id: idOf('cashier'), version: 1, ...change });
    await expect(cashier.me()).rejects.toMatchObject({ code: 'NOT_SIGNED_IN' });
  });

  test('a new name keeps the session and shows in it at once', async () => {
    const cashier = shop.as('cashier').people;
    await cashier.me();
    await shop.as('manager').people.changeAccount({ id: idOf('cashier'), version: 1, firstName: 'Carla' });
    await expect(cashier.me()).resolves.toMatchObject({ account: { firstName: 'Carla' } });
    await cashier.signOut({ everywhere: true });
    const { rows } = await shop.as('manager').audit.list({ action: 'people.signOut' });
    expect(rows).toMatchObject([{ label: 'Carla Test' }]);
  });

  test('a person deactivated and activated again can sign in again', async () => {
    await giveSecrets(shop, 'cashier');
    const manager = shop.as('manager').people;
    await manager.changeAccount({ id: idOf('cashier'), version: 1, active: false });
    await manager.changeAccount({ id: idOf('cashier'), version: 2, active: true });
    const signIn = shop.asNobody().people.signIn({ login: 'cashier', password: PASSWORD });
    await expect(signIn).resolves.toHaveProperty('token');
  });
});

describe('deleting an account', () => {
  test('hides and disables it with the time, and admins can list it', async () => {
    const id = idOf('cashier');
    await shop.as('manager').people.deleteAccount({ id });
    const { rows } = await shop.as('manager').people.listAccounts({});
    expect(rows.map((row) => row.role)).not.toContain('cashier');
    const deleted = await shop.as('admin').people.listAccounts({ deleted: true });
    expect(deleted.rows).toMatchObject([{ id, active: false, hasPin: false, deletedAt: shop.time.now }]);
  });

  test('is allowed to all roles for their own, and ends their session', async () => {
    const cashier = shop.as('cashier').people;
    await cashier.deleteAccount({ id: idOf('cashier') });
    await expect(cashier.me()).rejects.toMatchObject({ code: 'NOT_SIGNED_IN' });
  });

  test('of another person is not allowed below a manager, and the refusal does not show who exists', async () => {
    for (const id of [idOf('customer'), idOf('admin'), 999]) {
      const refusal = { code: 'NOT_PERMITTED', data: { rolesThatMay: ['admin', 'manager'] } };
      await expect(shop.as('cashier').people.deleteAccount({ id })).rejects.toMatchObject(refusal);
    }
  });

  test('of an admin is not allowed to a manager, who can delete their own', async () => {
    const manager = shop.as('manager').people;
    await expect(manager.deleteAccount({ id: idOf('admin') })).rejects.toMatchObject(NOT_FOR_MANAGERS);
    await expect(manager.deleteAccount({ id: idOf('manager') })).resolves.toEqual({});
  });
});

describe('the last admin', () => {
  test('cannot be deleted, deactivated or given another role', async () => {
    const admin = shop.as('admin').people;
    const id = idOf('admin');
    await expect(admin.ownDeletion()).resolves.toEqual({ isLastAdmin: true });
    await expect(admin.deleteAccount({ id })).rejects.toMatchObject({ code: 'LAST_ADMIN' });
    await expect(admin.changeAccount({ id, version: 1, active: false })).rejects.toMatchObject({
      code: 'LAST_ADMIN',
    });
    await expect(admin.changeAccount({ id, version: 1, role: 'manager' })).rejects.toMatchObject({
      code: 'LAST_ADMIN',
    });
    await expect(admin.me()).resolves.toMatchObject({ account: { role: 'admin', active: true, version: 1 } });
  });

  test('is still the last one while the other is deactivated', async () => {
    const other = await create('admin', 'admin');
    const admin = shop.as('admin').people;
    await admin.changeAccount({ id: other.id, version: 1, active: false });
    await expect(admin.deleteAccount({ id: idOf('admin') })).rejects.toMatchObject({ code: 'LAST_ADMIN' });
  });

  test('can be deleted when there is another', async () => {
    await create('admin', 'admin');
    await expect(shop.as('admin').people.ownDeletion()).resolves.toEqual({ isLastAdmin: false });
    await expect(shop.as('admin').people.deleteAccount({ id: idOf('admin') })).resolves.toEqual({});
  });
});

describe('changes of accounts', () => {
  test('are kept with before and after values, never with a secret', async () => {
    await giveSecrets(shop, 'manager');
    const account = await create('manager', 'cashier', { username: 'paula', pin: '8350' });
    const { id, version } = account;
    const secrets = { newPassword: 'another password', newPin: '97531' };
    await shop.as('manager').people.changeAccount({ id, version, department: 'Bakery', ...secrets });
    await shop.as('manager').people.deleteAccount({ id });
    const { rows } = await shop.as('admin').audit.list({ entity: 'account', entityId: id });
    const by = { id: idOf('manager'), name: 'Manager Test' };
    expect(rows).toMatchObject([
      {
        action: 'people.deleteAccount',
        by,
        before: { active: true, deletedAt: null, hasPin: true },
        after: { active: false, deletedAt: shop.time.now, hasPin: false },
      },
      {
        action: 'people.changeAccount',
        by,
        before: { department: '' },
        after: { department: 'Bakery', newPassword: true, newPin: true },
      },
      { action: 'people.createAccount', by, before: null, after: { username: 'paula', hasPin: true } },
    ]);
    expect(JSON.stringify(rows)).not.toMatch(/hash|8642|97531|another password|correct horse/i);
  });

  test('that were refused leave no trace', async () => {
    const before = shop.store.database.handle.prepare('SELECT * FROM account').all();
    await expect(create('manager', 'admin')).rejects.toMatchObject({ code: 'NOT_PERMITTED' });
    await expect(create('manager', 'cashier', { username: 'admin' })).rejects.toMatchObject({
      code: 'USERNAME_TAKEN',
    });
    expect(shop.store.database.handle.prepare('SELECT * FROM account').all()).toEqual(before);
    await expect(shop.as('admin').audit.list({})).resolves.toEqual({ rows: [], more: false });
  });
});
