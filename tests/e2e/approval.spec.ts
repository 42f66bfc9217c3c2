import { expect, type Page } from '@playwright/test';
import { test } from '../support/app';
import {
  goods,
  mustWaitForPin,
  openCornerShop,
  openWithTiles,
  PASSWORD,
  people,
  pinOf,
  signIn,
  tileOf,
  wrongSecret,
} from '../support/corner-shop';
import { press, scan, tabTo, type } from '../support/hands';
import type { SocketClient } from '../support/socket-client';
import { text } from '../support/texts';
import { findBoxOf, linesOf, total, totalOf } from '../support/till';

const { cashier, manager } = people;
const WRONG_PIN = '888888';
const anAdmin = text('common:aRole.admin');

test('one of several possible approvers is chosen and approves by PIN', { tag: '@fast' }, async ({
  openWindow,
}) => {
  const { page } = await openWindow(openWithTiles);
  await askForDiscount(page);
  await expect(dialogOf(page)).toContainText(
    text('common:approval.who', {
      roles: `${anAdmin.charAt(0).toUpperCase()}${anAdmin.slice(1)} or ${text('common:aRole.manager')}`,
    }),
  );
  await expect(tileOf(page, people.admin)).toBeFocused();
  await press(page, 'ArrowRight', 'Enter');
  await expect(pinOf(page)).toBeFocused();
  await type(page, WRONG_PIN);
  await press(page, 'Enter');
  await expect(dialogOf(page).getByRole('alert')).toHaveText(wrongSecret('pin', 4));
  await type(page, manager.pin);
  await expect(dialogOf(page).getByRole('alert')).toBeHidden();
  await press(page, 'Enter');
  await expect(totalOf(page)).toHaveText(total('€1.08'));
  await expect(page.getByRole('dialog')).toBeHidden();
  await expect(findBoxOf(page)).toBeFocused();
});

test('Escape goes back one step at a time, and so does the focus', async ({ openWindow }) => {
  const { page } = await openWindow(openWithTiles);
  await askForDiscount(page);
  await expect(tileOf(page, people.admin)).toBeFocused();
  await press(page, 'ArrowRight', 'Enter');
  await expect(pinOf(page)).toBeFocused();
  await press(page, 'Escape');
  await expect(tileOf(page, manager)).toBeFocused();
  await press(page, 'Escape');
  await expect(dialogOf(page)).toBeHidden();
  await expect(page.getByLabel(text('sales:dialogs.discount.percentLabel'))).toBeFocused();
  await expect(page.getByLabel(text('sales:dialogs.discount.percentLabel'))).toHaveValue('10');
});

test('after too many wrong PINs the password approves and ends the wait', async ({ openWindow }) => {
  const { page } = await openWindow(openWithTiles);
  await askForDiscount(page);
  await tileOf(page, manager).click();
  for (let tries = 1; tries <= 6; tries += 1) {
    await expect(pinOf(page)).toHaveValue('');
    await type(page, WRONG_PIN);
    await press(page, 'Enter');
    await expect(dialogOf(page).getByRole('alert')).toBeVisible();
  }
  await expect(dialogOf(page).getByRole('alert')).toHaveText(mustWaitForPin());
  await tabTo(page, page.getByRole('button', { name: text('common:proof.usePassword') }));
  await press(page, 'Enter');
  await approveByPassword(page);
  await expect(totalOf(page)).toHaveText(total('€1.08'));

  await press(page, 'F4');
  await page.getByRole('button', { name: '20%' }).click();
  await tileOf(page, manager).click();
  await type(page, manager.pin);
  await press(page, 'Enter');
  await expect(totalOf(page)).toHaveText(total('€0.96'));
});

test('a person whose PIN is too short to approve uses the password', async ({ openWindow }) => {
  const { page } = await openWindow(openWithShortPin);
  await askForDiscount(page, 'lena');
  await tileOf(page, cashier).click();
  await expect(dialogOf(page)).toContainText(text('common:approval.pinTooShort', { name: 'Cem Kaya' }));
  await approveByPassword(page);
  await expect(totalOf(page)).toHaveText(total('€1.08'));
});

test.describe('on a touch screen of 1024 by 768', () => {
  test.use({ hasTouch: true, viewport: { width: 1024, height: 768 } });

  test('a manager approves by tile and PIN', async ({ openWindow }) => {
    const { page } = await openWindow(openWithTiles);
    await askForDiscount(page);
    await tileOf(page, manager).tap();
    for (const digit of manager.pin) {
      await dialogOf(page).getByRole('button', { name: digit, exact: true }).tap();
    }
    const approve = dialogOf(page).getByRole('button', { name: text('common:approval.approve') });
    await expect(approve).toBeInViewport({ ratio: 1 });
    await approve.tap();
    await expect(totalOf(page)).toHaveText(total('€1.08'));
  });
});

const dialogOf = (page: Page) => page.getByRole('dialog', { name: text('common:approval.title') });

/** The cashier requests ten percent off a pencil. */
async function askForDiscount(page: Page, username: string = cashier.username): Promise<void> {
  await signIn(page, username);
  await expect(findBoxOf(page)).toBeFocused();
  await scan(page, goods.pencil.code);
  await expect(linesOf(page)).toHaveCount(1);
  await press(page, 'F4');
  await expect(page.getByLabel(text('sales:dialogs.discount.percentLabel'))).toBeFocused();
  await type(page, '10');
  await press(page, 'Enter');
  await expect(dialogOf(page)).toBeVisible();
}

async function approveByPassword(page: Page): Promise<void> {
  await expect(dialogOf(page).getByRole('textbox', { name: text('common:proof.password') })).toBeFocused();
  await type(page, PASSWORD);
  await press(page, 'Enter');
  await expect(dialogOf(page)).toBeHidden();
}

/** The corner shop, in which the cashier with a four-digit PIN becomes a manager and a new cashier is added. */
async function openWithShortPin(client: SocketClient): Promise<void> {
  await openCornerShop(client);
  const { calls } = client;
  const { rows } = await calls.people.listAccounts({ search: cashier.username });
  const found = rows.find(({ username }) => username === cashier.username);
  if (!found) throw new Error('The corner shop has a cashier');
  await calls.people.changeAccount({ id: found.id, version: found.version, role: 'manager' });
  await calls.people.createAccount({
    username: 'lena',
    firstName: 'Lena',
    role: 'cashier',
    password: PASSWORD,
  });
}
