/** The rows that people type from one end to the other: digits, the alphabet and the keys of a keyboard. */
const ROWS = ['0123456789', 'abcdefghijklmnopqrstuvwxyz', 'qwertyuiopasdfghjklzxcvbnm'];

/**
 * Whether a password is among those that an attacker tries first: one repeated character or short group
 * (aaaaaaaaaa, ababababab), a sequence forwards or backwards (1234567890, qwertyuiop), or one of the given names.
 * @param names the username and the name of the shop
 */
export function isEasyPassword(password: string, names: readonly string[]): boolean {
  const text = folded(password);
  return isRepeated(text) || isSequence(text) || names.some((name) => folded(name) === text);
}

/** The text without spaces and in lower case, since "Corner Shop" is as easy to guess as "cornershop". */
function folded(text: string): string {
  return text.normalize('NFKC').toLowerCase().replace(/\s/g, '');
}

function isRepeated(text: string): boolean {
  for (let length = 1; length <= text.length / 2; length += 1) {
    const group = text.slice(0, length);
    if (group.repeat(Math.ceil(text.length / length)).startsWith(text)) return true;
  }
  return false;
}

function isSequence(text: string): boolean {
  const backwards = [...text].reverse().join('');
  return ROWS.some((row) => {
    const endless = row.repeat(Math.ceil(text.length / row.length) + 1);
    return endless.includes(text) || endless.includes(backwards);
  });
}
