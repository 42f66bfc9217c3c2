import { expect, test } from 'vitest';
import { guessDecimalSign, readNumber, readStatus, readUnit } from '#main/features/imports/value-reader';

const money = (cell: string, decimalSign: 'point' | 'comma') => {
  const read = readNumber(cell, { decimalSign, decimals: 2, atMost: 1_000_000_000 });
  return read.ok ? read.scaled : read.reason;
};

test.for([
  ['1.5', 150],
  ['1,234.50', 123_450],
  ['1,234,567', 123_456_700],
  ['£ 3.20', 320],
  ['3.20€', 320],
  ['USD 3.20', 320],
  ['3.2 EUR', 320],
  ["1'234.5", 123_450],
  ['.5', 50],
  ['2.5000', 250],
  ['007', 700],
  ['٣.٥', 350],
  ['-0', 0],
  ['1,5', 'NOT_A_NUMBER'],
  ['12,34.5', 'NOT_A_NUMBER'],
  ['1.2.3', 'NOT_A_NUMBER'],
  ['1e3', 'NOT_A_NUMBER'],
  ['-', 'NOT_A_NUMBER'],
  ['.', 'NOT_A_NUMBER'],
  ['free', 'NOT_A_NUMBER'],
  ['-3.20', 'NEGATIVE'],
  ['1.005', 'TOO_FINE'],
  ['99999999', 'TOO_LARGE'],
  ['9999999999999999999', 'TOO_LARGE'],
] as const)('with a decimal point, %j is %j', ([cell, expected]) => {
  expect(money(cell, 'point')).toBe(expected);
});

test.for([
  ['1,5', 150],
  ['1.234,50', 123_450],
  ['1 234,50 kr', 'NOT_A_NUMBER'],
  ['1 234,50', 123_450],
  ['1.234', 123_400],
  ['1.5', 'NOT_A_NUMBER'],
  ['-1,5', 'NEGATIVE'],
] as const)('with a decimal comma, %j is %j', ([cell, expected]) => {
  expect(money(cell, 'comma')).toBe(expected);
});

test('the decimal sign is the one before one or two last digits', () => {
  expect(guessDecimalSign({ amounts: ['1,50', '3', '1.200,00'], rates: [] }, 'en-GB')).toBe('comma');
  expect(guessDecimalSign({ amounts: ['1.50', '1,200.00', '2'], rates: [] }, 'de-DE')).toBe('point');
});

test('three last digits of a rate are decimals, since as thousands it would exceed 100 %', () => {
  expect(guessDecimalSign({ amounts: ['1,200'], rates: ['8.125'] }, 'de-DE')).toBe('point');
  expect(guessDecimalSign({ amounts: ['1.200'], rates: ['8,125 %'] }, 'en-GB')).toBe('comma');
});

test('without any evidence in the cells, the decimal sign is that of the locale', () => {
  expect(guessDecimalSign({ amounts: ['1.200', '3', ''], rates: ['7'] }, 'de-DE')).toBe('comma');
  expect(guessDecimalSign({ amounts: ['1,200', '3'], rates: [] }, 'en-GB')).toBe('point');
});

test('units and statuses are recognized by their usual names', () => {
  expect(['pcs', 'Each', 'Stk.', 'KG', 'Litre', 'barrel'].map(readUnit)).toEqual([
    'piece',
    'piece',
    'piece',
    'kg',
    'l',
    null,
  ]);
  expect(['Active', 'no', '1', 'Discontinued', '?'].map(readStatus)).toEqual([
    'active',
    'inactive',
    'active',
    'archived',
    null,
  ]);
});
