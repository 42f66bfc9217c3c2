import { expect, test } from 'vitest';
import { ratesOf, wrongRates } from '#renderer/lib/money-choices';

test('tax rates are read in the order typed, each once', () => {
  expect(ratesOf(['8.125', '20', '0', '7,7', '8.125', '100'])).toEqual([8125, 20_000, 0, 7700, 100_000]);
  expect(ratesOf([])).toEqual([]);
});

test.for(['8.1255', '100.001', '-1', '20%%', ''])('"%s" among them is not a tax rate', (typed) => {
  expect(ratesOf(['20', typed])).toBeNull();
});

test('the wrong rates among the typed ones are named as typed', () => {
  expect(wrongRates(['20', 'a lot', '5,5', '101'])).toEqual(['a lot', '101']);
  expect(wrongRates(['20', '0'])).toEqual([]);
});
