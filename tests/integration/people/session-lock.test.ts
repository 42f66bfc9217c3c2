import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { ContractClient } from '#shared/contract/index';
import { txOf } from '../../support/connections';
import { makeProduct } from '../../support/goods';
import { giveSecrets, PASSWORD } from '../../support/secrets';
import { clientOf, openTestShop, openTestStore, type TestShop } from '../../support/test-store';

const MINUTE_MS = 60_000;
const PIN = '7294';
const CODE = '4006381333931';

let shop: TestShop;
let token: string;
const calls = (): ContractClient => shop.withToken(token);
const locked = { code: 'SESSION_LOCKED' };

beforeEach(async () => {
  shop = await openTestShop({ lockAfterMinutes: 10, allowNegativeStock: true });
  const id = makeProduct(shop);
  shop.store.database.handle
    .prepare(
      `INSERT INTO product_barcode (product_id, code, kind, quantity_milli) VALUES (?, ?, 'ean13', 1000)`,
    )
    .run(id, CODE);
  await giveSecrets(shop, 'cashier', { pin: PIN });
  await giveSecrets(shop, 'manager', { pin: '581937' });
  await giveSecrets(shop, 'storekeeper', { pin: '8350' });
  ({ token } = await shop.asNobody().people.signIn({ login: 'cashier', password: PASSWORD }));
});
afterEach(() => shop.close());

const signedInBefore = (login: string) => shop.asNobody().people.signIn({ login, password: PASSWORD });

describe('a locked session', () => {
  test('refuses all calls except those that unlock or end it, and keeps its ticket', async () => {
    await calls().sales.scan({ code: CODE });
    await calls().people.lock();
    await expect(calls().sales.scan({ code: CODE })).rejects.toMatchObject(locked);
    await expect(calls().sales.currentTicket()).rejects.toMatchObject(locked);
    await expect(calls().people.changeProfile({ version: 1, firstName: 'X' })).rejects.toMatchObject(locked);
    await expect(calls().people.active()).rejects.toMatchObject(locked);
    expect(await calls().people.me()).toMatchObject({ locked: true, account: { username: 'cashier' } });
    expect(await calls().people.unlock({ pin: PIN })).toMatchObject({ locked: false });
    expect(await calls().sales.currentTicket()).toMatchObject({ lines: [{ quantityMilli: 1000 }] });
  });

  test('can be unlocked with the password too, after which the PIN works again', async () => {
    shop.time.now += 17 * 60 * MINUTE_MS;
    ({ token } = await shop.asNobody().people.signIn({ login: 'cashier', password: PASSWORD }));
    await calls().people.lock();
    await expect(calls().people.unlock({ password: 'wrong' })).rejects.toMatchObject({
      code: 'SIGN_IN_WRONG',
    });
    expect(await calls().people.unlock({ password: PASSWORD })).toMatchObject({
      locked: false,
      pinWorksHere: true,
    });
  });

  test('can be signed out', async () => {
    await calls().people.lock();
    await calls().people.signOut({});
    await expect(calls().people.me()).rejects.toMatchObject({ code: 'NOT_SIGNED_IN' });
  });

  test('stays locked when the program restarts', async () => {
    await calls().people.lock();
    await shop.store.close();
    shop.store = await openTestStore(shop.folder, shop.time);
    await expect(calls().sales.currentTicket()).rejects.toMatchObject(locked);
  });

  test('refuses a call that was queued when it was locked', async () => {
    const { database, services } = shop.store;
    const { sessionId } = services.gate.authenticate(token, shop.time.now);
    const locking = database.writes.run(async (tx) => {
      await new Promise((resolve) => setTimeout(resolve, 20));
      services.locks.in(tx).lock(sessionId, shop.time.now);
    });
    const late = calls().sales.scan({ code: CODE });
    await locking;
    await expect(late).rejects.toMatchObject(locked);
  });

  test('still receives change events', async () => {
    await calls().people.lock();
    const changes = await calls().events.changes();
    const next = changes.next();
    await shop.as('manager').catalogue.createCategory({ name: 'Fruit' });
    await expect(next).resolves.toMatchObject({ done: false });
    await changes.return(undefined);
  });

  test('is not blocked by wrong passwords at the sign-in', async () => {
    await calls().people.lock();
    for (let time = 0; time < 5; time += 1) {
      await expect(
        shop.asNobody().people.signIn({ login: 'cashier', password: 'wrong' }),
      ).rejects.toMatchObject({ code: 'SIGN_IN_WRONG' });
    }
    for (let name = 0; name < 60; name += 1) {
      await shop
        .asNobody()
        .people.signIn({ login: `guess${name}`, password: 'wrong' })
        .catch(() => undefined);
    }
    await expect(calls().people.unlock({ password: PASSWORD })).resolves.toMatchObject({ locked: false });
  });

  test('waits after too many wrong passwords of its own, and then unlocks', async () => {
    await calls().people.lock();
    for (let time = 0; time < 5; time += 1) {
      await expect(calls().people.unlock({ password: 'wrong' })).rejects.toMatchObject({
        code: 'SIGN_IN_WRONG',
      });
    }
    await expect(calls().people.unlock({ password: PASSWORD })).rejects.toMatchObject({
      code: 'TOO_MANY_TRIES',
    });
    shop.time.now += MINUTE_MS;
    await expect(calls().people.unlock({ password: PASSWORD })).resolves.toBeDefined();
  });
});

