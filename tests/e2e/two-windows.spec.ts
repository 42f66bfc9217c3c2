import { expect, type Page } from '@playwright/test';
import { test } from '../support/app';
import { byLoginOf, goods, openWithTiles, people, pinOf, tileOf } from '../support/corner-shop';
import { demoGoods, goTo, openDemoAs, openSecondDemoAs, panelOf, rowOf } from '../support/demo-store';
import { press, scan, type } from '../support/hands';
import { findBoxOf, linesOf, openSecondTill, openTill, outcomeOf, totalOf } from '../support/till';

const { pencil, notebook, globe } = goods;

test('signing in somewhere else ends the session here, and says so', async ({ openWindow }) => {
  const window = await openTill(openWindow);
  await scan(window.page, pencil.code);
  await expect(linesOf(window.page)).toHaveCount(1);
  const other = await openSecondTill(window, people.cashier);
  await expect(window.page.getByText(/^You signed in somewhere else at .*signed out here/)).toBeVisible();
  await expect(linesOf(other)).toContainText('Pencil');
});

test('the last piece, sold in two windows at once, is one sale and one refusal', async ({ openWindow }) => {
  const window = await openTill(openWindow);
  const pages = [window.page, await openSecondTill(window)];
  for (const page of pages) {
    await scan(page, globe.code);
    await expect(totalOf(page)).toHaveText('Total€49.90');
    await press(page, 'F9');
    await expect(page.getByLabel('Amount')).toBeFocused();
  }
  await Promise.all(pages.map((page) => press(page, 'Enter')));
  const ends = pages.map((page) => outcomeOf(page).or(page.getByRole('alert')));
  for (const end of ends) await expect(end).toBeVisible();
  const texts = await Promise.all(ends.map((end) => end.textContent()));
  expect(texts.toSorted()).toEqual([
    'Only 0 of Globe can be had at Shop, and 1 are asked for. Take less, or bring stock there first.',
    'Paid, no change€49.90',
  ]);
});

test('a sale in one window updates the stock shown in another', async ({ openWindow }) => {
  const window = await openTill(openWindow);
  const other = await openSecondTill(window);
  const tile = other.getByRole('listbox', { name: 'Products' }).getByRole('option', { name: 'Notebook' });
  await expect(tile).toContainText('100 left');
  await scan(window.page, notebook.code);
  await expect(totalOf(window.page)).toHaveText('Total€3.49');
  await press(window.page, 'F9', 'Enter');
  await expect(outcomeOf(window.page)).toHaveText('Paid, no change€3.50');
  await expect(tile).toContainText('99 left');
});

test('an account switched off is signed out in its other window, which says so', async ({ openWindow }) => {
  const window = await openDemoAs(openWindow, 'manager');
  const cashier = await openSecondDemoAs(window, 'cashier');
  await goTo(window.page, 'Office', 'People');
  await rowOf(window.page, 'Accounts', 'Cem Kaya').click();
  await panelOf(window.page).getByRole('button', { name: 'Switch off' }).click();
  await expect(rowOf(window.page, 'Accounts', 'Cem Kaya')).toContainText('Switched off');
  await expect(cashier.getByRole('heading', { name: 'Sign in' })).toBeVisible();
  await expect(cashier.getByText('You are not signed in any more. Sign in to go on.')).toBeVisible();
});

test('whose PIN no longer works here is led to name and password, and told why', async ({ openWindow }) => {
  const window = await openWindow(openWithTiles);
  const { page } = window;
  await tileOf(page, people.cashier).click();
  await expect(pinOf(page)).toBeFocused();
  const office = await openSecondTill(window);
  await goTo(office, 'Office', 'People');
  await rowOf(office, 'Accounts', 'Cem Kaya').click();
  await office.getByRole('button', { name: 'Take the PIN away' }).click();
  await expect(office.getByText('The PIN is gone.')).toBeVisible();

  await type(page, people.cashier.pin);
  await press(page, 'Enter');
  await expect(page.getByRole('alert')).toHaveText(/^A PIN works here only for some hours after/);
  await expect(page.getByLabel('Username or email')).toBeFocused();
  await press(page, 'Escape');
  await expect(page.getByRole('alert')).toBeHidden();
  await expect(byLoginOf(page)).toBeVisible();
});

test('a permission given to cashiers holds at an open till at once, and is marked as changed', async ({
  openWindow,
}) => {
  const window = await openDemoAs(openWindow, 'admin');
  const till = await openSecondDemoAs(window, 'cashier');
  await expect(findBoxOf(till)).toBeFocused();
  await scan(till, demoGoods.honey.code);
  await expect(linesOf(till)).toHaveCount(1);
  await press(till, 'F4');
  await type(till, '10');
  await press(till, 'Enter');
  await expect(till.getByRole('dialog', { name: 'Approval needed' })).toBeVisible();
  await press(till, 'Escape', 'Escape');
  await expect(till.getByRole('dialog')).toBeHidden();

  const { page } = window;
  await goTo(page, 'Office', 'Permissions');
  const name = 'Cashier, Give discounts, change a price on the ticket';
  await page.getByRole('button', { name: `${name}: With approval. Change it` }).click();
  await page.getByRole('menuitem', { name: 'Yes' }).click();
  await expect(
    page.getByRole('button', { name: `${name}: Yes Changed, usually With approval. Change it` }),
  ).toBeVisible();
  await expect(page.getByText('1 permission differs from the usual.')).toBeVisible();

  await press(till, 'F4');
  await type(till, '10');
  await press(till, 'Enter');
  await expect(totalOf(till)).toHaveText('Total£6.25');
  await expect(till.getByRole('dialog')).toBeHidden();
});

