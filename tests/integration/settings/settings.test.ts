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

  test('what is left out of a change stays, whatever its first value', async () => {
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

  test('expired goods are warned of at first, and goods are near expiry two weeks before', async () => {
    expect(await admin().get({})).toMatchObject({ expiredStock: 'warn', nearExpiryDays: 14 });
    const changed = await admin().change({ expiredStock: 'refuse', nearExpiryDays: 0 });
    expect(changed).toMatchObject({ expiredStock: 'refuse', nearExpiryDays: 0 });
    expect(await shop.asNobody().stores.status({})).toMatchObject({ nearExpiryDays: 0 });
    await expect(admin().change({ nearExpiryDays: 366 })).rejects.toMatchObject({
      code: 'INPUT_INVALID',
    });
  });

  test('the audit trail keeps what changed, before and after', async () => {
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

  test('a change that fails counts for nothing, also in memory', async () => {
    shop.store.database.handle.exec(
      `CREATE TRIGGER no_audit BEFORE INSERT ON log_entry BEGIN SELECT RAISE(ABORT, 'no'); END`,
    );
    await expect(admin().change({ name: 'Half done' })).rejects.toThrow();
    expect(await shop.asNobody().stores.status({})).toMatchObject({ name: 'Corner Shop' });
  });

  test('zones, locales and currencies have to be known to this machine', async () => {
    const changed = admin().change({ timeZone: 'Nowhere', locale: 'xx-nowhere', currency: 'ABC' });
    await expect(changed).rejects.toMatchObject({
      code: 'INPUT_INVALID',
      data: { issues: [{ field: 'timeZone' }, { field: 'locale' }, { field: 'currency' }] },
    });
  });

  test('a scale layout has to make 13 digits', async () => {
    const [sound] = DEFAULT_SCALE_LAYOUTS;
    if (!sound) throw new Error('There is no layout');
    const broken = { ...sound, itemDigits: 4 };
    await expect(admin().change({ scaleLayouts: [sound, broken] })).rejects.toMatchObject({
      code: 'INPUT_INVALID',
      data: { issues: [{ field: 'scaleLayouts.1', message: 'LENGTH' }] },
    });
    expect((await admin().change({ scaleLayouts: [sound] })).scaleLayouts).toEqual([sound]);
  });

  test('the currency can change until something was sold', async () => {
    expect((await admin().change({ currency: 'CHF' })).currency).toBe('CHF');
    const productId = makeProduct(shop);
    await shop.as('manager').stock.addEntry({ productId, locationId: 1, openingMilli: 5000 });
    const { ticketId, totals } = await shop.as('cashier').sales.addLine({ productId });
    const tenders = [{ kind: 'card' as const, amountMinor: totals.totalMinor }];
    await shop.as('cashier').sales.completeTicket({ ticketId, tenders });
    await expect(admin().change({ currency: 'EUR' })).rejects.toMatchObject({
      code: 'INPUT_INVALID',
      data: { issues: [{ field: 'currency' }] },
    });
    expect((await admin().change({ currency: 'CHF', phone: '01' })).phone).toBe('01');
  });

  test('are for admins', async () => {
    for (const role of ['manager', 'storekeeper', 'cashier', 'customer'] as const) {
      await expect(shop.as(role).settings.get({})).rejects.toMatchObject({ code: 'NOT_PERMITTED' });
      await expect(shop.as(role).settings.change({})).rejects.toMatchObject({ code: 'NOT_PERMITTED' });
    }
  });

  test('a till has a name of choice and keeps its code', async () => {
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
