import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { makeProduct } from '../../support/goods';
import { addSecondTill } from '../../support/second-till';
import { openTestShop, type TestShop } from '../../support/test-store';

const SHOP = 1;
const STOREROOM = 2;

describe('locations', () => {
  let shop: TestShop;
  beforeEach(async () => {
    shop = await openTestShop();
  });
  afterEach(() => shop.close());

  const manager = () => shop.as('manager').stock;
  const names = async () => (await manager().listLocations({})).map(({ name }) => name);
  const put = (locationId: number, openingMilli = 1000) =>
    shop.as('storekeeper').stock.addEntry({ productId: makeProduct(shop), locationId, openingMilli });

  test('a new one is listed after the selling location, and its name is its own whatever the case', async () => {
    await manager().createLocation({ name: 'Bakery', kind: 'department' });
    expect(await names()).toEqual(['Shop', 'Bakery', 'Storeroom']);
    await expect(manager().createLocation({ name: 'BAKERY', kind: 'storeroom' })).rejects.toMatchObject({
      code: 'LOCATION_NAME_TAKEN',
      data: { name: 'BAKERY' },
    });
  });

  test('it can be renamed, also to its own name in other letters, but not to that of another', async () => {
    const renamed = await manager().changeLocation({ id: STOREROOM, version: 1, name: 'STOREROOM' });
    expect(renamed).toMatchObject({ name: 'STOREROOM', version: 2 });
    const taken = manager().changeLocation({ id: STOREROOM, version: 2, name: 'shop' });
    await expect(taken).rejects.toMatchObject({ code: 'LOCATION_NAME_TAKEN' });
  });

  test('who saw an older version is told who changed it meanwhile', async () => {
    await manager().changeLocation({ id: STOREROOM, version: 1, name: 'Cellar' });
    const late = shop.as('admin').stock.changeLocation({ id: STOREROOM, version: 1, name: 'Attic' });
    await expect(late).rejects.toMatchObject({
      code: 'CHANGED_MEANWHILE',
      data: { what: 'Cellar', by: 'Manager Test' },
    });
  });

  test('the till sells from exactly one location, and not from a closed one', async () => {
    await manager().setSellingLocation({ id: STOREROOM });
    const selling = (await manager().listLocations({})).filter(({ isSellingLocation }) => isSellingLocation);
    expect(selling).toMatchObject([{ id: STOREROOM }]);
    await manager().closeLocation({ id: SHOP });
    await expect(manager().setSellingLocation({ id: SHOP })).rejects.toMatchObject({
      code: 'LOCATION_CLOSED',
      data: { locationName: 'Shop' },
    });
  });

  test('closing waits until nothing is there, and what is closed takes no goods until it is opened again', async () => {
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

  test('a till is moved by who is signed in at it; both locations are then newer to who has them open', async () => {
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

  test('one that a till sells from is neither closed nor deleted', async () => {
    const refused = { code: 'LOCATION_SELLS', data: { locationName: 'Shop' } };
    await expect(manager().closeLocation({ id: SHOP })).rejects.toMatchObject(refused);
    await expect(manager().deleteLocation({ id: SHOP })).rejects.toMatchObject(refused);
  });

  test('one that only a second till sells from is closed once that till sells from elsewhere', async () => {
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

  test('only one that was never used is deleted', async () => {
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

  test('storeroom staff see the locations and do not change them', async () => {
    expect(await shop.as('storekeeper').stock.listLocations({})).toHaveLength(2);
    const made = shop.as('storekeeper').stock.createLocation({ name: 'Den', kind: 'storeroom' });
    await expect(made).rejects.toMatchObject({
      code: 'NOT_PERMITTED',
      data: { rolesThatMay: ['admin', 'manager'] },
    });
  });
});
