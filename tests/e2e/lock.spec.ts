import { expect, type Page } from '@playwright/test';
import { type AppWindow, type Prepare, test } from '../support/app';
import { goods, openWithTiles, PASSWORD, people, pinOf, signIn, tileOf } from '../support/corner-shop';
import { press, scan, type } from '../support/hands';
import { losingConnection } from '../support/lost-connection';
import { findBoxOf, linesOf, ticketOf, totalOf } from '../support/till';

const { pencil, notebook } = goods;
const { cashier, manager } = people;
const LOST = 'The store does not answer. Trying again.';
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

test('what is open below the lock screen stays open, whatever is pressed', async ({ openWindow }) => {
  const { page } = await openSold(openWindow);
  await press(page, 'F7');
  await expect(page.getByRole('textbox', { name: 'Note' })).toBeFocused();
  await type(page, 'gift');
  await lockFromAnother(page);
  await expect(lockOf(page)).toBeVisible();
  await press(page, 'Escape', 'Escape');
  await unlock(page);
  await expect(page.getByRole('textbox', { name: 'Note' })).toHaveValue('gift');
  await expect(page.getByRole('textbox', { name: 'Note' })).toBeFocused();
});

test('windows of one session lock and unlock together', async ({ openWindow }) => {
  const { page } = await openSold(openWindow);
  const other = await anotherOf(page);
  await expect(linesOf(other)).toHaveCount(1);
  await press(other, 'Control+l');
  await expect(lockOf(other)).toBeVisible();
  await expect(lockOf(page)).toBeVisible();
  await unlock(page);
  await expect(lockOf(other)).toBeHidden();
  await scan(other, pencil.code);
  await expect(linesOf(page)).toContainText('2 ×');
});

test('the window is covered at once when the store cannot be reached, and the store learns of it', async ({
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

test('someone else takes the till over by tile and PIN, with its ticket; their own is parked', async ({
  openWindow,
}) => {
  const { page } = await openSold(openWindow, async ({ calls, signIn: goOnAs }) => {
    goOnAs((await calls.people.signIn({ login: manager.username, password: PASSWORD })).token);
    await calls.sales.scan({ code: notebook.code });
  });
  const other = await anotherOf(page);
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
  await expect(other.getByText(/^Mo Salt took over this till and its ticket/)).toBeVisible();
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

const lockOf = (page: Page) => page.getByRole('dialog').filter({ hasText: 'Locked' });

/** The corner shop's till with a pencil on the cashier's ticket. */
async function openSold(
  openWindow: (prepare: Prepare) => Promise<AppWindow>,
  fill?: Prepare,
): Promise<AppWindow> {
  const window = await openWindow(async (client) => {
    await openWithTiles(client);
    await fill?.(client);
  });
  await signIn(window.page, cashier.username);
  await expect(findBoxOf(window.page)).toBeFocused();
  await scan(window.page, pencil.code);
  await expect(ticketOf(window.page).getByText('1 ×')).toBeVisible();
  return window;
}

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

async function unlock(page: Page): Promise<void> {
  await expect(pinOf(page)).toBeFocused();
  await type(page, cashier.pin);
  await press(page, 'Enter');
  await expect(lockOf(page)).toBeHidden();
}

async function lockByTouch(page: Page): Promise<void> {
  await page.getByRole('button', { name: /: menu$/ }).tap();
  await page.getByRole('menuitem', { name: 'Lock' }).tap();
  await expect(lockOf(page)).toBeVisible();
}

async function tapPin(page: Page, pin: string, action: string): Promise<void> {
  for (const digit of pin) await page.getByRole('button', { name: digit, exact: true }).tap();
  await page.getByRole('button', { name: action, exact: true }).tap();
}
