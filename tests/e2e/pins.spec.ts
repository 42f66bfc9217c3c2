import { expect, type Page } from '@playwright/test';
import { test } from '../support/app';
import { openCornerShop, PASSWORD, people, signIn } from '../support/corner-shop';
import { press } from '../support/hands';
import type { SocketClient } from '../support/socket-client';
import { findBoxOf } from '../support/till';

const { cashier, manager } = people;
const MANY = 20;

test('someone who became a manager is told that their PIN is too short to approve, and sets a longer one', async ({
  openWindow,
}) => {
  const { page } = await openWindow(async (client) => {
    await openCornerShop(client);
    const { id, version } = await accountOf(client, cashier.username);
    await client.calls.people.changeAccount({ id, version, role: 'manager' });
  });
  await signIn(page, cashier.username);
  await page.getByRole('button', { name: /: menu$/ }).click();
  await page.getByRole('menuitem', { name: 'My profile' }).click();
  const tooShort = page.getByText('Your PIN still signs you in, but it is too short to approve.');
  await expect(tooShort).toBeVisible();

  const pin = page.getByRole('textbox', { name: 'New PIN' });
  for (const { typed, told } of [
    { typed: '7294', told: '6 to 8 digits, because this PIN also approves.' },
    { typed: '121212', told: 'This PIN is easy to guess.' },
  ]) {
    await setPin(page, typed);
    await expect(pin).toHaveAccessibleDescription(new RegExp(told));
  }
  await setPin(page, '729406');
  await expect(page.getByText('Your PIN is set.')).toBeVisible();
  await expect(tooShort).toBeHidden();
});

test('managers see many wrong passwords under the bell, and dismiss them', async ({ openWindow }) => {
  const { page } = await openWindow(async (client) => {
    await openCornerShop(client);
    await client.calls.stores.changeSettings({ signInTries: 50 });
    for (let tries = 0; tries < MANY; tries += 1) {
      await client.calls.people
        .signIn({ login: cashier.username, password: 'four corner dogs' })
        .catch(() => undefined);
    }
  });
  await signIn(page, manager.username);
  await expect(findBoxOf(page)).toBeFocused();
  await press(page, 'Control+k');
  await expect(page.getByRole('button', { name: 'Alerts, 1 new' })).toBeVisible();
  await expect(page.getByText('20 wrong PINs or passwords for Cem Kaya within a day')).toBeVisible();
  await expect(page.getByRole('menuitem', { name: /^Dismiss: 20 wrong PINs/ })).toBeFocused();
  await press(page, 'Enter');
  await expect(page.getByText('20 wrong PINs or passwords for Cem Kaya within a day')).toBeHidden();
  await press(page, 'Escape');
  await expect(page.getByRole('button', { name: 'Alerts', exact: true })).toBeVisible();
});

async function setPin(page: Page, pin: string): Promise<void> {
  const section = page.locator('form').filter({ has: page.getByRole('textbox', { name: 'New PIN' }) });
  await section.getByRole('textbox', { name: 'Current password' }).fill(PASSWORD);
  await section.getByRole('textbox', { name: 'New PIN' }).fill(pin);
  await press(page, 'Enter');
}

async function accountOf({ calls }: SocketClient, login: string) {
  const { rows } = await calls.people.listAccounts({ search: login });
  const account = rows.find(({ username }) => username === login);
  if (!account) throw new Error(`Nobody is called ${login}`);
  return account;
}
