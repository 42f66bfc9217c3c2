import { describe, expect, test } from 'vitest';
import { cleanCode, cleanLine, cleanText } from '#shared/kernel/clean-text';

describe('a text of one line', () => {
  test.for([
    ['a null byte', 'Ma\u0000ry'],
    ['an escape', 'Ma\u001bry'],
    ['a C1 control', 'Ma\u009bry'],
    ['a bidirectional override', 'Ma\u202ery'],
    ['a bidirectional isolate', 'Ma\u2066r\u2069y'],
    ['a right-to-left mark', 'Ma\u200fry'],
    ['an Arabic letter mark', 'Ma\u061cry'],
    ['a zero-width space', 'Ma\u200bry'],
    ['a zero-width joiner', 'Ma\u200dry'],
    ['a zero-width non-joiner', 'Ma\u200cry'],
    ['a byte order mark', '\ufeffMary'],
    ['a soft hyphen', 'Ma\u00adry'],
    ['a Hangul filler', 'Ma\u3164ry'],
    ['a tag', 'Ma\u{e0041}ry'],
    ['a variation selector', 'Ma\ufe0fry'],
    ['half a surrogate pair', 'Ma\ud83dry'],
  ] as const)('loses %s', ([, text]) => {
    expect(cleanLine(text)).toBe('Mary');
  });

  test('contains no line breaks or tabs', () => {
    expect(cleanLine('Mary\r\nAnn\tLee\u2028Jo')).toBe('Mary Ann Lee Jo');
  });

  test('is stored in composed form', () => {
    expect(cleanLine('Mu\u0308ller')).toBe('M\u00fcller');
  });

  test.for([
    ['German', 'Jürgen Groß'],
    ['Arabic', 'محمد عبد الله'],
    ['Arabic with vowels', 'مُحَمَّد'],
    ['Hebrew', 'יעל כהן'],
    ['Hebrew with points', 'שָׂרָה'],
    ['Persian with a non-joiner', 'علی\u200cرضا'],
    ['Hindi with a joiner', 'क्\u200dष'],
    ['Hindi', 'राम'],
    ['Japanese with a form selector', '葛\u{e0100}城'],
    ['Greek', 'Ελένη'],
    ['an emoji sequence', 'Snacks 👩\u200d🌾 ❤\ufe0f'],
    ['a no-break space', 'Honey, 340\u00a0g'],
  ] as const)('in %s is unchanged', ([, text]) => {
    expect(cleanLine(text)).toBe(text.normalize('NFC'));
  });
});

describe('a text of several lines', () => {
  test('keeps its line breaks in one form, and no other invisible character', () => {
    expect(cleanText('Main Street 1\r\nDub\u0000lin\r\u202eIreland\u2029')).toBe(
      'Main Street 1\nDublin\nIreland\n',
    );
  });
});

describe('a code', () => {
  test('keeps the separator of GS1 elements', () => {
    expect(cleanCode('\u001d0109521234543213\u001d10AB\u0000C')).toBe('\u001d0109521234543213\u001d10ABC');
  });
});
