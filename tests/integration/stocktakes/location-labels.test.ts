import { afterEach, beforeEach, test } from 'vitest';
import { refuses, SHOP, stocked } from '../../support/sales';
import { openTestShop, type TestShop } from '../../support/test-store';

let shop: TestShop;
beforeEach(async () => {
  shop = await openTestShop();
});
afterEach(() => shop.close());

test("a location label scanned while counting is refused with the location's name and counts nothing", async () => {
  const { stock, stocktakes } = shop.as('manager');
  await stocked(shop, { name: 'Honey', priceMinor: 500 });
  await stock.createLocation({ name: 'Shelf 4', kind: 'storeroom', barcode: 'SHELF-4' });
  const { id } = await stocktakes.start({ locationId: SHOP });
  await refuses(shop, () => stocktakes.count({ stocktakeId: id, code: 'SHELF-4' }), 'LOCATION_SCANNED', {
    locationName: 'Shelf 4',
  });
});
