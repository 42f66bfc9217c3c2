import { expect, type Locator, type Page } from '@playwright/test';
import { test } from '../support/app';
import {
  demoGoods,
  goTo,
  openDemoAs,
  pagesOf,
  panelOf,
  rowOf,
  titleOf,
  workplacesOf,
} from '../support/demo-store';
import { press } from '../support/hands';
import { Looking } from '../support/looking';
import { text, wholeText } from '../support/texts';

const number = /T1-.+/;
/** A role with many pages needs over a hundred checks, possibly on a busy machine. */
const SWEEP_MS = 600_000;
const roles = ['admin', 'manager', 'storekeeper', 'cashier', 'customer'] as const;

for (const role of roles) {
  test(`every page of the ${role} has no layout or accessibility faults`, async ({ openWindow }) => {
    test.setTimeout(SWEEP_MS);
    const { page } = await openDemoAs(openWindow, role);
    const looking = new Looking(page, role);
    for (const workplace of await namesIn(workplacesOf(page))) {
      await workplacesOf(page).getByRole('link', { name: workplace }).click();
      await showRail(page);
      for (const name of await namesIn(pagesOf(page))) {
        await pagesOf(page).getByRole('link', { name, exact: true }).click();
        await looking.at(`${workplace} ${name}`);
      }
    }
    expect(looking.faults).toEqual([]);
  });
}

test('the pages of one product and one order have no layout or accessibility faults, and lead back', async ({
  openWindow,
}) => {
  test.setTimeout(SWEEP_MS);
  const { page } = await openDemoAs(openWindow, 'manager');
  const looking = new Looking(page, 'manager');
  await goTo(page, 'office', 'products');
  await page.getByLabel(text('catalogue:products.find'), { exact: true }).fill(demoGoods.honey.name);
  await rowOf(page, text('catalogue:products.list'), demoGoods.honey.name).click();
  await panelOf(page)
    .getByRole('link', { name: text('catalogue:product.openPage') })
    .click();
  await expect(page.getByRole('heading', { name: demoGoods.honey.name, level: 1 })).toBeVisible();
  await looking.at('one product');
  await press(page, 'Escape');
  await expect(titleOf(page, 'office', 'products')).toBeVisible();
  await goTo(page, 'stockroom', 'history');
  // Early in the morning the newest movements are deliveries only.
  await page.getByRole('combobox', { name: text('stock:history.kind') }).click();
  await page.getByRole('option', { name: text('stock:kinds.sold'), exact: true }).click();
  await page
    .getByRole('link', { name: wholeText('stock:history.causes.order', { number }) })
    .first()
    .click();
  await expect(
    page.getByRole('heading', { name: wholeText('sales:orders.order', { number }), level: 1 }),
  ).toBeVisible();
  await looking.at('one order');
  await press(page, 'Escape');
  await expect(page.getByRole('heading', { name: text('sales:orders.title'), level: 1 })).toBeVisible();
  expect(looking.faults).toEqual([]);
});

test("a customer's product list has no columns and filters that are empty for a customer", async ({
  openWindow,
}) => {
  const { page } = await openDemoAs(openWindow, 'customer');
  await goTo(page, 'stockroom', 'products');
  const names = page.getByRole('grid', { name: text('catalogue:products.list') }).getByRole('columnheader');
  await expect(names).toHaveText([
    text('catalogue:products.name'),
    text('catalogue:products.category'),
    text('catalogue:products.price'),
  ]);
  await expect(page.getByRole('combobox', { name: text('catalogue:products.category') })).toBeVisible();
  for (const filter of ['status', 'createdBy', 'createdSince'] as const) {
    await expect(page.getByLabel(text(`catalogue:products.${filter}`), { exact: true })).toHaveCount(0);
  }
});

/** Shows the rail, which is hidden by default on the Till. */
async function showRail(page: Page): Promise<void> {
  const show = page.getByRole('button', { name: text('shell:railShow') });
  await expect(show.or(pagesOf(page))).toBeVisible();
  if (await show.isVisible()) await show.click();
}

/** The names of the links, without the figures that some show. */
async function namesIn(navigation: Locator): Promise<string[]> {
  const texts = await navigation.getByRole('link').allInnerTexts();
  return texts.map((shown) => shown.split('\n')[0] ?? shown);
}
