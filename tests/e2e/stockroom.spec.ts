import { readFile } from 'node:fs/promises';
import { expect, type Page } from '@playwright/test';
import { test } from '../support/app';
import { UNKNOWN_CODE } from '../support/corner-shop';
import { demoGoods, goTo, openDemoAs, panelOf, rowOf } from '../support/demo-store';
import { press, scan, type } from '../support/hands';

const { lemons, cucumber, honey } = demoGoods;

test('scan follows scan with no dialog between, and what is unknown is listed beside', async ({
  openWindow,
}) => {
  const { page } = await openStockroom(openWindow);
  for (const { name, code } of [lemons, cucumber]) {
    await scan(page, code);
    await expect(page.getByRole('heading', { name })).toBeVisible();
  }
  await scan(page, UNKNOWN_CODE);
  const beside = page.getByRole('complementary', { name: 'Scanned and done' });
  await expect(beside.getByRole('alert')).toContainText(`No product has the code ${UNKNOWN_CODE}`);
  await expect(page.getByRole('heading', { name: cucumber.name })).toBeVisible();
  await scan(page, honey.code);
  await expect(page.getByRole('heading', { name: honey.name })).toBeVisible();
  await expect(page.getByRole('dialog')).toBeHidden();
  const listed = await beside.getByRole('listitem').allInnerTexts();
  expect(listed.map((text) => text.split('\n')[0])).toEqual([
    honey.name,
    UNKNOWN_CODE,
    cucumber.name,
    lemons.name,
  ]);
});

test('goods are received, adjusted and thrown away by keys, and the history tells and is exported', async ({
  openWindow,
}) => {
  const { page } = await openStockroom(openWindow);
  const onHand = page.getByText(/ on hand$/);
  await scan(page, lemons.code);
  await expect(page.getByRole('heading', { name: lemons.name })).toBeVisible();

  await test.step('receive, where each further scan counts', async () => {
    await press(page, 'F3');
    await expect(quantityOf(page)).toBeFocused();
    for (let pieces = 1; pieces <= 3; pieces += 1) {
      await scan(page, lemons.code);
      await expect(quantityOf(page)).toHaveValue(String(pieces));
    }
    await press(page, 'Enter');
    await expect(page.getByText('Received 3 at Shop')).toBeVisible();
  });

  await test.step('adjust, not without a reason', async () => {
    await press(page, 'F4');
    await expect(quantityOf(page)).toBeFocused();
    await type(page, '400');
    await press(page, 'Enter');
    await expect(page.getByRole('button', { name: /^Adjust/ })).toBeDisabled();
    await page.getByRole('form').getByLabel('Reason').fill('Miscounted');
    await press(page, 'Escape', 'Enter');
    await expect(page.getByText('Adjusted to 400 at Shop')).toBeVisible();
    await expect(onHand).toHaveText('400 on hand');
  });

  await test.step('throw away', async () => {
    await press(page, 'F6');
    await expect(quantityOf(page)).toBeFocused();
    await type(page, '2');
    await press(page, 'Tab', 'Tab');
    await expect(page.getByRole('form').getByLabel('Reason')).toBeFocused();
    await type(page, 'Spoi');
    await press(page, 'ArrowDown', 'Enter');
    await expect(page.getByRole('form').getByLabel('Reason')).toHaveValue('Spoiled');
    await press(page, 'Enter');
    await expect(page.getByText('Threw away 2 at Shop')).toBeVisible();
    await expect(onHand).toHaveText('398 on hand');
  });

  await test.step('read the movements, newest first', async () => {
    await goTo(page, 'Stockroom', 'Movements');
    const rows = page
      .getByRole('grid')
      .getByRole('row')
      .filter({ has: page.getByRole('gridcell') });
    await expect(rows.nth(0)).toContainText('Wasted');
    await expect(rows.nth(0)).toContainText('−2');
    await expect(rows.nth(0)).toContainText('Spoiled');
    await expect(rows.nth(1)).toContainText('Adjusted');
    await expect(rows.nth(2)).toContainText('+3');
  });

  await test.step('export them', async () => {
    await scan(page, lemons.code);
    await expect(page.getByRole('combobox', { name: 'Product' })).toHaveValue(lemons.name);
    const download = page.waitForEvent('download');
    await press(page, 'Control+e');
    const file = await download;
    expect(file.suggestedFilename()).toMatch(/^stock-movements-.*\.csv$/);
    const lines = (await readFile(await file.path(), 'utf8')).split('\r\n');
    expect(lines[0]).toContain('Time,Kind,Product,Location');
    expect(lines[1]).toContain('wasted,Lemons,Shop,,-2,piece,400,398');
    expect(lines[2]).toContain('adjusted,Lemons,Shop');
    expect(lines[3]).toContain('received,Lemons,Shop,,3,piece');
    await expect(page.getByText(/movements were saved as stock-movements-/)).toBeVisible();
  });
});

