import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { giveSecrets, PASSWORD } from '../../support/secrets';
import { openTestShop, type TestShop } from '../../support/test-store';

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;

let shop: TestShop;
const signIn = (login: string) => shop.asNobody().people.signIn({ login, password: PASSWORD });
const signInByPin = (pin: string) => shop.asNobody().people.signInByPin({ pin });

beforeEach(async () => {
  shop = await openTestShop();
  await giveSecrets(shop, 'cashier', { pin: '2468' });
  await giveSecrets(shop, 'manager', { pin: '135790' });
});
afterEach(() => shop.close());

describe('a PIN', () => {
  test('is enough where its person gave the password today', async () => {
    const { signedIn } = await signIn('cashier');
    expect(signedIn.pinWorksHere).toBe(true);
    const again = await signInByPin('2468');
    expect(again.signedIn).toMatchObject({ account: { username: 'cashier' }, pinWorksHere: true });
    await expect(shop.withToken(again.token).people.me()).resolves.toEqual(again.signedIn);
  });

  test('asks for the password first where it was not given', async () => {
    await expect(signInByPin('2468')).rejects.toMatchObject({ code: 'PASSWORD_FIRST' });
    await signIn('manager');
    await expect(signInByPin('2468')).rejects.toMatchObject({ code: 'PASSWORD_FIRST' });
  });

  test('asks for the password again on the next day of the store, not after 24 hours', async () => {
    shop.time.now = Date.UTC(2026, 10, 20, 23, 50);
    await signIn('cashier');
    await signInByPin('2468');
    shop.time.now += 20 * MINUTE_MS;
    await expect(signInByPin('2468')).rejects.toMatchObject({ code: 'PASSWORD_FIRST' });
  });

  test('does not stand in for the password of the days after', async () => {
    await signIn('cashier');
    shop.time.now += 10 * HOUR_MS;
    await signInByPin('2468');
    shop.time.now += 14 * HOUR_MS;
    await expect(signInByPin('2468')).rejects.toMatchObject({ code: 'PASSWORD_FIRST' });
  });

  test('tried wrong counts at the till, whoever tries, and success hides nothing', async () => {
    await signIn('cashier');
    for (const triesLeft of [4, 3, 2]) {
      await expect(signInByPin('1111')).rejects.toMatchObject({ code: 'SIGN_IN_WRONG', data: { triesLeft } });
    }
    await signInByPin('2468');
    for (const triesLeft of [1, 0]) {
      await expect(signInByPin('2222')).rejects.toMatchObject({ code: 'SIGN_IN_WRONG', data: { triesLeft } });
    }
    await expect(signInByPin('2468')).rejects.toMatchObject({
      code: 'TOO_MANY_TRIES',
      data: { waitSeconds: 60 },
    });
    await expect(signIn('cashier')).resolves.toHaveProperty('token');
  });

  test('found by guessing counts as a guess even where the password is asked for', async () => {
    for (let time = 0; time < 5; time += 1) {
      await expect(signInByPin('2468')).rejects.toMatchObject({ code: 'PASSWORD_FIRST' });
    }
    await expect(signInByPin('2468')).rejects.toMatchObject({ code: 'TOO_MANY_TRIES' });
  });

  test('of an account switched off is no PIN', async () => {
    await signIn('cashier');
    const account = { id: shop.accountIdOf('cashier'), version: 1, active: false };
    await shop.as('manager').people.changeAccount(account);
    await expect(signInByPin('2468')).rejects.toMatchObject({ code: 'SIGN_IN_WRONG' });
  });

  test('belongs to one person in a store', async () => {
    const taken = { password: PASSWORD, pin: '135790' };
    await expect(shop.as('cashier').people.changePin(taken)).rejects.toMatchObject({ code: 'PIN_TAKEN' });
  });

  test('is free again when its account is deleted', async () => {
    await giveSecrets(shop, 'storekeeper');
    await shop.as('manager').people.deleteAccount({ id: shop.accountIdOf('cashier') });
    const own = await shop.as('storekeeper').people.changePin({ password: PASSWORD, pin: '2468' });
    expect(own.hasPin).toBe(true);
  });

  test('cannot be found by asking for one taken PIN after another', async () => {
    const take = () => shop.as('cashier').people.changePin({ password: PASSWORD, pin: '135790' });
    for (let time = 0; time < 5; time += 1) {
      await expect(take()).rejects.toMatchObject({ code: 'PIN_TAKEN' });
    }
    await expect(take()).rejects.toMatchObject({ code: 'TOO_MANY_TRIES' });
    const create = shop.as('manager').people.createAccount({
      username: 'new',
      firstName: 'New',
      role: 'cashier',
      password: PASSWORD,
      pin: '2468',
    });
    await expect(create).rejects.toMatchObject({ code: 'PIN_TAKEN' });
  });
});

describe('a locked till', () => {
  test('opens to the PIN of who is signed in, and to no other', async () => {
    const { token, signedIn } = await signIn('cashier');
    const locked = shop.withToken(token).people;
    await expect(locked.unlock({ pin: '2468' })).resolves.toEqual(signedIn);
    const refusal = { code: 'SIGN_IN_WRONG', data: { triesLeft: 4 } };
    await expect(locked.unlock({ pin: '135790' })).rejects.toMatchObject(refusal);
  });

  test('opens to their password', async () => {
    const locked = shop.as('cashier').people;
    await expect(locked.unlock({ password: PASSWORD })).resolves.toMatchObject({ till: { code: 'T1' } });
    await expect(locked.unlock({ password: 'wrong' })).rejects.toMatchObject({ code: 'SIGN_IN_WRONG' });
    await expect(locked.unlock({})).rejects.toMatchObject({ code: 'SIGN_IN_WRONG' });
  });

  test('asks for the password where the PIN does not work any more', async () => {
    shop.time.now = Date.UTC(2026, 10, 20, 23, 50);
    const { token } = await signIn('cashier');
    shop.time.now += 20 * MINUTE_MS;
    const unlocking = shop.withToken(token).people.unlock({ pin: '2468' });
    await expect(unlocking).rejects.toMatchObject({ code: 'PASSWORD_FIRST' });
  });

  test('stays locked for a while after too many tries', async () => {
    const locked = shop.as('cashier').people;
    for (let time = 0; time < 5; time += 1) {
      await expect(locked.unlock({ password: 'wrong' })).rejects.toMatchObject({ code: 'SIGN_IN_WRONG' });
    }
    await expect(locked.unlock({ password: PASSWORD })).rejects.toMatchObject({ code: 'TOO_MANY_TRIES' });
    shop.time.now += MINUTE_MS;
    await expect(locked.unlock({ password: PASSWORD })).resolves.toBeDefined();
  });
});
