import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatUnitCost, parseUnitCost } from '#shared/kernel/currency';
import { MAX_MINOR } from '#shared/kernel/money';
import { MAX_QUANTITY_MILLI } from '#shared/kernel/quantity';
import { costOfQuantity, unitCostOf } from '#shared/kernel/unit-cost';

/** Intl writes no-break spaces; the tests use plain ones. */
const withPlainSpaces = (text: string) => text.replace(/\s/g, ' ');

describe('a unit cost', () => {
  it.each([
    ['0.0041', 41],
    ['1,1658', 11_658],
    ['14', 140_000],
    ['.5', 5000],
    ['0.00411', null],
    ['1.234.567,89', 12_345_678_900],
    ['10000000000', 100 * MAX_MINOR],
    ['10000000001', null],
    ['cheap', null],
  ])('typed as %s is read with four decimals', (text, tenThousandths) => {
    expect(parseUnitCost(text)).toBe(tenThousandths);
  });

  it.each([
    [41, 'EUR', 'en', '€0.0041'],
    [11_600, 'EUR', 'en', '€1.16'],
    [11_658, 'EUR', 'de', '1,1658 €'],
    [140_000, 'EUR', 'en', '€14.00'],
    [41, 'JPY', 'en', '¥0.0041'],
    [1_500_000, 'JPY', 'en', '¥150'],
    [12_340, 'KWD', 'en', 'KWD 1.234'],
  ])('of %d ten-thousandths %s is in %s %s', (tenThousandths, currency, locale, expected) => {
    expect(withPlainSpaces(formatUnitCost(tenThousandths, currency, locale))).toBe(expected);
  });

  it.each([
    [41, 1_000_000, 'EUR', 410],
    [41, 1_000, 'EUR', 0],
    [11_658, 24_000, 'EUR', 2798],
    [25_000, 250, 'EUR', 63],
    [41, 1_000_000, 'JPY', 4],
    [41, 1_000_000, 'KWD', 4100],
  ])('of %d ten-thousandths gives a line total for %d thousandths in %s', (unit, milli, currency, total) => {
    expect(costOfQuantity(unit, milli, currency)).toBe(total);
  });

  it.each([
    [2798, 24_000, 'EUR', 11_658],
    [-400, -1_000_000, 'EUR', 40],
    [150, 1_000, 'JPY', 1_500_000],
    [0, 1_000, 'EUR', 0],
  ])('is derived from a value of %d for %d thousandths in %s', (value, milli, currency, unit) => {
    expect(unitCostOf(value, milli, currency)).toBe(unit);
  });

  it('is the whole-cent unit cost that was entered', () => {
    const cents = fc.integer({ min: 0, max: 10 ** 9 });
    const pieces = fc.integer({ min: 1, max: MAX_QUANTITY_MILLI / 10 ** 6 });
    fc.assert(
      fc.property(cents, pieces, (minor, count) => {
        const total = costOfQuantity(minor * 100, count * 1000, 'EUR');
        expect(unitCostOf(total, count * 1000, 'EUR')).toBe(minor * 100);
      }),
    );
  });
});
