import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  isMeasured,
  isWholeEnough,
  parseQuantity,
  parseQuantityOf,
  UNITS,
  type UnitOfMeasure,
} from '#shared/kernel/quantity';

describe('a quantity', () => {
  it.each<[UnitOfMeasure, number, boolean]>([
    ['piece', 2000, true],
    ['piece', 1500, false],
    ['pack', 1, false],
    ['g', 250_000, true],
    ['ml', 330_500, false],
    ['kg', 1, true],
    ['l', 1500, true],
    ['m', 2375, true],
    ['piece', -3000, true],
    ['kg', 0.5, false],
  ])('of %s can be %d thousandths: %s', (unit, quantityMilli, expected) => {
    expect(isWholeEnough(quantityMilli, unit)).toBe(expected);
  });

  it('is whole for counted units, and has three decimals for kilograms, litres and metres', () => {
    const decimals = Object.entries(UNITS).map(([unit, { decimals: count }]) => `${unit} ${count}`);
    expect(decimals).toEqual(['piece 0', 'pack 0', 'kg 3', 'g 0', 'l 3', 'ml 0', 'm 3']);
  });

  it('is measured in every unit but pieces and packs', () => {
    const measured = (Object.keys(UNITS) as UnitOfMeasure[]).filter(isMeasured);
    expect(measured).toEqual(['kg', 'g', 'l', 'ml', 'm']);
  });

  it.each([
    ['3', 3000],
    ['1.5', 1500],
    ['1,5', 1500],
    ['0,001', 1],
    ['1.234', 1234],
    ['1,234', 1234],
    [',25', 250],
    ['12.', 12_000],
    [' 7 ', 7000],
    ['-2,5', -2500],
    ['1 000', 1_000_000],
    ['1.000,5', 1_000_500],
    ['\u0663\u066b\u0665', 3500],
  ])('typed as "%s" is %d thousandths', (text, expected) => {
    expect(parseQuantity(text)).toBe(expected);
  });

  it.each([
    '',
    ' ',
    '.',
    '-',
    'x',
    '1.2345',
    '1.2.3',
    '1,2,3',
    '--1',
    '1e3',
    '0x10',
    'Infinity',
    '9999999999999999',
  ])('typed as "%s" is invalid', (text) => {
    expect(parseQuantity(text)).toBeNull();
  });

  it.each<[string, UnitOfMeasure, string, number | null]>([
    ['1,000', 'piece', 'en', 1_000_000],
    ['-2,000', 'piece', 'en', -2_000_000],
    ['1,250', 'pack', 'en', 1_250_000],
    ['1.000', 'piece', 'de', 1_000_000],
    ['1 000', 'g', 'fr', 1_000_000],
    ['12,345,678', 'piece', 'en', 12_345_678_000],
    ['1.000', 'piece', 'en', 1000],
    ['2,0', 'piece', 'en', 2000],
    ['1,000', 'piece', 'de', 1000],
    ['2.5', 'piece', 'en', null],
    ['1,25', 'piece', 'en', null],
    ['9,999,999,999,999,999', 'piece', 'en', null],
    // Of goods with three decimals, three digits after a sign are decimals.
    ['1,234', 'kg', 'en', 1234],
    ['1.234', 'kg', 'de', 1234],
    ['1,5', 'kg', 'en', 1500],
  ])('typed as "%s" of %s in %s is %s thousandths', (text, unit, locale, expected) => {
    expect(parseQuantityOf(text, unit, locale)).toBe(expected);
  });

  it('typed with all its decimals is read back, with point or comma', () => {
    fc.assert(
      fc.property(fc.nat(10 ** 12), fc.constantFrom('.', ','), (quantityMilli, separator) => {
        const whole = String(Math.trunc(quantityMilli / 1000));
        const thousandths = String(quantityMilli % 1000).padStart(3, '0');
        expect(parseQuantity(whole + separator + thousandths)).toBe(quantityMilli);
      }),
    );
  });
});
