import { expect, type Page } from '@playwright/test';
import { test } from '../support/app';
import { goTo, openDemoAs, panelOf } from '../support/demo-store';
import { choose, fillIn, press, type } from '../support/hands';
import { Looking } from '../support/looking';
import { anyCount, text, textPattern } from '../support/texts';

const MANY = 100;
const NAME_TAKEN = text('refusals:CATEGORY_NAME_TAKEN', {
  name: 'Hot drinks',
  parent: text('refusals:topLevel'),
});

test('the category tree is edited by keyboard: moved, renamed, deactivated and deleted', {
  tag: '@fast',
}, async ({ openWindow }) => {
  const { page } = await openDemoAs(openWindow, 'manager');
  await goTo(page, 'office', 'categories');

  await test.step('create one below another', async () => {
    await press(page, 'F4');
    const name = page.getByRole('dialog').getByLabel(text('catalogue:categories.name'));
    await expect(name).toBeFocused();
    await page.getByRole('button', { name: text('catalogue:categories.make') }).click();
    await expect(name).toHaveAccessibleDescription(text('catalogue:categories.nameMissing'));
    await expect(name).toBeFocused();
    await type(page, 'Pies');
    await press(page, 'Enter');
    await expect(panelOf(page).getByRole('heading', { name: 'Pies' })).toBeVisible();
    await expect(itemOf(page, 'Pies')).toHaveAttribute('aria-level', '1');
  });

  await test.step('move and rename it, and describe it', async () => {
    await choose(page, text('catalogue:categories.parent'), 'Bakery');
    await fillIn(page, text('catalogue:categories.name'), 'Sweet pies');
    await fillIn(
      page,
      text('common:optional', { label: text('catalogue:categories.description') }),
      'Whole ones',
    );
    await press(page, 'Control+s');
    await expect(panelOf(page).getByText('Bakery / Sweet pies')).toBeVisible();
    await expect(itemOf(page, 'Sweet pies')).toHaveAttribute('aria-level', '2');
    await expect(panelOf(page)).toContainText(
      textPattern('catalogue:product.changedBy', { name: 'Milan Novak' }),
    );
  });

  await test.step('deactivate one, with a message about its products', async () => {
    await press(page, 'Escape');
    await expect(panelOf(page)).toBeHidden();
    await itemOf(page, 'Bakery').first().click();
    await choose(page, text('catalogue:categories.status'), text('catalogue:categories.inactive'));
    await expect(panelOf(page)).toContainText(anyCount('catalogue:categories.whenInactive', [MANY]));
    await press(page, 'Control+s');
    await expect(itemOf(page, 'Bakery').first()).toContainText(text('catalogue:categories.inactive'));
  });

  await test.step('a taken name is reported at its field', async () => {
    const name = panelOf(page).getByRole('textbox', { name: text('catalogue:categories.name') });
    await name.fill('Hot drinks');
    await press(page, 'Control+s');
    await expect(name).toHaveAccessibleDescription(NAME_TAKEN);
    await expect(name).toBeFocused();
  });

  await test.step('unsaved input is not lost without a question', async () => {
    await itemOf(page, 'Sweet pies').click();
    const question = page.getByRole('dialog', { name: text('common:unsaved.title') });
    await question.getByRole('button', { name: text('common:unsaved.stay') }).click();
    await expect(panelOf(page).getByRole('textbox', { name: text('catalogue:categories.name') })).toHaveValue(
      'Hot drinks',
    );
    await itemOf(page, 'Sweet pies').click();
    await expect(question.getByRole('button', { name: text('common:unsaved.stay') })).toBeFocused();
    await question.getByRole('button', { name: text('common:unsaved.leave') }).click();
    await expect(panelOf(page).getByRole('heading', { name: 'Sweet pies' })).toBeVisible();
  });

  await test.step('delete the empty one, and the focus returns to the tree', async () => {
    await panelOf(page)
      .getByRole('button', { name: text('catalogue:categories.delete') })
      .click();
    const question = page.getByRole('dialog', {
      name: text('catalogue:categories.deleteTitle', { name: 'Sweet pies' }),
    });
    await expect(question.getByRole('button', { name: text('common:cancel') })).toBeFocused();
    await press(page, 'Control+Enter');
    await expect(itemOf(page, 'Sweet pies')).toBeHidden();
    await expect(page.locator('[role=treeitem]:focus')).toBeVisible();
  });
});

test('the page of an open category beside the tree has no layout or accessibility faults', async ({
  openWindow,
}) => {
  test.slow();
  const { page } = await openDemoAs(openWindow, 'manager');
  const looking = new Looking(page, 'manager');
  await goTo(page, 'office', 'categories');
  await itemOf(page, 'Bakery').click();
  await panelOf(page)
    .getByRole('textbox', { name: text('catalogue:categories.name') })
    .fill('Hot drinks');
  await press(page, 'Control+s');
  await expect(panelOf(page).getByText(NAME_TAKEN)).toBeVisible();
  await looking.at('category panel');
  expect(looking.faults).toEqual([]);
});

const itemOf = (page: Page, name: string) => page.getByRole('treeitem', { name });
