import { expect } from '@playwright/test';
import { test } from '../support/app';
import { openCornerShop, people, signIn } from '../support/corner-shop';
import { goTo } from '../support/demo-store';

test('no script gets into the window through text written as HTML', async ({ openWindow }) => {
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

test('the window itself needs nothing that the policy refuses', { tag: '@fast' }, async ({ openWindow }) => {
  const { page } = await openWindow(openCornerShop);
  const faults: string[] = [];
  page.on('console', (message) => message.type() === 'error' && faults.push(message.text()));
  page.on('pageerror', (error) => faults.push(error.message));
  await page.reload();
  await signIn(page, people.admin.username);
  await goTo(page, 'office', 'settings');
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  expect(faults).toEqual([]);
});
