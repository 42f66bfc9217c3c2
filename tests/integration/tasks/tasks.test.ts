import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Role } from '#shared/contract/common';
import { refuses, SHOP, stocked } from '../../support/sales';
import { openTestShop, type TestShop } from '../../support/test-store';

const STOREROOM = 2;

describe('tasks', () => {
  let shop: TestShop;
  beforeEach(async () => {
    shop = await openTestShop();
  });
  afterEach(() => shop.close());

  const manager = () => shop.as('manager').tasks;
  const storekeeper = () => shop.as('storekeeper').tasks;
  const cashier = () => shop.as('cashier').tasks;
  const sweep = (role: Role = 'storekeeper', dueOn: string | null = null) =>
    manager().create({ kind: 'other', text: 'Sweep the yard', assignee: { role }, dueOn });
  const textsOf = async (client: ReturnType<typeof manager>, input: Parameters<typeof client.list>[0] = {}) =>
    (await client.list(input)).rows.map(({ text }) => text);

  test('are assigned to a person or a role, with a due day and a subject', async () => {
    const productId = await stocked(shop, { name: 'Tea', priceMinor: 500 });
    const restock = await manager().create({
      kind: 'restock',
      assignee: { accountId: shop.accountIdOf('cashier') },
      dueOn: '2026-11-21',
      productId,
      locationId: SHOP,
      fromLocationId: STOREROOM,
    });
    expect(restock).toMatchObject({
      kind: 'restock',
      person: { name: 'Cashier Test' },
      role: null,
      dueOn: '2026-11-21',
      overdue: false,
      product: { name: 'Tea' },
      location: { name: 'Shop' },
      fromLocation: { name: 'Storeroom' },
      state: 'open',
      createdBy: { name: 'Manager Test' },
      isMine: false,
    });
    expect(await cashier().list({})).toMatchObject({ rows: [{ id: restock.id, isMine: true }] });
  });

  test('are found by their text and their subject', async () => {
    const productId = await stocked(shop, { name: 'Green tea', priceMinor: 500 });
    const given = { kind: 'restock', text: 'Top shelf', dueOn: '2026-11-20' } as const;
    const from = { productId, locationId: SHOP, fromLocationId: STOREROOM };
    await manager().create({ ...given, ...from, assignee: { accountId: shop.accountIdOf('cashier') } });
    await sweep();
    for (const search of ['top', 'green', 'Shop', 'cashier te']) {
      expect(await textsOf(manager(), { search })).toEqual(['Top shelf']);
    }
    expect(await textsOf(manager(), { search: 'yard' })).toEqual(['Sweep the yard']);
    expect(await textsOf(manager(), { search: '%' })).toEqual([]);
    expect(await textsOf(storekeeper(), { search: 'top' })).toEqual([]);
  });

  test('are shown to their assignees, and all of them to a manager', async () => {
    await manager().create({
      kind: 'other',
      text: 'Count the float',
      assignee: { accountId: shop.accountIdOf('cashier') },
    });
    await sweep();
    expect(await textsOf(cashier())).toEqual(['Count the float']);
    expect(await textsOf(storekeeper())).toEqual(['Sweep the yard']);
    expect(await textsOf(manager())).toEqual(['Count the float', 'Sweep the yard']);
    expect(await textsOf(manager(), { mineOnly: true })).toEqual([]);
    expect(await textsOf(shop.as('customer').tasks)).toEqual([]);
  });

  test('are ordered by due day, those without one last, and are overdue after it', async () => {
    await manager().create({ kind: 'other', text: 'Some day', assignee: { role: 'storekeeper' } });
    await manager().create({
      kind: 'other',
      text: 'Next week',
      assignee: { role: 'storekeeper' },
      dueOn: '2026-11-27',
    });
    await manager().create({
      kind: 'other',
      text: 'Yesterday',
      assignee: { role: 'storekeeper' },
      dueOn: '2026-11-19',
    });
    const { rows } = await storekeeper().list({});
    expect(rows.map(({ text, overdue }) => [text, overdue])).toEqual([
      ['Yesterday', true],
      ['Next week', false],
      ['Some day', false],
    ]);
    expect(await storekeeper().count()).toEqual({ open: 3, overdue: 1, unseen: 3 });
    expect(await cashier().count()).toEqual({ open: 0, overdue: 0, unseen: 0 });
  });

  test('are marked seen once, by the first assignee who sees them', async () => {
    const { id } = await sweep();
    await cashier().see({ ids: [id] });
    expect(await storekeeper().count()).toMatchObject({ unseen: 1 });
    await storekeeper().see({ ids: [id] });
    shop.time.now += 60_000;
    await storekeeper().see({ ids: [id] });
    expect((await manager().list({})).rows).toMatchObject([
      { seenBy: { name: 'Storekeeper Test' }, seenAt: shop.time.now - 60_000 },
    ]);
    expect(await storekeeper().count()).toMatchObject({ open: 1, unseen: 0 });
  });

  test('are completed with a remark, and can be reopened', async () => {
    const { id, version } = await sweep();
    const done = await storekeeper().done({ id, version, remark: 'gate is broken' });
    expect(done).toMatchObject({
      state: 'done',
      closedBy: { name: 'Storekeeper Test' },
      closedAt: shop.time.now,
      seenBy: { name: 'Storekeeper Test' },
      remark: 'gate is broken',
    });
    expect(await textsOf(storekeeper())).toEqual([]);
    expect(await textsOf(manager(), { states: ['done'] })).toEqual(['Sweep the yard']);
    const open = await storekeeper().undo({ id, version: done.version });
    expect(open).toMatchObject({ state: 'open', closedBy: null, closedAt: null, remark: '' });
  });

  test('that are done are refused with who completed them and when', async () => {
    const { id, version } = await sweep();
    const done = await storekeeper().done({ id, version });
    await refuses(shop, () => manager().done({ id, version: done.version }), 'TASK_CLOSED', {
      state: 'done',
      by: 'Storekeeper Test',
      at: shop.time.now,
    });
    await refuses(shop, () => manager().cancel({ id, version: done.version }), 'TASK_CLOSED');
    await refuses(shop, () => manager().change({ id, version: done.version, text: 'x' }), 'TASK_CLOSED');
  });

  test('are completed only by an assignee or a manager', async () => {
    const { id, version } = await sweep('storekeeper');
    await refuses(shop, () => cashier().done({ id, version }), 'TASK_OF_ANOTHER');
    const done = await manager().done({ id, version });
    await refuses(shop, () => cashier().undo({ id, version: done.version }), 'TASK_OF_ANOTHER');
    expect(done).toMatchObject({ closedBy: { name: 'Manager Test' }, seenBy: null });
  });

  test('cannot be changed or completed from an older version', async () => {
    const { id, version } = await sweep();
    await manager().change({ id, version, text: 'Sweep yard and gate' });
    const by = { by: 'Manager Test' };
    await refuses(shop, () => storekeeper().done({ id, version }), 'CHANGED_MEANWHILE', by);
    await refuses(shop, () => manager().change({ id, version, text: 'x' }), 'CHANGED_MEANWHILE', by);
    await refuses(shop, () => manager().cancel({ id, version }), 'CHANGED_MEANWHILE', by);
    await refuses(shop, () => storekeeper().undo({ id, version }), 'CHANGED_MEANWHILE', by);
  });

  test('become unseen when they are reassigned', async () => {
    const { id, version } = await sweep();
    await storekeeper().see({ ids: [id] });
    const kept = await manager().change({ id, version, text: 'Sweep all', dueOn: '2026-12-01' });
    expect(kept).toMatchObject({ text: 'Sweep all', dueOn: '2026-12-01', seenBy: { id: 3 } });
    const given = await manager().change({ id, version: kept.version, assignee: { role: 'cashier' } });
    expect(given).toMatchObject({ role: 'cashier', seenBy: null });
    expect(await cashier().count()).toMatchObject({ unseen: 1 });
  });

  test('are cancelled and reopened by managers only', async () => {
    const { id, version } = await sweep();
    const cancelled = await manager().cancel({ id, version });
    expect(cancelled).toMatchObject({ state: 'cancelled', closedBy: { name: 'Manager Test' } });
    await refuses(shop, () => storekeeper().undo({ id, version: cancelled.version }), 'NOT_PERMITTED');
    expect(await manager().undo({ id, version: cancelled.version })).toMatchObject({ state: 'open' });
  });

  test('need a subject or a text', async () => {
    const productId = await stocked(shop, { name: 'Tea', priceMinor: 500 });
    const assignee = { role: 'storekeeper' } as const;
    const incomplete = [
      { kind: 'count', assignee },
      { kind: 'restock', assignee, productId },
      { kind: 'restock', assignee, productId, locationId: SHOP, fromLocationId: SHOP },
      { kind: 'check expiry', assignee },
      { kind: 'other', assignee },
    ] as const;
    for (const input of incomplete) {
      await refuses(shop, () => manager().create(input), 'TASK_INCOMPLETE', { kind: input.kind });
    }
    const count = { kind: 'count', locationId: SHOP } as const;
    await refuses(shop, () => manager().create({ ...count, assignee, locationId: 99 }), 'NOT_FOUND');
    await refuses(
      shop,
      () => manager().create({ ...count, assignee: { accountId: shop.accountIdOf('customer') } }),
      'NOT_FOUND',
    );
  });

  test('remain when their product is deleted', async () => {
    const { id: productId } = await shop
      .as('manager')
      .catalogue.createProduct({ name: 'Never stocked', priceMinor: 1, taxRateMilliPercent: 0 });
    await manager().create({ kind: 'check expiry', assignee: { role: 'storekeeper' }, productId });
    await shop.as('manager').catalogue.deleteProduct({ id: productId });
    expect((await storekeeper().list({})).rows).toMatchObject([{ kind: 'check expiry', product: null }]);
  });

  test('can be assigned to staff only', async () => {
    expect(await manager().assignees()).toEqual([
      { id: 1, name: 'Admin Test', role: 'admin' },
      { id: 4, name: 'Cashier Test', role: 'cashier' },
      { id: 2, name: 'Manager Test', role: 'manager' },
      { id: 3, name: 'Storekeeper Test', role: 'storekeeper' },
    ]);
  });
});
