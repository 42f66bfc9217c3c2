import { expect, type Page } from '@playwright/test';
import { test } from '../support/app';
import { bellName, bellOf } from '../support/bell';
import { menuOf, openCornerShop, PASSWORD, people, signIn } from '../support/corner-shop';
import { press } from '../support/hands';
import type { SocketClient } from '../support/socket-client';
import { text, textPattern } from '../support/texts';
import { findBoxOf } from '../support/till';

const { cashier, manager } = people;
const MANY = 20;

test('a new manager is told that their PIN is too short to approve, and sets a longer one', {
  tag: '@fast',
}, async ({ openWindow }) => {
  const { page } = await openWindow(async (client) => {
    await openCornerShop(client);
    const { id, version } = await accountOf(client, cashier.username);
    await client.calls.people.changeAccount({ id, version, role: 'manager' });
  });
  await signIn(page, cashier.username);
  await menuOf(page).click();
  await page.getByRole('menuitem', { name: text('shell:person.profile') }).click();
  const tooShort = page.getByText(text('people-access:profile.pinTooShort'));
  await expect(tooShort).toBeVisible();

  const pin = page.getByRole('textbox', { name: text('people-access:profile.newPin') });
  for (const { typed, told } of [
    { typed: '7294', told: 'people-access:errors.pinApproving' },
    { typed: '121212', told: 'people-access:errors.pinEasy' },
  ] as const) {
    await setPin(page, typed);
    await expect(pin).toHaveAccessibleDescription(textPattern(told));
  }
  await setPin(page, '729406');
  await expect(page.getByText(text('people-access:profile.pinSaved'))).toBeVisible();
  await expect(tooShort).toBeHidden();
});

test('managers see many wrong passwords under the bell, and dismiss them', async ({ openWindow }) => {
  const { page } = await openWindow(async (client) => {
    await openCornerShop(client);
    await client.calls.settings.change({ signInTries: 50 });
    for (let tries = 0; tries < MANY; tries += 1) {
      await client.calls.people
        .signIn({ login: cashier.username, password: 'four corner dogs' })
        .catch(() => undefined);
    }
  });
  const wrongSecrets = text('alerts:bell.wrongSecrets', { count: MANY, name: 'Cem Kaya' });
  await signIn(page, manager.username);
  await expect(findBoxOf(page)).toBeFocused();
  await press(page, 'Control+k');
  await expect(bellOf(page)).toHaveAccessibleName(bellName(1));
  await expect(page.getByText(wrongSecrets)).toBeVisible();
  await expect(
    page.getByRole('menuitem', { name: text('alerts:bell.dismissAlert', { alert: wrongSecrets }) }),
  ).toBeFocused();
  await press(page, 'Enter');
  await expect(page.getByText(wrongSecrets)).toBeHidden();
  await press(page, 'Escape');
  await expect(bellOf(page)).toHaveAccessibleName(bellName(0));
});

async function setPin(page: Page, pin: string): Promise<void> {
  const section = page
    .locator('form')
    .filter({ has: page.getByRole('textbox', { name: text('people-access:profile.newPin') }) });
  await section.getByRole('textbox', { name: text('people-access:fields.currentPassword') }).fill(PASSWORD);
  await section.getByRole('textbox', { name: text('people-access:profile.newPin') }).fill(pin);
  await press(page, 'Enter');
}

async function accountOf({ calls }: SocketClient, login: string) {
  const { rows } = await calls.people.listAccounts({ search: login });
  const account = rows.find(({ username }) => username === login);
  if (!account) throw new Error(`Nobody is called ${login}`);
  return account;
}
