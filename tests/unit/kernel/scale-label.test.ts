import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { hasValidCheckDigit } from '#shared/kernel/barcode';
import {
  composeScaleLabel,
  DEFAULT_SCALE_LAYOUTS,
  parseScaleLabel,
  type ScaleLayout,
  validateScaleLayout,
} from '#shared/kernel/scale-label';

const weight: ScaleLayout = {
  name: 'Weight',
  prefix: '21',
  itemDigits: 5,
  verifierDigit: false,
  valueDigits: 5,
  valueDecimals: 3,
  value: 'weight',
};
const price: ScaleLayout = { ...weight, name: 'Price', prefix: '23', valueDecimals: 2, value: 'price' };
const priceWithVerifier: ScaleLayout = {
  ...price,
  name: 'Price with verifier',
  prefix: '02',
  verifierDigit: true,
  valueDigits: 4,
};

describe('a scale label', () => {
  it("with a weight gives thousandths of a kilogram and the product's code", () => {
    expect(parseScaleLabel('2112345012346', [price, weight])).toEqual({
      layout: weight,
      lookupCode: '2112345000008',
      value: 'weight',
      quantityMilli: 1234,
    });
  });

  it('with a price gives the price of the portion', () => {
    expect(parseScaleLabel('2300042003990', [weight, price])).toMatchObject({
      lookupCode: '2300042000005',
      value: 'price',
      priceMinor: 399,
    });
  });

  it('with a verifier digit finds the product for any value of that digit', () => {
    expect(parseScaleLabel('0212345507995', [priceWithVerifier])).toMatchObject({
      lookupCode: '0212345000007',
      priceMinor: 799,
    });
  });

  it('with the prefix 02 can come as a UPC-A', () => {
    expect(parseScaleLabel('212345507995', [priceWithVerifier])).toMatchObject({ priceMinor: 799 });
  });

  it('with a wrong check digit is refused', () => {
    expect(parseScaleLabel('2112345012347', [weight])).toBeNull();
  });

  it('without a layout of the store is not recognized, and neither is any other code', () => {
    expect(parseScaleLabel('2212345012343', [weight, price])).toBeNull();
    expect(parseScaleLabel('4006381333931', DEFAULT_SCALE_LAYOUTS)).toBeNull();
    expect(parseScaleLabel('96385074', DEFAULT_SCALE_LAYOUTS)).toBeNull();
    expect(parseScaleLabel('', DEFAULT_SCALE_LAYOUTS)).toBeNull();
  });

  it('uses the layout with the longest matching prefix', () => {
    const special: ScaleLayout = { ...price, name: 'Cheese', prefix: '219', itemDigits: 4 };
    const code = composeScaleLabel(special, 12, 450);
    expect(parseScaleLabel(code, [weight, special])?.layout).toBe(special);
  });

  it("with fewer or more decimals than the store uses is converted to the store's units", () => {
    const tenGrams: ScaleLayout = { ...weight, valueDecimals: 2 };
    expect(parseScaleLabel(composeScaleLabel(tenGrams, 7, 125), [tenGrams])).toMatchObject({
      quantityMilli: 1250,
    });
    const priced = composeScaleLabel(price, 7, 1250);
    expect(parseScaleLabel(priced, [price], 3)).toMatchObject({ priceMinor: 12_500 });
    expect(parseScaleLabel(priced, [price], 0)).toMatchObject({ priceMinor: 13 });
  });

  it('is read back as printed, for every layout of a new store', () => {
    for (const layout of DEFAULT_SCALE_LAYOUTS) {
      fc.assert(
        fc.property(
          fc.nat(10 ** layout.itemDigits - 1),
          fc.nat(10 ** layout.valueDigits - 1),
          (item, value) => {
            const code = composeScaleLabel(layout, item, value);
            const label = parseScaleLabel(code, DEFAULT_SCALE_LAYOUTS);
            expect(hasValidCheckDigit(code)).toBe(true);
            expect(label).toMatchObject({
              layout,
              lookupCode: composeScaleLabel(layout, item, 0),
              ...(layout.value === 'weight' ? { quantityMilli: value } : { priceMinor: value }),
            });
          },
        ),
      );
    }
  });

  it('is not printed for a value that does not fit its digits', () => {
    expect(() => composeScaleLabel(weight, 123_456, 1)).toThrow(RangeError);
    expect(() => composeScaleLabel(weight, 1, 100_000)).toThrow(RangeError);
    expect(() => composeScaleLabel(weight, 1, -1)).toThrow(RangeError);
    expect(() => composeScaleLabel(weight, 1, 1.5)).toThrow(RangeError);
  });
});

describe('a scale layout', () => {
  it('of a new store is valid', () => {
    expect(DEFAULT_SCALE_LAYOUTS.map(validateScaleLayout)).toEqual([null, null, null]);
  });

  it.each([
    ['has a name', { name: ' ' }, 'NAME'],
    ['begins in the range of the shop', { prefix: '40' }, 'PREFIX'],
    ['has a prefix of two digits at least', { prefix: '2' }, 'PREFIX'],
    ['has item digits', { itemDigits: 0, valueDigits: 10 }, 'ITEM_DIGITS'],
    ['has value digits', { itemDigits: 10, valueDigits: 0 }, 'VALUE_DIGITS'],
    ['has a weight in grams at the finest', { valueDecimals: 4 }, 'DECIMALS'],
    ['has no more decimals than digits', { itemDigits: 8, valueDigits: 2 }, 'DECIMALS'],
    ['has thirteen digits altogether', { verifierDigit: true }, 'LENGTH'],
  ] as const)('%s', (_rule, change, problem) => {
    expect(validateScaleLayout({ ...weight, ...change })).toBe(problem);
  });
});
