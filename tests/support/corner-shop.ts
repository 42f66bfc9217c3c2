import { expect, type Locator, type Page } from '@playwright/test';
import type { Role } from '#shared/contract/common';
import type { SocketClient } from './socket-client';
import { anyCount, patternSource, text, wholeText } from './texts';

/** Long enough for the store and short to type. */
export const PASSWORD = 'four corner cats';

/** The people of the corner shop by role; all have the same password. */
export const people = {
  admin: { username: 'ada', firstName: 'Ada', lastName: 'Byron', pin: '471193' },
  manager: { username: 'mo', firstName: 'Mo', lastName: 'Salt', pin: '135790' },
  cashier: { username: 'cem', firstName: 'Cem', lastName: 'Kaya', pin: '7294' },
} as const;

/** Its goods; prices are with tax. */
export const goods = {
  pencil: { name: 'Pencil', code: '4006381333931', priceMinor: 120, pieces: 500 },
  notebook: { name: 'Notebook', code: '4000417025005', priceMinor: 349, pieces: 100 },
  globe: { name: 'Globe', code: '4012345678901', priceMinor: 4990, pieces: 1 },
} as const;

export const UNKNOWN_CODE = '4260123456788';

const role = (name: Role) => ({ role: name, password: PASSWORD });

/** Creates a shop that is ready to sell: three people, three products with stock, cash in steps of 5 cents. */
export async function openCornerShop(client: SocketClient): Promise<void> {
  const { calls } = client;
  const { admin, manager, cashier } = people;
  const { token } = await calls.stores.createStore({
    name: 'Corner Shop',
    currency: 'EUR',
    locale: 'en-IE',
    timeZone: 'Europe/Dublin',
    pricesIncludeTax: true,
    taxRatesMilliPercent: [23_000, 13_500, 0],
    cashStepMinor: 5,
    admin: { ...admin, password: PASSWORD },
  });
  client.signIn(token);
  await calls.people.createAccount({ ...manager, ...role('manager') });
  await calls.people.createAccount({ ...cashier, ...role('cashier') });
  const [place] = await calls.stock.listLocations();
  if (!place) throw new Error('A new store has a place to sell from');
  for (const { name, code, priceMinor, pieces } of Object.values(goods)) {
    const { id } = await calls.catalogue.createProduct({
      name,
      barcodes: [{ code }],
      priceMinor,
      costMinor: Math.round(priceMinor / 2),
      taxRateMilliPercent: 23_000,
    });
    await calls.stock.receive({ productId: id, locationId: place.id, quantityMilli: pieces * 1000 });
  }
}

/** Creates the corner shop and signs all three in at the till by password, so that each has a tile. */
export async function openWithTiles(client: SocketClient): Promise<void> {
  await openCornerShop(client);
  for (const { username } of Object.values(people)) {
    await client.calls.people.signIn({ login: username, password: PASSWORD });
  }
}

/** Creates the corner shop with an alert for the last globe. */
export async function openLastGlobe(client: SocketClient): Promise<void> {
  await openCornerShop(client);
  const { catalogue, scanning } = client.calls;
  const { product } = await scanning.product({ code: goods.globe.code });
  const { id, version } = product;
  await catalogue.changeProduct({ id, version, thresholdMilli: 0 });
}

/** A person's tile by name, wherever tiles are shown. */
export const tileOf = (
  page: Page,
  { firstName, lastName }: { firstName: string; lastName: string },
): Locator => page.getByRole('button', { name: `${firstName} ${lastName}`, exact: true });

/** The PIN field. */
export const pinOf = (page: Page): Locator =>
  page.getByRole('textbox', { name: text('common:proof.pin'), exact: true });

/** The link to name and password on a page with tiles. */
export const byLoginOf = (page: Page): Locator =>
  page.getByRole('button', { name: text('people-access:signIn.byLogin') });

/** The field for username or email. */
export const loginOf = (page: Page): Locator => page.getByLabel(text('people-access:signIn.login'));

/** The password field of the sign-in page. */
export const passwordOf = (page: Page): Locator =>
  page.getByRole('textbox', { name: text('people-access:signIn.password') });

/** The message for a wrong PIN or password. */
export const wrongSecret = (secret: 'pin' | 'password', triesLeft: number): string =>
  text(`common:proof.wrong.${secret}`, { left: text('refusals:triesLeft', { count: triesLeft }) });

/** The message after too many wrong PINs, with any number of seconds. */
export const mustWaitForPin = (): RegExp =>
  wholeText('common:proof.wait.pin', { wait: anyCount('refusals:seconds') });

/** The heading of the sign-in page. */
export const signInTitleOf = (page: Page): Locator =>
  page.getByRole('heading', { name: text('people-access:signIn.title') });

/** The menu of the signed-in person, or only of this person if given. */
export function menuOf(page: Page, person?: { firstName: string; role: Role }): Locator {
  const name = person
    ? `${person.firstName} ${text('shell:person.menu', { role: text(`common:roles.${person.role}`) })}`
    : new RegExp(`${patternSource('shell:person.menu')}$`);
  return page.getByRole('button', { name });
}

/** Signs in with name and password, from whichever form the page shows first. */
export async function signIn(page: Page, username: string, password = PASSWORD): Promise<void> {
  const login = loginOf(page);
  await expect(byLoginOf(page).or(login)).toBeVisible();
  if (await byLoginOf(page).isVisible()) await byLoginOf(page).click();
  await login.fill(username);
  await passwordOf(page).fill(password);
  await page.keyboard.press('Enter');
  await expect(signInTitleOf(page)).toBeHidden();
}
