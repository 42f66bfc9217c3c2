import { readFileSync, rmSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { giveSecrets, PASSWORD } from '../../support/secrets';
import { temporaryFolder } from '../../support/temporary-folder';
import { clientOf, openTestShop, openTestStore, type TestShop } from '../../support/test-store';

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;

let shop: TestShop;
const signIn = (login: string, password: string) => shop.asNobody().people.signIn({ login, password });

/** Fails as often as is allowed before a wait. */
async function failOften(login: string, times = 5): Promise<void> {
  for (let left = times - 1; left >= 0; left -= 1) {
    await expect(signIn(login, 'a wrong password')).rejects.toMatchObject({ code: 'SIGN_IN_WRONG' });
  }
}

beforeEach(async () => {
  shop = await openTestShop();
  await giveSecrets(shop, 'cashier');
});
afterEach(() => shop.close());

describe('sign-in by password', () => {
  test('accepts the username or the email, in any case', async () => {
    for (const login of ['cashier', 'CASHIER', 'cashier@shop.example', 'Cashier@Shop.Example']) {
      const { signedIn } = await signIn(login, PASSWORD);
      expect(signedIn.account).toMatchObject({ username: 'cashier', role: 'cashier' });
    }
  });

  test('returns who is signed in, at which store and till, and with which permissions', async () => {
    const { token, signedIn } = await signIn('cashier', PASSWORD);
    expect(signedIn).toEqual({
      account: {
        id: shop.accountIdOf('cashier'),
        username: 'cashier',
        email: 'cashier@shop.example',
        firstName: 'Cashier',
        lastName: 'Test',
        role: 'cashier',
        department: '',
        hasPin: false,
        pinApproves: false,
        partyId: null,
        active: true,
        deletedAt: null,
        createdAt: shop.time.now,
        version: 1,
      },
      till: { id: 1, code: 'T1', name: 'Till 1' },
      permissions: ['sell', 'lookUp', 'seeQuantities', 'serveOrders', 'fulfilOrders'],
      withApproval: ['discountAndOverride'],
      pinWorksHere: false,
      canApprove: false,
      locked: false,
      lockAfterMinutes: 0,
      expiresAt: shop.time.now + 12 * HOUR_MS,
    });
    await expect(shop.withToken(token).people.me()).resolves.toEqual(signedIn);
  });

  test('refuses a wrong password and an unknown name with the same message', async () => {
    const answerOf = (login: string) => signIn(login, 'a wrong password').catch((refusal) => refusal);
    const [wrong, unknown] = [await answerOf('cashier'), await answerOf('nobody')];
    expect(wrong).toMatchObject({ code: 'SIGN_IN_WRONG', data: { triesLeft: 4 } });
    expect(unknown).toMatchObject({ code: wrong.code, data: wrong.data, message: wrong.message });
  });

  test('refuses a deactivated or deleted account even with the right password', async () => {
    const admin = shop.as('admin').people;
    await giveSecrets(shop, 'storekeeper');
    await admin.changeAccount({ id: shop.accountIdOf('cashier'), version: 1, active: false });
    await admin.deleteAccount({ id: shop.accountIdOf('storekeeper') });
    await expect(signIn('cashier', PASSWORD)).rejects.toMatchObject({ code: 'SIGN_IN_WRONG' });
    await expect(signIn('storekeeper', PASSWORD)).rejects.toMatchObject({ code: 'SIGN_IN_WRONG' });
  });

  test('works for every Unicode composition of the password', async () => {
    await giveSecrets(shop, 'cashier', { password: 'caf\u00e9 au lait' });
    await expect(signIn('cashier', 'cafe\u0301 au lait')).resolves.toHaveProperty('token');
  });

  test('is not available before the first run', async () => {
    const folder = temporaryFolder();
    const store = await openTestStore(folder, { now: 0 });
    const asked = clientOf(store, null).people.signIn({ login: 'admin', password: PASSWORD });
    await expect(asked).rejects.toMatchObject({ code: 'STORE_NOT_READY' });
    await store.close();
    rmSync(folder, { recursive: true });
  });
});

describe('wrong passwords', () => {
  test('are accepted five times, then a minute must pass, even for the right one', async () => {
    for (const triesLeft of [4, 3, 2, 1, 0]) {
      const waitSeconds = triesLeft === 0 ? 60 : 0;
      const refusal = { code: 'SIGN_IN_WRONG', data: { triesLeft, waitSeconds } };
      await expect(signIn('cashier', 'a wrong password')).rejects.toMatchObject(refusal);
    }
    const wait = { code: 'TOO_MANY_TRIES', data: { waitSeconds: 60 } };
    await expect(signIn('cashier', PASSWORD)).rejects.toMatchObject(wait);
    shop.time.now += MINUTE_MS - 1000;
    await expect(signIn('cashier', PASSWORD)).rejects.toMatchObject({ data: { waitSeconds: 1 } });
    shop.time.now += 1000;
    await expect(signIn('cashier', PASSWORD)).resolves.toHaveProperty('token');
  });

  test('make each further wait longer', async () => {
    await failOften('cashier', 5);
    await expect(signIn('cashier', PASSWORD)).rejects.toMatchObject({ data: { waitSeconds: 60 } });
    shop.time.now += MINUTE_MS;
    const longer = { triesLeft: 0, waitSeconds: 120 };
    await expect(signIn('cashier', 'wrong')).rejects.toMatchObject({ data: longer });
    await expect(signIn('cashier', PASSWORD)).rejects.toMatchObject({ data: { waitSeconds: 120 } });
    shop.time.now += 2 * MINUTE_MS;
    await expect(signIn('cashier', PASSWORD)).resolves.toHaveProperty('token');
  });

  test('count per person, whether by username or by email', async () => {
    await failOften('cashier', 3);
    await failOften('cashier@shop.example', 2);
    await expect(signIn('cashier', PASSWORD)).rejects.toMatchObject({ code: 'TOO_MANY_TRIES' });
  });

  test('of a person are reset by a new password from a manager', async () => {
    await failOften('cashier', 5);
    const cashier = { id: shop.accountIdOf('cashier'), version: 1 };
    await shop.as('manager').people.changeAccount({ ...cashier, newPassword: 'another long password' });
    await expect(signIn('cashier', 'another long password')).resolves.toHaveProperty('token');
  });

  test('are limited as the store sets', async () => {
    await shop.close();
    shop = await openTestShop({ signInTries: 2, signInWaitSeconds: 300 });
    await giveSecrets(shop, 'cashier');
    await failOften('cashier', 2);
    await expect(signIn('cashier', PASSWORD)).rejects.toMatchObject({ data: { waitSeconds: 300 } });
  });

  test('for one name do not affect other names', async () => {
    await giveSecrets(shop, 'manager');
    await failOften('cashier');
    await expect(signIn('manager', PASSWORD)).resolves.toHaveProperty('token');
  });

  test('count for unknown names as for known ones', async () => {
    await failOften('nobody');
    await expect(signIn('NOBODY', 'again')).rejects.toMatchObject({ code: 'TOO_MANY_TRIES' });
  });

  test('are reset by the right one', async () => {
    await failOften('cashier', 4);
    await signIn('cashier', PASSWORD);
    await expect(signIn('cashier', 'wrong')).rejects.toMatchObject({ data: { triesLeft: 4 } });
  });

  test('across many names make unknown names and wrong passwords wait, but not the right password', async () => {
    await giveSecrets(shop, 'manager');
    for (let name = 0; name < 50; name += 1) {
      await expect(signIn(`guess${name}`, 'password')).rejects.toMatchObject({ code: 'SIGN_IN_WRONG' });
    }
    const wait = { code: 'TOO_MANY_TRIES', data: { waitSeconds: 60 } };
    await expect(signIn('one-more', 'password')).rejects.toMatchObject(wait);
    await expect(signIn('cashier', 'password')).rejects.toMatchObject({ code: 'TOO_MANY_TRIES' });
    await expect(signIn('manager', PASSWORD)).resolves.toHaveProperty('token');
    const alerts = await shop.as('manager').people.listSignInAlerts();
    expect(alerts).toMatchObject([{ person: null, failures: 50 }]);
  });

  test('sent by the hundred are refused early, so that nobody has to wait for them', async () => {
    const answers = await Promise.allSettled(
      Array.from({ length: 200 }, (_, name) => signIn(`guess${name}`, 'password')),
    );
    const codes = answers.map((answer) => answer.status === 'rejected' && answer.reason.code);
    expect(codes.filter((code) => code === 'TOO_MANY_TRIES').length).toBeGreaterThan(150);
  });

  test('sent at the same moment give no extra tries', async () => {
    const answers = await Promise.allSettled(Array.from({ length: 12 }, () => signIn('cashier', 'wrong')));
    const codes = answers.map((answer) => answer.status === 'rejected' && answer.reason.code);
    expect(codes.filter((code) => code === 'SIGN_IN_WRONG')).toHaveLength(5);
    expect(codes.filter((code) => code === 'TOO_MANY_TRIES')).toHaveLength(7);
  });

  test('are kept on disk, so that a restart does not reset them', async () => {
    await failOften('cashier');
    const store = await openTestStore(shop.folder, shop.time);
    const again = clientOf(store, null).people.signIn({ login: 'cashier', password: PASSWORD });
    await expect(again).rejects.toMatchObject({ code: 'TOO_MANY_TRIES' });
    await store.close();
  });

  test('from a clock that was ahead do not lock the shop', async () => {
    shop.time.now += 24 * HOUR_MS;
    await failOften('cashier');
    shop.time.now -= 24 * HOUR_MS;
    await expect(signIn('cashier', PASSWORD)).resolves.toHaveProperty('token');
  });

  test('beyond the limit are in the audit trail once per wait, with the account they were about', async () => {
    await failOften('cashier');
    await failOften('nobody');
    await expect(signIn('cashier', 'wrong')).rejects.toMatchObject({ code: 'TOO_MANY_TRIES' });
    const { rows } = await shop.as('manager').audit.list({ entity: 'sign-in' });
    const entry = { action: 'people.signIn', by: null, after: { waitSeconds: 60 } };
    expect(rows).toEqual([
      expect.objectContaining({ ...entry, entityId: null, label: '' }),
      expect.objectContaining({ ...entry, entityId: shop.accountIdOf('cashier'), label: 'Cashier Test' }),
    ]);
  });
});

describe('a session', () => {
  test('is the only one of its person, and a new one ends the old one', async () => {
    const first = await signIn('cashier', PASSWORD);
    const second = await signIn('cashier', PASSWORD);
    const refusal = { code: 'SESSION_REPLACED', data: { at: shop.time.now } };
    await expect(shop.withToken(first.token).people.me()).rejects.toMatchObject(refusal);
    await expect(shop.withToken(second.token).people.me()).resolves.toEqual(second.signedIn);
  });

  test('ends after the set number of hours', async () => {
    await shop.close();
    shop = await openTestShop({ sessionHours: 2 });
    await giveSecrets(shop, 'cashier');
    const { token, signedIn } = await signIn('cashier', PASSWORD);
    expect(signedIn.expiresAt).toBe(shop.time.now + 2 * HOUR_MS);
    shop.time.now = signedIn.expiresAt - 1;
    await expect(shop.withToken(token).people.me()).resolves.toBeDefined();
    shop.time.now += 1;
    await expect(shop.withToken(token).people.me()).rejects.toMatchObject({ code: 'SESSION_EXPIRED' });
  });

  test('that expired stays expired, not replaced, when its person signs in again', async () => {
    const { token, signedIn } = await signIn('cashier', PASSWORD);
    shop.time.now = signedIn.expiresAt + HOUR_MS;
    await signIn('cashier', PASSWORD);
    await expect(shop.withToken(token).people.me()).rejects.toMatchObject({ code: 'SESSION_EXPIRED' });
  });

  test('started under a clock that was ahead ends when the clock is corrected, and so does its PIN use', async () => {
    await giveSecrets(shop, 'cashier', { pin: '4071' });
    shop.time.now += 24 * HOUR_MS;
    const { token } = await signIn('cashier', PASSWORD);
    shop.time.now -= HOUR_MS / 2;
    await expect(shop.withToken(token).people.me()).resolves.toMatchObject({ pinWorksHere: true });
    shop.time.now -= 23 * HOUR_MS;
    await expect(shop.withToken(token).people.me()).rejects.toMatchObject({ code: 'SESSION_EXPIRED' });
    await expect(
      shop.asNobody().people.signInByPin({ accountId: shop.accountIdOf('cashier'), pin: '4071' }),
    ).rejects.toMatchObject({
      code: 'PASSWORD_FIRST',
    });
  });

  test('ends when its person signs out', async () => {
    const { token } = await signIn('cashier', PASSWORD);
    await shop.withToken(token).people.signOut({});
    await expect(shop.withToken(token).people.me()).rejects.toMatchObject({ code: 'NOT_SIGNED_IN' });
  });

  test('signed out everywhere is in the audit trail', async () => {
    await shop.as('cashier').people.signOut({ everywhere: true });
    const { rows } = await shop.as('manager').audit.list({ action: 'people.signOut' });
    expect(rows).toMatchObject([{ by: { name: 'Cashier Test' }, after: { signedOutEverywhere: true } }]);
  });

  test('needs a valid token', async () => {
    await expect(shop.withToken('made up').people.me()).rejects.toMatchObject({ code: 'NOT_SIGNED_IN' });
    await expect(shop.asNobody().people.me()).rejects.toMatchObject({ code: 'NOT_SIGNED_IN' });
  });

  test('leaves neither password, PIN nor token in the database', async () => {
    await giveSecrets(shop, 'cashier', { password: 'a very secret password', pin: '86420753' });
    const { token } = await signIn('cashier', 'a very secret password');
    await shop.asNobody().people.signInByPin({ accountId: shop.accountIdOf('cashier'), pin: '86420753' });
    shop.store.database.handle.pragma('wal_checkpoint(TRUNCATE)');
    const bytes = readFileSync(shop.store.database.file).toString('latin1');
    for (const secret of ['a very secret password', '86420753', token]) expect(bytes).not.toContain(secret);
  });
});
