import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { txOf } from '../../support/connections';
import { openTestShop, type TestShop } from '../../support/test-store';

const HOUR_MS = 3_600_000;

describe('the change events of a window', () => {
  let shop: TestShop;
  beforeEach(async () => {
    shop = await openTestShop();
    shop.tokenOf('admin');
  });
  afterEach(() => shop.close());

  const change = () => shop.as('admin').catalogue.createCategory({ name: 'Fruit' });
  const nextTopic = async (changes: AsyncIterator<{ topic: string }, unknown>) => {
    const { done, value } = await changes.next();
    return done ? 'the end' : (value as { topic: string }).topic;
  };

  test('arrive as they happen, from the call on', async () => {
    const changes = await shop.as('cashier').events.changes();
    await change();
    expect([await nextTopic(changes), await nextTopic(changes)].sort()).toEqual(['audit', 'catalogue']);
  });

  test('end with the session, even while a window waits for the next one', async () => {
    const changes = await shop.as('cashier').events.changes();
    const waiting = nextTopic(changes);
    await shop.as('cashier').people.signOut({});
    expect(await waiting).toBe('the end');
    await change();
    expect(await nextTopic(changes)).toBe('the end');
    await expect(shop.as('cashier').events.changes()).rejects.toMatchObject({ code: 'NOT_SIGNED_IN' });
  });

  test('end when the account is deactivated', async () => {
    const changes = await shop.as('cashier').events.changes();
    const id = shop.accountIdOf('cashier');
    await shop.as('manager').people.changeAccount({ id, version: 1, active: false });
    expect(await nextTopic(changes)).toBe('the end');
  });

  test('are refused to an expired session', async () => {
    const changes = await shop.as('cashier').events.changes();
    shop.time.now += 11 * HOUR_MS;
    const token = shop.store.services.sessions.in(txOf(shop.store)).open(1, 1, 'password', shop.time.now);
    expect(await nextTopic(changes)).toBe('session');
    shop.time.now += 2 * HOUR_MS;
    await shop.withToken(token).catalogue.createCategory({ name: 'Fruit' });
    expect(await nextTopic(changes)).toBe('the end');
  });
});
