import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Tx } from '#main/platform/work/connections';
import type { ContractClient } from '#shared/contract/index';
import { txOf } from '../../support/connections';
import { stocked } from '../../support/sales';
import { clientOf, openTestShop, type TestShop } from '../../support/test-store';

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

  test('of a product name it with its new version', async () => {
    const changes = await shop.as('cashier').events.changes();
    const { id } = await shop
      .as('admin')
      .catalogue.createProduct({ name: 'Tea', priceMinor: 100, taxRateMilliPercent: 0 });
    expect([(await changes.next()).value, (await changes.next()).value]).toEqual([
      { topic: 'audit' },
      { topic: 'catalogue', record: { entity: 'product', id, version: 1 } },
    ]);
  });

  test('of one unit of work are sent once, after it, and name the topic alone if it changed many records', async () => {
    const { changes, audit } = shop.store.services;
    const heard: unknown[] = [];
    const stop = changes.listen((topic) => heard.push(topic));
    const recordChange = (tx: Tx, id: number, version: number) =>
      audit.in(tx).recordUnsigned(shop.time.now, 'catalogue.changeProduct', {
        entity: 'product',
        entityId: id,
        version,
        label: 'Tea',
      });
    await shop.store.database.writes.run((tx) => {
      for (let id = 1; id <= 3; id++) recordChange(tx, id, 2);
      changes.publish('stock', 'stock');
      expect(heard).toEqual([]);
    });
    expect(heard.toSorted()).toEqual(['audit', 'catalogue', 'catalogue', 'catalogue', 'stock']);
    heard.length = 0;
    await shop.store.database.writes.run((tx) => {
      for (let id = 1; id <= 50; id++) recordChange(tx, id, 3);
    });
    expect(heard.toSorted()).toEqual(['audit', 'catalogue']);
    heard.length = 0;
    const failing = shop.store.database.writes.run(() => {
      changes.publish('stock');
      throw new Error('The unit fails');
    });
    await expect(failing).rejects.toThrow('The unit fails');
    await shop.store.database.writes.run(() => changes.publish('tasks'));
    expect(heard).toEqual(['tasks']);
    stop();
  });

  describe('of a ticket', () => {
    const windowOf = (role: 'cashier' | 'manager', windowId: string) =>
      clientOf(shop.store, shop.tokenOf(role), undefined, windowId);
    const scanAt = async (till: ContractClient, productId: number) => till.sales.addLine({ productId });

    test('reach another window with the same screen, with the new version, but not the one that scanned', async () => {
      const tea = await stocked(shop, { name: 'Tea', priceMinor: 100, onHandMilli: 9000 });
      const scanning = windowOf('cashier', 'one');
      const [own, beside] = [
        await scanning.events.changes(),
        await windowOf('cashier', 'two').events.changes(),
      ];
      const { ticketId, version } = await scanAt(scanning, tea);
      await change();
      expect((await beside.next()).value).toEqual({
        topic: 'tickets',
        record: { entity: 'ticket', id: ticketId, version },
      });
      expect(['audit', 'catalogue']).toContain(await nextTopic(own));
    });

    test('reach no other screen', async () => {
      const tea = await stocked(shop, { name: 'Tea', priceMinor: 100, onHandMilli: 9000 });
      const till = windowOf('cashier', 'one');
      const other = await windowOf('manager', 'three').events.changes();
      await scanAt(till, tea);
      await change();
      expect(['audit', 'catalogue']).toContain(await nextTopic(other));
    });
  });
});
