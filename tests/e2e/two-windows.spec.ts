import { expect } from '@playwright/test';
import { test } from '../support/app';
import { goods, people } from '../support/corner-shop';
import { press, scan } from '../support/hands';
import { linesOf, openSecondTill, openTill, outcomeOf, totalOf } from '../support/till';

const { pencil, notebook, globe } = goods;

test('signing in somewhere else ends the session here, and says so', async ({ openWindow }) => {
  const window = await openTill(openWindow);
  await scan(window.page, pencil.code);
  await expect(linesOf(window.page)).toHaveCount(1);
  const other = await openSecondTill(window, people.cashier);
  await expect(window.page.getByText(/^You signed in somewhere else at .*signed out here/)).toBeVisible();
  await expect(linesOf(other)).toContainText('Pencil');
});

test('the last piece, sold in two windows at once, is one sale and one refusal', async ({ openWindow }) => {
  const window = await openTill(openWindow);
  const pages = [window.page, await openSecondTill(window)];
  for (const page of pages) {
    await scan(page, globe.code);
    await expect(totalOf(page)).toHaveText('Total€49.90');
    await press(page, 'F9');
    await expect(page.getByLabel('Amount')).toBeFocused();
  }
  await Promise.all(pages.map((page) => press(page, 'Enter')));
  const ends = pages.map((page) => outcomeOf(page).or(page.getByRole('alert')));
  for (const end of ends) await expect(end).toBeVisible();
  const texts = await Promise.all(ends.map((end) => end.textContent()));
  expect(texts.toSorted()).toEqual([
    'Only 0 of Globe can be had at Shop, and 1 are asked for. Take less, or bring stock there first.',
    'Paid, no change€49.90',
  ]);
});

test('a sale in one window updates the stock shown in another', async ({ openWindow }) => {
  const window = await openTill(openWindow);
  const other = await openSecondTill(window);
  const tile = other.getByRole('listbox', { name: 'Products' }).getByRole('option', { name: 'Notebook' });
  await expect(tile).toContainText('100 left');
  await scan(window.page, notebook.code);
  await expect(totalOf(window.page)).toHaveText('Total€3.49');
  await press(window.page, 'F9', 'Enter');
  await expect(outcomeOf(window.page)).toHaveText('Paid, no change€3.50');
  await expect(tile).toContainText('99 left');
});
