import i18next from 'i18next';
import { beforeAll, expect, test } from 'vitest';
import { startTexts } from '#renderer/lib/texts';

beforeAll(() => startTexts());

const sentenceAbout = (username: string) => i18next.t('refusals:USERNAME_TAKEN', { username });

test('a right-to-left name is isolated from the sentence around it', () => {
  expect(sentenceAbout('محمد')).toContain('\u2068محمد\u2069');
  expect(sentenceAbout('יעל-2')).toContain('\u2068יעל-2\u2069');
});

test('other names are inserted unchanged, including HTML characters', () => {
  expect(sentenceAbout('ada')).toMatch(/ ada /);
  expect(sentenceAbout('<b>&"ada"')).toContain('<b>&"ada"');
});
