import { expect, type Page } from '@playwright/test';
import { test } from '../support/app';
import {
  byLoginOf,
  goods,
  loginOf,
  menuOf,
  PASSWORD,
  passwordOf,
  people,
  pinOf,
  tileOf,
  wrongSecret,
} from '../support/corner-shop';
import { titleOf } from '../support/demo-store';
import { press, scan, type } from '../support/hands';
import { lockOf, openSold, unlock } from '../support/lock';
import { text } from '../support/texts';
import { findBoxOf, linesOf, times, total, totalOf } from '../support/till';

const { pencil, notebook } = goods;
const { cashier, manager } = people;
const STOREKEEPER = { username: 'sol', firstName: 'Sol', lastName: 'Stein' };

test('a locked till accepts nothing, stays locked after a reload, and is unlocked by PIN unchanged', {
  tag: '@fast',
}, async ({ openWindow }) => {
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
  await expect(linesOf(page)).toContainText(times(1));

  await press(page, 'F3');
  await expect(page.getByRole('dialog')).toBeVisible();
  await press(page, 'Control+l');
  await expect(lockOf(page)).toBeVisible();
  await page.reload();
  await expect(lockOf(page)).toBeVisible();
  await unlock(page);
  await expect(linesOf(page)).toHaveCount(1);
  await scan(page, pencil.code);
  await expect(linesOf(page)).toContainText(times(2));
});

test('a wrong PIN does not unlock, but the password does', async ({ openWindow }) => {
  const { page } = await openSold(openWindow);
  await press(page, 'Control+l');
  await expect(pinOf(page)).toBeFocused();
  await type(page, '8888');
  await press(page, 'Enter');
  await expect(page.getByRole('alert')).toHaveText(wrongSecret('pin', 4));
  await page.getByRole('button', { name: text('common:proof.usePassword') }).click();
  await expect(page.getByRole('alert')).toBeHidden();
  await type(page, 'four corner dogs');
  await press(page, 'Enter');
  await expect(page.getByRole('alert')).toHaveText(wrongSecret('password', 4));
  await type(page, PASSWORD);
  await press(page, 'Enter');
  await expect(lockOf(page)).toBeHidden();
  await expect(linesOf(page)).toHaveCount(1);
});

test('another person takes the till over by tile and PIN, with its ticket, and their own is parked', async ({
  openWindow,
}) => {
  const { page } = await openSold(openWindow, async ({ calls, signIn: goOnAs }) => {
    goOnAs((await calls.people.signIn({ login: manager.username, password: PASSWORD })).token);
    await calls.sales.scan({ code: notebook.code });
  });
  await press(page, 'Control+l');
  await page.getByRole('button', { name: text('shell:lock.someoneElse') }).click();
  await expect(page.getByRole('heading', { name: text('shell:lock.whoTakesOver') })).toBeVisible();
  await expect(tileOf(page, cashier)).toBeHidden();
  await tileOf(page, manager).click();
  await expect(pinOf(page)).toBeFocused();
  await type(page, manager.pin);
  await press(page, 'Enter');
  await expect(menuOf(page, { firstName: 'Mo', role: 'manager' })).toBeVisible();
  await expect(linesOf(page)).toHaveCount(1);
  await expect(linesOf(page)).toContainText('Pencil');
  await expect(page.getByText(text('shell:lock.parked', { name: 'Mo Salt' }))).toBeVisible();
  await expect(findBoxOf(page)).toBeFocused();
  await scan(page, pencil.code);
  await expect(totalOf(page)).toHaveText(total('€2.40'));
});

test('a person who does not sell takes over by name and password, and gets their own first page', async ({
  openWindow,
}) => {
  const { page } = await openSold(openWindow, async ({ calls, signIn: goOnAs }) => {
    goOnAs((await calls.people.signIn({ login: people.admin.username, password: PASSWORD })).token);
    await calls.people.createAccount({ ...STOREKEEPER, role: 'storekeeper', password: PASSWORD });
  });
  await press(page, 'Control+l');
  await page.getByRole('button', { name: text('shell:lock.someoneElse') }).click();
  await byLoginOf(page).click();
  await loginOf(page).fill(STOREKEEPER.username);
  await passwordOf(page).fill(PASSWORD);
  await press(page, 'Enter');
  await expect(titleOf(page, 'stockroom', 'lookUp')).toBeVisible();
  await expect(menuOf(page, { firstName: 'Sol', role: 'storekeeper' })).toBeVisible();
});

test.describe('on a touch screen of 1024 by 768', () => {
  test.use({ hasTouch: true, viewport: { width: 1024, height: 768 } });

  test('the till can be locked, unlocked and taken over', async ({ openWindow }) => {
    const { page } = await openSold(openWindow);
    await lockByTouch(page);
    await tapPin(page, cashier.pin, text('shell:lock.unlock'));
    await expect(lockOf(page)).toBeHidden();
    await expect(linesOf(page)).toHaveCount(1);
    await lockByTouch(page);
    await page.getByRole('button', { name: text('shell:lock.someoneElse') }).tap();
    await tileOf(page, manager).tap();
    await tapPin(page, manager.pin, text('people-access:signIn.action'));
    await expect(menuOf(page, { firstName: 'Mo', role: 'manager' })).toBeVisible();
    await expect(linesOf(page)).toHaveCount(1);
  });
});

async function lockByTouch(page: Page): Promise<void> {
  await menuOf(page).tap();
  await page.getByRole('menuitem', { name: text('shell:person.lock') }).tap();
  await expect(lockOf(page)).toBeVisible();
}

async function tapPin(page: Page, pin: string, action: string): Promise<void> {
  for (const digit of pin) await page.getByRole('button', { name: digit, exact: true }).tap();
  await page.getByRole('button', { name: action, exact: true }).tap();
}
