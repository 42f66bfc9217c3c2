import { GROUP_SEPARATOR, type KeyStroke } from './key-stroke';

/** What the keys with signs are on a US keyboard: plain, and with Shift. */
const SIGNS: Readonly<Record<string, string>> = {
  Backquote: '`~',
  Minus: '-_',
  Equal: '=+',
  BracketLeft: '[{',
  BracketRight: ']}',
  Backslash: '\\|',
  Semicolon: ';:',
  Quote: '\'"',
  Comma: ',<',
  Period: '.>',
  Slash: '/?',
  Space: '  ',
  NumpadAdd: '++',
  NumpadSubtract: '--',
  NumpadMultiply: '**',
  NumpadDivide: '//',
  NumpadDecimal: '..',
};
const SHIFTED_DIGITS = ')!@#$%^&*(';

/**
 * What strokes are on a US keyboard, by the positions of their keys (`KeyboardEvent.code`): the text that a scanner
 * means which is set to that layout while the computer is set to another.
 *
 * @returns undefined where a key has no character there
 */
export function textOfKeyPositions(strokes: readonly KeyStroke[]): string | undefined {
  const characters = strokes.map(characterAt);
  return characters.includes(undefined) ? undefined : characters.join('');
}

function characterAt({ key, code, shiftKey }: KeyStroke): string | undefined {
  if (key === GROUP_SEPARATOR) return key;
  const [, letter, digit, keypadDigit] = /^(?:Key([A-Z])|Digit(\d)|Numpad(\d))$/.exec(code) ?? [];
  if (letter !== undefined) return shiftKey ? letter : letter.toLowerCase();
  if (digit !== undefined) return shiftKey ? SHIFTED_DIGITS[Number(digit)] : digit;
  return keypadDigit ?? SIGNS[code]?.[shiftKey ? 1 : 0];
}
