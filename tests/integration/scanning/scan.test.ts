import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { composeScaleLabel, type ScaleLayout } from '#shared/kernel/scale-label';
import { openTestShop, type TestShop } from '../../support/test-store';

const SHOP = 1;
const STOREROOM = 2;
const GTIN = '4006381333931';
const SCALE: ScaleLayout = {
  name: 'Scale',
  prefix: '22',
  itemDigits: 5,
  verifierDigit: false,
  valueDigits: 5,
  valueDecimals: 3,
  value: 'weight',
};

let shop: TestShop;
beforeEach(async () => {
  shop = await openTestShop({ scaleLayouts: [SCALE] });
});
afterEach(() => shop.close());

const catalogue = () => shop.as('manager').catalogue;
const locations = () => shop.as('manager').stock;
const scan = (code: string) => shop.as('storekeeper').scanning.resolve({ code });
const make = (name: string, ...barcodes: { code: string; kind?: 'own'; quantityMilli?: number }[]) =>
  catalogue().createProduct({ name, priceMinor: 100, costMinor: 60, taxRateMilliPercent: 0, barcodes });
const name = (id: number, barcode: string | null) =>
  locations()
    .listLocations()
    .then((all) => all.find((one) => one.id === id)?.version ?? 0)
    .then((version) => locations().changeLocation({ id, version, barcode }));

describe('the barcode of a location', () => {
  test('is set, changed and removed, and the audit trail shows it', async () => {
    const made = await locations().createLocation({ name: 'Cellar', kind: 'storeroom', barcode: 'C-1' });
    expect(made.barcode).toBe('C-1');
    const changed = await locations().changeLocation({ id: made.id, version: 1, barcode: 'C-2' });
    expect(changed).toMatchObject({ barcode: 'C-2', version: 2 });
    const kept = await locations().changeLocation({ id: made.id, version: 2, name: 'Cold cellar' });
    expect(kept.barcode).toBe('C-2');
    expect((await locations().changeLocation({ id: made.id, version: 3, barcode: null })).barcode).toBeNull();
    const { rows } = await shop.as('manager').audit.list({ entity: 'location' });
    expect(rows[2]).toMatchObject({ before: { barcode: 'C-1' }, after: { barcode: 'C-2' } });
  });

  test("is suggested by the location's number, skipping codes that are taken", async () => {
    expect(await locations().freeLocationBarcode({ id: STOREROOM })).toEqual({ barcode: 'LOC-0002' });
    expect(await locations().freeLocationBarcode({})).toEqual({ barcode: 'LOC-0003' });
    await make('Tea', { code: 'LOC-0003' });
    expect(await locations().freeLocationBarcode({})).toEqual({ barcode: 'LOC-0004' });
  });

  test('belongs to one location only', async () => {
    await name(STOREROOM, 'B7');
    await expect(name(SHOP, 'B7')).rejects.toMatchObject({
      code: 'BARCODE_OF_LOCATION',
      data: { code: 'B7', locationId: STOREROOM, locationName: 'Storeroom' },
    });
    expect((await name(STOREROOM, 'B7')).barcode).toBe('B7');
  });

  test('cannot be a product’s barcode, in any printed form', async () => {
    const cola = await make('Cola', { code: '036000291452' });
    for (const code of ['036000291452', '0036000291452', '00036000291452']) {
      await expect(name(SHOP, code)).rejects.toMatchObject({
        code: 'BARCODE_TAKEN',
        data: { productId: cola.id, productName: 'Cola' },
      });
    }
  });

  test('stays with the location when a product is given it, in any form', async () => {
    await name(STOREROOM, '036000291452');
    const ofStoreroom = {
      code: 'BARCODE_OF_LOCATION',
      data: { locationId: STOREROOM, locationName: 'Storeroom' },
    };
    await expect(make('Cola', { code: '036000291452' })).rejects.toMatchObject(ofStoreroom);
    const { id } = await make('Tea');
    const change = { id, version: 1, barcodes: [{ code: '0036000291452' }] };
    await expect(catalogue().changeProduct(change)).rejects.toMatchObject(ofStoreroom);
  });

  test.for(['', 'x'.repeat(49), 'Regal 7 – oben', 'line\nbreak'])('cannot be %j', async (barcode) => {
    await expect(name(SHOP, barcode)).rejects.toMatchObject({
      code: 'INPUT_INVALID',
      data: { issues: [{ field: 'barcode' }] },
    });
  });

  test('is free again once its location is deleted', async () => {
    const { id } = await locations().createLocation({ name: 'Kiosk', kind: 'department', barcode: 'K' });
    await locations().deleteLocation({ id });
    expect((await name(SHOP, 'K')).barcode).toBe('K');
  });
});

