import { expect, test } from 'vitest';
import { dayOfText } from '#renderer/lib/day-text';

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
  '31 Dec 2027',
  'soon',
])('%j is not a day, or not yet', (text) => {
  expect(dayOfText(text, 'en-GB')).toBeNull();
});
