import { expect, type Locator, type Page } from '@playwright/test';
import type { AppWindow, Prepare } from './app';
import { openCornerShop, people, signIn } from './corner-shop';
import { text } from './texts';

/** The parts of the till as a cashier sees them. */
export const ticketOf = (page: Page): Locator =>
  page.getByRole('region', { name: text('sales:till.ticket.label') });
export const linesOf = (page: Page): Locator => ticketOf(page).getByRole('option');
export const totalOf = (page: Page): Locator => ticketOf(page).locator('dl > div').last();
export const findBoxOf = (page: Page): Locator =>
  page.getByRole('combobox', { name: text('sales:till.find.label') });
/** The tiles of products that can be sold. */
export const productsOf = (page: Page): Locator =>
  page.getByRole('listbox', { name: text('sales:till.find.results') });
/** The change after a sale, or the message that there is none. */
export const outcomeOf = (page: Page): Locator =>
  page.getByRole('region', { name: text('sales:till.find.label') }).getByRole('status');
/** The field for the amount of a payment. */
export const amountOf = (page: Page): Locator => page.getByLabel(text('sales:payment.amount'));

/** How a line of the ticket shows its quantity. */
export const times = (quantity: number): string => text('sales:till.ticket.times', { quantity });
/** What `totalOf` shows for an amount. */
export const total = (amount: string): string => `${text('sales:till.ticket.total')}${amount}`;
/** What `outcomeOf` shows if there is change. */
export const change = (amount: string): string => `${text('sales:receipt.change')}${amount}`;
/** What `outcomeOf` shows if there is none, with the amount paid. */
export const paid = (amount = ''): string => `${text('sales:receipt.paid')}${amount}`;

/** Opens the corner shop's till, signed in as one of its people. */
export async function openTill(
  openWindow: (prepare: Prepare) => Promise<AppWindow>,
  { username }: { username: string } = people.cashier,
  prepare: Prepare = openCornerShop,
): Promise<AppWindow> {
  const window = await openWindow(prepare);
  await signIn(window.page, username);
  await expect(findBoxOf(window.page)).toBeFocused();
  return window;
}

/** A second window of the same store, signed in as another person. */
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
