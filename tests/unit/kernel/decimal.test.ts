import { expect, test } from 'vitest';
import { exceeds } from '#shared/kernel/decimal';

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
