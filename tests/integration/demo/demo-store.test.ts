import { rmSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { checkAgreement } from '#main/health/agreement';
import type { Store } from '#main/store';
import type { ContractClient, Outputs } from '#shared/contract/index';
import { hasValidCheckDigit } from '#shared/kernel/barcode';
import { composeScaleLabel, DEFAULT_SCALE_LAYOUTS } from '#shared/kernel/scale-label';
import { temporaryFolder } from '../../support/temporary-folder';
import { clientOf, OPENING_TIME, openTestStore } from '../../support/test-store';

const IN_THE_AFTERNOON = OPENING_TIME + 5 * 3_600_000;

describe('the demo store', () => {
  const folder = temporaryFolder();
  let store: Store;
  let made: Outputs['stores']['createDemoStore'];
  beforeAll(async () => {
    store = await openTestStore(folder, { now: IN_THE_AFTERNOON });
    made = await clientOf(store, null).stores.createDemoStore({});
  });
  afterAll(async () => {
    await store.close();
    rmSync(folder, { recursive: true, force: true });
  });

  const signIn = async (role: string): Promise<ContractClient> => {
    const { username = '', password = '' } = made.signIns.find((one) => one.role === role) ?? {};
    const { token, signedIn } = await clientOf(store, null).people.signIn({ login: username, password });
    expect(signedIn.account.role).toBe(role);
    return clientOf(store, token);
  };

  test('is marked as a demo', async () => {
    expect(await clientOf(store, null).stores.status({})).toMatchObject({
      state: 'ready',
      demo: true,
      currency: 'GBP',
      timeZone: 'Europe/London',
    });
  });

  test('has one person of each role, who can sign in as shown, then by PIN', async () => {
    const roles = ['admin', 'manager', 'storekeeper', 'cashier', 'customer'];
    expect(made.signIns.map(({ role }) => role)).toEqual(roles);
    for (const role of roles) await signIn(role);
    const { pin = '' } = made.signIns.find(({ role }) => role === 'cashier') ?? {};
    const { account } = await (await signIn('cashier')).people.me();
    const { signedIn } = await clientOf(store, null).people.signInByPin({ accountId: account.id, pin });
    expect(signedIn.account.role).toBe('cashier');
  });

  test('has 7 categories and 32 products with valid barcodes', async () => {
    const { catalogue } = await signIn('manager');
    expect(await catalogue.listCategories({})).toHaveLength(7);
    const { rows, total } = await catalogue.listProducts({ limit: 50 });
    expect(total).toBe(32);
    const codes = rows.flatMap(({ barcode }) => (barcode === null ? [] : [barcode]));
    expect(codes.length).toBeGreaterThan(20);
    expect(codes.filter((code) => !hasValidCheckDigit(code))).toEqual([]);
  });

  test('reads its scale labels', async () => {
    const { sales } = await signIn('cashier');
    const [weight] = DEFAULT_SCALE_LAYOUTS;
    if (!weight) throw new Error('There is no layout');
    const { line } = await sales.scan({ code: composeScaleLabel(weight, 1002, 1234) });
    expect(line).toMatchObject({ name: 'Bananas', quantityMilli: 1234 });
  });

  test('has sales on each day of six weeks up to now, over the counter and by phone', async () => {
    const { handle } = store.database;
    const days = handle
      .prepare('SELECT DISTINCT sold_day FROM sales_order WHERE sold_day IS NOT NULL ORDER BY sold_day')
      .pluck()
      .all();
    expect(days).toHaveLength(43);
    expect(days.at(-1)).toBe('2026-11-20');
    const last = Number(handle.prepare('SELECT max(moved_at) FROM stock_movement').pluck().get());
    expect(last).toBeLessThanOrEqual(IN_THE_AFTERNOON);
    const channels = handle
      .prepare('SELECT DISTINCT channel_id FROM sales_order ORDER BY channel_id')
      .pluck()
      .all();
    expect(channels).toEqual([1, 2, 3]);
  });

  test('leaves work to do: orders to pay and to fulfil, a parked ticket, low stock', async () => {
    const { sales, stock } = await signIn('manager');
    expect((await sales.listOrders({ states: ['placed'] })).total).toBe(1);
    expect((await sales.listOrders({ states: ['paid'] })).total).toBe(1);
    expect(await sales.listParked({})).toMatchObject([{ name: 'Table 4' }]);
    expect((await stock.listEntries({ lowOnly: true })).total).toBeGreaterThan(0);
  });

  test('shows its stockroom at work', async () => {
    const { transfers, issues, stocktakes, tasks, alerts } = await signIn('manager');
    expect((await transfers.list({ states: ['posted'] })).total).toBe(5);
    expect((await transfers.list({ states: ['draft'] })).total).toBe(1);
    expect((await issues.list({})).total).toBe(4);
    expect((await issues.outstanding({})).rows.map(({ holder }) => holder.name)).toEqual([
      'Kitchen',
      'Market stall',
      'Market stall',
    ]);
    const counts = (await stocktakes.list({})).rows;
    expect(counts.map(({ state }) => state)).toEqual(['counting', 'posted', 'posted']);
    expect(counts[0]).toMatchObject({ countedCount: 2, lineCount: 3 });
    expect(await tasks.list({ states: ['open', 'done'] })).toMatchObject({ total: 6 });
    const open = (await tasks.list({})).rows;
    expect(open.filter(({ overdue }) => overdue)).toHaveLength(1);
    expect(open.map(({ person, role }) => person?.name ?? role)).toEqual([
      'Cem Kaya',
      'storekeeper',
      'storekeeper',
      'storekeeper',
    ]);
    expect(new Set((await alerts.list({})).rows.map(({ kind }) => kind))).toEqual(
      new Set(['low stock', 'near expiry', 'expired']),
    );
  });

  test('has stock levels that agree with the ledger', () => {
    expect(checkAgreement(store.database.reader)).toEqual([]);
  });

  test('can be created only once', async () => {
    const again = clientOf(store, null).stores.createDemoStore({});
    await expect(again).rejects.toMatchObject({ code: 'STORE_EXISTS' });
  });
});
