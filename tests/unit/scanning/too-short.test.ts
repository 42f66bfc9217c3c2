import { expect, test } from 'vitest';
import { isTooShort } from '#renderer/features/devices/scanner/use-strokes';

const keysOf = (keys: readonly string[], pauseMs: number) =>
  keys.map((key, id) => ({ id, key, pauseMs: id === 0 ? null : pauseMs }));

test('a code of three characters from a scanner is too short for a barcode', () => {
  expect(isTooShort(keysOf(['1', '2', '3', 'Enter'], 10))).toBe(true);
  expect(isTooShort(keysOf(['1', '2', '3', 'Tab'], 10))).toBe(true);
});

test('a barcode, typing, and keys without a final key are not', () => {
  expect(isTooShort(keysOf(['1', '2', '3', '4', 'Enter'], 10))).toBe(false);
  expect(isTooShort(keysOf(['1', '2', '3', 'Enter'], 120))).toBe(false);
  expect(isTooShort(keysOf(['1', '2', '3'], 10))).toBe(false);
  expect(isTooShort(keysOf(['Enter'], 10))).toBe(false);
});
