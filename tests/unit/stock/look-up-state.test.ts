import { describe, expect, test } from 'vitest';
import { isTyped } from '#renderer/features/stock/actions/stock-action';
import {
  type LookUpState,
  type ScannedGoods,
  withAction,
  withChosen,
  withEntered,
  withFailure,
  withGoods,
  withLocation,
} from '#renderer/features/stock/look-up/look-up-state';
import type { Location } from '#shared/contract/stock';

const EMPTY: LookUpState = { shown: null, open: null, log: [] };

const goods = (id: number, more: Partial<ScannedGoods> = {}): ScannedGoods => ({
  kind: 'product',
  product: {
    id,
    name: `Product ${id}`,
    sku: `P${id}`,
    barcode: `code ${id}`,
    categoryId: null,
    categoryName: null,
    imageHash: null,
    priceMinor: 100,
    costMinor: null,
    unit: 'piece',
    taxRateMilliPercent: 0,
    discountMilliPercent: 0,
    status: 'active',
    thresholdMilli: null,
    onHandMilli: 5_000,
    availableMilli: 5_000,
    toSellMilli: 5_000,
    createdAt: 0,
    createdByName: 'Ada',
    version: 1,
  },
  quantityMilli: 1_000,
  batch: null,
  ...more,
});
const place = (id: number, closedAt: number | null = null): Location => ({
  id,
  name: `Place ${id}`,
  kind: 'storeroom',
  barcode: `LOC-${id}`,
  isSellingLocation: false,
  closedAt,
  products: 0,
  deletable: false,
  version: 1,
});
const way = (nameShown = '') => ({ code: 'code', nameShown });
const shown = (id: number) => withGoods(EMPTY, goods(id), way());
const kinds = ({ log }: LookUpState) => log.map(({ kind }) => kind);

describe('a failed scan', () => {
  test('removes the product from the page, so that no action applies to the wrong one', () => {
    const state = withFailure(withAction(shown(1), 'receive'), 'nobody', new Error());
    expect(state.shown).toBeNull();
    expect(kinds(state)).toEqual(['failed', 'found']);
    const next = withGoods(state, goods(2), way());
    expect(next).toMatchObject({ shown: { productId: 2 }, open: { action: 'receive' } });
  });

  test('keeps a product for which a value was typed', () => {
    const typed = withEntered(withAction(shown(1), 'receive'), { quantityMilli: 3000, changes: {} });
    expect(withFailure(typed, 'nobody', new Error())).toMatchObject({ shown: typed.shown, open: typed.open });
  });
});

describe('a scan of a product', () => {
  test('shows it in place of the one before', () => {
    const state = withGoods(shown(1), goods(2), way());
    expect(state.shown).toEqual({ productId: 2, batch: null });
    expect(kinds(state)).toEqual(['found', 'found']);
  });

  test('adds to the open entry for the same product, and a pack adds its content', () => {
    const once = withGoods(withAction(shown(1), 'receive'), goods(1), way());
    const twice = withGoods(once, goods(1, { quantityMilli: 6_000 }), way());
    expect(twice.open).toMatchObject({ entered: { quantityMilli: 7_000 }, countedMilli: 7_000 });
    expect(kinds(twice)).toEqual(['found']);
  });

  test('adds to a typed quantity', () => {
    const typed = withEntered(withAction(shown(1), 'adjust'), { quantityMilli: 4_000, changes: {} });
    expect(withGoods(typed, goods(1), way()).open).toMatchObject({
      entered: { quantityMilli: 5_000 },
      countedMilli: 1_000,
    });
  });

  test('without a quantity adds nothing, and one must be typed', () => {
    const batch = { number: 'L1', expiresOn: null };
    const silent = goods(1, { quantityMilli: null, batch });
    expect(kinds(withGoods(EMPTY, silent, way()))).toEqual(['found']);
    for (const quantityMilli of [null, 450]) {
      const started = withEntered(withAction(shown(1), 'receive'), { quantityMilli, changes: {} });
      const again = withGoods(started, goods(1, { quantityMilli: null }), way());
      expect(again.open).toEqual(started.open);
      expect(again.log[0]).toMatchObject({ kind: 'notTaken', hindrance: { why: 'noQuantity' } });
    }
    expect(withGoods(withAction(shown(1), 'receive'), silent, way()).shown).toMatchObject({ batch });
  });

  test('takes over an open action without typed values, and keeps its chosen locations', () => {
    const started = withEntered(withAction(shown(1), 'transfer'), {
      quantityMilli: null,
      changes: { locationId: 3, entryId: 9, toLocationId: 4 },
    });
    expect(withGoods(started, goods(2), way()).open).toEqual({
      action: 'transfer',
      entered: { quantityMilli: null, changes: { locationId: 3, toLocationId: 4 } },
      countedMilli: 0,
    });
  });

  test('closes an action that needs stock when there is none', () => {
    const none = goods(2);
    none.product.onHandMilli = 0;
    expect(withGoods(withAction(shown(1), 'waste'), none, way()).open).toBeNull();
    expect(withGoods(withAction(shown(1), 'receive'), none, way()).open).toMatchObject({ action: 'receive' });
  });

  test('that differs is refused while it would lose typed values, and the log shows it', () => {
    const typed = withEntered(withAction(shown(1), 'waste'), {
      quantityMilli: null,
      changes: { reason: 'Spoiled' },
    });
    const after = withGoods(typed, goods(2), way('Product 1'));
    expect(after).toMatchObject({ shown: { productId: 1 }, open: typed.open });
    expect(after.log[0]).toMatchObject({
      kind: 'notTaken',
      name: 'Product 2',
      hindrance: { why: 'otherProduct', action: 'waste', of: 'Product 1' },
    });
  });

  test('of another batch is not added to the current one', () => {
    const first = { number: 'L1', expiresOn: '2027-01-31' };
    const started = withAction(withGoods(EMPTY, goods(1, { batch: first }), way()), 'receive');
    const counting = withGoods(started, goods(1, { batch: first }), way());
    const after = withGoods(counting, goods(1, { batch: { number: 'L2', expiresOn: null } }), way());
    expect(after.open).toEqual(counting.open);
    expect(after.log[0]).toMatchObject({ kind: 'notTaken', hindrance: { why: 'otherBatch', of: 'L1' } });
  });

  test('sets the batch of the open entry when it has none', () => {
    const batch = { number: 'L1', expiresOn: null };
    const after = withGoods(withAction(shown(1), 'receive'), goods(1, { batch }), way());
    expect(after).toMatchObject({ shown: { batch }, open: { entered: { quantityMilli: 1_000 } } });
  });
});

