import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { refuses } from '../../support/sales';
import { openTestShop, type TestShop } from '../../support/test-store';

describe('sales channels', () => {
  let shop: TestShop;
  beforeEach(async () => {
    shop = await openTestShop();
  });
  afterEach(() => shop.close());

  const manager = () => shop.as('manager').sales;

  test("are the built-in ones and the store's own", async () => {
    const market = await manager().createChannel({ name: 'Market stall' });
    expect(market).toMatchObject({ name: 'Market stall', builtIn: false, active: true, version: 1 });
    const names = (await shop.as('cashier').sales.listChannels()).map(({ name }) => name);
    expect(names).toEqual(['Counter', 'Phone', 'Online', 'Self-order', 'Market stall']);
  });

  test('are renamed and deactivated only by a manager with the current version', async () => {
    const changed = await manager().changeChannel({ id: 2, version: 1, name: 'Telephone', active: false });
    expect(changed).toMatchObject({ name: 'Telephone', code: 'phone', active: false, version: 2 });
    await refuses(
      shop,
      () => manager().changeChannel({ id: 2, version: 1, active: true }),
      'CHANGED_MEANWHILE',
      {
        what: 'Telephone',
        by: 'Manager Test',
      },
    );
    await refuses(shop, () => shop.as('cashier').sales.createChannel({ name: 'Mine' }), 'NOT_PERMITTED');
  });

  test('have unique names regardless of case, and a renamed channel frees its old name', async () => {
    const market = await manager().createChannel({ name: 'Market' });
    await refuses(shop, () => manager().createChannel({ name: 'MARKET' }), 'CHANNEL_TAKEN', {
      name: 'MARKET',
    });
    await refuses(
      shop,
      () => manager().changeChannel({ id: market.id, version: 1, name: 'counter' }),
      'CHANNEL_TAKEN',
    );
    await manager().changeChannel({ id: market.id, version: 1, name: 'Fair' });
    expect(await manager().createChannel({ name: 'Market' })).toMatchObject({ name: 'Market' });
  });

  test('always include the counter', async () => {
    await refuses(
      shop,
      () => manager().changeChannel({ id: 1, version: 1, active: false }),
      'CHANNEL_ALWAYS_ON',
      {
        name: 'Counter',
      },
    );
  });
});
