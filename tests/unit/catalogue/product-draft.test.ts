import { describe, expect, it } from 'vitest';
import {
  changeOf,
  draftOf,
  emptyDraft,
  hasGoodBarcodes,
  missingOf,
  newProductOf,
} from '#renderer/features/catalogue/product/product-draft';
import { fitted } from '#renderer/features/catalogue/product/scale-picture';
import { bulkChange, examplePrice } from '#renderer/features/catalogue/products/bulk-draft';
import type { Product } from '#shared/contract/catalogue';

const person = { id: 1, name: 'Ada' };
const milk: Product = {
  id: 7,
  name: 'Milk',
  sku: 'MILK',
  barcode: '4006381333931',
  barcodes: [{ id: 3, code: '4006381333931', kind: 'ean13', quantityMilli: 1000 }],
  categoryId: null,
  categoryName: null,
  categoryPath: [],
  imageHash: null,
  priceMinor: 120,
  costMinor: null,
  unit: 'piece',
  taxRateMilliPercent: 5000,
  discountMilliPercent: 0,
  status: 'active',
  thresholdMilli: null,
  onHandMilli: 0,
  availableMilli: 0,
  toSellMilli: 0,
  createdAt: 0,
  createdByName: 'Ada',
  version: 4,
  description: '',
  preferredSupplier: '',
  reorderMilli: null,
  createdBy: person,
  changedAt: 0,
  changedBy: person,
  deletable: true,
};
const store = { taxRatesMilliPercent: [20_000], defaultThresholdMilli: 5000 };

describe('a product draft', () => {
  it("starts with the store's defaults and the scanned code", () => {
    const draft = emptyDraft(store, '96385074');
    expect(draft).toMatchObject({ taxRateMilliPercent: 20_000, thresholdMilli: 5000, priceMinor: null });
    expect(draft.barcodes.map(({ code }) => code)).toEqual(['96385074']);
  });

  it('shows an unknown cost as an empty field, and keeps it unknown', () => {
    const unknown = { ...milk, costMinor: 0 };
    expect(draftOf(unknown).costMinor).toBeNull();
    expect(changeOf(unknown, draftOf(unknown))).not.toHaveProperty('costMinor');
    expect(draftOf({ ...milk, costMinor: 80 }).costMinor).toBe(80);
  });

  it('needs a price only from people who can set one', () => {
    const named = { ...emptyDraft(store), name: 'Tea' };
    expect(missingOf(named, true, new Set())).toEqual(['price']);
    expect(missingOf(named, false, new Set())).toEqual([]);
    expect(newProductOf(named).priceMinor).toBe(0);
  });

  it('does not miss a field whose text cannot be read', () => {
    const wrong = { ...emptyDraft(store), taxRateMilliPercent: null };
    expect(missingOf(wrong, true, new Set(['price', 'taxRate'] as const))).toEqual(['name']);
  });

  it('has only barcodes with a right check digit and a quantity above 0', () => {
    const scanned = emptyDraft(store, '96385074');
    expect(hasGoodBarcodes(scanned)).toBe(true);
    expect(hasGoodBarcodes(emptyDraft(store, '96385075'))).toBe(false);
    const none = scanned.barcodes.map((barcode) => ({ ...barcode, quantityMilli: 0 }));
    expect(hasGoodBarcodes({ ...scanned, barcodes: none })).toBe(false);
  });

  it('sends only changed fields, so that a hidden cost stays unchanged', () => {
    const change = changeOf(milk, { ...draftOf(milk), name: 'Whole milk' });
    expect(change).toEqual({ id: 7, version: 4, name: 'Whole milk' });
  });

  it('distinguishes the removal of a picture from no change', () => {
    expect(changeOf(milk, draftOf(milk))).not.toHaveProperty('image');
    expect(changeOf(milk, { ...draftOf(milk), image: null })).toHaveProperty('image', null);
  });
});

describe('a bulk change', () => {
  const draft = {
    what: 'pricePercent',
    categoryId: null,
    status: 'active',
    taxRateMilliPercent: null,
  } as const;

  it('has no effect without a value', () => {
    expect(bulkChange({ ...draft, raiseMilliPercent: 0 })).toBeNull();
    expect(bulkChange({ ...draft, raiseMilliPercent: 10_000 })).toEqual({
      what: 'pricePercent',
      raiseMilliPercent: 10_000,
    });
  });

  it('shows the resulting price, rounded to the cent', () => {
    expect(examplePrice(125, 10_000)).toBe(138);
    expect(examplePrice(12_345, 8125)).toBe(13_348);
    expect(examplePrice(125, -100_000)).toBe(0);
  });
});

describe('a picture', () => {
  it('is scaled down to 512 px in its proportions, and never scaled up', () => {
    expect(fitted(2048, 1024)).toEqual({ width: 512, height: 256 });
    expect(fitted(100, 40)).toEqual({ width: 100, height: 40 });
  });
});
