import { expect, test } from 'vitest';
import { documentNumber } from '#shared/kernel/document-number';

test.each([
  ['TR', 1, 'TR-000001'],
  ['T1', 999_999, 'T1-999999'],
  ['CT', 1_000_000, 'CT-1000000'],
])('the number %s %i reads %s', (prefix, number, text) => {
  expect(documentNumber(prefix, number)).toBe(text);
});
