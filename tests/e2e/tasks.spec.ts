import { expect } from '@playwright/test';
import { test } from '../support/app';
import { goTo, linkTo, openDemoAs, openSecondDemoAs, panelOf, rowOf } from '../support/demo-store';
import { choose, fillIn, press, tabTo } from '../support/hands';
import { Looking } from '../support/looking';
import { text } from '../support/texts';

const LIST = text('tasks:list');
const COUNT = `${text('tasks:kinds.count')}: Storeroom`;

test('a manager assigns a task, its role is notified, opens it, completes it and reopens it', async ({
  openWindow,
}) => {
  test.slow();
  const demo = await openDemoAs(openWindow, 'manager');
  const { page } = demo;
  const storeroom = await openSecondDemoAs(demo, 'storekeeper');
  await goTo(storeroom, 'stockroom', 'tasks');
  await expect(linkTo(storeroom, 'tasks')).toContainText('3');

  await goTo(page, 'stockroom', 'tasks');
  await press(page, 'F4');
  await expect(page.getByRole('dialog')).toBeVisible();
  await choose(page, text('tasks:dialog.at'), 'Storeroom');
  await fillIn(page, text('tasks:dialog.note'), 'Before the delivery comes');
  await tabTo(page, page.getByRole('combobox', { name: text('tasks:dialog.kind') }), 'Shift+Tab');
  await press(page, 'Enter');
  await expect(page.getByRole('dialog')).toBeHidden();

  const row = rowOf(storeroom, LIST, COUNT);
  await expect(row).toContainText(text('common:roles.storekeeper'));
  await expect(linkTo(storeroom, 'tasks')).toContainText('4');
  await row.click();
  await expect(panelOf(storeroom)).toContainText('Before the delivery comes');
  const looking = new Looking(storeroom, 'storekeeper');
  await looking.at('task open');
  expect(looking.faults).toEqual([]);
  await press(storeroom, 'F10');
  await expect(storeroom.getByRole('dialog')).toBeVisible();
  await expect(storeroom.getByRole('combobox', { name: text('stocktakes:start.where') })).toHaveValue(
    'Storeroom',
  );
  await press(storeroom, 'Escape');

  await goTo(storeroom, 'stockroom', 'tasks');
  await rowOf(storeroom, LIST, COUNT).click();
  await fillIn(storeroom, text('tasks:remark'), 'All there');
  await press(storeroom, 'F9');
  await expect(storeroom.getByText(text('tasks:doneTask', { what: COUNT }))).toBeVisible();

  await press(page, 'F7');
  await rowOf(page, LIST, COUNT).click();
  await expect(panelOf(page)).toContainText('All there');
  await press(page, 'F9');
  await expect(rowOf(storeroom, LIST, COUNT)).toBeVisible();
});
