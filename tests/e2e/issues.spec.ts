import { expect, type Page } from '@playwright/test';
import { test } from '../support/app';
import { UNKNOWN_CODE } from '../support/corner-shop';
import { demoGoods, goTo, openDemoAs, panelOf, rowOf } from '../support/demo-store';
import { press, scan, type } from '../support/hands';
import { answerLate } from '../support/late-answers';
import { Looking } from '../support/looking';

const { lemons, honey } = demoGoods;
const LIST = 'Issues, newest first';
const LINES = 'What is handed out';
const OUT = 'Out with whom, by holder';

test('goods are issued by scans and keys, and come back by a scan', async ({ openWindow }) => {
  const { page } = await openDemoAs(openWindow, 'storekeeper');
  await goTo(page, 'Stockroom', 'Issues');
  await press(page, 'F4');
  await expect(page.getByRole('combobox', { name: 'Issued to' })).toBeFocused();

  await test.step('a department is named, and every scan adds one', async () => {
    await type(page, 'Juice bar');
    await press(page, 'Enter');
    for (const code of [lemons.code, lemons.code, UNKNOWN_CODE, honey.code]) await scan(page, code);
    await expect(rowOf(page, LINES, lemons.name)).toContainText('2');
    await expect(rowOf(page, LINES, honey.name)).toContainText('1');
    await expect(page.getByRole('log')).toContainText(`No product has the code ${UNKNOWN_CODE}`);
  });

  await test.step('a line opens beside, for its quantity', async () => {
    await rowOf(page, LINES, lemons.name).click();
    await expect(panelOf(page).getByRole('textbox', { name: 'Quantity' })).toBeFocused();
    await type(page, '3');
    await press(page, 'Enter');
    await expect(rowOf(page, LINES, lemons.name)).toContainText('3');
    await expect(panelOf(page)).toBeHidden();
  });

  let title = '';
  await test.step('one key hands all of it out', async () => {
    await press(page, 'F9');
    const heading = page.getByRole('heading', { level: 1, name: /^Issue IS-/ });
    await expect(heading).toBeVisible();
    title = await heading.innerText();
    await expect(page.getByText('Juice bar', { exact: true })).toBeVisible();
  });

  await test.step('a scan takes one back, and a row the rest', async () => {
    await press(page, 'F7');
    await expect(rowOf(page, OUT, lemons.name)).toContainText('3');
    await scan(page, lemons.code);
    await expect(page.getByText(`1 × ${lemons.name} came back from Juice bar to Shop`)).toBeVisible();
    await expect(rowOf(page, OUT, lemons.name)).toContainText('2');
    await rowOf(page, OUT, lemons.name).click();
    await expect(panelOf(page).getByRole('textbox', { name: 'How many come back' })).toBeFocused();
    await press(page, 'F10');
    await expect(page.getByText('2 lines came back from Juice bar')).toBeVisible();
    await expect(rowOf(page, OUT, lemons.name)).toBeHidden();
    await scan(page, lemons.code);
    await expect(page.getByRole('log')).toContainText(`${lemons.name} is out with nobody`);
  });

  await test.step('the ledger leads back to the document', async () => {
    await goTo(page, 'Stockroom', 'Movements');
    const movements = page.getByRole('grid').getByRole('row').filter({ hasText: title });
    await expect(movements.first()).toContainText('Issue returned');
    await movements.first().getByRole('link', { name: title }).click();
    await expect(page.getByText(`1 × ${lemons.name} returned to Shop`)).toBeVisible();
  });
});

test('who begins an issue before its list is there has to press no key twice', async ({ openWindow }) => {
  const { page } = await openDemoAs(openWindow, 'storekeeper');
  await answerLate(page, 1500);
  await goTo(page, 'Stockroom', 'Issues');
  await press(page, 'F4');
  await expect(page.getByRole('combobox', { name: 'Issued to' })).toBeFocused();
});

test('the same key again, while an issue is on its way, begins no second one', async ({ openWindow }) => {
  const { page } = await openDemoAs(openWindow, 'storekeeper');
  await answerLate(page, 1500);
  await goTo(page, 'Stockroom', 'Issues');
  const drafts = rowOf(page, LIST, 'Draft');
  await expect(page.getByRole('grid', { name: LIST }).getByRole('row').nth(1)).toBeVisible();
  const draftsBefore = await drafts.count();
  await press(page, 'F4');
  await expect(page.getByRole('button', { name: 'New issue' })).toBeDisabled();
  await press(page, 'F4');
  await expect(page.getByRole('combobox', { name: 'Issued to' })).toBeFocused();
  await press(page, 'Escape');
  await expect(drafts).toHaveCount(draftsBefore + 1);
});

test('what is short is named at once, and its draft stays', async ({ openWindow }) => {
  const { page } = await openDemoAs(openWindow, 'storekeeper');
  await beginFor(page, 'Workshop');
  await scan(page, honey.code);
  await rowOf(page, LINES, honey.name).click();
  await expect(panelOf(page).getByRole('textbox', { name: 'Quantity' })).toBeFocused();
  await type(page, '99999');
  await press(page, 'Enter');
  await expect(rowOf(page, LINES, honey.name)).toContainText('short');
  await press(page, 'F9');
  await expect(page.getByRole('alert')).toContainText('Nothing was handed out');
  await expect(page.getByRole('heading', { level: 1, name: 'New issue' })).toBeVisible();
});

test('the pages of an issue are whole and without fault', async ({ openWindow }) => {
  test.slow();
  const { page } = await openDemoAs(openWindow, 'manager');
  const looking = new Looking(page, 'manager');
  await beginFor(page, 'Kitchen');
  await scan(page, lemons.code);
  await scan(page, honey.code);
  await rowOf(page, LINES, lemons.name).click();
  await expect(panelOf(page)).toBeVisible();
  await looking.at('issue draft');
  await press(page, 'Escape', 'F9');
  await expect(page.getByRole('heading', { level: 1, name: /^Issue IS-/ })).toBeVisible();
  await looking.at('issue handed out');
  await press(page, 'F7');
  await rowOf(page, OUT, lemons.name).click();
  await expect(panelOf(page)).toBeVisible();
  await looking.at('out with whom');
  expect(looking.faults).toEqual([]);
});

/** Begins an issue to somebody, with the keyboard alone. */
async function beginFor(page: Page, holder: string): Promise<void> {
  await goTo(page, 'Stockroom', 'Issues');
  await press(page, 'F4');
  await expect(page.getByRole('combobox', { name: 'Issued to' })).toBeFocused();
  await type(page, holder);
  await press(page, 'Enter');
}
