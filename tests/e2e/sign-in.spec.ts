import { expect, type Page } from '@playwright/test';
import { test } from '../support/app';
import {
  byLoginOf,
  goods,
  loginOf,
  menuOf,
  mustWaitForPin,
  openWithTiles,
  PASSWORD,
  people,
  pinOf,
  signIn,
  tileOf,
  wrongSecret,
} from '../support/corner-shop';
import { signOut, workplacesOf } from '../support/demo-store';
import { press, scan, tabTo, type } from '../support/hands';
import { text } from '../support/texts';
import { findBoxOf } from '../support/till';

const { cashier, manager, admin } = people;
const WRONG_PIN = '8888';

test('a person signs in by tile and PIN, by keyboard alone', { tag: '@fast' }, async ({ openWindow }) => {
  const { page } = await openWindow(openWithTiles);
  await expect(tileOf(page, admin)).toBeFocused();
  await press(page, 'ArrowRight', 'ArrowRight');
  await expect(tileOf(page, manager)).toBeFocused();
  await press(page, 'ArrowLeft', 'Enter');
  await expect(page.getByRole('heading', { name: 'Cem Kaya', level: 1 })).toBeVisible();
  await expect(pinOf(page)).toBeFocused();
  await type(page, cashier.pin);
  await press(page, 'Enter');
  await expect(findBoxOf(page)).toBeFocused();
  await expect(menuOf(page, { firstName: 'Cem', role: 'cashier' })).toBeVisible();
});

test('a wrong PIN is reported until a key is typed, and Escape leads back to the tiles', async ({
  openWindow,
}) => {
  const { page } = await openWindow(openWithTiles);
  await tileOf(page, cashier).click();
  await enterPin(page, WRONG_PIN);
  await expect(page.getByRole('alert')).toHaveText(wrongSecret('pin', 4));
  await expect(pinOf(page)).toHaveValue('');
  await type(page, '7');
  await expect(page.getByRole('alert')).toBeHidden();
  await press(page, 'Escape');
  await expect(tileOf(page, cashier)).toBeFocused();
  await tileOf(page, cashier).click();
  await expect(pinOf(page)).toHaveValue('');
});

test('after too many wrong PINs only that person waits, and the password ends the wait', async ({
  openWindow,
}) => {
  const { page } = await openWindow(openWithTiles);
  await tileOf(page, cashier).click();
  for (const triesLeft of [4, 3, 2, 1]) {
    await enterPin(page, WRONG_PIN);
    await expect(page.getByRole('alert')).toHaveText(wrongSecret('pin', triesLeft));
  }
  await enterPin(page, WRONG_PIN);
  await expect(page.getByRole('alert')).toHaveText(mustWaitForPin());
  await enterPin(page, cashier.pin);
  await expect(page.getByRole('alert')).toHaveText(mustWaitForPin());
  await press(page, 'Escape');

  await tileOf(page, manager).click();
  await enterPin(page, manager.pin);
  await expect(findBoxOf(page)).toBeFocused();
  await signOut(page);

  await signIn(page, cashier.username);
  await expect(findBoxOf(page)).toBeFocused();
  await signOut(page);
  await tileOf(page, cashier).click();
  await enterPin(page, cashier.pin);
  await expect(findBoxOf(page)).toBeFocused();
});

test('a scan types nothing into a PIN field', async ({ openWindow }) => {
  const { page } = await openWindow(openWithTiles);
  await tileOf(page, cashier).click();
  await expect(pinOf(page)).toBeFocused();
  await scan(page, goods.pencil.code);
  await expect(pinOf(page)).toHaveValue('');
  await type(page, cashier.pin);
  await scan(page, goods.pencil.code);
  await expect(pinOf(page)).toHaveValue(cashier.pin);
  await expect(page.getByRole('heading', { name: 'Cem Kaya', level: 1 })).toBeVisible();
});

test('digits are typed into the PIN wherever the focus is', async ({ openWindow }) => {
  const { page } = await openWindow(openWithTiles);
  await tileOf(page, cashier).click();
  await tabTo(page, byLoginOf(page));
  await type(page, cashier.pin);
  await expect(pinOf(page)).toHaveValue(cashier.pin);
  await press(page, 'Enter');
  await expect(findBoxOf(page)).toBeFocused();
});

test('without tiles the page asks for name and password at once', async ({ openWindow }) => {
  const { page } = await openWindow(async ({ calls }) => {
    const { firstName, lastName, username } = admin;
    await calls.stores.createStore({
      name: 'Corner Shop',
      currency: 'EUR',
      locale: 'en-IE',
      timeZone: 'Europe/Dublin',
      pricesIncludeTax: true,
      taxRatesMilliPercent: [23_000],
      cashStepMinor: 0,
      admin: { firstName, lastName, username, password: PASSWORD },
    });
  });
  await expect(loginOf(page)).toBeFocused();
  await expect(page.getByRole('button', { name: text('common:back'), exact: true })).toBeHidden();
  await signIn(page, admin.username);
  await expect(findBoxOf(page)).toBeFocused();
});

test.describe('on a touch screen of 1024 by 768', () => {
  test.use({ hasTouch: true, viewport: { width: 1024, height: 768 } });

  test('a person signs in by tile and PIN, and no key moves after a wrong PIN', async ({ openWindow }) => {
    const { page } = await openWindow(openWithTiles);
    await tileOf(page, cashier).tap();
    const key = page.getByRole('button', { name: '1', exact: true });
    const before = await key.boundingBox();
    expect(before?.height).toBeGreaterThanOrEqual(64);
    expect(before?.width).toBeGreaterThanOrEqual(64);
    await tapPin(page, WRONG_PIN);
    await expect(page.getByRole('alert')).toBeVisible();
    expect(await key.boundingBox()).toEqual(before);
    await page.getByRole('button', { name: text('common:back'), exact: true }).tap();
    await tileOf(page, cashier).tap();
    await tapPin(page, cashier.pin);
    await expect(workplacesOf(page)).toBeVisible();
  });
});

async function enterPin(page: Page, pin: string): Promise<void> {
  await expect(pinOf(page)).toHaveValue('');
  await type(page, pin);
  await press(page, 'Enter');
}

async function tapPin(page: Page, pin: string): Promise<void> {
  for (const digit of pin) await page.getByRole('button', { name: digit, exact: true }).tap();
  await page.getByRole('button', { name: text('people-access:signIn.action'), exact: true }).tap();
}
