import { expect } from '@playwright/test';
import { test } from '../support/app';
import { openCornerShop } from '../support/corner-shop';

test('no script gets into the window through a text that is written as HTML', async ({ openWindow }) => {
  const { page } = await openWindow(openCornerShop);
  const refused = await page.evaluate(() => {
    const element = document.createElement('div');
    const tries: [string, () => unknown][] = [
      ['HTML', () => (element.innerHTML = '<img src=x onerror=alert(1)>')],
      ['document', () => document.write('<p>text</p>')],
      ['script text', () => (document.createElement('script').text = 'alert(1)')],
      ['script of others', () => (document.createElement('script').src = 'https://example.org/x.js')],
    ];
    return tries
      .filter(([, act]) => {
        try {
          act();
          return false;
        } catch {
          return true;
        }
      })
      .map(([name]) => name);
  });
  expect(refused).toEqual(['HTML', 'document', 'script text', 'script of others']);
});
