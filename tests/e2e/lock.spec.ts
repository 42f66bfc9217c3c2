import { expect, type Page } from '@playwright/test';
import { test } from '../support/app';
import { goods, PASSWORD, people, pinOf, tileOf } from '../support/corner-shop';
import { press, scan, type } from '../support/hands';
import { lockOf, openSold, unlock } from '../support/lock';
import { findBoxOf, linesOf, totalOf } from '../support/till';

const { pencil, notebook } = goods;
const { cashier, manager } = people;
const STOREKEEPER = { username: 'sol', firstName: 'Sol', lastName: 'Stein' };

test('a locked till takes nothing, stays locked over a reload, and is unlocked by PIN as it was', async ({
  openWindow,
}) => {
  const { page } = await openSold(openWindow);
  await type(page, 'note');
  await press(page, 'Control+l');
  await expect(lockOf(page)).toBeVisible();
  await expect(pinOf(page)).toBeFocused();
  await scan(page, pencil.code);
  await press(page, 'F9', 'Escape');
  await expect(pinOf(page)).toHaveValue('');
  await unlock(page);
  await expect(findBoxOf(page)).toBeFocused();
  await expect(findBoxOf(page)).toHaveValue('note');
  await expect(linesOf(page)).toHaveCount(1);
  await expect(linesOf(page)).toContainText('1 ×');

  await press(page, 'Control+l');
  await expect(lockOf(page)).toBeVisible();
  await page.reload();
  await expect(lockOf(page)).toBeVisible();
  await unlock(page);
  await expect(linesOf(page)).toHaveCount(1);
  await scan(page, pencil.code);
  await expect(linesOf(page)).toContainText('2 ×');
});

test('a wrong PIN does not unlock, and the password does', async ({ openWindow }) => {
  const { page } = await openSold(openWindow);
  await press(page, 'Control+l');
  await expect(pinOf(page)).toBeFocused();
  await type(page, '8888');
  await press(page, 'Enter');
  await expect(page.getByRole('alert')).toHaveText('This PIN is not right. 4 tries are left.');
  await page.getByRole('button', { name: 'Use the password' }).click();
  await expect(page.getByRole('alert')).toBeHidden();
  await type(page, 'four corner dogs');
  await press(page, 'Enter');
  await expect(page.getByRole('alert')).toHaveText('This password is not right. 4 tries are left.');
  await type(page, PASSWORD);
  await press(page, 'Enter');
  await expect(lockOf(page)).toBeHidden();
  await expect(linesOf(page)).toHaveCount(1);
});

test('someone else takes the till over by tile and PIN, with its ticket; their own is parked', async ({
  openWindow,
}) => {
  const { page } = await openSold(openWindow, async ({ calls, signIn: goOnAs }) => {
    goOnAs((await calls.people.signIn({ login: manager.username, password: PASSWORD })).token);
    await calls.sales.scan({ code: notebook.code });
  });
  await press(page, 'Control+l');
  await page.getByRole('button', { name: 'Someone else' }).click();
  await expect(page.getByRole('heading', { name: 'Who takes over?' })).toBeVisible();
  await expect(tileOf(page, cashier)).toBeHidden();
  await tileOf(page, manager).click();
  await expect(pinOf(page)).toBeFocused();
  await type(page, manager.pin);
  await press(page, 'Enter');
  await expect(page.getByRole('button', { name: 'Mo , Manager: menu' })).toBeVisible();
  await expect(linesOf(page)).toHaveCount(1);
  await expect(linesOf(page)).toContainText('Pencil');
  await expect(page.getByText('is parked under the name Mo Salt.')).toBeVisible();
  await expect(findBoxOf(page)).toBeFocused();
  await scan(page, pencil.code);
  await expect(totalOf(page)).toHaveText('Total€2.40');
});

test('someone who does not sell takes over by name and password, and is at their own first page', async ({
  openWindow,
}) => {
  const { page } = await openSold(openWindow, async ({ calls, signIn: goOnAs }) => {
    goOnAs((await calls.people.signIn({ login: people.admin.username, password: PASSWORD })).token);
    await calls.people.createAccount({ ...STOREKEEPER, role: 'storekeeper', password: PASSWORD });
  });
  await press(page, 'Control+l');
  await page.getByRole('button', { name: 'Someone else' }).click();
  await page.getByRole('button', { name: 'Sign in with name and password' }).click();
  await page.getByLabel('Username or email').fill(STOREKEEPER.username);
  await page.getByRole('textbox', { name: 'Password' }).fill(PASSWORD);
  await press(page, 'Enter');
  await expect(page.getByRole('heading', { name: 'Look up', level: 1 })).toBeVisible();
  await expect(page.getByRole('button', { name: 'Sol , Storekeeper: menu' })).toBeVisible();
});

test.describe('on a touch screen of 1024 by 768', () => {
  test.use({ hasTouch: true, viewport: { width: 1024, height: 768 } });

  test('the till is locked, unlocked and taken over', async ({ openWindow }) => {
    const { page } = await openSold(openWindow);
    await lockByTouch(page);
    await tapPin(page, cashier.pin, 'Unlock');
    await expect(lockOf(page)).toBeHidden();
    await expect(linesOf(page)).toHaveCount(1);
    await lockByTouch(page);
    await page.getByRole('button', { name: 'Someone else' }).tap();
    await tileOf(page, manager).tap();
    await tapPin(page, manager.pin, 'Sign in');
    await expect(page.getByRole('button', { name: 'Mo , Manager: menu' })).toBeVisible();
    await expect(linesOf(page)).toHaveCount(1);
  });
});

async function lockByTouch(page: Page): Promise<void> {
  await page.getByRole('button', { name: /: menu$/ }).tap();
  await page.getByRole('menuitem', { name: 'Lock' }).tap();
  await expect(lockOf(page)).toBeVisible();
}

async function tapPin(page: Page, pin: string, action: string): Promise<void> {
  for (const digit of pin) await page.getByRole('button', { name: digit, exact: true }).tap();
  await page.getByRole('button', { name: action, exact: true }).tap();
}
