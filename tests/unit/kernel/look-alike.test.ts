import { describe, expect, test } from 'vitest';
import { looksLike } from '#shared/kernel/look-alike';

describe('names that look alike', () => {
  test.for([
    ['Mary', 'mary', 'case'],
    ['Mary', 'Маrу', 'Cyrillic letters'],
    ['Helen', 'Ηelen', 'a Greek capital'],
    ['Nora', 'Νοrα', 'Greek letters'],
    ['Mary Salt', 'Mary  Salt', 'spaces'],
    ['Mary Salt', 'Mary\u00a0Salt', 'a no-break space'],
    ['Muller', 'Müller', 'an accent'],
    ['Groß', 'GROSS', 'a sharp s'],
    ['Ian', 'lan', 'a capital I and a small L'],
    ['anna1', 'annal', 'a digit'],
    ['bob0', 'bobo', 'a zero'],
    ['Mary', '𝐌𝐚𝐫𝐲', 'mathematical letters'],
    ['Mary', 'Ｍａｒｙ', 'full-width letters'],
    ['Morna', 'Moma', 'rn and m'],
    ['مُحَمَّد', 'محمد', 'Arabic vowels'],
    ['علی', 'علي', 'an Arabic letter of another keyboard'],
    ['יעל', 'יָעֵל', 'Hebrew points'],
  ] as const)('%s and %s, by %s', ([one, other]) => {
    expect(looksLike(one, other)).toBe(true);
    expect(looksLike(other, one)).toBe(true);
  });

  test.for([
    ['Mary', 'Maria'],
    ['Ali', 'All'],
    ['Anna Schmidt', 'Anna Schmidt 2'],
    ['राम', 'रमा'],
    ['محمد', 'محمود'],
    ['יעל', 'יעלה'],
    ['', ''],
  ] as const)('not %s and %s', ([one, other]) => {
    expect(looksLike(one, other)).toBe(false);
  });
});
