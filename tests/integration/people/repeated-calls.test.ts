import { createHash } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { ContractClient } from '#shared/contract/index';
import { refuses } from '../../support/sales';
import { giveSecrets, PASSWORD } from '../../support/secrets';
import { openTestShop, type TestShop } from '../../support/test-store';

const KEY = '6f1c2a52-6a0e-4c53-9d1c-000000000001';

describe('a call repeated after its response was lost', () => {
  let shop: TestShop;
  beforeEach(async () => {
    shop = await openTestShop();
  });
  afterEach(() => shop.close());

  test('creates one account and returns it both times', async () => {
    const calls = shop.withToken(shop.tokenOf('admin'), KEY);
    const wanted = {
      username: 'nora',
      firstName: 'Nora',
      role: 'cashier',
      password: 'a long password',
    } as const;
    const first = await calls.people.createAccount(wanted);
    expect(await calls.people.createAccount(wanted)).toEqual(first);
    expect((await shop.as('admin').people.listAccounts({ search: 'nora' })).total).toBe(1);
  });

  test('creates one location and returns it both times', async () => {
    const calls = shop.withToken(shop.tokenOf('admin'), KEY);
    const first = await calls.stock.createLocation({ name: 'Cellar', kind: 'storeroom' });
    expect(await calls.stock.createLocation({ name: 'Cellar', kind: 'storeroom' })).toEqual(first);
  });

  test('gets its result even while the first call is still running', async () => {
    await giveSecrets(shop, 'cashier');
    const calls = shop.withToken(shop.tokenOf('cashier'), KEY);
    const change = () => calls.people.changePin({ password: PASSWORD, pin: '4071' });
    const answers = await Promise.all([change(), change()]);
    for (const answer of answers) expect(answer).toMatchObject({ username: 'cashier', hasPin: true });
  });

  test.each([
    [
      'people.createAccount',
      (calls: ContractClient) =>
        calls.people.createAccount({
          username: 'nora',
          firstName: 'Nora',
          role: 'cashier',
          password: PASSWORD,
        }),
    ],
    [
      'people.changeAccount',
      (calls: ContractClient) => calls.people.changeAccount({ id: 4, version: 1, newPin: '4071' }),
    ],
    [
      'people.changePassword',
      (calls: ContractClient) =>
        calls.people.changePassword({ password: PASSWORD, newPassword: 'another long password' }),
    ],
    [
      'people.changePin',
      (calls: ContractClient) => calls.people.changePin({ password: PASSWORD, pin: '407183' }),
    ],
  ])('%s happens once, even when repeated several times at once', async (_, call) => {
    await giveSecrets(shop, 'admin');
    const calls = shop.withToken(shop.tokenOf('admin'), KEY);
    const answers = await Promise.all([call(calls), call(calls), call(calls)]);
    expect(await call(calls)).toEqual(answers[0]);
    for (const answer of answers) expect(answer).toEqual(answers[0]);
  });

  test('commits its change and its stored result together, or neither, also when it hashes', async () => {
    const { answers } = shop.store.services;
    const keep = answers.keep.bind(answers);
    answers.keep = () => {
      throw new Error('power cut');
    };
    const calls = shop.withToken(shop.tokenOf('admin'), KEY);
    const wanted = { username: 'nora', firstName: 'Nora', role: 'cashier', password: PASSWORD } as const;
    await expect(calls.people.createAccount(wanted)).rejects.toThrow();
    answers.keep = keep;
    expect((await shop.as('admin').people.listAccounts({ search: 'nora' })).total).toBe(0);
    const made = await calls.people.createAccount(wanted);
    expect(made).toMatchObject({ username: 'nora' });
  });

  test('is refused under a key that belongs to another call', async () => {
    const calls = shop.withToken(shop.tokenOf('admin'), KEY);
    await calls.stock.createLocation({ name: 'Cellar', kind: 'storeroom' });
    await expect(calls.catalogue.createCategory({ name: 'Fruit' })).rejects.toMatchObject({
      code: 'KEY_REUSED',
    });
    await expect(
      shop.withToken(shop.tokenOf('manager'), KEY).stock.createLocation({ name: 'Attic', kind: 'storeroom' }),
    ).rejects.toMatchObject({ code: 'KEY_REUSED' });
  });

  test('changes nothing if its session ended while it waited', async () => {
    const { database, services } = shop.store;
    const calls = shop.as('manager');
    await calls.people.me();
    const waiting = database.writes.run(async (tx) => {
      await new Promise((resolve) => setTimeout(resolve, 20));
      services.sessions.in(tx).end(shop.accountIdOf('manager'), 'signed out', shop.time.now);
    });
    const late = calls.stock.createLocation({ name: 'Too late', kind: 'storeroom' });
    await waiting;
    await expect(late).rejects.toMatchObject({ code: 'NOT_SIGNED_IN' });
    expect((await shop.as('admin').stock.listLocations()).map((one) => one.name)).not.toContain('Too late');
  });
});

