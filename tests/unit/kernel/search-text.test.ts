import { describe, expect, test } from 'vitest';
import { folded, matchExpression, searchDocument } from '#shared/kernel/search-text';

describe('what somebody types', () => {
  test('becomes one part a word, all of which have to be there', () => {
    expect(matchExpression('Red  Apples')).toBe('"red" AND "apples"');
    expect(matchExpression('red red')).toBe('"red"');
  });

  test('of one or two characters looks behind the marks that fill it up to three', () => {
    expect(matchExpression('a')).toBe('"\u0001\u0001a"');
    expect(matchExpression('ap')).toBe('"\u0001ap"');
    expect(matchExpression('x-y')).toBe('"x-y"');
    expect(matchExpression('é')).toBe(matchExpression('e\u0301'));
  });

  test('is taken literally', () => {
    expect(matchExpression('"apple" OR')).toBe('"""apple""" AND "\u0001or"');
  });

  test('finds nothing where there is nothing to look for', () => {
    expect([matchExpression(''), matchExpression(' - & '), matchExpression('\u0001')]).toEqual([
      '""',
      '""',
      '""',
    ]);
  });
});

test('a document holds all texts, and the beginnings of their words once', () => {
  const product = { name: 'Red Rice', sku: 'R-1', codes: '4006381333931', description: 'Red\u0001' };
  expect(searchDocument(product)).toEqual({
    text: 'red rice r-1 4006381333931 red ',
    starts: ['re', 'ri', 'r', '1', '40'].map((start) => `\u0001\u0001${start}`).join(''),
  });
});

test('folding takes capitals and accents away', () => {
  expect(folded('CRÈME Brûlée')).toBe('creme brulee');
});

test('folding makes ß, also as a capital, two s, and spells nothing else out', () => {
  expect(folded('Straße')).toBe('strasse');
  expect(folded('STRAẞE')).toBe('strasse');
  expect(folded('Öl')).toBe('ol');
  expect(folded('Oel')).toBe('oel');
});

test('folding leaves the vowels of Hindi, the marks of Japanese and the syllables of Korean', () => {
  for (const text of ['हिन्दी', 'ガラス', '김치']) expect(folded(text)).toBe(text.normalize('NFC'));
});
