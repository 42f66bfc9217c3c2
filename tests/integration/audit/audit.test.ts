import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { auditListSql } from '#main/features/audit/audit.queries';
import { txOf } from '../../support/connections';
import { OPENING_TIME, openTestShop, type TestShop } from '../../support/test-store';

const HOUR_MS = 3_600_000;

let shop: TestShop;
const list = (input: Parameters<ReturnType<TestShop['as']>['audit']['list']>[0] = {}) =>
  shop.as('manager').audit.list(input);
const labels = async (input: Parameters<typeof list>[0]) => (await list(input)).rows.map((row) => row.label);

/** The admin renames the cashier, which makes one entry at the shop's time. */
let version = 1;
async function rename(firstName: string): Promise<void> {
  await shop.as('admin').people.changeAccount({ id: shop.accountIdOf('cashier'), version, firstName });
  version += 1;
}

beforeEach(async () => {
  shop = await openTestShop();
  version = 1;
});
afterEach(() => shop.close());

describe('the audit trail', () => {
  test('shows who did what and when, with the values before and after', async () => {
    await rename('Carla');
    await expect(list()).resolves.toEqual({
      rows: [
        {
          id: 1,
          at: OPENING_TIME,
          by: { id: shop.accountIdOf('admin'), name: 'Admin Test' },
          approvedBy: null,
          action: 'people.changeAccount',
          entity: 'account',
          entityId: shop.accountIdOf('cashier'),
          label: 'Carla Test',
          before: { firstName: 'Cashier' },
          after: { firstName: 'Carla' },
          erased: false,
        },
      ],
      more: false,
    });
  });

  test('names people by their account, even after they were renamed or deleted', async () => {
    await shop.as('cashier').people.changeProfile({ version: 1, department: 'Bakery' });
    version = 2;
    await rename('Carla');
    await shop.as('admin').people.deleteAccount({ id: shop.accountIdOf('cashier') });
    const { rows } = await list({ action: 'people.changeProfile' });
    expect(rows).toMatchObject([{ by: { id: shop.accountIdOf('cashier'), name: 'Carla Test' } }]);
  });

  test('names the approver', async () => {
    const { audit, gate } = shop.store.services;
    const session = gate.authenticate(shop.tokenOf('cashier'), shop.time.now);
    const approvedBy = { id: shop.accountIdOf('manager'), name: 'Manager Test' };
    const ctx = {
      ...session,
      call: 'sales.discountLine' as const,
      now: shop.time.now,
      approvedBy,
      windowId: null,
    };
    audit
      .in(txOf(shop.store))
      .record(ctx, { entity: 'ticket', entityId: 7, label: 'T1-7', after: { discount: 5 } });
    await expect(list()).resolves.toMatchObject({ rows: [{ by: { name: 'Cashier Test' }, approvedBy }] });
  });

  test('is read newest first and continues after the last entry seen', async () => {
    for (const name of ['One', 'Two', 'Three', 'Four', 'Five']) await rename(name);
    const first = await list({ limit: 2 });
    expect(first).toMatchObject({ rows: [{ label: 'Five Test' }, { label: 'Four Test' }], more: true });
    const next = await list({ limit: 2, beforeId: first.rows[1]?.id });
    expect(next).toMatchObject({ rows: [{ label: 'Three Test' }, { label: 'Two Test' }], more: true });
    const last = await list({ limit: 2, beforeId: next.rows[1]?.id });
    expect(last).toMatchObject({ rows: [{ label: 'One Test' }], more: false });
  });

  test("can be filtered by days of the store's calendar", async () => {
    await shop.close();
    shop = await openTestShop({ timeZone: 'America/New_York', sessionHours: 720 });
    shop.time.now = Date.UTC(2026, 10, 20, 4, 59);
    await rename('Thursday');
    shop.time.now = Date.UTC(2026, 10, 20, 5, 0);
    await rename('Friday');
    shop.time.now = Date.UTC(2026, 10, 21, 5, 0);
    await rename('Saturday');
    await expect(labels({ from: '2026-11-20', to: '2026-11-20' })).resolves.toEqual(['Friday Test']);
    await expect(labels({ to: '2026-11-19' })).resolves.toEqual(['Thursday Test']);
    await expect(labels({ from: '2026-11-21' })).resolves.toEqual(['Saturday Test']);
  });

  test('can be filtered by person, action, subject and part of its name', async () => {
    await rename('Carla');
    await shop.as('cashier').people.changeProfile({ version: 2, lastName: '100%' });
    await shop.as('manager').people.changeProfile({ version: 1, firstName: 'Max' });
    const cashier = shop.accountIdOf('cashier');
    await expect(labels({ accountId: cashier })).resolves.toEqual(['Carla 100%']);
    await expect(labels({ action: 'people.changeAccount' })).resolves.toEqual(['Carla Test']);
    await expect(labels({ entity: 'account', entityId: cashier })).resolves.toEqual([
      'Carla 100%',
      'Carla Test',
    ]);
    await expect(labels({ search: 'MAX' })).resolves.toEqual(['Max Test']);
    await expect(labels({ search: '0%' })).resolves.toEqual(['Carla 100%']);
    await expect(labels({ search: 'C%a' })).resolves.toEqual([]);
    await expect(labels({ entity: 'account', accountId: cashier, search: 'test' })).resolves.toEqual([]);
  });

  test('offers the actions and subjects that occur', async () => {
    await expect(shop.as('manager').audit.choices()).resolves.toEqual({ actions: [], entities: [] });
    await rename('Carla');
    await rename('Carola');
    const change = { role: 'cashier', permission: 'seeCost', grant: 'yes' } as const;
    await shop.as('admin').people.changePermission(change);
    await expect(shop.as('manager').audit.choices()).resolves.toEqual({
      actions: ['people.changeAccount', 'people.changePermission'],
      entities: ['account', 'permission'],
    });
  });

  test('cannot be changed, replaced or deleted, even in the database file', async () => {
    await rename('Carla');
    const { handle } = shop.store.database;
    const statements = [
      `UPDATE log_entry SET label = 'nothing'`,
      'DELETE FROM log_entry',
      `REPLACE INTO log_entry (id, at, action, entity, hash) VALUES (1, 0, 'nothing', 'nothing', x'00')`,
    ];
    for (const sql of statements) expect(() => handle.exec(sql)).toThrow('log_entry is append-only');
  });

  test('notifies open windows of new entries', async () => {
    const topics: string[] = [];
    const stop = shop.store.services.changes.listen((topic) => topics.push(topic));
    await rename('Carla');
    stop();
    expect(topics).toContain('audit');
  });

  test.for([
    [{ fromTime: OPENING_TIME, until: OPENING_TIME + HOUR_MS }, 'log_entry_at'],
    [{ accountId: 1 }, 'log_entry_account'],
    [{ action: 'people.changeAccount' }, 'log_entry_action'],
    [{ entity: 'account' }, 'log_entry_entity'],
    [{ entity: 'account', entityId: 1, beforeId: 9 }, 'log_entry_entity'],
    [{ beforeId: 9 }, 'PRIMARY KEY'],
  ] as const)('finds %o through an index, without a scan', ([filter, index]) => {
    const { sql, values } = auditListSql(filter);
    const plan = shop.store.database.reader
      .prepare<[object], { detail: string }>(`EXPLAIN QUERY PLAN ${sql}`)
      .all({ ...values, limit: 10 });
    expect(plan[0]?.detail).toMatch(new RegExp(`SEARCH e USING .*${index}`));
  });
});