test('stock begins where a product does not lie yet, and only there', async ({ openWindow }) => {
  const { page } = await openStockroom(openWindow);
  await goTo(page, 'Stockroom', 'Stock');
  await press(page, 'F7');
  await expect(panelOf(page)).toBeVisible();
  await scan(page, lemons.code);
  const place = page.getByRole('form').getByRole('combobox', { name: 'Where' });
  await expect(place).toHaveValue('Storeroom');
  await place.click();
  await expect(page.getByRole('option', { name: 'Storeroom' })).toBeVisible();
  await expect(page.getByRole('option', { name: 'Shop' })).toBeHidden();
  await press(page, 'Escape');
  await quantityOf(page).fill('60');
  await press(page, 'Enter');
  await expect(page.getByText('Began with 60 at Storeroom')).toBeVisible();
  await page.getByRole('textbox', { name: 'Find' }).fill('Lemons');
  await expect(page.getByText('2 entries')).toBeVisible();
  await expect(rowOf(page, 'Stock by product', 'Storeroom')).toContainText('60');
});

test('a location is made, renamed, closed, opened again and deleted', async ({ openWindow }) => {
  const { page } = await openDemoAs(openWindow, 'manager');
  await goTo(page, 'Stockroom', 'Locations');
  await press(page, 'F4');
  const dialog = page.getByRole('dialog', { name: 'New location' });
  await expect(dialog.getByLabel('Name')).toBeFocused();
  await type(page, 'Shop');
  await press(page, 'Enter');
  await expect(dialog.getByLabel('Name')).toHaveAccessibleDescription(
    'There is a location named Shop already. Choose another name.',
  );
  await dialog.getByLabel('Name').fill('Cellar');
  await press(page, 'Enter');
  await expect(dialog).toBeHidden();

  await panelOf(page).getByLabel('Name').fill('Cold cellar');
  await press(page, 'Control+s');
  await expect(panelOf(page).getByRole('heading', { name: 'Cold cellar' })).toBeVisible();
  await panelOf(page).getByRole('button', { name: 'Close it' }).click();
  await expect(rowOf(page, 'Locations', 'Cold cellar')).toContainText('Closed since');
  await panelOf(page).getByRole('button', { name: 'Open it again' }).click();
  await expect(rowOf(page, 'Locations', 'Cold cellar')).toContainText('Open');
  await panelOf(page).getByRole('button', { name: 'Delete' }).click();
  const question = page.getByRole('dialog', { name: 'Delete Cold cellar?' });
  await question.getByRole('button', { name: 'Delete' }).click();
  await expect(rowOf(page, 'Locations', 'Cold cellar')).toHaveCount(0);
  await expect(panelOf(page)).toBeHidden();
});

