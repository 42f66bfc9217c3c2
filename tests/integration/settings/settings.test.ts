import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { DEFAULT_SCALE_LAYOUTS } from '#shared/kernel/scale-label';
import { makeProduct } from '../../support/goods';
import { openTestShop, type TestShop } from '../../support/test-store';

describe('settings', () => {
  let shop: TestShop;
  beforeEach(async () => {
    shop = await openTestShop();
  });
  afterEach(() => shop.close());

  const admin = () => shop.as('admin').settings;

  test('keep what a change leaves out, whatever its default', async () => {
    await admin().change({ phone: '01 234', cashStepMinor: 5, sessionHours: 8 });
    const changed = await admin().change({ name: 'New Corner' });
    expect(changed).toMatchObject({
      name: 'New Corner',
      phone: '01 234',
      cashStepMinor: 5,
      sessionHours: 8,
      currency: 'EUR',
    });
    expect(await shop.asNobody().stores.status({})).toMatchObject({ name: 'New Corner', cashStepMinor: 5 });
  });

  test('warn of expired stock by default, and of stock that expires within two weeks', async () => {
    expect(await admin().get({})).toMatchObject({ expiredStock: 'warn', nearExpiryDays: 14 });
    const changed = await admin().change({ expiredStock: 'refuse', nearExpiryDays: 0 });
    expect(changed).toMatchObject({ expiredStock: 'refuse', nearExpiryDays: 0 });
    expect(await shop.asNobody().stores.status({})).toMatchObject({ nearExpiryDays: 0 });
    await expect(admin().change({ nearExpiryDays: 366 })).rejects.toMatchObject({
      code: 'INPUT_INVALID',
    });
  });

  test('are kept in the audit trail before and after a change', async () => {
    await admin().change({ cashStepMinor: 5, name: 'Corner Shop' });
    const kept = shop.store.database.handle
      .prepare('SELECT action, before, after FROM log_entry ORDER BY id DESC LIMIT 1')
      .get();
    expect(kept).toEqual({
      action: 'settings.change',
      before: '{"cashStepMinor":0}',
      after: '{"cashStepMinor":5}',
    });
  });

  test('are unchanged after a failed change, in memory too', async () => {
    shop.store.database.handle.exec(
      `CREATE TRIGGER no_audit BEFORE INSERT ON log_entry BEGIN SELECT RAISE(ABORT, 'no'); END`,
    );
    await expect(admin().change({ name: 'Half done' })).rejects.toThrow();
    expect(await shop.asNobody().stores.status({})).toMatchObject({ name: 'Corner Shop' });
  });

  test('accept only zones, locales and currencies known to this machine', async () => {
    const changed = admin().change({ timeZone: 'Nowhere', locale: 'xx-nowhere', currency: 'ABC' });
    await expect(changed).rejects.toMatchObject({
      code: 'INPUT_INVALID',
      data: { issues: [{ field: 'timeZone' }, { field: 'locale' }, { field: 'currency' }] },
    });
  });

  test('accept only scale layouts of 13 digits', async () => {
    const [sound] = DEFAULT_SCALE_LAYOUTS;
    if (!sound) throw new Error('There is no layout');
    const broken = { ...sound, itemDigits: 4 };
    await expect(admin().change({ scaleLayouts: [sound, broken] })).rejects.toMatchObject({
      code: 'INPUT_INVALID',
      data: { issues: [{ field: 'scaleLayouts.1', message: 'LENGTH' }] },
    });
    expect((await admin().change({ scaleLayouts: [sound] })).scaleLayouts).toEqual([sound]);
  });

  test('allow another currency until the first sale', async () => {
    expect(await admin().get({})).toMatchObject({ currencyLocked: false });
    expect(await admin().change({ currency: 'CHF' })).toMatchObject({
      currency: 'CHF',
      currencyLocked: false,
    });
    const productId = makeProduct(shop);
    await shop.as('manager').stock.addEntry({ productId, locationId: 1, openingMilli: 5000 });
    const { ticketId, totals } = await shop.as('cashier').sales.addLine({ productId });
    const tenders = [{ kind: 'card' as const, amountMinor: totals.totalMinor }];
    await shop.as('cashier').sales.completeTicket({ ticketId, tenders });
    await expect(admin().change({ currency: 'EUR' })).rejects.toMatchObject({
      code: 'CURRENCY_IN_USE',
      data: { currency: 'CHF' },
    });
    const unchanged = await admin().change({ currency: 'CHF', phone: '01' });
    expect(unchanged).toMatchObject({ phone: '01', currencyLocked: true });
    expect(await admin().get({})).toMatchObject({ currency: 'CHF', currencyLocked: true });
  });

  test('are available to admins only', async () => {
    for (const role of ['manager', 'storekeeper', 'cashier', 'customer'] as const) {
      await expect(shop.as(role).settings.get({})).rejects.toMatchObject({ code: 'NOT_PERMITTED' });
      await expect(shop.as(role).settings.change({})).rejects.toMatchObject({ code: 'NOT_PERMITTED' });
    }
  });

  test('let a till be renamed, while it keeps its code', async () => {
    expect(await shop.as('admin').tills.rename({ id: 1, name: 'By the door' })).toEqual({
      id: 1,
      code: 'T1',
      name: 'By the door',
    });
    expect(await shop.as('admin').tills.list({})).toMatchObject([{ name: 'By the door' }]);
    await expect(shop.as('admin').tills.rename({ id: 9, name: 'Ghost' })).rejects.toMatchObject({
      code: 'NOT_FOUND',
      data: { what: 'till' },
    });
  });
});
