import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { makeProduct } from '../../support/goods';
import { addSecondTill } from '../../support/second-till';
import { openTestShop, type TestShop } from '../../support/test-store';

const SHOP = 1;
const STOREROOM = 2;

describe('a location', () => {
  let shop: TestShop;
  beforeEach(async () => {
    shop = await openTestShop();
  });
  afterEach(() => shop.close());

  const manager = () => shop.as('manager').stock;
  const names = async () => (await manager().listLocations({})).map(({ name }) => name);
  const put = (locationId: number, openingMilli = 1000) =>
    shop.as('storekeeper').stock.addEntry({ productId: makeProduct(shop), locationId, openingMilli });

  test('is listed after the selling location, and has a unique name regardless of case', async () => {
    await manager().createLocation({ name: 'Bakery', kind: 'department' });
    expect(await names()).toEqual(['Shop', 'Bakery', 'Storeroom']);
    await expect(manager().createLocation({ name: 'BAKERY', kind: 'storeroom' })).rejects.toMatchObject({
      code: 'LOCATION_NAME_TAKEN',
      data: { name: 'BAKERY' },
    });
  });

  test("can be renamed, also to another spelling of its own name, but not to another location's name", async () => {
    const renamed = await manager().changeLocation({ id: STOREROOM, version: 1, name: 'STOREROOM' });
    expect(renamed).toMatchObject({ name: 'STOREROOM', version: 2 });
    const taken = manager().changeLocation({ id: STOREROOM, version: 2, name: 'shop' });
    await expect(taken).rejects.toMatchObject({ code: 'LOCATION_NAME_TAKEN' });
  });

  test('cannot be changed from an older version, and the refusal names who changed it', async () => {
    await manager().changeLocation({ id: STOREROOM, version: 1, name: 'Cellar' });
    const late = shop.as('admin').stock.changeLocation({ id: STOREROOM, version: 1, name: 'Attic' });
    await expect(late).rejects.toMatchObject({
      code: 'CHANGED_MEANWHILE',
      data: { what: 'Cellar', by: 'Manager Test' },
    });
  });

  test('is the only one that a till sells from, and must not be closed', async () => {
    await manager().setSellingLocation({ id: STOREROOM });
    const selling = (await manager().listLocations({})).filter(({ isSellingLocation }) => isSellingLocation);
    expect(selling).toMatchObject([{ id: STOREROOM }]);
    await manager().closeLocation({ id: SHOP });
    await expect(manager().setSellingLocation({ id: SHOP })).rejects.toMatchObject({
      code: 'LOCATION_CLOSED',
      data: { locationName: 'Shop' },
    });
  });

  test('is closed only when empty, and takes no goods until it is reopened', async () => {
    const entry = await put(STOREROOM);
    await expect(manager().closeLocation({ id: STOREROOM })).rejects.toMatchObject({
      code: 'LOCATION_HAS_STOCK',
      data: { locationName: 'Storeroom', products: 1 },
    });
    await manager().waste({ entryId: entry.id, quantityMilli: 1000, reason: 'Flood' });
    expect((await manager().closeLocation({ id: STOREROOM })).closedAt).toBe(shop.time.now);
    await expect(put(STOREROOM)).rejects.toMatchObject({ code: 'LOCATION_CLOSED' });
    await manager().reopenLocation({ id: STOREROOM });
    expect((await put(STOREROOM)).onHandMilli).toBe(1000);
  });

  test('of a till is changed by the person signed in at it, and both locations get a new version', async () => {
    expect(await manager().setSellingLocation({ id: STOREROOM })).toMatchObject({ version: 2 });
    expect(await manager().setSellingLocation({ id: STOREROOM })).toMatchObject({ version: 2 });
    const late = shop.as('admin').stock.changeLocation({ id: SHOP, version: 1, name: 'Front' });
    await expect(late).rejects.toMatchObject({
      code: 'CHANGED_MEANWHILE',
      data: { what: 'Shop', by: 'Manager Test' },
    });
    const { rows } = await shop.as('admin').audit.list({});
    expect(rows).toMatchObject([
      {
        action: 'stock.setSellingLocation',
        entity: 'till',
        entityId: 1,
        label: 'T1',
        before: { locationName: 'Shop' },
        after: { locationName: 'Storeroom' },
      },
    ]);
  });

  test('that a till sells from cannot be closed or deleted', async () => {
    const refused = { code: 'LOCATION_SELLS', data: { locationName: 'Shop' } };
    await expect(manager().closeLocation({ id: SHOP })).rejects.toMatchObject(refused);
    await expect(manager().deleteLocation({ id: SHOP })).rejects.toMatchObject(refused);
  });

  test('that only a second till sells from can be closed once that till sells from elsewhere', async () => {
    const second = addSecondTill(shop, STOREROOM).as('admin');
    expect(await manager().listLocations({})).toMatchObject([
      { name: 'Shop', isSellingLocation: true },
      { name: 'Storeroom', isSellingLocation: true, deletable: false },
    ]);
    const refused = { code: 'LOCATION_SELLS', data: { locationName: 'Storeroom' } };
    await expect(manager().closeLocation({ id: STOREROOM })).rejects.toMatchObject(refused);
    await expect(manager().deleteLocation({ id: STOREROOM })).rejects.toMatchObject(refused);
    await second.stock.setSellingLocation({ id: SHOP });
    expect((await manager().closeLocation({ id: STOREROOM })).closedAt).toBe(shop.time.now);
    await manager().reopenLocation({ id: STOREROOM });
    await manager().setSellingLocation({ id: STOREROOM });
    await expect(manager().closeLocation({ id: SHOP })).rejects.toMatchObject({ code: 'LOCATION_SELLS' });
  });

  test('can be deleted only if it was never used', async () => {
    const made = await manager().createLocation({ name: 'Kiosk', kind: 'department' });
    expect(made.deletable).toBe(true);
    await manager().deleteLocation({ id: made.id });
    expect(await names()).toEqual(['Shop', 'Storeroom']);

    const entry = await put(STOREROOM);
    await manager().waste({ entryId: entry.id, quantityMilli: 1000, reason: 'Flood' });
    await manager().removeEntry({ id: entry.id });
    await expect(manager().deleteLocation({ id: STOREROOM })).rejects.toMatchObject({
      code: 'LOCATION_USED',
      data: { locationName: 'Storeroom' },
    });
  });

  test('is visible to storekeepers, who cannot change it', async () => {
    expect(await shop.as('storekeeper').stock.listLocations({})).toHaveLength(2);
    const made = shop.as('storekeeper').stock.createLocation({ name: 'Den', kind: 'storeroom' });
    await expect(made).rejects.toMatchObject({
      code: 'NOT_PERMITTED',
      data: { rolesThatMay: ['admin', 'manager'] },
    });
  });
});