describe('the idempotency key of a call', () => {
  let shop: TestShop;
  beforeEach(async () => {
    shop = await openTestShop();
  });
  afterEach(() => shop.close());

  test('is refused with a different input, which changes nothing', async () => {
    const calls = shop.withToken(shop.tokenOf('admin'), KEY);
    await calls.stock.createLocation({ name: 'Cellar', kind: 'storeroom' });
    await refuses(shop, () => calls.stock.createLocation({ name: 'Attic', kind: 'storeroom' }), 'KEY_REUSED');
  });

  test('is refused with a different input for a call that hashes, too', async () => {
    const calls = shop.withToken(shop.tokenOf('admin'), KEY);
    const nora = { username: 'nora', firstName: 'Nora', role: 'cashier', password: PASSWORD } as const;
    await calls.people.createAccount(nora);
    await refuses(shop, () => calls.people.createAccount({ ...nora, username: 'otto' }), 'KEY_REUSED');
  });

  test('does not depend on the property order of the input', async () => {
    const calls = shop.withToken(shop.tokenOf('admin'), KEY);
    const first = await calls.stock.createLocation({ name: 'Cellar', kind: 'storeroom' });
    expect(await calls.stock.createLocation({ kind: 'storeroom', name: 'Cellar' })).toEqual(first);
  });

  test("stores nothing from which a PIN or password can be found without the store's key", async () => {
    const calls = shop.withToken(shop.tokenOf('admin'), KEY);
    const input = { username: 'nora', firstName: 'Nora', role: 'cashier', password: PASSWORD } as const;
    await calls.people.createAccount(input);
    const digest = shop.store.database.reader.prepare('SELECT input_digest FROM call_answer').pluck().get();
    const sorted = JSON.stringify(Object.fromEntries(Object.entries(input).sort()));
    for (const text of [JSON.stringify(input), sorted]) {
      for (const encoding of ['hex', 'base64', 'base64url'] as const) {
        expect(digest).not.toBe(createHash('sha256').update(text).digest(encoding));
      }
    }
  });

  test('has at most 100 characters', async () => {
    const withKey = (key: string) => shop.withToken(shop.tokenOf('admin'), key);
    await withKey('k'.repeat(100)).stock.createLocation({ name: 'Cellar', kind: 'storeroom' });
    for (const key of ['k'.repeat(101), 'k'.repeat(1_900_000)]) {
      await refuses(
        shop,
        () => withKey(key).stock.createLocation({ name: 'Attic', kind: 'storeroom' }),
        'INPUT_INVALID',
      );
      await refuses(
        shop,
        () =>
          withKey(key).people.createAccount({
            username: 'nora',
            firstName: 'Nora',
            role: 'cashier',
            password: PASSWORD,
          }),
        'INPUT_INVALID',
      );
    }
  });
});
