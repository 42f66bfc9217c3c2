import { expect, type Page } from '@playwright/test';
import { test } from '../support/app';
import { goTo, openDemoAs, panelOf } from '../support/demo-store';
import { choose, fillIn, press, type } from '../support/hands';
import { Looking } from '../support/looking';

test('the tree is changed by keyboard: moved, renamed, switched off, deleted', async ({ openWindow }) => {
  const { page } = await openDemoAs(openWindow, 'manager');
  await goTo(page, 'Office', 'Categories');

  await test.step('make one, below another', async () => {
    await press(page, 'F4');
    await expect(page.getByRole('dialog').getByLabel('Name')).toBeFocused();
    await type(page, 'Pies');
    await press(page, 'Enter');
    await expect(panelOf(page).getByRole('heading', { name: 'Pies' })).toBeVisible();
    await expect(itemOf(page, 'Pies')).toHaveAttribute('aria-level', '1');
  });

  await test.step('move and rename it, and say what it is', async () => {
    await choose(page, 'Part of', 'Bakery');
    await fillIn(page, /^Name/, 'Sweet pies');
    await fillIn(page, 'Description', 'Whole ones');
    await press(page, 'Control+s');
    await expect(panelOf(page).getByText('Bakery / Sweet pies')).toBeVisible();
    await expect(itemOf(page, 'Sweet pies')).toHaveAttribute('aria-level', '2');
    await expect(panelOf(page)).toContainText('Last changed by Milan Novak');
  });

  await test.step('switch one off, told what becomes of its products', async () => {
    await press(page, 'Escape');
    await expect(panelOf(page)).toBeHidden();
    await itemOf(page, 'Bakery').first().click();
    await choose(page, 'Status', 'Inactive');
    await expect(panelOf(page)).toContainText(
      /nor what is below it\. Its \d+ products stay for sale, by name and by scan\./,
    );
    await press(page, 'Control+s');
    await expect(itemOf(page, 'Bakery').first()).toContainText('Inactive');
  });

  await test.step('a name that is taken stands at its field', async () => {
    const name = panelOf(page).getByRole('textbox', { name: 'Name' });
    await name.fill('Hot drinks');
    await press(page, 'Control+s');
    await expect(name).toHaveAccessibleDescription(
      'There is a category Hot drinks in the top level already. Choose another name or place.',
    );
    await expect(name).toBeFocused();
  });

  await test.step('what is typed is not left unasked', async () => {
    await itemOf(page, 'Sweet pies').click();
    const question = page.getByRole('dialog', { name: 'Leave without saving?' });
    await question.getByRole('button', { name: 'Cancel' }).click();
    await expect(panelOf(page).getByRole('textbox', { name: 'Name' })).toHaveValue('Hot drinks');
    await itemOf(page, 'Sweet pies').click();
    await expect(question.getByRole('button', { name: 'Leave without saving' })).toBeFocused();
    await press(page, 'Enter');
    await expect(panelOf(page).getByRole('heading', { name: 'Sweet pies' })).toBeVisible();
  });

  await test.step('delete the empty one, and find the focus in the tree', async () => {
    await panelOf(page).getByRole('button', { name: 'Delete' }).click();
    const question = page.getByRole('dialog', { name: 'Delete Sweet pies?' });
    await expect(question.getByRole('button', { name: 'Delete' })).toBeFocused();
    await press(page, 'Enter');
    await expect(itemOf(page, 'Sweet pies')).toBeHidden();
    await expect(page.locator('[role=treeitem]:focus')).toBeVisible();
  });
});

test('a category open beside the tree is whole and without fault', async ({ openWindow }) => {
  test.slow();
  const { page } = await openDemoAs(openWindow, 'manager');
  const looking = new Looking(page, 'manager');
  await goTo(page, 'Office', 'Categories');
  await itemOf(page, 'Bakery').click();
  await panelOf(page).getByRole('textbox', { name: 'Name' }).fill('Hot drinks');
  await press(page, 'Control+s');
  await expect(panelOf(page).getByText('There is a category Hot drinks')).toBeVisible();
  await looking.at('category panel');
  expect(looking.faults).toEqual([]);
});

const itemOf = (page: Page, name: string) => page.getByRole('treeitem', { name });
