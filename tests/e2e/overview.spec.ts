import { readFile } from 'node:fs/promises';
import { expect } from '@playwright/test';
import { test } from '../support/app';
import { goTo, openDemoAs, rowOf, titleOf, workplacesOf } from '../support/demo-store';
import { press, tabTo } from '../support/hands';
import { Looking } from '../support/looking';
import { patternSource, text, textStart } from '../support/texts';

test('the stock overview is explored from categories down to a product, and printed', {
  tag: '@fast',
}, async ({ openWindow }) => {
  const { page } = await openDemoAs(openWindow, 'manager');
  const looking = new Looking(page, 'manager');
  await goTo(page, 'stockroom', 'overview');
  await expect(
    page.getByRole('link', { name: new RegExp(`^${patternSource('overview:figures.value')} £`) }),
  ).toBeVisible();
  const categories = page.getByRole('grid', { name: text('overview:lists.categories') });

  await test.step('down with Enter', async () => {
    await expect(rowOf(page, text('overview:lists.categories'), 'Bakery')).toBeVisible();
    await tabTo(page, categories);
    await press(page, 'Enter');
    await expect(
      rowOf(page, text('overview:lists.categories'), text('overview:directly', { name: 'Bakery' })),
    ).toBeVisible();
    await looking.at('overview of a category');
    await expect(categories).toBeFocused();
    await press(page, 'Enter');
    await expect(rowOf(page, text('overview:lists.products'), 'Lemon tart')).toBeVisible();
  });

  await test.step('up with Escape, one level at a time', async () => {
    await press(page, 'Escape');
    await expect(
      rowOf(page, text('overview:lists.categories'), text('overview:directly', { name: 'Bakery' })),
    ).toBeVisible();
    await press(page, 'Escape');
    await expect(rowOf(page, text('overview:lists.categories'), 'Pantry')).toBeVisible();
  });

  await test.step('printed as shown', async () => {
    const [download] = await Promise.all([page.waitForEvent('download'), press(page, 'Control+p')]);
    expect(download.suggestedFilename()).toMatch(/^stock-categories-\d{4}-\d\d-\d\d\.pdf$/);
    expect((await readFile(await download.path())).subarray(0, 5).toString()).toBe('%PDF-');
  });

  await test.step('by location, which leads to its stock', async () => {
    await page.getByText(text('overview:tabs.locations')).click();
    await rowOf(page, text('overview:lists.locations'), 'Shop').click();
    await expect(titleOf(page, 'stockroom', 'entries')).toBeVisible();
    await expect(page.getByRole('combobox', { name: text('stock:entries.location') })).toHaveValue('Shop');
  });

  await test.step('from a figure to its list, and on to the product', async () => {
    await goTo(page, 'stockroom', 'overview');
    await page.getByRole('link', { name: textStart('overview:figures.near') }).click();
    // On some days two deliveries of it are near expiry.
    await rowOf(page, text('overview:lists.expiring'), 'Whole milk').first().click();
    await expect(page.getByRole('heading', { name: 'Whole milk, 1 l' })).toBeVisible();
  });
  expect(looking.faults).toEqual([]);
});

test('a storekeeper sees the overview without values', async ({ openWindow }) => {
  const { page } = await openDemoAs(openWindow, 'storekeeper');
  await goTo(page, 'stockroom', 'overview');
  await expect(rowOf(page, text('overview:lists.categories'), 'Bakery')).toBeVisible();
  await expect(page.getByText(/£/)).toHaveCount(0);
  await expect(page.getByText(text('overview:figures.value'))).toHaveCount(0);
});

test('Office counts the low products that Stockroom lists, and leads there', async ({ openWindow }) => {
  const { page } = await openDemoAs(openWindow, 'manager');
  const figure = page.getByRole('link', { name: textStart('stores-office:figures.low') });
  await workplacesOf(page)
    .getByRole('link', { name: text('shell:workplaces.office') })
    .click();
  await expect(figure).toHaveText(/\d/);
  const [low = 0] = (await figure.innerText()).match(/\d+/)?.map(Number) ?? [];
  await figure.click();
  const list = page.getByRole('grid', { name: text('overview:lists.low') });
  await expect(list.getByRole('row')).toHaveCount(low + 1);
});
