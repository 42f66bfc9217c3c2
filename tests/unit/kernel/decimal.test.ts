import { expect, test } from 'vitest';
import { exceeds, hasTooManyDecimals } from '#shared/kernel/decimal';

test.for([
  ['100.00', false],
  ['100.01', true],
  ['-100.01', true],
  ['99999999999999999999', true],
  ['1,000', false],
  ['much', false],
  ['', false],
] as const)('whether %s is beyond 100.00 is %s', ([text, isBeyond]) => {
  expect(exceeds(text, 2, 10_000)).toBe(isBeyond);
});

test.for([
  ['1.2345', 2, 'en', true],
  ['1,2345', 2, 'en', true],
  ['1.234', 2, 'en', true],
  ['1,234', 2, 'de', true],
  ['1,234.567', 2, 'en', true],
  ['-0.005', 2, 'en', true],
  ['1.5', 0, 'en', true],
  ['1,234', 2, 'en', false],
  ['1.234', 2, 'de', false],
  ['1.23', 2, 'en', false],
  ['12,34.50', 2, 'en', false],
  ['1.2.3', 2, 'en', false],
  ['£5', 2, 'en', false],
  ['much', 2, 'en', false],
  ['', 2, 'en', false],
] as const)('whether %s has more than %d decimals in %s is %s', ([text, decimals, locale, hasMore]) => {
  expect(hasTooManyDecimals(text, decimals, locale)).toBe(hasMore);
});
