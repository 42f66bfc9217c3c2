import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { allocate, allot, mulDivRound, roundDiv, sumMinor, toSafe } from '#shared/kernel/money';

const safe = fc.maxSafeInteger();
const sum = (amounts: readonly number[]) => amounts.reduce((total, amount) => total + BigInt(amount), 0n);

describe('rounding', () => {
  it.each([
    [7n, 2n, 4n],
    [-7n, 2n, -4n],
    [7n, -2n, -4n],
    [-7n, -2n, 4n],
    [5n, 10n, 1n],
    [-5n, 10n, -1n],
    [4n, 10n, 0n],
    [-4n, 10n, 0n],
    [14n, 10n, 1n],
    [0n, 3n, 0n],
  ])('is half away from zero: %s / %s is %s', (numerator, denominator, expected) => {
    expect(roundDiv(numerator, denominator)).toBe(expected);
  });

  it('is at most half a unit off, and at the half it takes the larger magnitude', () => {
    fc.assert(
      fc.property(
        fc.bigInt({ min: -(10n ** 30n), max: 10n ** 30n }),
        fc.bigInt({ min: 1n, max: 10n ** 15n }),
        (numerator, denominator) => {
          const twiceOver = 2n * (roundDiv(numerator, denominator) * denominator - numerator);
          const outwards = numerator < 0n ? -twiceOver : twiceOver;
          expect(outwards > -denominator && outwards <= denominator).toBe(true);
        },
      ),
    );
  });

  it('refuses to divide by zero', () => {
    expect(() => roundDiv(1n, 0n)).toThrow(RangeError);
  });
});

describe('numbers outside the safe integers', () => {
  it('are refused instead of losing a cent', () => {
    expect(toSafe(2n ** 53n - 1n)).toBe(Number.MAX_SAFE_INTEGER);
    expect(toSafe(-(2n ** 53n) + 1n)).toBe(Number.MIN_SAFE_INTEGER);
    expect(() => toSafe(2n ** 53n)).toThrow(RangeError);
    expect(() => toSafe(-(2n ** 53n))).toThrow(RangeError);
    expect(() => mulDivRound(Number.MAX_SAFE_INTEGER, 2, 1)).toThrow(RangeError);
    expect(() => sumMinor([Number.MAX_SAFE_INTEGER, 1])).toThrow(RangeError);
    expect(sumMinor([Number.MAX_SAFE_INTEGER, -1, 1])).toBe(Number.MAX_SAFE_INTEGER);
  });

  it.each([
    ['half a cent', 0.5, 2, 1],
    ['half a rate', 2, 0.5, 1],
    ['a broken divisor', 2, 2, 1.5],
    ['a divisor of nothing', 2, 2, 0],
    ['a negative divisor', 2, 2, -1],
    ['no number', Number.NaN, 2, 1],
  ])('are refused: %s', (_case, a, b, divisor) => {
    expect(() => mulDivRound(a, b, divisor)).toThrow(RangeError);
  });
});

describe('a divided product', () => {
  it('is rounded by the one rounding rule, small or beyond 2^53', () => {
    const factor = fc.oneof(fc.integer({ min: -100_000, max: 100_000 }), safe);
    const divisor = fc.oneof(
      fc.integer({ min: 1, max: 200_000 }),
      fc.maxSafeNat().map((n) => Math.max(1, n)),
    );
    fc.assert(
      fc.property(factor, factor, divisor, (a, b, by) => {
        const exact = roundDiv(BigInt(a) * BigInt(b), BigInt(by));
        if (exact > 2n ** 53n - 1n || exact < -(2n ** 53n) + 1n) {
          expect(() => mulDivRound(a, b, by)).toThrow(RangeError);
        } else {
          expect(BigInt(mulDivRound(a, b, by))).toBe(exact);
        }
      }),
      { numRuns: 2000 },
    );
  });

  it('keeps the last cent of a product that a float would lose', () => {
    expect(mulDivRound(999_999_999_999, 999_999, 1_000_000)).toBe(999_998_999_999);
    expect(mulDivRound(1_000_000_000_001, 100_001, 100_000)).toBe(1_000_010_000_001);
  });
});

describe('splitting an amount', () => {
  const weights = fc.array(fc.oneof(fc.constant(0), fc.integer({ min: 0, max: 50 }), fc.nat(10 ** 12)), {
    minLength: 1,
    maxLength: 40,
  });
  const total = fc.oneof(
    fc.integer({ min: -500, max: 500 }),
    fc.integer({ min: -(10 ** 12), max: 10 ** 12 }),
  );

  it('never gains or loses a cent', () => {
    fc.assert(
      fc.property(total, weights, (totalMinor, given) => {
        expect(sum(allocate(totalMinor, given))).toBe(BigInt(totalMinor));
      }),
      { numRuns: 1000 },
    );
  });

  it('gives each its exact share, rounded down or up to a whole unit, and zero to a weight of zero', () => {
    fc.assert(
      fc.property(total, weights, (totalMinor, given) => {
        const weightSum = sum(given);
        fc.pre(weightSum > 0n);
        const parts = allocate(totalMinor, given);
        for (const [index, part] of parts.entries()) {
          const offBy = BigInt(part) * weightSum - BigInt(totalMinor) * BigInt(given[index] ?? 0);
          expect(offBy < weightSum && offBy > -weightSum).toBe(true);
          if (given[index] === 0) expect(part).toBe(0);
        }
      }),
    );
  });

  it('splits a negative amount as the mirror image of the positive one', () => {
    fc.assert(
      fc.property(total, weights, (totalMinor, given) => {
        const mirrored = allocate(0 - totalMinor, given).map((part) => 0 - part);
        expect(mirrored).toEqual(allocate(totalMinor, given));
      }),
    );
  });

  it('gives the odd cents to the largest remainders, and of equal ones to the first', () => {
    expect(allocate(100, [1, 1, 1])).toEqual([34, 33, 33]);
    expect(allocate(-100, [1, 1, 1])).toEqual([-34, -33, -33]);
    expect(allocate(10, [1, 3, 3])).toEqual([2, 4, 4]);
    expect(allocate(7, [0, 2, 0, 5])).toEqual([0, 2, 0, 5]);
    expect(allocate(5, [0, 1, 0, 1])).toEqual([0, 3, 0, 2]);
  });

  it('treats all alike when all weights are zero', () => {
    expect(allocate(5, [0, 0, 0])).toEqual([2, 2, 1]);
    expect(allocate(0, [0, 0])).toEqual([0, 0]);
    expect(allocate(0, [])).toEqual([]);
  });

  it('refuses negative weights, and an amount without shares', () => {
    expect(() => allocate(5, [3, -1])).toThrow(RangeError);
    expect(() => allocate(5, [])).toThrow(RangeError);
  });

  it('refuses a total that is not the sum of the shares', () => {
    expect(() => allot(9, [10, 10], 1, 4)).toThrow(RangeError);
    expect(() => allot(Number.NaN, [10, 10], 1, 4)).toThrow(RangeError);
  });
});
