import { expect, type Page } from '@playwright/test';
import { test } from '../support/app';
import { goods, menuOf, people, pinOf, signInTitleOf, tileOf } from '../support/corner-shop';
import { press, scan, type } from '../support/hands';
import { lockOf, openSold, unlock } from '../support/lock';
import { losingConnection } from '../support/lost-connection';
import { text } from '../support/texts';
import { findBoxOf, linesOf, times } from '../support/till';

const { pencil } = goods;
const { manager } = people;
const LOST = text('shell:connection.lost');

test('windows of one session lock and unlock together', { tag: '@fast' }, async ({ openWindow }) => {
  const { page } = await openSold(openWindow);
  const other = await anotherOf(page);
  await expect(linesOf(other)).toHaveCount(1);
  await press(other, 'Control+l');
  await expect(lockOf(other)).toBeVisible();
  await expect(lockOf(page)).toBeVisible();
  await unlock(page);
  await expect(lockOf(other)).toBeHidden();
  await scan(other, pencil.code);
  await expect(linesOf(page)).toContainText(times(2));
});

test('what is open below the lock screen stays open, whatever key is pressed', async ({ openWindow }) => {
  const { page } = await openSold(openWindow);
  await press(page, 'F7');
  await expect(page.getByRole('textbox', { name: text('sales:dialogs.note.label') })).toBeFocused();
  await type(page, 'gift');
  await lockFromAnother(page);
  await expect(lockOf(page)).toBeVisible();
  await press(page, 'Escape', 'Escape');
  await unlock(page);
  await expect(page.getByRole('textbox', { name: text('sales:dialogs.note.label') })).toHaveValue('gift');
  await expect(page.getByRole('textbox', { name: text('sales:dialogs.note.label') })).toBeFocused();
});

test('a person who takes the till over ends the session in all its windows, which show it', async ({
  openWindow,
}) => {
  const { page } = await openSold(openWindow);
  const other = await anotherOf(page);
  await press(page, 'Control+l');
  await page.getByRole('button', { name: text('shell:lock.someoneElse') }).click();
  await tileOf(page, manager).click();
  await expect(pinOf(page)).toBeFocused();
  await type(page, manager.pin);
  await press(page, 'Enter');
  await expect(menuOf(page, { firstName: 'Mo', role: 'manager' })).toBeVisible();
  await expect(other.getByText(text('refusals:SESSION_TAKEN_OVER', { by: 'Mo Salt' }))).toBeVisible();
  await expect(signInTitleOf(other)).toBeVisible();
});

test('a locked window is covered at once while the store cannot be reached, and the store learns of the lock later', async ({
  openWindow,
}) => {
  const { page } = await openSold(openWindow);
  const connection = await losingConnection(page);
  await expect(findBoxOf(page)).toBeFocused();
  await connection.lose();
  await expect(page.getByText(LOST)).toBeVisible();
  await press(page, 'Control+l');
  await expect(lockOf(page)).toBeVisible();
  await expect(lockOf(page).getByText(LOST)).toBeVisible();
  connection.restore();
  await expect(lockOf(page).getByText(LOST)).toBeHidden();
  await expect.poll(() => page.evaluate(() => sessionStorage.getItem('tillroom.locking'))).toBeNull();
  await page.reload();
  await expect(lockOf(page)).toBeVisible();
  await unlock(page);
});

/** Opens another window of the same session, as the app itself does. */
async function anotherOf(page: Page): Promise<Page> {
  const opened = page.waitForEvent('popup');
  await page.evaluate(() => void window.open(location.href));
  const other = await opened;
  await expect(findBoxOf(other)).toBeVisible();
  return other;
}

async function lockFromAnother(page: Page): Promise<void> {
  const other = await anotherOf(page);
  await expect(findBoxOf(other)).toBeFocused();
  await press(other, 'Control+l');
  await expect(lockOf(other)).toBeVisible();
  await other.close();
}
