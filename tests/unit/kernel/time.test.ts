import { expect, test } from 'vitest';
import { DAY_MS, dayOf, formatDay, startOfDay } from '#shared/kernel/time';

test.for([
  ['en-GB', '9 May 2027'],
  ['en-US', 'May 9, 2027'],
  ['de-DE', '09.05.2027'],
] as const)(
  'a day is printed in the order of %s, whatever the time zone of the machine',
  ([locale, text]) => {
    expect(formatDay('2027-05-09', locale)).toBe(text);
  },
);

test('a day is as many milliseconds long as lie between two midnights without a clock change', () => {
  const start = startOfDay('2027-05-09', 'Europe/Dublin');
  expect(startOfDay('2027-05-10', 'Europe/Dublin') - start).toBe(DAY_MS);
  expect(dayOf(start + DAY_MS - 1, 'Europe/Dublin')).toBe('2027-05-09');
});