describe('an unused session', () => {
  test('locks automatically, in the main process', async () => {
    shop.time.now += 10.5 * MINUTE_MS;
    await calls().sales.currentTicket();
    shop.time.now += 1;
    await expect(calls().sales.currentTicket()).rejects.toMatchObject(locked);
    await expect(calls().sales.scan({ code: CODE })).rejects.toMatchObject(locked);
    expect(await calls().people.me()).toMatchObject({ locked: true });
  });

  test('stays open while one of its windows is used or a call changes something', async () => {
    for (let time = 0; time < 3; time += 1) {
      shop.time.now += 9 * MINUTE_MS;
      await calls().people.active();
      shop.time.now += 9 * MINUTE_MS;
      await calls().sales.scan({ code: CODE });
    }
    await expect(calls().sales.currentTicket()).resolves.toBeDefined();
  });

  test('is not unlocked by a restart of the program', async () => {
    shop.time.now += 11 * MINUTE_MS;
    await shop.store.close();
    shop.store = await openTestStore(shop.folder, shop.time);
    await expect(calls().sales.currentTicket()).rejects.toMatchObject(locked);
  });

  test('never locks where the store turns this off', async () => {
    shop.store.services.settings.save(txOf(shop.store), { lockAfterMinutes: 0 }, shop.time.now, 1);
    shop.time.now += 600 * MINUTE_MS;
    await expect(calls().sales.currentTicket()).resolves.toBeNull();
  });
});

describe('taking a till over', () => {
  test('ends the first session and continues its ticket', async () => {
    await signedInBefore('manager');
    const { ticketId } = await calls().sales.scan({ code: CODE });
    await calls().people.lock();
    const accountId = shop.accountIdOf('manager');
    const taken = await calls().people.takeOver({ accountId, pin: '581937' });
    expect(taken).toMatchObject({ signedIn: { account: { username: 'manager' } }, parkedName: null });
    const ticket = await shop.withToken(taken.token).sales.currentTicket();
    expect(ticket).toMatchObject({ id: ticketId, lines: [{ quantityMilli: 1000 }] });
    const ended = { code: 'SESSION_TAKEN_OVER', data: { by: 'Manager Test' } };
    await expect(calls().people.me()).rejects.toMatchObject(ended);
    const { rows } = await shop.as('admin').audit.list({ action: 'people.takeOver' });
    expect(rows.map(({ entity }) => entity).sort()).toEqual(['ticket', 'till']);
    expect(rows.map(({ by }) => by?.name)).toEqual(['Manager Test', 'Manager Test']);
  });

  test("parks the new person's own ticket at this till under their name", async () => {
    const manager = await signedInBefore('manager');
    const own = await shop.withToken(manager.token).sales.scan({ code: CODE });
    const { ticketId } = await calls().sales.scan({ code: CODE });
    await calls().people.lock();
    const taken = await calls().people.takeOver({ login: 'manager', password: PASSWORD });
    expect(taken.parkedName).toBe('Manager Test');
    const theirs = shop.withToken(taken.token).sales;
    expect(await theirs.currentTicket()).toMatchObject({ id: ticketId });
    expect(await theirs.listParked()).toMatchObject([{ id: own.ticketId, name: 'Manager Test' }]);
  });

  test('by a person who cannot sell leaves the ticket with its cashier', async () => {
    await signedInBefore('storekeeper');
    const { ticketId } = await calls().sales.scan({ code: CODE });
    await calls().people.lock();
    const accountId = shop.accountIdOf('storekeeper');
    await calls().people.takeOver({ accountId, pin: '8350' });
    const again = await shop
      .asNobody()
      .people.signInByPin({ accountId: shop.accountIdOf('cashier'), pin: PIN });
    expect(await shop.withToken(again.token).sales.currentTicket()).toMatchObject({ id: ticketId });
  });

  test('with a wrong PIN changes nothing', async () => {
    await signedInBefore('manager');
    await calls().people.lock();
    const accountId = shop.accountIdOf('manager');
    await expect(calls().people.takeOver({ accountId, pin: '902746' })).rejects.toMatchObject({
      code: 'SIGN_IN_WRONG',
    });
    expect(await calls().people.me()).toMatchObject({ locked: true });
    await expect(calls().people.unlock({ pin: PIN })).resolves.toBeDefined();
  });

  test('needs a session at the till', async () => {
    await signedInBefore('manager');
    const accountId = shop.accountIdOf('manager');
    const nobody = clientOf(shop.store, null).people;
    await expect(nobody.takeOver({ accountId, pin: '581937' })).rejects.toMatchObject({
      code: 'NOT_SIGNED_IN',
    });
  });
});
