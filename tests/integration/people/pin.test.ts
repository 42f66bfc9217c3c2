import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Role } from '#shared/contract/common';
import { txOf } from '../../support/connections';
import { giveSecrets, PASSWORD } from '../../support/secrets';
import { openTestShop, type TestShop } from '../../support/test-store';

const HOUR_MS = 3_600_000;
const PIN = '7294';
const WRONG = '3086';
const MANAGERS = '581937';

let shop: TestShop;
const signIn = (login: string, password = PASSWORD) => shop.asNobody().people.signIn({ login, password });
const signInByPin = (role: Role, pin: string) =>
  shop.asNobody().people.signInByPin({ accountId: shop.accountIdOf(role), pin });
const tileNames = async () => (await shop.asNobody().people.tiles()).map(({ name }) => name);

beforeEach(async () => {
  shop = await openTestShop();
  await giveSecrets(shop, 'cashier', { pin: PIN });
  await giveSecrets(shop, 'manager', { pin: MANAGERS });
});
afterEach(() => shop.close());

describe('a PIN', () => {
  test('is enough on the tile of a person who used the password at this till', async () => {
    expect(await tileNames()).toEqual([]);
    const { signedIn } = await signIn('cashier');
    expect(signedIn.pinWorksHere).toBe(true);
    expect(await tileNames()).toEqual(['Cashier Test']);
    const again = await signInByPin('cashier', PIN);
    expect(again.signedIn).toMatchObject({ account: { username: 'cashier' }, pinWorksHere: true });
    await expect(shop.withToken(again.token).people.me()).resolves.toEqual(again.signedIn);
  });

  test('is useless without a tile, whether it is right or wrong', async () => {
    await signIn('manager');
    for (const pin of [PIN, WRONG]) {
      await expect(signInByPin('cashier', pin)).rejects.toMatchObject({ code: 'PASSWORD_FIRST' });
    }
    await expect(shop.asNobody().people.signInByPin({ accountId: 999, pin: PIN })).rejects.toMatchObject({
      code: 'PASSWORD_FIRST',
    });
  });

  test('works after the password for the number of hours that the store sets', async () => {
    await signIn('cashier');
    shop.time.now += 16 * HOUR_MS;
    await signInByPin('cashier', PIN);
    shop.time.now += 1;
    expect(await tileNames()).toEqual([]);
    await expect(signInByPin('cashier', PIN)).rejects.toMatchObject({ code: 'PASSWORD_FIRST' });
    shop.store.services.settings.save(txOf(shop.store), { pinHours: 24 }, shop.time.now, 1);
    await expect(signInByPin('cashier', PIN)).resolves.toHaveProperty('token');
  });

  test("can be the same as another person's, which nobody learns", async () => {
    await giveSecrets(shop, 'storekeeper');
    const own = await shop.as('storekeeper').people.changePin({ password: PASSWORD, pin: PIN });
    expect(own.hasPin).toBe(true);
    const made = await shop.as('manager').people.createAccount({
      username: 'nora',
      firstName: 'Nora',
      role: 'cashier',
      password: PASSWORD,
      pin: PIN,
    });
    expect(made.hasPin).toBe(true);
    const hashes = shop.store.database.reader
      .prepare('SELECT pin_hash FROM account WHERE pin_hash IS NOT NULL')
      .pluck()
      .all();
    expect(new Set(hashes).size).toBe(hashes.length);
  });

  test('signs in only the person of the tile', async () => {
    await signIn('cashier');
    await signIn('manager');
    const refusal = { code: 'SIGN_IN_WRONG', data: { triesLeft: 4 } };
    await expect(signInByPin('cashier', MANAGERS)).rejects.toMatchObject(refusal);
    await expect(signInByPin('manager', PIN)).rejects.toMatchObject(refusal);
  });

  test('of a deactivated account has no tile', async () => {
    await signIn('cashier');
    const account = { id: shop.accountIdOf('cashier'), version: 1, active: false };
    await shop.as('admin').people.changeAccount(account);
    expect(await tileNames()).not.toContain('Cashier Test');
    await expect(signInByPin('cashier', PIN)).rejects.toMatchObject({ code: 'PASSWORD_FIRST' });
  });

  test('needs six digits for anyone who can approve, and four for others', async () => {
    await giveSecrets(shop, 'storekeeper');
    const choose = (role: Role, pin: string) => shop.as(role).people.changePin({ password: PASSWORD, pin });
    const short = { code: 'PIN_TOO_SHORT', data: { digits: 6 } };
    await expect(choose('manager', '58193')).rejects.toMatchObject(short);
    await expect(choose('manager', '581937')).resolves.toMatchObject({ pinApproves: true });
    await expect(choose('storekeeper', '4071')).resolves.toMatchObject({ hasPin: true, pinApproves: false });
    const widen = { role: 'cashier', permission: 'discountAndOverride', grant: 'yes' } as const;
    await shop.as('admin').people.changePermission(widen);
    await expect(choose('cashier', '4071')).rejects.toMatchObject(short);
  });

  test('that is easy to guess is refused wherever it is chosen', async () => {
    const easy = { code: 'PIN_TOO_EASY' };
    const own = shop.as('cashier').people.changePin({ password: PASSWORD, pin: '1234' });
    await expect(own).rejects.toMatchObject(easy);
    const { people } = shop.as('admin');
    const fields = { username: 'nora', firstName: 'Nora', role: 'cashier', password: PASSWORD } as const;
    await expect(people.createAccount({ ...fields, pin: '1985' })).rejects.toMatchObject(easy);
    const cashier = { id: shop.accountIdOf('cashier'), version: 1 };
    await expect(people.changeAccount({ ...cashier, newPin: '121212' })).rejects.toMatchObject(easy);
  });

  test('can be set at most 60 times an hour', async () => {
    const change = (pin: string) => shop.as('cashier').people.changePin({ password: PASSWORD, pin });
    for (let time = 0; time < 60; time += 1) await change(time % 2 === 0 ? '4071' : '8350');
    await expect(change('4071')).rejects.toMatchObject({ code: 'TOO_MANY_TRIES' });
    shop.time.now += HOUR_MS;
    await expect(change('4071')).resolves.toMatchObject({ hasPin: true });
  }, 60_000);
});