describe('a scan in the stockroom', () => {
  test('finds the location with the code, even a closed one', async () => {
    await name(STOREROOM, 'LOC-0002');
    for (const code of ['LOC-0002', 'loc-0002', ' LOC-0002 ']) {
      expect(await scan(code)).toMatchObject({
        kind: 'location',
        location: { id: STOREROOM, closedAt: null },
      });
    }
    await locations().closeLocation({ id: STOREROOM });
    expect(await scan('LOC-0002')).toMatchObject({ location: { closedAt: shop.time.now } });
  });

  test('finds a product of any status, with the quantity of a pack', async () => {
    const { id } = await make('Cola', { code: GTIN }, { code: 'SIX', quantityMilli: 6_000 });
    expect(await scan(GTIN)).toMatchObject({
      kind: 'product',
      product: { id },
      quantityMilli: 1_000,
      batch: null,
    });
    await catalogue().changeProduct({ id, version: 1, status: 'archived' });
    expect(await scan('SIX')).toMatchObject({ product: { status: 'archived' }, quantityMilli: 6_000 });
  });

  test('prefers a product’s exact code to a location’s in different case', async () => {
    const { id } = await make('Bolts', { code: 'b7' });
    await name(STOREROOM, 'B7');
    expect(await scan('b7')).toMatchObject({ kind: 'product', product: { id } });
    expect(await scan('B7')).toMatchObject({ kind: 'location', location: { id: STOREROOM } });
  });

  test('reads the weight of a scale label', async () => {
    const code = composeScaleLabel(SCALE, 42, 0);
    const { id } = await catalogue().createProduct({
      name: 'Cheese',
      unit: 'kg',
      priceMinor: 900,
      taxRateMilliPercent: 0,
      barcodes: [{ code }],
    });
    expect(await scan(composeScaleLabel(SCALE, 42, 734))).toMatchObject({
      product: { id },
      quantityMilli: 734,
    });
  });

  test('reads batch, expiry and count of a GS1 code', async () => {
    const { id } = await make('Milk', { code: GTIN });
    expect(await scan(`010${GTIN}1726123110L77\u001d3012`)).toMatchObject({
      product: { id },
      quantityMilli: 12_000,
      batch: { number: 'L77', expiresOn: '2026-12-31' },
    });
  });

  test('reads the weight of a GS1 code for a product sold by weight', async () => {
    const goods = { priceMinor: 1, taxRateMilliPercent: 0, barcodes: [{ code: GTIN, kind: 'own' as const }] };
    await catalogue().createProduct({ name: 'Cheese', unit: 'g', ...goods });
    expect(await scan(`010${GTIN}3103000734`)).toMatchObject({ quantityMilli: 734_000 });
  });

  test('reports an unknown code, and one that must have been misread', async () => {
    await expect(scan('XYZ')).rejects.toMatchObject({ code: 'UNKNOWN_BARCODE', data: { code: 'XYZ' } });
    await expect(scan('4006381333932')).rejects.toMatchObject({
      code: 'BARCODE_CHECK_DIGIT',
      data: { expected: 1 },
    });
  });

  test('shows a storekeeper quantities without cost, and a manager both', async () => {
    const { id } = await make('Cola', { code: GTIN });
    await shop.as('storekeeper').stock.receive({ productId: id, locationId: SHOP, quantityMilli: 2_000 });
    expect(await scan(GTIN)).toMatchObject({ product: { onHandMilli: 2_000, costMinor: null } });
    expect(await shop.as('manager').scanning.resolve({ code: GTIN })).toMatchObject({
      product: { onHandMilli: 2_000, costMinor: 60 },
    });
  });

  test('shows a customer active products without quantities, and no locations', async () => {
    const customer = shop.as('customer').scanning;
    const { id } = await make('Cola', { code: GTIN });
    await name(STOREROOM, 'LOC-0002');
    expect(await customer.resolve({ code: GTIN })).toMatchObject({
      product: { id, onHandMilli: null, availableMilli: null, costMinor: null, createdByName: '' },
    });
    await expect(customer.resolve({ code: 'LOC-0002' })).rejects.toMatchObject({ code: 'UNKNOWN_BARCODE' });
    await catalogue().changeProduct({ id, version: 1, status: 'inactive' });
    await expect(customer.resolve({ code: GTIN })).rejects.toMatchObject({ code: 'UNKNOWN_BARCODE' });
  });
});
