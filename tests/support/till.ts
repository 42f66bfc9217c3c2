import { expect, type Locator, type Page } from '@playwright/test';
import type { AppWindow, Prepare } from './app';
import { openCornerShop, people, signIn } from './corner-shop';

/** The till's parts as its cashier sees them. */
export const ticketOf = (page: Page): Locator => page.getByRole('region', { name: 'Ticket' });
export const linesOf = (page: Page): Locator => ticketOf(page).getByRole('option');
export const totalOf = (page: Page): Locator => ticketOf(page).locator('dl > div').last();
export const findBoxOf = (page: Page): Locator => page.getByRole('combobox', { name: 'Find or scan' });
/** What to hand back, or that nothing is, after a sale. */
export const outcomeOf = (page: Page): Locator =>
  page.getByRole('region', { name: 'Find or scan' }).getByRole('status');

/** Opens the corner shop's till, signed in as one of its people. */
export async function openTill(
  openWindow: (prepare: Prepare) => Promise<AppWindow>,
  { username }: { username: string } = people.cashier,
): Promise<AppWindow> {
  const window = await openWindow(openCornerShop);
  await signIn(window.page, username);
  await expect(findBoxOf(window.page)).toBeFocused();
  return window;
}

/** A second window of the same store, signed in as somebody else. */
export async function openSecondTill(
  { openAnother }: AppWindow,
  { username }: { username: string } = people.manager,
): Promise<Page> {
  if (!openAnother) throw new Error('This entry has one window only');
  const page = await openAnother();
  await signIn(page, username);
  await expect(findBoxOf(page)).toBeFocused();
  return page;
}
