import { expect } from '@playwright/test';
import { test } from '../support/app';
import { goTo, linkTo, openDemoAs, openSecondDemoAs, panelOf, rowOf } from '../support/demo-store';
import { choose, fillIn, press } from '../support/hands';
import { Looking } from '../support/looking';

const LIST = 'Tasks, by day';

test('a manager gives a task, its role sees it come, goes there and ticks it, and opens it again', async ({
  openWindow,
}) => {
  test.slow();
  const demo = await openDemoAs(openWindow, 'manager');
  const { page } = demo;
  const storeroom = await openSecondDemoAs(demo, 'storekeeper');
  await goTo(storeroom, 'Stockroom', 'Tasks');
  await expect(linkTo(storeroom, 'Tasks')).toContainText('3');

  await goTo(page, 'Stockroom', 'Tasks');
  await press(page, 'F4');
  await expect(page.getByRole('dialog')).toBeVisible();
  await choose(page, 'Where', 'Storeroom');
  await fillIn(page, 'Note', 'Before the delivery comes');
  await press(page, 'Enter');
  await expect(page.getByRole('dialog')).toBeHidden();

  const row = rowOf(storeroom, LIST, 'Count: Storeroom');
  await expect(row).toContainText('Storekeeper');
  await expect(linkTo(storeroom, 'Tasks')).toContainText('4');
  await row.click();
  await expect(panelOf(storeroom)).toContainText('Before the delivery comes');
  const looking = new Looking(storeroom, 'storekeeper');
  await looking.at('task open');
  expect(looking.faults).toEqual([]);
  await press(storeroom, 'F10');
  await expect(storeroom.getByRole('dialog')).toBeVisible();
  await expect(storeroom.getByRole('combobox', { name: 'Where' })).toHaveValue('Storeroom');
  await press(storeroom, 'Escape');

  await goTo(storeroom, 'Stockroom', 'Tasks');
  await rowOf(storeroom, LIST, 'Count: Storeroom').click();
  await fillIn(storeroom, 'Remark', 'All there');
  await press(storeroom, 'F9');
  await expect(storeroom.getByText('Done: Count: Storeroom')).toBeVisible();

  await press(page, 'F7');
  await rowOf(page, LIST, 'Count: Storeroom').click();
  await expect(panelOf(page)).toContainText('All there');
  await press(page, 'F9');
  await expect(rowOf(storeroom, LIST, 'Count: Storeroom')).toBeVisible();
});
