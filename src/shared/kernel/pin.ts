/** The minimum length of the PIN of a person who can approve; others need four digits. */
export const APPROVING_PIN_DIGITS = 6;
export const SHORTEST_PIN_DIGITS = 4;
export const LONGEST_PIN_DIGITS = 8;

/**
 * PINs that people choose most often, in addition to the patterns below: lines and crosses of the keypad, and a few
 * well-known numbers.
 */
const COMMON = [
  '2580',
  '0852',
  '1379',
  '9731',
  '1397',
  '1470',
  '1590',
  '3690',
  '2468',
  '1357',
  '8642',
  '7531',
  '1004',
  '0007',
  '147258',
  '258369',
  '147369',
  '159753',
  '159357',
  '753159',
  '456852',
  '852456',
  '142857',
  '314159',
  '271828',
  '14725836',
  '15935746',
  '31415926',
  '27182818',
];

/** The minimum length of a PIN. @param canApprove whether its owner can approve for others */
export function pinDigitsNeeded(canApprove: boolean): number {
  return canApprove ? APPROVING_PIN_DIGITS : SHORTEST_PIN_DIGITS;
}

/**
 * Whether a PIN is among those that an attacker tries first: a repeated digit or short group (1111, 1212, 123123), a
 * run up or down (1234, 9876, 890123), pairs in a run (112233), a year (1985), or a common PIN.
 * @param pin four to eight digits
 */
export function isEasilyGuessed(pin: string): boolean {
  return isRepeated(pin) || isRun(pin) || isRunOfPairs(pin) || isYear(pin) || COMMON.includes(pin);
}

function isRepeated(pin: string): boolean {
  for (let length = 1; length <= pin.length / 2; length += 1) {
    const group = pin.slice(0, length);
    if (pin.length % length === 0 && group.repeat(pin.length / length) === pin) return true;
  }
  return false;
}

/** Whether the digits all count up by one or all count down by one; 0 follows 9. */
function isRun(digits: string): boolean {
  const steps = [...digits].slice(1).map((digit, index) => (Number(digit) - Number(digits[index]) + 10) % 10);
  return steps.every((step) => step === 1) || steps.every((step) => step === 9);
}

function isRunOfPairs(pin: string): boolean {
  const pairs = pin.match(/../g) ?? [];
  const isPaired = pin.length % 2 === 0 && pairs.every(([first, second]) => first === second);
  return isPaired && isRun(pairs.map(([first]) => first).join(''));
}

function isYear(pin: string): boolean {
  return /^(19|20)\d\d$/.test(pin);
}
