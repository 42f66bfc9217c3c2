import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { giveSecrets, PASSWORD } from '../../support/secrets';
import { openTestShop, type TestShop } from '../../support/test-store';

let shop: TestShop;

beforeEach(async () => {
  shop = await openTestShop();
});
afterEach(() => shop.close());

describe("the signed-in person's account", () => {
  test('can be edited by every role', async () => {
    for (const role of ['admin', 'manager', 'storekeeper', 'cashier', 'customer'] as const) {
      const change = {
        version: 1,
        firstName: `Other ${role}`,
        email: `${role}2@shop.example`,
        department: 'Front',
      };
      const { version, ...fields } = change;
      const changed = await shop.as(role).people.changeProfile(change);
      expect(changed).toMatchObject({ ...fields, role, version: version + 1 });
    }
  });

  test('refuses taken values and an old version', async () => {
    const own = shop.as('cashier').people;
    await expect(own.changeProfile({ version: 1, username: 'ADMIN' })).rejects.toMatchObject({
      code: 'USERNAME_TAKEN',
    });
    await expect(own.changeProfile({ version: 2, firstName: 'X' })).rejects.toMatchObject({
      code: 'CHANGED_MEANWHILE',
    });
  });

  test('gets a new password for the old one, and the session continues', async () => {
    await giveSecrets(shop, 'cashier');
    const own = shop.as('cashier').people;
    const newPassword = 'another password';
    await expect(own.changePassword({ password: 'wrong', newPassword })).rejects.toMatchObject({
      code: 'PASSWORD_WRONG',
    });
    await own.changePassword({ password: PASSWORD, newPassword });
    await expect(own.me()).resolves.toBeDefined();
    const { people } = shop.asNobody();
    await expect(people.signIn({ login: 'cashier', password: PASSWORD })).rejects.toMatchObject({
      code: 'SIGN_IN_WRONG',
    });
    await expect(people.signIn({ login: 'cashier', password: newPassword })).resolves.toBeDefined();
  });

  test('gets a PIN for the password, and loses it again', async () => {
    await giveSecrets(shop, 'cashier');
    const own = shop.as('cashier').people;
    await expect(own.changePin({ password: 'wrong', pin: '7294' })).rejects.toMatchObject({
      code: 'PASSWORD_WRONG',
    });
    await expect(own.changePin({ password: PASSWORD, pin: '7294' })).resolves.toMatchObject({ hasPin: true });
    await expect(own.changePin({ password: PASSWORD, pin: '7294' })).resolves.toMatchObject({ hasPin: true });
    await expect(own.changePin({ password: PASSWORD, pin: null })).resolves.toMatchObject({ hasPin: false });
  });

  test('allows only a limited number of wrong passwords', async () => {
    await giveSecrets(shop, 'cashier');
    const own = shop.as('cashier').people;
    for (let time = 0; time < 5; time += 1) {
      await expect(own.changePin({ password: 'wrong', pin: null })).rejects.toMatchObject({
        code: 'PASSWORD_WRONG',
      });
    }
    const change = own.changePassword({ password: PASSWORD, newPassword: 'another password' });
    await expect(change).rejects.toMatchObject({ code: 'TOO_MANY_TRIES' });
  });
});
