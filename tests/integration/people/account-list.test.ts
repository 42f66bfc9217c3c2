import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Role } from '#shared/contract/common';
import { PASSWORD } from '../../support/secrets';
import { openTestShop, type TestShop } from '../../support/test-store';

let shop: TestShop;

/** Creates an account of a role, beside the one that the test shop already has. */
function create(role: Role, username: string, fields: { lastName?: string; email?: string } = {}) {
  const account = { username, firstName: 'New', lastName: username, password: PASSWORD, role, ...fields };
  return shop.as('admin').people.createAccount(account);
}

beforeEach(async () => {
  shop = await openTestShop();
});
afterEach(() => shop.close());

describe('the list of accounts', () => {
  const rolesSeenBy = async (role: Role) =>
    (await shop.as(role).people.listAccounts({})).rows.map((row) => row.role).sort();

  test('shows all accounts to an admin, lower roles and their own to a manager, and their own to others', async () => {
    await create('manager', 'second');
    await expect(rolesSeenBy('admin')).resolves.toEqual([
      'admin',
      'cashier',
      'customer',
      'manager',
      'manager',
      'storekeeper',
    ]);
    await expect(rolesSeenBy('manager')).resolves.toEqual(['cashier', 'customer', 'manager', 'storekeeper']);
    for (const role of ['storekeeper', 'cashier', 'customer'] as const) {
      await expect(rolesSeenBy(role)).resolves.toEqual([role]);
    }
  });

  test('shows deleted accounts to admins only', async () => {
    for (const role of ['manager', 'cashier'] as const) {
      const list = shop.as(role).people.listAccounts({ deleted: true });
      await expect(list).rejects.toMatchObject({ code: 'NOT_PERMITTED', data: { rolesThatMay: ['admin'] } });
    }
  });

  test('finds any part of a name, username or email, and treats wildcards as plain text', async () => {
    const paula = await create('cashier', 'paula_100%', { lastName: 'Comer', email: 'p.smith@shop.example' });
    const find = async (search: string) =>
      (await shop.as('admin').people.listAccounts({ search })).rows.map((row) => row.username);
    for (const search of ['AULA', '_100%', 'p.smith', 'new com']) {
      await expect(find(search)).resolves.toEqual([paula.username]);
    }
    await expect(find('_')).resolves.toEqual([paula.username]);
    await expect(find('cash%er')).resolves.toEqual([]);
  });

  test('can be filtered by role and paged, with the total', async () => {
    for (const username of ['one', 'two', 'three']) await create('cashier', username);
    const manager = shop.as('manager').people;
    const all = await manager.listAccounts({ role: 'cashier' });
    expect(all).toMatchObject({ total: 4, totalIsExact: true });
    const page = await manager.listAccounts({ role: 'cashier', offset: 1, limit: 2 });
    expect(page).toEqual({ ...all, rows: all.rows.slice(1, 3) });
    await expect(manager.listAccounts({ role: 'admin' })).resolves.toMatchObject({ rows: [], total: 0 });
  });

  test('counts exactly up to a thousand', async () => {
    const insert = shop.store.database.handle.prepare(
      `INSERT INTO account (username, first_name, last_name, role, password_hash, created_at, changed_at)
       VALUES (?, 'Some', 'Body', 'customer', '', 0, 0)`,
    );
    for (let number = 1; number < 1000; number += 1) insert.run(`customer${number}`);
    const count = async () => {
      const { total, totalIsExact } = await shop
        .as('admin')
        .people.listAccounts({ role: 'customer', limit: 1 });
      return { total, totalIsExact };
    };
    await expect(count()).resolves.toEqual({ total: 1000, totalIsExact: true });
    insert.run('one-more');
    await expect(count()).resolves.toEqual({ total: 1000, totalIsExact: false });
  });

  test('of staff has no customers, and shows deleted accounts to admins only', async () => {
    await shop.as('admin').people.deleteAccount({ id: shop.accountIdOf('storekeeper') });
    const names = async (role: Role) => (await shop.as(role).people.listPeople()).map((one) => one.name);
    await expect(names('cashier')).resolves.toEqual(['Admin Test', 'Cashier Test', 'Manager Test']);
    await expect(names('admin')).resolves.toContain('Storekeeper Test');
  });
});
