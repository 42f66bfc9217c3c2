import { expect, test } from 'vitest';
import { documentNumber, documentNumberIn } from '#shared/kernel/document-number';

test.each([
  ['TR', 1, 'TR-000001'],
  ['T1', 999_999, 'T1-999999'],
  ['CT', 1_000_000, 'CT-1000000'],
])('the number %s %i reads %s', (prefix, number, text) => {
  expect(documentNumber(prefix, number)).toBe(text);
});

test.each(['IS-000012', 'is-12', 'IS12', '12', '000012'])('%s finds the issue IS-000012', (typed) => {
  expect(documentNumberIn(typed, 'issue')).toBe('IS-000012');
});

test.each(['TR-000012', 'IS-', '12a', '', '1234567890123'])('"%s" is not the number of an issue', (typed) => {
  expect(documentNumberIn(typed, 'issue')).toBeNull();
});
