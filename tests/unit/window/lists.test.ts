import { expect, test } from 'vitest';
import { sortedBy } from '#renderer/ui/data-table-head';
import { stepInList } from '#renderer/ui/step-in-list';

test('a click on a heading sorts by it alone, and another reverses the order', () => {
  const byName = sortedBy([{ by: 'price', descending: true }], 'name', false);
  expect(byName).toEqual([{ by: 'name', descending: false }]);
  expect(sortedBy(byName, 'name', false)).toEqual([{ by: 'name', descending: true }]);
});

test('a click with Shift adds a heading, or reverses it in place', () => {
  const both = sortedBy([{ by: 'price', descending: true }], 'name', true);
  expect(both).toEqual([
    { by: 'price', descending: true },
    { by: 'name', descending: false },
  ]);
  expect(sortedBy(both, 'price', true)).toEqual([
    { by: 'price', descending: false },
    { by: 'name', descending: false },
  ]);
});

test('arrows stop at both ends of a list', () => {
  expect(stepInList('ArrowUp', 0, 3)).toBe(0);
  expect(stepInList('ArrowDown', 0, 3)).toBe(1);
  expect(stepInList('ArrowDown', 2, 3)).toBe(2);
  expect(stepInList('End', 0, 3)).toBe(2);
  expect(stepInList('PageUp', 2, 3)).toBe(0);
});

test('other keys do not move in a list', () => {
  expect(stepInList('x', 0, 3)).toBeNull();
});
