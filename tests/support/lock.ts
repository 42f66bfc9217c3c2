import { expect, type Locator, type Page } from '@playwright/test';
import type { AppWindow, Prepare } from './app';
import { goods, openWithTiles, people, pinOf, signIn } from './corner-shop';
import { press, scan, type } from './hands';
import { text } from './texts';
import { findBoxOf, ticketOf, times } from './till';

/** The lock screen of a window. */
export const lockOf = (page: Page): Locator =>
  page.getByRole('dialog').filter({ hasText: text('shell:lock.title') });

/** The corner shop's till with a pencil on the cashier's ticket. */
export async function openSold(
  openWindow: (prepare: Prepare) => Promise<AppWindow>,
  fill?: Prepare,
): Promise<AppWindow> {
  const window = await openWindow(async (client) => {
    await openWithTiles(client);
    await fill?.(client);
  });
  await signIn(window.page, people.cashier.username);
  await expect(findBoxOf(window.page)).toBeFocused();
  await scan(window.page, goods.pencil.code);
  await expect(ticketOf(window.page).getByText(times(1))).toBeVisible();
  return window;
}

/** The cashier unlocks the till by PIN. */
export async function unlock(page: Page): Promise<void> {
  await expect(pinOf(page)).toBeFocused();
  await type(page, people.cashier.pin);
  await press(page, 'Enter');
  await expect(lockOf(page)).toBeHidden();
}