test('of two who change one product, the second is told, and goes on from the new version', async ({
  openWindow,
}) => {
  const window = await openDemoAs(openWindow, 'manager');
  const other = await openSecondDemoAs(window, 'admin');
  for (const page of [window.page, other]) {
    await goTo(page, 'Office', 'Products');
    await rowOf(page, 'Products', 'Espresso').click();
    await expect(panelOf(page).getByRole('heading', { name: 'Espresso' })).toBeVisible();
    await press(page, 'Control+e');
  }
  await priceOf(window.page).fill('2.40');
  await press(window.page, 'Control+s');
  await expect(rowOf(other, 'Products', 'Espresso')).toContainText('£2.40');

  await priceOf(other).fill('2.60');
  await press(other, 'Control+s');
  await expect(panelOf(other).getByRole('alert')).toHaveText(
    /^Milan Novak changed Espresso meanwhile\. Look at the new version/,
  );
  await panelOf(other).getByRole('button', { name: 'Load the new version' }).click();
  await expect(priceOf(other)).toHaveValue('2.40');
  await priceOf(other).fill('2.60');
  await press(other, 'Control+s');
  await expect(rowOf(window.page, 'Products', 'Espresso')).toContainText('£2.60');
});

test('of two who change one account, the second is told, and nothing of the first is lost', async ({
  openWindow,
}) => {
  const window = await openDemoAs(openWindow, 'manager');
  const other = await openSecondDemoAs(window, 'admin');
  for (const page of [window.page, other]) {
    await goTo(page, 'Office', 'People');
    await rowOf(page, 'Accounts', 'Cem Kaya').click();
  }
  await panelOf(other).getByRole('textbox', { name: 'Department' }).fill('Counter');
  await panelOf(window.page).getByRole('textbox', { name: 'Last name' }).fill('Aydin');
  await press(window.page, 'Control+s');
  await expect(rowOf(other, 'Accounts', 'Cem Aydin')).toBeVisible();

  await press(other, 'Control+s');
  await expect(panelOf(other).getByRole('alert')).toContainText('Milan Novak changed Cem Aydin meanwhile.');
  await panelOf(other).getByRole('button', { name: 'Show the new version' }).click();
  await expect(panelOf(other).getByRole('textbox', { name: 'Last name' })).toHaveValue('Aydin');
  await panelOf(other).getByRole('textbox', { name: 'Department' }).fill('Counter');
  await press(other, 'Control+s');
  await expect(panelOf(other).getByText('Saved.')).toBeVisible();
  await expect(rowOf(window.page, 'Accounts', 'Cem Aydin')).toBeVisible();
});

test('what one types about a category or location outlives a change by somebody else, and undoes none', async ({
  openWindow,
}) => {
  const window = await openDemoAs(openWindow, 'manager');
  const other = await openSecondDemoAs(window, 'admin');
  const nameOf = (page: Page) => panelOf(page).getByRole('textbox', { name: 'Name' });
  for (const { workplace, list, item } of [
    { workplace: 'Office', list: 'Categories', item: 'Bakery' },
    { workplace: 'Stockroom', list: 'Locations', item: 'Storeroom' },
  ] as const) {
    for (const page of [window.page, other]) {
      await goTo(page, workplace, list);
      await page
        .getByRole('treeitem', { name: item })
        .or(rowOf(page, list, item))
        .click();
      await expect(nameOf(page)).toHaveValue(item);
    }
    await nameOf(other).fill('By the admin');
    await nameOf(window.page).fill('By the manager');
    await press(window.page, 'Control+s');
    await expect(panelOf(other).getByRole('heading', { name: 'By the manager' })).toBeVisible();
    await expect(nameOf(other)).toHaveValue('By the admin');
    await press(other, 'Control+s');
    await expect(panelOf(other).getByRole('alert')).toContainText('Milan Novak changed');
    await panelOf(other).getByRole('button', { name: 'Load the new version' }).click();
    await expect(nameOf(other)).toHaveValue('By the manager');
    await expect(panelOf(other).getByRole('alert')).toBeHidden();
  }
});

test('stock that somebody else began at the place meanwhile is not begun again', async ({ openWindow }) => {
  const window = await openDemoAs(openWindow, 'manager');
  const other = await openSecondDemoAs(window, 'storekeeper');
  const pages = [window.page, other];
  for (const page of pages) {
    await goTo(page, 'Stockroom', 'Stock');
    await press(page, 'F7');
    await expect(panelOf(page)).toBeVisible();
    await scan(page, demoGoods.lemons.code);
    await expect(page.getByRole('form').getByRole('combobox', { name: 'Where' })).toHaveValue('Storeroom');
    await page.getByRole('form').getByRole('textbox').first().fill('60');
  }
  await press(window.page, 'Enter');
  await expect(window.page.getByText('Began with 60 at Storeroom')).toBeVisible();
  await press(other, 'Enter');
  await expect(other.getByRole('alert')).toHaveText(
    'Lemons is at Storeroom already, with 60 on hand. Receive or adjust it there.',
  );
});

const priceOf = (page: Page) => panelOf(page).getByRole('textbox', { name: 'Price' });
