import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Inputs } from '#shared/contract/index';
import { PASSWORD } from '../../support/secrets';
import { openTestShop, type TestShop } from '../../support/test-store';

type NewAccount = Inputs['people']['createAccount'];

let shop: TestShop;
beforeEach(async () => {
  shop = await openTestShop();
  await create({ username: 'mary', firstName: 'Mary', lastName: 'Salt' });
});
afterEach(() => shop.close());

const create = (fields: Partial<NewAccount> & Pick<NewAccount, 'username' | 'firstName'>) =>
  shop.as('admin').people.createAccount({ role: 'cashier', password: PASSWORD, ...fields });
const someone = { username: 'someone', firstName: 'Some', lastName: 'One' };

describe('a username that looks like another one', () => {
  test.for([
    ['in Cyrillic', 'mаrу'],
    ['in capitals', 'MARY'],
    ['with an accent', 'máry'],
    ['with what cannot be seen', 'ma\u200bry'],
    ['of a role’s account', 'casһier'],
  ] as const)('%s is taken', async ([, username]) => {
    await expect(create({ ...someone, username })).rejects.toMatchObject({ code: 'USERNAME_TAKEN' });
    await expect(
      shop.asNobody().people.register({ ...someone, username, email: '', password: PASSWORD }),
    ).rejects.toMatchObject({ code: 'USERNAME_TAKEN' });
  });

  test('of a deleted account stays taken', async () => {
    const { id } = await create({ ...someone, username: 'bob0' });
    await shop.as('admin').people.deleteAccount({ id });
    await expect(create({ ...someone, username: 'bobo' })).rejects.toMatchObject({ code: 'USERNAME_TAKEN' });
  });

  test('is refused to a second registration request, too', async () => {
    const { register } = shop.asNobody().people;
    await register({ ...someone, email: '', password: PASSWORD });
    const again = register({
      ...someone,
      username: 'sоmeone',
      firstName: 'Any',
      email: '',
      password: PASSWORD,
    });
    await expect(again).rejects.toMatchObject({ code: 'USERNAME_TAKEN' });
  });
});

describe('a name that looks like a colleague’s', () => {
  const TAKEN = { code: 'PERSON_NAME_TAKEN' };

  test.for([
    ['the same', { firstName: 'Mary', lastName: 'Salt' }],
    ['in one field', { firstName: 'mary salt', lastName: '' }],
    ['in Cyrillic', { firstName: 'Маrу', lastName: 'Salt' }],
    ['with an override', { firstName: 'Ma\u202ery', lastName: 'Salt' }],
    ['with zero-width signs', { firstName: 'Ma\u200dry', lastName: 'Sa\u200blt' }],
  ] as const)('is refused for a new account: %s', async ([, name]) => {
    await expect(create({ ...someone, ...name })).rejects.toMatchObject(TAKEN);
    const asked = shop.asNobody().people.register({ ...someone, ...name, email: '', password: PASSWORD });
    await expect(asked).rejects.toMatchObject(TAKEN);
  });

  test('is refused in a change of the own profile', async () => {
    const { account } = await shop.as('cashier').people.me();
    const { id: _, version } = account;
    const change = shop.as('cashier').people.changeProfile({ version, firstName: 'Mаry', lastName: 'Salt' });
    await expect(change).rejects.toMatchObject(TAKEN);
  });

  test('does not block other changes by a person who already has it', async () => {
    const { handle } = shop.store.database;
    handle.prepare("UPDATE account SET first_name = 'Mary', last_name = 'Salt' WHERE role = 'cashier'").run();
    const { account } = await shop.as('cashier').people.me();
    const changed = await shop
      .as('cashier')
      .people.changeProfile({ version: account.version, department: 'Bakery' });
    expect(changed).toMatchObject({ firstName: 'Mary', department: 'Bakery' });
  });

  test('is free again once the colleague is deleted, and customers can share one', async () => {
    const { rows } = await shop.as('admin').people.listAccounts({ search: 'mary' });
    await shop.as('admin').people.deleteAccount({ id: rows[0]?.id ?? 0 });
    await create({ ...someone, firstName: 'Mary', lastName: 'Salt', role: 'customer' });
    await create({ ...someone, username: 'other', firstName: 'Mary', lastName: 'Salt', role: 'customer' });
  });
});

test('names in every script are kept as typed', async () => {
  for (const [index, firstName] of ['محمد', 'יעל', 'Zoë', 'राम', 'Ελένη'].entries()) {
    await expect(create({ username: `person-${index}`, firstName })).resolves.toMatchObject({ firstName });
  }
});
