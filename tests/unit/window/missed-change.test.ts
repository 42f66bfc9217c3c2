import { expect, test } from 'vitest';
import { hasMissedChange } from '#renderer/lib/missed-change';

test('an answer that follows what is shown is all there is to know', () => {
  expect(hasMissedChange({ version: 5 }, { version: 6 })).toBe(false);
});

test('a draft is loaded again if another window changed it in between', () => {
  expect(hasMissedChange({ version: 5 }, { version: 7 })).toBe(true);
});
