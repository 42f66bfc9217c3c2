import { describe, expect, test } from 'vitest';
import { isEasyPassword } from '#shared/kernel/password';

const NAMES = ['ada.byron99', 'The Corner Shop'];

describe('a password', () => {
  test.each([
    'aaaaaaaaaa',
    'ababababab',
    'abcabcabcabca',
    '1234567890',
    '9876543210',
    '890123456789',
    'abcdefghij',
    'ZYXWVUTSRQ',
    'qwertyuiop',
    'ada.byron99',
    'Ada.Byron99',
    'the corner shop',
    'thecornershop',
    '          ',
  ])('%s is easily guessed', (password) => {
    expect(isEasyPassword(password, NAMES)).toBe(true);
  });

  test.each(['four corner cats', 'correct horse battery', 'k3J9-pQ2x-Vm71', 'abcdefghix', '1234567891'])(
    '%s is not',
    (password) => {
      expect(isEasyPassword(password, NAMES)).toBe(false);
    },
  );
});
