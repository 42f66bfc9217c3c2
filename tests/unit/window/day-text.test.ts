import { expect, test } from 'vitest';
import { dayOfText, exampleDay, lastDayOfMonthText } from '#renderer/lib/day-text';

test.for([
  ['31/12/2027', 'en-GB'],
  ['31.12.27', 'de-DE'],
  ['31 12 27', 'fr-FR'],
  ['311227', 'en-GB'],
  ['31122027', 'en-GB'],
  ['12/31/2027', 'en-US'],
  ['123127', 'en-US'],
  ['2027. 12. 31.', 'hu-HU'],
  ['271231', 'hu-HU'],
  ['2027-12-31', 'en-US'],
  ['2027-12-31', 'en-GB'],
  ['31 Dec 2027', 'en-GB'],
  ['Dec 31, 2027', 'en-US'],
  ['31. Dezember 2027', 'de-DE'],
  ['31 déc. 2027', 'fr-FR'],
] as const)('%s means the last day of 2027 in %s', ([text, locale]) => {
  expect(dayOfText(text, locale)).toBe('2027-12-31');
});

test('the day comes first where people write it first', () => {
  expect(dayOfText('3/4/27', 'en-GB')).toBe('2027-04-03');
  expect(dayOfText('3/4/27', 'en-US')).toBe('2027-03-04');
});

test.for([
  '',
  '3',
  '31/12',
  '31/12/2',
  '31/12/202',
  '31/02/2027',
  '00/12/2027',
  '3112',
  '31/13/2026',
  '4 dec',
  '4 De 2027',
  '31 Feb 2027',
  '4 soon 2027',
  'soon',
])('%j is not a day, or not yet', (text) => {
  expect(dayOfText(text, 'en-GB')).toBeNull();
});

test.for([
  ['12/2026', '2026-12-31'],
  ['2/2028', '2028-02-29'],
  ['02.2027', '2027-02-28'],
  ['2026-04', '2026-04-30'],
] as const)('%s on a pack means %s', ([text, day]) => {
  expect(lastDayOfMonthText(text)).toBe(day);
});

test.for(['', '5/12', '13/2026', '0/2026', '12/26', '1/12/2026', 'Dec 2026'])('%j is not a month', (text) => {
  expect(lastDayOfMonthText(text)).toBeNull();
});

test('an example of a day is written as the locale writes it', () => {
  expect(exampleDay(2026, 'en-GB')).toBe('31/12/2026');
  expect(exampleDay(2026, 'en-US')).toBe('12/31/2026');
});
