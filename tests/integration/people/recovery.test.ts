import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { giveSecrets, PASSWORD } from '../../support/secrets';
import { openTestShop, type TestShop } from '../../support/test-store';

let shop: TestShop;
let code: string;
const newPassword = 'a password I remember';
const recover = (given: string, login = 'admin') =>
  shop.asNobody().people.recover({ login, code: given, newPassword });

beforeEach(async () => {
  shop = await openTestShop();
  code = await shop.store.database.writes.run((tx) =>
    shop.store.services.recoveryCodes.in(tx).make(shop.time.now),
  );
});
afterEach(() => shop.close());

describe('the recovery code', () => {
  test('is printed in five groups of four, without easily confused letters', () => {
    expect(code).toMatch(/^([A-HJKMNP-Z2-9]{4}-){4}[A-HJKMNP-Z2-9]{4}$/);
  });

  test('lets an admin sign in again with a new password, and issues a new code', async () => {
    const { token, signedIn, recoveryCode } = await recover(code);
    expect(signedIn.account).toMatchObject({ username: 'admin', role: 'admin' });
    await expect(shop.withToken(token).people.me()).resolves.toEqual(signedIn);
    expect(recoveryCode).not.toBe(code);
    const signIn = shop.asNobody().people.signIn({ login: 'admin', password: newPassword });
    await expect(signIn).resolves.toHaveProperty('token');
  });

  test('is used up, and the new one works', async () => {
    const { recoveryCode } = await recover(code);
    await expect(recover(code)).rejects.toMatchObject({ code: 'RECOVERY_CODE_WRONG' });
    await expect(recover(recoveryCode)).resolves.toHaveProperty('token');
  });

  test('is used up only once by two simultaneous calls', async () => {
    const answers = await Promise.allSettled([recover(code), recover(code)]);
    expect(answers.map((answer) => answer.status).sort()).toEqual(['fulfilled', 'rejected']);
  });

  test('can be typed in lower case, with spaces or without dashes', async () => {
    await expect(recover(` ${code.toLowerCase().replaceAll('-', '  ')}`)).resolves.toHaveProperty('token');
  });

  test('works for admins only, and stays valid when others try it', async () => {
    for (const login of ['manager', 'nobody']) {
      await expect(recover(code, login)).rejects.toMatchObject({ code: 'RECOVERY_CODE_WRONG' });
    }
    await expect(recover(code)).resolves.toHaveProperty('token');
  });

  test('is refused to a former admin', async () => {
    const admin = shop.as('admin').people;
    const second = { username: 'second', firstName: 'Second', role: 'admin', password: PASSWORD } as const;
    const { id, version } = await admin.createAccount(second);
    await admin.changeAccount({ id, version, active: false });
    await expect(recover(code, 'second')).rejects.toMatchObject({ code: 'RECOVERY_CODE_WRONG' });
  });

  test('makes further wrong codes wait after too many, but never the right one', async () => {
    for (const login of ['admin', 'admin', 'manager', 'nobody', 'admin@shop.example']) {
      await expect(recover('AAAA-BBBB', login)).rejects.toMatchObject({ code: 'RECOVERY_CODE_WRONG' });
    }
    const wait = { code: 'TOO_MANY_TRIES', data: { waitSeconds: 60 } };
    await expect(recover('AAAA-BBBB')).rejects.toMatchObject(wait);
    await expect(recover(code)).resolves.toHaveProperty('token');
  });

  test('ends the current session of its account', async () => {
    const old = shop.as('admin').people;
    await old.me();
    await recover(code);
    await expect(old.me()).rejects.toMatchObject({ code: 'NOT_SIGNED_IN' });
  });

  test('is in the audit trail when used', async () => {
    await recover(code);
    const { rows } = await shop.as('manager').audit.list({ action: 'people.recover' });
    expect(rows).toMatchObject([{ entity: 'account', label: 'Admin Test', after: { newPassword: true } }]);
  });

  test('is renewed by an admin with the password, and the old code is then invalid', async () => {
    await giveSecrets(shop, 'admin');
    const admin = shop.as('admin').people;
    await expect(admin.renewRecoveryCode({ password: 'wrong' })).rejects.toMatchObject({
      code: 'PASSWORD_WRONG',
    });
    const { recoveryCode } = await admin.renewRecoveryCode({ password: PASSWORD });
    await expect(recover(code)).rejects.toMatchObject({ code: 'RECOVERY_CODE_WRONG' });
    await expect(recover(recoveryCode)).resolves.toHaveProperty('token');
    const { rows } = await shop.as('manager').audit.list({ entity: 'recovery-code' });
    expect(rows).toMatchObject([{ action: 'people.renewRecoveryCode', by: { name: 'Admin Test' } }]);
    expect(JSON.stringify(rows)).not.toContain(recoveryCode);
  });
});
