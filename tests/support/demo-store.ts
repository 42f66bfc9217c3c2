import { expect, type Locator, type Page } from '@playwright/test';
import type { Role } from '#shared/contract/common';
import type { ContractClient } from '#shared/contract/index';
import type { AppWindow, Prepare } from './app';
import { menuOf, signIn, signInTitleOf } from './corner-shop';
import { press, tabTo } from './hands';
import { type TextKey, text } from './texts';

/** The sign-in data of a person in the demo store. */
export interface DemoSignIn {
  username: string;
  password: string;
  pin: string;
}

export interface DemoWindow extends AppWindow {
  signInOf(role: Role): DemoSignIn;
}

/** Codes of the demo store's products. */
export const demoGoods = {
  lemons: { name: 'Lemons', code: '9521234000204' },
  cucumber: { name: 'Cucumber', code: '9521234000259' },
  honey: { name: 'Wildflower honey, 340 g', code: '9521234000303' },
  oliveOil: { name: 'Olive oil, 500 ml', code: '9521234000310' },
} as const;

/** What a person of a role does in the demo store before its window is opened. */
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

/** Opens the demo store signed in as a person of a role, who can fill it first. */
export async function openDemoAs(
  openWindow: (prepare: Prepare) => Promise<AppWindow>,
  role: Role,
  fill?: Filling['fill'],
): Promise<DemoWindow> {
  const window = await openDemo(openWindow, fill && { role, fill });
  await signInAs(window.page, window.signInOf(role));
  return window;
}

/** A second window of the demo store, signed in as a person of another role. */
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
  await expect(workplacesOf(page)).toBeVisible();
}

export async function signOut(page: Page): Promise<void> {
  await menuOf(page).click();
  await page.getByRole('menuitem', { name: text('shell:person.signOut'), exact: true }).click();
  await expect(signInTitleOf(page)).toBeVisible();
}

/** The pages of the Stockroom and the Office, by the name of their link, with the key of their title. */
const TITLES = {
  stockroom: {
    lookUp: 'stock:lookUp.title',
    tasks: 'tasks:title',
    products: 'catalogue:products.title',
    entries: 'stock:entries.title',
    locations: 'stock:locations.title',
    transfers: 'transfers:title',
    issues: 'issues:title',
    stocktakes: 'stocktakes:list.title',
    labels: 'labels:title',
    history: 'stock:history.title',
    overview: 'overview:title',
    alerts: 'alerts:title',
  },
  office: {
    products: 'catalogue:products.title',
    categories: 'catalogue:categories.title',
    people: 'people-accounts:title',
    registrations: 'people-accounts:registrations.title',
    permissions: 'people-accounts:permissions.title',
    audit: 'audit:title',
    notices: 'notices:title',
    settings: 'settings:title',
  },
} satisfies Record<string, Record<string, TextKey>>;

type Workplace = keyof typeof TITLES;
type PageName<At extends Workplace = Workplace> = At extends Workplace ? keyof (typeof TITLES)[At] : never;

/** The bar of workplaces. */
export const workplacesOf = (page: Page): Locator =>
  page.getByRole('navigation', { name: text('shell:workplaces.label') });

/** The list of the workplace's pages. */
export const pagesOf = (page: Page): Locator =>
  page.getByRole('navigation', { name: text('shell:pages.label') });

/** The link to a page in the list of the workplace's pages. */
export const linkTo = (page: Page, name: PageName | 'receipts'): Locator =>
  pagesOf(page).getByRole('link', { name: text(`shell:pages.${name}`), exact: true });

/** The title on a page of the Stockroom or the Office. */
export function titleOf<At extends Workplace>(page: Page, workplace: At, name: PageName<At>): Locator {
  const titles: Record<string, TextKey> = TITLES[workplace];
  const key = titles[name];
  if (!key) throw new Error(`The ${workplace} has no page ${name}`);
  return page.getByRole('heading', { name: text(key), level: 1, exact: true });
}

/** Goes to a page of the Stockroom or the Office. */
export async function goTo<At extends Workplace>(
  page: Page,
  workplace: At,
  name: PageName<At>,
): Promise<void> {
  await workplacesOf(page)
    .getByRole('link', { name: text(`shell:workplaces.${workplace}`) })
    .click();
  await linkTo(page, name).click();
  await expect(titleOf(page, workplace, name)).toBeVisible();
}

const WORKPLACE_KEYS = { stockroom: 'Control+2', office: 'Control+3' } as const;

/**
 * Goes to a page of the Stockroom or the Office without a mouse: with Tab, or with another key that moves the focus.
 */
export async function goByKeys<At extends Workplace>(
  page: Page,
  workplace: At,
  name: PageName<At>,
  key = 'Tab',
): Promise<void> {
  await press(page, WORKPLACE_KEYS[workplace]);
  await tabTo(page, linkTo(page, name), key);
  await press(page, 'Enter');
  await expect(titleOf(page, workplace, name)).toBeVisible();
}

/** A row of a list that contains these words. */
export const rowOf = (page: Page, list: string, words: string): Locator =>
  page.getByRole('grid', { name: list }).getByRole('row').filter({ hasText: words });

/** Chooses one of a field's options. */
export async function pick(page: Page, field: Locator, choice: string): Promise<void> {
  await field.click();
  await page.getByRole('option', { name: choice, exact: true }).click();
}

/** The panel beside a list. */
export const panelOf = (page: Page): Locator => page.getByRole('complementary');
