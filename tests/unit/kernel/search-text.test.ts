import { describe, expect, test } from 'vitest';
import { folded, matchExpression, searchDocument } from '#shared/kernel/search-text';

describe('a search text', () => {
  test('becomes one term per word, and all terms must match', () => {
    expect(matchExpression('Red  Apples')).toBe('"red" AND "apples"');
    expect(matchExpression('red red')).toBe('"red"');
  });

  test('of one or two characters is padded to three with marks', () => {
    expect(matchExpression('a')).toBe('"\u0001\u0001a"');
    expect(matchExpression('ap')).toBe('"\u0001ap"');
    expect(matchExpression('x-y')).toBe('"x-y"');
    expect(matchExpression('é')).toBe(matchExpression('e\u0301'));
  });

  test('is taken literally', () => {
    expect(matchExpression('"apple" OR')).toBe('"""apple""" AND "\u0001or"');
  });

  test('without a searchable character finds nothing', () => {
    expect([matchExpression(''), matchExpression(' - & '), matchExpression('\u0001')]).toEqual([
      '""',
      '""',
      '""',
    ]);
  });
});

test('a search document contains all texts, and each start of their words once', () => {
  const product = { name: 'Red Rice', sku: 'R-1', codes: '4006381333931', description: 'Red\u0001' };
  expect(searchDocument(product)).toEqual({
    text: 'red rice r-1 4006381333931 red ',
    starts: ['re', 'ri', 'r', '1', '40'].map((start) => `\u0001\u0001${start}`).join(''),
  });
});

test('folding removes case and accents', () => {
  expect(folded('CRÈME Brûlée')).toBe('creme brulee');
});

test('folding turns ß and its capital into two s, and spells out no other letter', () => {
  expect(folded('Straße')).toBe('strasse');
  expect(folded('STRAẞE')).toBe('strasse');
  expect(folded('Öl')).toBe('ol');
  expect(folded('Oel')).toBe('oel');
});

test('a Latin letter is folded alike in a Latin text and beside another script', () => {
  for (let code = 0x80; code <= 0x24f; code += 1) {
    const letter = String.fromCodePoint(code);
    expect(folded(`a${letter}b`)).toBe(folded(`a${letter}bΩ`).slice(0, -1));
  }
});

test('folding keeps Hindi vowels, Japanese marks and Korean syllables', () => {
  for (const text of ['हिन्दी', 'ガラス', '김치']) expect(folded(text)).toBe(text.normalize('NFC'));
});