describe('wrong PINs', () => {
  const failOften = async (role: Role, times: number) => {
    for (let time = 0; time < times; time += 1) {
      await expect(signInByPin(role, WRONG)).rejects.toMatchObject({ code: 'SIGN_IN_WRONG' });
    }
  };
  const mustWait = (work: Promise<unknown>, waitSeconds: number) =>
    expect(work).rejects.toMatchObject({ code: 'TOO_MANY_TRIES', data: { waitSeconds } });

  beforeEach(async () => {
    await signIn('cashier');
    await signIn('manager');
  });

  test('make their person wait, longer after each one, up to an hour', async () => {
    await failOften('cashier', 5);
    for (const waitSeconds of [60, 120, 240, 480, 960, 1920, 3600, 3600]) {
      await mustWait(signInByPin('cashier', PIN), waitSeconds);
      shop.time.now += waitSeconds * 1000;
      await failOften('cashier', 1);
    }
  });

  test('block only that person', async () => {
    await failOften('cashier', 5);
    await mustWait(signInByPin('cashier', PIN), 60);
    await expect(signInByPin('manager', MANAGERS)).resolves.toHaveProperty('token');
  });

  test('are reset by the right PIN', async () => {
    await failOften('cashier', 4);
    await signInByPin('cashier', PIN);
    await expect(signInByPin('cashier', WRONG)).rejects.toMatchObject({ data: { triesLeft: 4 } });
  });

  test('no longer count once their person gives the password', async () => {
    await failOften('cashier', 5);
    await signIn('cashier');
    await expect(signInByPin('cashier', PIN)).resolves.toHaveProperty('token');
  });

  test.each([
    ['PIN', { newPin: '4071' }, '4071'],
    ['password', { newPassword: 'another long password' }, PIN],
  ])('no longer count once a manager sets a new %s', async (_, change, pin) => {
    await failOften('cashier', 5);
    const cashier = { id: shop.accountIdOf('cashier'), version: 1 };
    await shop.as('manager').people.changeAccount({ ...cashier, ...change });
    await expect(signInByPin('cashier', pin)).resolves.toHaveProperty('token');
  });

  test('count together across all their uses', async () => {
    const { token } = await signIn('cashier');
    const locked = shop.withToken(token).people;
    for (let time = 0; time < 2; time += 1) {
      await expect(locked.unlock({ pin: WRONG })).rejects.toMatchObject({ code: 'SIGN_IN_WRONG' });
    }
    await failOften('cashier', 3);
    await mustWait(locked.unlock({ pin: PIN }), 60);
    await expect(locked.unlock({ password: PASSWORD })).resolves.toBeDefined();
    await expect(locked.unlock({ pin: PIN })).resolves.toBeDefined();
  });

  test('entered at the same moment give no extra tries', async () => {
    const tries = Array.from({ length: 12 }, () => signInByPin('cashier', WRONG));
    const answers = await Promise.allSettled(tries);
    const codes = answers.map((answer) => answer.status === 'rejected' && answer.reason.code);
    expect(codes.filter((code) => code === 'SIGN_IN_WRONG')).toHaveLength(5);
    expect(codes.filter((code) => code === 'TOO_MANY_TRIES')).toHaveLength(7);
  });

  test('alert managers once a day when they are many, until the alert is dismissed', async () => {
    const alerts = () => shop.as('manager').people.listSignInAlerts();
    await failOften('cashier', 5);
    for (let time = 0; time < 14; time += 1) {
      shop.time.now += HOUR_MS / 2 + 6 * 60_000;
      await signIn('cashier');
      await failOften('cashier', 1);
    }
    expect(await alerts()).toEqual([]);
    await failOften('cashier', 3);
    const person = { id: shop.accountIdOf('cashier'), name: 'Cashier Test' };
    expect(await alerts()).toMatchObject([{ person, failures: 20 }]);
    const [alert] = await alerts();
    await shop.as('manager').people.dismissSignInAlert({ id: alert?.id ?? 0 });
    expect(await alerts()).toEqual([]);
    await expect(shop.as('manager').people.dismissSignInAlert({ id: alert?.id ?? 0 })).rejects.toMatchObject({
      code: 'NOT_FOUND',
    });
  });
});
