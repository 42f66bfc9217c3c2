import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { composeScaleLabel, DEFAULT_SCALE_LAYOUTS, type ScaleLayout } from '#shared/kernel/scale-label';
import { txOf } from '../../support/connections';
import { openTestShop, type TestShop } from '../../support/test-store';

let shop: TestShop;
beforeEach(async () => {
  shop = await openTestShop();
});
afterEach(() => shop.close());

const manager = () => shop.as('manager').catalogue;

const meaning = (code: string) => shop.as('manager').scanning.product({ code });

const make = (name: string, ...barcodes: { code: string; kind?: 'own' | 'upca'; quantityMilli?: number }[]) =>
  manager().createProduct({ name, priceMinor: 100, taxRateMilliPercent: 0, barcodes });

describe('a barcode', () => {
  test('finds its product in every printed form of its number', async () => {
    const { id } = await make('Cola', { code: '036000291452' });
    for (const code of ['036000291452', '0036000291452', '00036000291452']) {
      expect(await meaning(code)).toMatchObject({ product: { id, barcode: '0036000291452' } });
    }
  });

  test('finds a product of any status for staff', async () => {
    const { id } = await make('Cola', { code: '4006381333931' });
    await manager().changeProduct({ id, version: 1, status: 'archived' });
    expect(await meaning('4006381333931')).toMatchObject({ product: { status: 'archived' } });
  });

  test('that nobody knows is said to be unknown', async () => {
    await expect(meaning('4006381333931')).rejects.toMatchObject({
      code: 'UNKNOWN_BARCODE',
      data: { code: '4006381333931' },
    });
  });

  test('with a wrong check digit is refused with the correct digit', async () => {
    await expect(make('Cola', { code: '4006381333932' })).rejects.toMatchObject({
      code: 'BARCODE_CHECK_DIGIT',
      data: { code: '4006381333932', expected: 1 },
    });
  });

  test("of the store's own kind can have any check digit", async () => {
    const { id } = await make('Cola', { code: '4006381333932', kind: 'own' });
    expect(await meaning('4006381333932')).toMatchObject({ product: { id } });
  });

  test('that does not match its kind is refused', async () => {
    await expect(make('Cola', { code: '12345', kind: 'upca' })).rejects.toMatchObject({
      code: 'BARCODE_FORMAT',
      data: { code: '12345', kind: 'upca' },
    });
  });

  test('belongs to one product only, in every form of its number', async () => {
    const cola = await make('Cola', { code: '036000291452' });
    await expect(make('Lemonade', { code: '0036000291452' })).rejects.toMatchObject({
      code: 'BARCODE_TAKEN',
      data: { code: '0036000291452', productId: cola.id, productName: 'Cola' },
    });
  });

  test('given twice for one product is stored once, and refused with two different quantities', async () => {
    const cola = await make('Cola', { code: '036000291452' }, { code: '0036000291452' });
    expect(cola.barcodes).toHaveLength(1);
    await expect(
      make('Lemonade', { code: 'L1' }, { code: 'L1', quantityMilli: 6_000 }),
    ).rejects.toMatchObject({ code: 'INPUT_INVALID' });
  });

  test('can go to another product after its removal from the first', async () => {
    const { id } = await make('Cola', { code: '4006381333931' });
    await manager().changeProduct({ id, version: 1, barcodes: [] });
    expect((await make('Lemonade', { code: '4006381333931' })).barcode).toBe('4006381333931');
  });

  test('sent back as returned stays unchanged', async () => {
    const cola = await make(
      'Cola',
      { code: '036000291452', kind: 'upca' },
      { code: 'PACK', quantityMilli: 6_000 },
    );
    const barcodes = cola.barcodes.map(({ code, kind, quantityMilli }) => ({ code, kind, quantityMilli }));
    const changed = await manager().changeProduct({ id: cola.id, version: 1, barcodes });
    expect(changed.barcodes).toEqual(cola.barcodes);
  });

  test('of a pack sells the number of pieces in the pack', async () => {
    const { id } = await make('Cola', { code: '4006381333931' }, { code: 'PACK', quantityMilli: 6_000 });
    const products = shop.store.services.products.in(txOf(shop.store));
    expect(products.findByCode('PACK')).toMatchObject({ id, packMilli: 6_000, priceMinor: 100 });
    expect(products.findByCode('4006381333931')).toMatchObject({ id, packMilli: 1_000 });
    expect(products.findByCode('NONE')).toBeUndefined();
    expect(products.byIdForSale(id)).toMatchObject({ id, name: 'Cola', status: 'active', unit: 'piece' });
  });
});

describe('a scale label', () => {
  const [WEIGHT_LABEL] = DEFAULT_SCALE_LAYOUTS as readonly [ScaleLayout];
  const label = (item: number, grams: number) => composeScaleLabel(WEIGHT_LABEL, item, grams);
  const weighed = { name: 'Bananas', priceMinor: 199, taxRateMilliPercent: 0, unit: 'kg' } as const;

  beforeEach(() => shop.as('admin').settings.change({ scaleLayouts: [WEIGHT_LABEL] }));

  test('of one portion, given to a product sold by weight, matches every portion', async () => {
    const { id, barcode } = await manager().createProduct({
      ...weighed,
      barcodes: [{ code: label(7, 734) }],
    });
    expect(barcode).toBe(label(7, 0));
    for (const grams of [0, 512, 734]) {
      expect(await meaning(label(7, grams))).toMatchObject({ product: { id } });
    }
    await expect(meaning(label(8, 512))).rejects.toMatchObject({
      code: 'UNKNOWN_BARCODE',
    });
  });

  test('is a plain barcode for a product counted in pieces', async () => {
    const { barcode } = await make('Voucher', { code: label(7, 734) });
    expect(barcode).toBe(label(7, 734));
  });
});
