import { expect, type Page } from '@playwright/test';
import { test } from '../support/app';
import { demoGoods, goTo, openDemoAs, panelOf, rowOf } from '../support/demo-store';
import { press } from '../support/hands';
import { Looking } from '../support/looking';

const roles = ['admin', 'manager', 'storekeeper', 'cashier', 'customer'] as const;

for (const role of roles) {
  test(`every page of the ${role} is whole and without fault`, async ({ openWindow }) => {
    test.slow();
    const { page } = await openDemoAs(openWindow, role);
    const looking = new Looking(page, role);
    for (const workplace of await namesIn(page, 'Workplaces')) {
      await page
        .getByRole('navigation', { name: 'Workplaces' })
        .getByRole('link', { name: workplace })
        .click();
      await showRail(page);
      for (const name of await namesIn(page, 'Pages')) {
        await page
          .getByRole('navigation', { name: 'Pages' })
          .getByRole('link', { name, exact: true })
          .click();
        await looking.at(`${workplace} ${name}`);
      }
    }
    expect(looking.faults).toEqual([]);
  });
}

test('the page of one product and that of one order are whole and without fault, and lead back', async ({
  openWindow,
}) => {
  test.slow();
  const { page } = await openDemoAs(openWindow, 'manager');
  const looking = new Looking(page, 'manager');
  await goTo(page, 'Office', 'Products');
  await page.getByLabel('Find', { exact: true }).fill(demoGoods.honey.name);
  await rowOf(page, 'Products', demoGoods.honey.name).click();
  await panelOf(page).getByRole('link', { name: 'Open the whole page' }).click();
  await expect(page.getByRole('heading', { name: demoGoods.honey.name, level: 1 })).toBeVisible();
  await looking.at('one product');
  await press(page, 'Escape');
  await expect(page.getByRole('heading', { name: 'Products', level: 1 })).toBeVisible();
  await goTo(page, 'Stockroom', 'Movements');
  await page
    .getByRole('link', { name: /^Order T1-/ })
    .first()
    .click();
  await expect(page.getByRole('heading', { name: /^Order T1-/, level: 1 })).toBeVisible();
  await looking.at('one order');
  await press(page, 'Escape');
  await expect(page.getByRole('heading', { name: 'Orders and receipts', level: 1 })).toBeVisible();
  expect(looking.faults).toEqual([]);
});

/** On the Till the rail is hidden until it is asked for. */
async function showRail(page: Page): Promise<void> {
  const show = page.getByRole('button', { name: 'Show the pages' });
  await expect(show.or(page.getByRole('navigation', { name: 'Pages' }))).toBeVisible();
  if (await show.isVisible()) await show.click();
}

/** The names of the links, without the figures that some bear. */
async function namesIn(page: Page, navigation: string): Promise<string[]> {
  const texts = await page.getByRole('navigation', { name: navigation }).getByRole('link').allInnerTexts();
  return texts.map((text) => text.split('\n')[0] ?? text);
}
