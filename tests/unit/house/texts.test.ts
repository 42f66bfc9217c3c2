import { expect, test } from 'vitest';
import { anyCount, text, textPattern, textStart, wholeText } from '../../support/texts';

const filled = { product: 'Globe', holder: 'Juice bar', location: 'Shop' };

test('a text is read with its values, in the plural of its count', () => {
  expect(text('issues:out.notOut', { product: 'Globe' })).toContain('Globe');
  const [one, two] = [1, 2].map((count) => text('refusals:products', { count }));
  expect(one).toContain('1');
  expect(two?.replace('2', '1')).not.toBe(one);
});

test('a text that does not exist or lacks a value is an error', () => {
  // @ts-expect-error: this text does not exist
  expect(() => text('issues:out.nowhere')).toThrow('nowhere');
  expect(() => text('issues:out.notOut')).toThrow('{{product}}');
});

test('omitted values match anything, and given ones can be patterns', () => {
  const shown = text('issues:out.returned', { ...filled, quantity: '2.5' });
  expect(shown).toMatch(wholeText('issues:out.returned', filled));
  expect(shown).toMatch(wholeText('issues:out.returned', { ...filled, quantity: /[\d.]+/ }));
  expect(shown).not.toMatch(wholeText('issues:out.returned', { ...filled, quantity: /\d+/ }));
  expect(shown).not.toMatch(wholeText('issues:out.returned', { ...filled, quantity: '2?5' }));
  expect(`${shown} Undo`).toMatch(textStart('issues:out.returned', filled));
  expect(`${shown} Undo`).not.toMatch(wholeText('issues:out.returned', filled));
  expect(`Undo ${shown}`).not.toMatch(textStart('issues:out.returned', { ...filled, quantity: '2.5' }));
  expect(`Undo ${shown}`).toMatch(textPattern('issues:out.returned', filled));
});

test('a text with a count is matched with any number', () => {
  for (const count of [1, 7, 30]) {
    expect(text('jobs:running', { count })).toMatch(anyCount('jobs:running'));
  }
  expect(text('jobs:running', { count: 1 })).not.toMatch(anyCount('jobs:running', [7]));
});
