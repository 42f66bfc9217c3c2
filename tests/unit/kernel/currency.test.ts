import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatMoney, formatQuantity, formatRate, minorDigits, parseMoney } from '#shared/kernel/currency';
import { MAX_MINOR } from '#shared/kernel/money';
import { FULL_MILLI_PERCENT, parseRate } from '#shared/kernel/rate';

/** Intl writes no-break spaces; the tests use plain ones. */
const withPlainSpaces = (text: string) => text.replace(/\s/g, ' ');

describe('a currency', () => {
  it.each([
    ['EUR', 2],
    ['JPY', 0],
    ['KWD', 3],
  ])('%s has %d decimals', (currency, digits) => {
    expect(minorDigits(currency)).toBe(digits);
  });

  it('that does not exist is refused', () => {
    expect(() => minorDigits('EURO')).toThrow(RangeError);
  });
});

describe('money on the screen', () => {
  it.each([
    [1234, 'EUR', 'en', '€12.34'],
    [123_456, 'EUR', 'de', '1.234,56 €'],
    [5, 'EUR', 'nl', '€ 0,05'],
    [-5, 'USD', 'en', '-$0.05'],
    [1500, 'JPY', 'en', '¥1,500'],
    [1234, 'KWD', 'en', 'KWD 1.234'],
    [0, 'EUR', 'en', '€0.00'],
  ])('%d minor units of %s in %s are %s', (minor, currency, locale, expected) => {
    expect(withPlainSpaces(formatMoney(minor, currency, locale))).toBe(expected);
  });

  it('keeps the cent of an amount that a float would round', () => {
    expect(formatMoney(Number.MAX_SAFE_INTEGER, 'EUR', 'en')).toBe('€90,071,992,547,409.91');
  });

  it('is read back as written, in any locale', () => {
    const written = fc.constantFrom('en', 'de', 'fr', 'nl', 'de-CH', 'sv', 'en-IN', 'ar-EG', 'fa');
    const amount = fc.integer({ min: -MAX_MINOR, max: MAX_MINOR });
    fc.assert(
      fc.property(amount, fc.constantFrom('EUR', 'JPY'), written, (minor, currency, locale) => {
        const digits = minorDigits(currency);
        const format = new Intl.NumberFormat(locale, {
          minimumFractionDigits: digits,
          maximumFractionDigits: digits,
          useGrouping: locale !== 'en-IN',
        });
        expect(parseMoney(format.format(minor / 10 ** digits), currency)).toBe(minor);
      }),
    );
  });
});

describe('money as it is typed', () => {
  it.each([
    ['12.34', 'EUR', 1234],
    ['12,34', 'EUR', 1234],
    ['12', 'EUR', 1200],
    ['12,', 'EUR', 1200],
    ['.5', 'EUR', 50],
    ['-0.05', 'EUR', -5],
    ['0', 'EUR', 0],
    ['-0', 'EUR', 0],
    ['1,234.56', 'EUR', 123_456],
    ['1.234,56', 'EUR', 123_456],
    ["1'234.50", 'CHF', 123_450],
    ['1 234,50', 'SEK', 123_450],
    ['1.234.567', 'EUR', 123_456_700],
    ['1,500', 'JPY', 1500],
    ['1.234', 'KWD', 1234],
    ['10000000000', 'EUR', MAX_MINOR],
  ])('"%s" %s is %d minor units', (text, currency, expected) => {
    expect(parseMoney(text, currency)).toBe(expected);
  });

  it.each([
    ['two readings', '1.234', 'EUR'],
    ['two readings', '1,234', 'EUR'],
    ['too many decimals', '0.005', 'EUR'],
    ['decimals where there are none', '1.5', 'JPY'],
    ['a group cut short', '1,23,456.00', 'EUR'],
    ['mixed groups', "1.234'567,00", 'EUR'],
    ['one separator in both roles', '1,234,56', 'EUR'],
    ['nothing', '', 'EUR'],
    ['words', 'ten', 'EUR'],
    ['a currency sign', '€5', 'EUR'],
    ['a sum', '5+5', 'EUR'],
    ['more than any amount', '10000000000.01', 'EUR'],
    ['more than any amount', '-10000000000.01', 'EUR'],
  ])('%s is not valid: "%s" %s', (_case, text, currency) => {
    expect(parseMoney(text, currency)).toBeNull();
  });
});