test('a location that holds stock, or that the till sells from, is not closed', async ({ openWindow }) => {
  const { page } = await openDemoAs(openWindow, 'manager');
  await goTo(page, 'Stockroom', 'Locations');
  await rowOf(page, 'Locations', 'Storeroom').click();
  await panelOf(page).getByRole('button', { name: 'Close it' }).click();
  await expect(panelOf(page).getByRole('alert')).toHaveText(
    /^Storeroom still holds stock of \d+ products\. Move it away first\.$/,
  );
  await expect(panelOf(page).getByRole('button', { name: 'Delete' })).toBeHidden();
  await rowOf(page, 'Locations', 'Shop').click();
  await expect(panelOf(page)).toContainText('The till sells from here.');
  await expect(panelOf(page).getByRole('button', { name: 'Close it' })).toBeHidden();
});

test('a storekeeper sees no cost and sets no price', async ({ openWindow }) => {
  const { page } = await openStockroom(openWindow);
  await scan(page, lemons.code);
  await expect(page.getByRole('heading', { name: lemons.name })).toBeVisible();
  await press(page, 'F3');
  await expect(quantityOf(page)).toBeFocused();
  await expect(page.getByRole('form').getByLabel('Cost per unit')).toBeHidden();

  await goTo(page, 'Stockroom', 'Stock');
  await expect(page.getByRole('columnheader', { name: 'On hand' })).toBeVisible();
  await expect(page.getByRole('columnheader', { name: 'Value at cost' })).toBeHidden();

  await goTo(page, 'Office', 'Products');
  await expect(page.getByRole('columnheader', { name: 'Price' })).toBeVisible();
  await expect(page.getByRole('columnheader', { name: 'Cost' })).toBeHidden();
  await page.getByRole('textbox', { name: 'Find' }).fill(lemons.name);
  await rowOf(page, 'Products', lemons.name).click();
  await press(page, 'Control+e');
  await expect(panelOf(page).getByRole('textbox', { name: 'Price' })).toBeDisabled();
  await expect(panelOf(page).getByRole('textbox', { name: 'Cost' })).toBeHidden();
  await expect(panelOf(page).getByText('A manager sets prices and discounts.')).toBeVisible();
  await rowOf(page, 'Products', lemons.name).getByRole('checkbox').check();
  await press(page, 'F9');
  await page.getByRole('dialog').getByRole('combobox', { name: 'What' }).click();
  await expect(page.getByRole('option', { name: 'Tax rate' })).toBeVisible();
  await expect(page.getByRole('option', { name: 'Price, by percent' })).toBeHidden();
});

test('a cashier looks up, and moves nothing', async ({ openWindow }) => {
  const { page } = await openDemoAs(openWindow, 'cashier');
  await goTo(page, 'Stockroom', 'Look up');
  await scan(page, lemons.code);
  await expect(page.getByRole('heading', { name: lemons.name })).toBeVisible();
  await expect(page.getByText(/ on hand$/)).toBeVisible();
  await expect(page.getByRole('button', { name: 'History' })).toBeVisible();
  for (const action of ['Receive', 'Adjust', 'Waste', 'Begin stock']) {
    await expect(page.getByRole('button', { name: action })).toBeHidden();
  }
  await press(page, 'F4');
  await expect(page.getByRole('form')).toBeHidden();
  await goTo(page, 'Stockroom', 'Stock');
  await page.getByRole('textbox', { name: 'Find' }).fill(lemons.name);
  await rowOf(page, 'Stock by product', lemons.name).click();
  await expect(panelOf(page).getByRole('button', { name: 'History' })).toBeVisible();
  await expect(panelOf(page).getByRole('button', { name: 'Adjust' })).toBeHidden();
});

/** Opens the demo store at the stockroom's first page, signed in as its storekeeper. */
async function openStockroom(openWindow: Parameters<typeof openDemoAs>[0]) {
  const window = await openDemoAs(openWindow, 'storekeeper');
  await goTo(window.page, 'Stockroom', 'Look up');
  return window;
}

const quantityOf = (page: Page) => page.getByRole('form').getByRole('textbox').first();