describe('a scan of a location', () => {
  test('sets the current location, and moves the open entry there', () => {
    const typed = withEntered(withAction(shown(1), 'receive'), {
      quantityMilli: 2_000,
      changes: { locationId: 1, batchNumber: 'L1' },
    });
    const { state, isHere } = withLocation(typed, place(2), 1);
    expect(isHere).toBe(true);
    expect(state.open?.entered).toEqual({ quantityMilli: 2_000, changes: { batchNumber: 'L1' } });
    expect(state.log[0]).toMatchObject({ kind: 'place', name: 'Place 2', isDestination: false });
  });

  test('sets the destination of a transfer from the current location', () => {
    const { state, isHere } = withLocation(withAction(shown(1), 'transfer'), place(2), 1);
    expect(isHere).toBe(false);
    expect(state.open?.entered.changes).toEqual({ toLocationId: 2 });
    expect(state.log[0]).toMatchObject({ kind: 'place', isDestination: true });
  });

  test('sets the location for an issue or a return', () => {
    for (const action of ['issue', 'return'] as const) {
      expect(withLocation(withAction(shown(1), action), place(2), 1).isHere).toBe(true);
    }
  });

  test('sets the source of a transfer while it is unknown', () => {
    const { state, isHere } = withLocation(withAction(shown(1), 'transfer'), place(2), null);
    expect(isHere).toBe(true);
    expect(state.open?.entered.changes).toEqual({});
  });

  test('that is closed is refused', () => {
    const { state, isHere } = withLocation(shown(1), place(2, 5), 1);
    expect(isHere).toBe(false);
    expect(state.log[0]).toMatchObject({ kind: 'notTaken', hindrance: { why: 'closed' } });
  });
});

describe('a product chosen by hand', () => {
  test('is shown, and values typed for another one are logged as unsaved', () => {
    const typed = withEntered(withAction(shown(1), 'receive'), { quantityMilli: 2_000, changes: {} });
    const state = withChosen(typed, { id: 2, name: 'Product 2' }, way('Product 1'));
    expect(state).toMatchObject({ shown: { productId: 2 }, open: null });
    expect(state.log.slice(0, 2)).toMatchObject([
      { kind: 'found', productId: 2 },
      { kind: 'unsaved', productId: 1, name: 'Product 1', action: 'receive' },
    ]);
  });
});

test('a chosen location is not a typed value, while a quantity, batch or reason is', () => {
  expect(isTyped({ quantityMilli: null, changes: { locationId: 2, toLocationId: 3 } })).toBe(false);
  expect(isTyped({ quantityMilli: 0, changes: {} })).toBe(true);
  expect(isTyped({ quantityMilli: null, changes: { batchNumber: 'L1' } })).toBe(true);
});
