import { expect, test } from 'vitest';
import { isCodeOfName } from '#shared/kernel/category-code';

test.for<[code: string, name: string, is: boolean]>([
  ['fruit', 'Fruit', true],
  ['fruit-nuts', 'Fruit & Nuts', true],
  ['fruit-2', 'Fruit', false],
  ['F1', 'Fruit', false],
  ['a-very-long-name-of-a-category-that-ends-', 'A very long name of a category that ends here', false],
  ['a-very-long-name-of-a-category-that-ends', 'A very long name of a category that ends here', true],
])('the code %s only repeats the name %s: %s', ([code, name, is]) => {
  expect(isCodeOfName(code, name)).toBe(is);
});
