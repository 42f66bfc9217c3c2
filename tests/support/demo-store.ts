import { expect, type Locator, type Page } from '@playwright/test';
import type { Role } from '#shared/contract/common';
import type { ContractClient } from '#shared/contract/index';
import type { AppWindow, Prepare } from './app';
import { signIn } from './corner-shop';
import { press, tabTo } from './hands';

/** What somebody of the demo store signs in with. */
export interface DemoSignIn {
  username: string;
  password: string;
  pin: string;
}

export interface DemoWindow extends AppWindow {
  signInOf(role: Role): DemoSignIn;
}

/** Codes of the demo store's goods. */
export const demoGoods = {
  lemons: { name: 'Lemons', code: '9521234000204' },
  cucumber: { name: 'Cucumber', code: '9521234000259' },
  honey: { name: 'Wildflower honey, 340 g', code: '9521234000303' },
  oliveOil: { name: 'Olive oil, 500 ml', code: '9521234000310' },
} as const;

/** What somebody of a role does in the demo store before its window is opened. */
interface Filling {
  role: Role;
  fill: (calls: ContractClient) => Promise<void>;
}

/** Opens the demo store at its sign-in page. */
export async function openDemo(
  openWindow: (prepare: Prepare) => Promise<AppWindow>,
  filling?: Filling,
): Promise<DemoWindow> {
  let signIns: (DemoSignIn & { role: string })[] = [];
  const signInOf = (role: Role): DemoSignIn => {
    const found = signIns.find((one) => one.role === role);
    if (!found) throw new Error(`The demo store has no ${role}`);
    return found;
  };
  const window = await openWindow(async ({ calls, signIn: goOnAs }) => {
    ({ signIns } = await calls.stores.createDemoStore({}));
    if (!filling) return;
    const { username, password } = signInOf(filling.role);
    goOnAs((await calls.people.signIn({ login: username, password })).token);
    await filling.fill(calls);
  });
  return { ...window, signInOf };
}

/** Opens the demo store, signed in as somebody of a role, who may have filled it before. */
export async function openDemoAs(
  openWindow: (prepare: Prepare) => Promise<AppWindow>,
  role: Role,
  fill?: Filling['fill'],
): Promise<DemoWindow> {
  const window = await openDemo(openWindow, fill && { role, fill });
  await signInAs(window.page, window.signInOf(role));
  return window;
}

/** A second window of the demo store, signed in as somebody of another role. */
export async function openSecondDemoAs(
  { openAnother, signInOf }: Pick<DemoWindow, 'openAnother' | 'signInOf'>,
  role: Role,
): Promise<Page> {
  if (!openAnother) throw new Error('This entry has one window only');
  const page = await openAnother();
  await signInAs(page, signInOf(role));
  return page;
}

export async function signInAs(
  page: Page,
  { username, password }: Pick<DemoSignIn, 'username' | 'password'>,
): Promise<void> {
  await signIn(page, username, password);
  await expect(page.getByRole('navigation', { name: 'Workplaces' })).toBeVisible();
}

export async function signOut(page: Page): Promise<void> {
  await page.getByRole('button', { name: /: menu$/ }).click();
  await page.getByRole('menuitem', { name: 'Sign out', exact: true }).click();
  await expect(page.getByRole('heading', { name: 'Sign in' })).toBeVisible();
}

/** Goes to a page of the Stockroom or the Office. */
export async function goTo(page: Page, workplace: 'Stockroom' | 'Office', name: string): Promise<void> {
  await page.getByRole('navigation', { name: 'Workplaces' }).getByRole('link', { name: workplace }).click();
  await linkTo(page, name).click();
  await expect(page.getByRole('heading', { name, level: 1, exact: true })).toBeVisible();
}

export const linkTo = (page: Page, name: string): Locator =>
  page.getByRole('navigation', { name: 'Pages' }).getByRole('link', { name, exact: true });

const WORKPLACE_KEYS = { Stockroom: 'Control+2', Office: 'Control+3' } as const;

/** Goes to a page of the Stockroom or the Office without a mouse. */
export async function goByKeys(
  page: Page,
  workplace: keyof typeof WORKPLACE_KEYS,
  name: string,
): Promise<void> {
  await press(page, WORKPLACE_KEYS[workplace]);
  await tabTo(page, linkTo(page, name));
  await press(page, 'Enter');
  await expect(page.getByRole('heading', { name, level: 1, exact: true })).toBeVisible();
}

/** A row of a list that holds these words. */
export const rowOf = (page: Page, list: string, words: string): Locator =>
  page.getByRole('grid', { name: list }).getByRole('row').filter({ hasText: words });

/** Takes one of a field's choices. */
export async function pick(page: Page, field: Locator, choice: string): Promise<void> {
  await field.click();
  await page.getByRole('option', { name: choice, exact: true }).click();
}

/** The panel beside a list. */
export const panelOf = (page: Page): Locator => page.getByRole('complementary');
