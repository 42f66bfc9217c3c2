import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  assertFits,
  checkedQuantity,
  timesPack,
  usualQuantity,
} from '#main/features/catalogue/quantity-rules';
import { quantityMilli as typed } from '#shared/contract/common';
import { isWholeEnough, MAX_QUANTITY_MILLI, UNITS, type UnitOfMeasure } from '#shared/kernel/quantity';

const apples = { id: 7, name: 'Apples', unit: 'kg' } as const;
const cups = { id: 8, name: 'Cups', unit: 'piece' } as const;
const code = '2200017000002';

/** The refusal of a call, or null if it succeeds. */
function refusalOf(call: () => unknown): { code: string; data: unknown } | null {
  try {
    call();
    return null;
  } catch (error) {
    return error as { code: string; data: unknown };
  }
}

describe('a quantity read from a code', () => {
  test('is not zero', () => {
    expect(refusalOf(() => checkedQuantity(apples, code, 0))).toMatchObject({
      code: 'QUANTITY_ZERO',
      data: { productId: 7, productName: 'Apples', unit: 'kg', code },
    });
  });

  test('is at most what can be typed', () => {
    expect(checkedQuantity(apples, code, MAX_QUANTITY_MILLI)).toBe(MAX_QUANTITY_MILLI);
    expect(refusalOf(() => checkedQuantity(apples, code, MAX_QUANTITY_MILLI + 1))).toMatchObject({
      code: 'QUANTITY_TOO_LARGE',
      data: { productName: 'Apples', unit: 'kg', atMostMilli: MAX_QUANTITY_MILLI },
    });
  });

  test('is not finer than its unit', () => {
    expect(checkedQuantity(apples, code, 1)).toBe(1);
    expect(refusalOf(() => checkedQuantity(cups, code, 1500))).toMatchObject({
      code: 'QUANTITY_TOO_FINE',
      data: { productName: 'Cups', unit: 'piece' },
    });
  });

  test('is accepted exactly where a typed one is', () => {
    const quantities = fc.oneof(
      fc.integer({ min: 0, max: 5000 }),
      fc.integer({ min: 0, max: 5000 }).map((units) => units * 1000),
      fc.integer({ min: MAX_QUANTITY_MILLI - 2, max: MAX_QUANTITY_MILLI + 2 }),
      fc.maxSafeNat(),
    );
    const units = fc.constantFrom(...(Object.keys(UNITS) as UnitOfMeasure[]));
    fc.assert(
      fc.property(quantities, units, (milli, unit) => {
        const isTyped = typed.safeParse(milli).success && isWholeEnough(milli, unit);
        expect(refusalOf(() => checkedQuantity({ ...apples, unit }, code, milli)) === null).toBe(isTyped);
      }),
    );
  });
});

describe('a quantity times a pack', () => {
  test('is exact', () => {
    expect(timesPack(cups, 6000, 3000)).toBe(18_000);
    expect(timesPack(apples, 250, 500)).toBe(125);
    expect(timesPack(apples, MAX_QUANTITY_MILLI, 1000)).toBe(MAX_QUANTITY_MILLI);
  });

  test('is never rounded', () => {
    for (const times of [1, 333]) {
      expect(refusalOf(() => timesPack(apples, 250, times))).toMatchObject({ code: 'QUANTITY_TOO_FINE' });
    }
  });

  test('is refused when it exceeds what can be typed, by any amount', () => {
    for (const [pack, times] of [
      [MAX_QUANTITY_MILLI, 1001],
      [6000, MAX_QUANTITY_MILLI],
      [MAX_QUANTITY_MILLI, MAX_QUANTITY_MILLI],
    ] as const) {
      expect(refusalOf(() => timesPack(apples, pack, times))).toMatchObject({ code: 'QUANTITY_TOO_LARGE' });
    }
  });
});

test('a line or count holds as much as can be typed at once', () => {
  expect(refusalOf(() => assertFits(cups, MAX_QUANTITY_MILLI))).toBeNull();
  expect(refusalOf(() => assertFits(cups, MAX_QUANTITY_MILLI + 1))).toMatchObject({
    code: 'QUANTITY_TOO_LARGE',
  });
});

test('the default quantity of a counted product is one, and a measured product has none', () => {
  for (const unit of ['piece', 'pack'] as const) expect(usualQuantity({ ...cups, unit })).toBe(1000);
  for (const unit of ['kg', 'g', 'l', 'ml', 'm'] as const) {
    expect(refusalOf(() => usualQuantity({ ...apples, unit }))).toMatchObject({
      code: 'QUANTITY_NEEDED',
      data: { productId: 7, productName: 'Apples', unit, code: null, priceMinor: null },
    });
  }
});