describe("money typed in the store's number format", () => {
  it.each([
    ['1,234', 'EUR', 'en', 123_400],
    ['-1,234', 'EUR', 'en', -123_400],
    ['1,234.50', 'EUR', 'en', 123_450],
    ['1,234,567.5', 'EUR', 'en', 123_456_750],
    ['1,5', 'EUR', 'en', 150],
    ['12,50', 'EUR', 'en', 1250],
    ['1234,5', 'EUR', 'en', 123_450],
    ['1.234,50', 'EUR', 'en', 123_450],
    ['1.234', 'EUR', 'de', 123_400],
    ['1.234,50', 'EUR', 'de', 123_450],
    ['1.5', 'EUR', 'de', 150],
    ['12.50', 'EUR', 'de', 1250],
    ['1,234.50', 'EUR', 'de', 123_450],
    ['1 234', 'EUR', 'fr', 123_400],
    ["1'234", 'CHF', 'de-CH', 123_400],
    ['1,234', 'INR', 'en-IN', 123_400],
    ['1,500', 'JPY', 'en', 1500],
    // Three digits can be decimals of this currency, so they are.
    ['1,234', 'KWD', 'en', 1234],
  ])('"%s" %s in %s is %d minor units', (text, currency, locale, expected) => {
    expect(parseMoney(text, currency, locale)).toBe(expected);
  });

  it.each([
    ['1.234', 'en'],
    ['1,234', 'de'],
    ['1,234', 'fr'],
    ['1,234', 'de-CH'],
    ['12,34.50', 'en'],
    ['1234,567', 'en'],
    ['1,2345', 'en'],
    ['0,1234', 'en'],
  ])('"%s" in %s is not valid', (text, locale) => {
    expect(parseMoney(text, 'EUR', locale)).toBeNull();
  });

  it('is read back as the app writes it', () => {
    const locales = fc.constantFrom('en', 'de', 'fr', 'nl', 'de-CH', 'sv', 'es', 'pt-BR', 'ar-EG', 'fa');
    const amount = fc.integer({ min: -MAX_MINOR, max: MAX_MINOR });
    const digits = fc.constantFrom(0, 2);
    fc.assert(
      fc.property(amount, locales, digits, (minor, locale, shown) => {
        const whole = shown === 0 ? minor - (minor % 100) : minor;
        const format = new Intl.NumberFormat(locale, { minimumFractionDigits: shown });
        expect(parseMoney(format.format(whole / 100), 'EUR', locale)).toBe(whole === 0 ? 0 : whole);
      }),
    );
  });
});

describe('quantities and rates on the screen', () => {
  it.each([
    [3000, 'piece', 'en', '3'],
    [2000, 'pack', 'de', '2'],
    [1250, 'kg', 'en', '1.25 kg'],
    [1250, 'kg', 'de', '1,25 kg'],
    [250_000, 'g', 'en', '250 g'],
    [1500, 'l', 'de', '1,5 l'],
    [330_000, 'ml', 'en', '330 mL'],
    [-2375, 'm', 'en', '-2.375 m'],
    [1_234_567, 'piece', 'en', '1,234.567'],
  ] as const)('%d thousandths of %s in %s are %s', (quantityMilli, unit, locale, expected) => {
    expect(withPlainSpaces(formatQuantity(quantityMilli, unit, locale))).toBe(expected);
  });

  it.each([
    [21_000, 'en', '21%'],
    [5500, 'en', '5.5%'],
    [8125, 'en', '8.125%'],
    [33_333, 'de', '33,333 %'],
    [1, 'en', '0.001%'],
    [7250, 'de', '7,25 %'],
    [FULL_MILLI_PERCENT, 'en', '100%'],
    [-12_500, 'en', '-12.5%'],
    [0, 'en', '0%'],
  ])('a rate of %d in %s is %s', (rateMilliPercent, locale, expected) => {
    expect(withPlainSpaces(formatRate(rateMilliPercent, locale))).toBe(expected);
  });

  it.each([
    ['21', 21_000],
    ['5,5', 5500],
    ['8.125', 8125],
    ['33,333', 33_333],
    ['0.001', 1],
    ['100', FULL_MILLI_PERCENT],
    ['-12.5', -12_500],
    ['5.5555', null],
    ['21%', 21_000],
    ['5.5 %', 5500],
    ['%', null],
  ])('a rate typed as "%s" is %s', (text, expected) => {
    expect(parseRate(text)).toBe(expected);
  });
});
