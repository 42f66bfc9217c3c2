import { expect, test } from 'vitest';
import { partlyTypedMs, type TimedKey } from '#renderer/features/devices/scanner/use-strokes';

/** Keys with the pauses before them; the first starts the burst. */
const keysOf = (text: string, pausesMs: readonly number[], end: string[] = ['Enter']): TimedKey[] => [
  ...[...text].map((key, index) => ({
    id: index,
    key,
    pauseMs: index === 0 ? null : (pausesMs[index] ?? 8),
  })),
  ...end.map((key, index) => ({ id: text.length + index, key, pauseMs: 8 })),
];

test('a pause before the scanned part of a code is reported', () => {
  const keys = keysOf('9521234000273', [0, 8, 37]);
  expect(partlyTypedMs(keys, { slowestIntervalMs: 8, end: 'Enter' })).toBe(37);
});

test('a code that was scanned completely has no part that was typed', () => {
  const keys = keysOf('9521234000273', []);
  expect(partlyTypedMs(keys, { slowestIntervalMs: 8, end: 'Enter' })).toBeNull();
});

test('a pause within the scanned code does not cut it', () => {
  const keys = keysOf('9521234000273', [0, 8, 8, 8, 8, 60]);
  expect(partlyTypedMs(keys, { slowestIntervalMs: 60, end: 'Enter' })).toBeNull();
});

test('the code scanned before it, in the same burst, does not count', () => {
  const [first, second] = [keysOf('95212340', [0, 8, 37]), keysOf('95212341', [])];
  const joined = second.map((key, index) => (index === 0 ? { ...key, pauseMs: 120 } : key));
  expect(partlyTypedMs([...first, ...joined], { slowestIntervalMs: 8, end: 'Enter' })).toBeNull();
});

test('a camera has no keys', () => {
  expect(partlyTypedMs(keysOf('9521234000273', [0, 8, 37]), undefined)).toBeNull();
});
