import { describe, expect, test } from 'vitest';
import { isEasilyGuessed, pinDigitsNeeded } from '#shared/kernel/pin';

describe('a PIN', () => {
  test('needs six digits for anyone who can approve, and four for others', () => {
    expect(pinDigitsNeeded(true)).toBe(6);
    expect(pinDigitsNeeded(false)).toBe(4);
  });

  test.each([
    '0000',
    '1111',
    '99999999',
    '1212',
    '123123',
    '12341234',
    '1234',
    '0123',
    '7890',
    '890123',
    '9876',
    '4321',
    '654321',
    '3210',
    '1122',
    '112233',
    '44332211',
    '1985',
    '2026',
    '2580',
    '147258',
  ])('%s is easily guessed', (pin) => {
    expect(isEasilyGuessed(pin)).toBe(true);
  });

  test.each(['7294', '3086', '4071', '581937', '902746', '60418293', '1850', '2101', '112358'])(
    '%s is not',
    (pin) => {
      expect(isEasilyGuessed(pin)).toBe(false);
    },
  );
});
