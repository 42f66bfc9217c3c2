import { describe, expect, it } from 'vitest';
import { isRightToLeft, textRuns } from '#main/platform/printing/text-runs';

/** The line as drawn from left to right; runs that the font reverses are in braces. */
const drawn = (line: string) =>
  textRuns(line)
    .map(({ text, rightToLeft }) => (rightToLeft && /\p{L}/u.test(text) ? `{${text}}` : text))
    .join('');

describe('a line of text', () => {
  it('in one script is drawn in one piece', () => {
    expect(textRuns('2 × €1.99 (incl. tax)')).toEqual([
      { face: 'noto-sans-latin', text: '2 × €1.99 (incl. tax)', rightToLeft: false },
    ]);
  });

  it('in several scripts uses a font for each', () => {
    expect(textRuns('Чай τσάι Čaj').map(({ face, text }) => [face, text])).toEqual([
      ['noto-sans-cyrillic', 'Чай'],
      ['noto-sans-latin', ' '],
      ['noto-sans-greek', 'τσάι'],
      ['noto-sans-latin', ' '],
      ['noto-sans-latin-ext', 'Č'],
      ['noto-sans-latin', 'aj'],
    ]);
  });

  it('in Arabic is drawn from the right, but its numbers from the left', () => {
    expect(drawn('قهوة عربية 250 غ')).toBe('{غ} 250 {عربية} {قهوة}');
  });

  it('in Arabic keeps its brackets around their content', () => {
    expect(drawn('قهوة (عربية)')).toBe('({عربية}) {قهوة}');
  });

  it('keeps the order of Arabic words in a Latin line, and of Latin words in an Arabic line', () => {
    expect(drawn('Espresso قهوة عربية beans')).toBe('Espresso {عربية} {قهوة} beans');
    expect(drawn('قهوة Espresso Roma عربية')).toBe('{عربية} Espresso Roma {قهوة}');
  });

  it('starts at the right when its first letter does', () => {
    expect(isRightToLeft('(قهوة) Espresso')).toBe(true);
    expect(isRightToLeft('Espresso قهوة')).toBe(false);
    expect(isRightToLeft('')).toBe(false);
  });
});
