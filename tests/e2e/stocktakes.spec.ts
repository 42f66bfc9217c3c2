import { expect, type Page } from '@playwright/test';
import { test } from '../support/app';
import { goods, people, UNKNOWN_CODE } from '../support/corner-shop';
import { goTo, rowOf } from '../support/demo-store';
import { press, scan, type } from '../support/hands';
import { Looking } from '../support/looking';
import { text, textPattern, wholeText } from '../support/texts';
import { amountOf, openSecondTill, openTill, outcomeOf, paid, total, totalOf } from '../support/till';

const { pencil, notebook, globe } = goods;

const lastOf = (page: Page) => page.getByRole('region', { name: text('stocktakes:counting.last') });
const leftOf = (page: Page) => page.getByRole('grid', { name: text('stocktakes:lines.label') });

test('two screens count during a sale, and true differences are reviewed and posted', async ({
  openWindow,
}) => {
  test.slow();
  const window = await openTill(openWindow);
  const cashier = window.page;
  const manager = await openSecondTill(window, people.manager);
  const admin = await openSecondTill(window, people.admin);
  const looking = new Looking(manager, 'manager');

  await test.step('start on one screen', async () => {
    await goTo(manager, 'stockroom', 'stocktakes');
    await press(manager, 'F4');
    await expect(manager.getByRole('dialog', { name: text('stocktakes:start.title') })).toBeVisible();
    await looking.at('start a stocktake');
    const what = manager.getByRole('combobox', { name: text('stocktakes:start.what') });
    await expect(what).toBeFocused();
    await press(manager, 'Enter');
    await expect(what).toHaveAccessibleDescription(text('stocktakes:start.whatMissing'));
    await press(manager, 'ArrowDown', 'Enter', 'Enter');
    await expect(manager.getByText(text('stocktakes:progress.long', { counted: 0, of: 3 }))).toBeVisible();
    await expect(leftOf(manager).getByRole('row')).toHaveCount(4);
    await expect(
      manager.getByRole('columnheader', { name: text('stocktakes:columns.expected') }),
    ).toBeHidden();
  });

  await test.step('join on the other', async () => {
    await goTo(admin, 'stockroom', 'stocktakes');
    await rowOf(
      admin,
      text('stocktakes:list.label'),
      text('stocktakes:scope.all', { location: 'Shop' }),
    ).click();
    await expect(admin.getByText(text('stocktakes:progress.long', { counted: 0, of: 3 }))).toBeVisible();
  });

  await test.step('an undone count is confirmed, and then there is nothing to undo', async () => {
    const undo = manager.getByRole('button', { name: text('stocktakes:counting.undo') });
    await expect(undo).toBeDisabled();
    await expect(undo).toHaveAccessibleDescription(text('stocktakes:counting.nothingToUndo'));
    await scan(manager, globe.code);
    await expect(undo).toBeEnabled();
    await undo.click();
    await expect(lastOf(manager).getByRole('status')).toContainText(
      text('stocktakes:counting.undone.add', { quantity: 1 }),
    );
    await expect(undo).toBeDisabled();
  });

  await test.step('each scan counts one, and failed scans are listed beside', async () => {
    await scan(manager, globe.code);
    await expect(lastOf(manager).getByRole('status')).toContainText('1');
    await expect(leftOf(manager).getByRole('row').filter({ hasText: 'Globe' })).toHaveCount(0);
    await expect(leftOf(admin).getByRole('row').filter({ hasText: 'Globe' })).toHaveCount(0);
    await scan(manager, UNKNOWN_CODE);
    await expect(manager.getByRole('alert')).toContainText(
      text('refusals:UNKNOWN_BARCODE', { code: UNKNOWN_CODE }),
    );
    await expect(admin.getByText(text('stocktakes:progress.who', { names: 'Mo Salt' }))).toBeVisible();
  });

  await test.step('the till sells a counted piece and an uncounted one', async () => {
    await scan(cashier, globe.code);
    await scan(cashier, pencil.code);
    await expect(totalOf(cashier)).toHaveText(total('€51.10'));
    await press(cashier, 'F9');
    await expect(amountOf(cashier)).toBeFocused();
    await press(cashier, 'Enter');
    await expect(outcomeOf(cashier)).toContainText(paid());
  });

  await test.step('a quantity is typed, and a wrong count undone', async () => {
    await scan(admin, pencil.code);
    await expect(lastOf(admin)).toContainText('Pencil');
    await press(admin, 'F3');
    await expect(admin.getByRole('textbox', { name: text('stocktakes:counting.quantity') })).toBeFocused();
    await type(admin, '7');
    await press(admin, 'Enter');
    await expect(lastOf(admin).getByRole('status')).toContainText(
      text('stocktakes:counting.add', { quantity: 7 }),
    );
    await press(admin, 'F10');
    await expect(lastOf(admin).getByText('1', { exact: true })).toBeVisible();
    await press(admin, 'F3');
    await type(admin, '499');
    await press(admin, 'Control+Enter');
    await expect(lastOf(admin).getByRole('status')).toContainText(
      text('stocktakes:counting.set', { quantity: 499 }),
    );
  });

  await test.step('two people count, with the quantity asked at each scan', async () => {
    for (const [page, quantity] of [
      [manager, '60'],
      [admin, '38'],
    ] as const) {
      await press(page, 'F6');
      await scan(page, notebook.code);
      await expect(page.getByRole('textbox', { name: text('stocktakes:counting.quantity') })).toBeFocused();
      await type(page, quantity);
      await press(page, 'Enter');
    }
    await expect(lastOf(admin).getByText('98', { exact: true })).toBeVisible();
    await expect(manager.getByText(text('stocktakes:progress.long', { counted: 3, of: 3 }))).toBeVisible();
    await looking.at('counting a stocktake');
  });

  await test.step('review the differences, while another person finds one more', async () => {
    await press(manager, 'F9');
    await expect(rowOf(manager, text('stocktakes:review.label'), 'Notebook')).toContainText('−2');
    await expect(
      manager.getByRole('grid', { name: text('stocktakes:review.label') }).getByRole('row'),
    ).toHaveCount(2);
    await looking.at('reviewing a stocktake');
    await expect(admin.getByText(text('stocktakes:counting.inReview'))).toBeVisible();
    await press(admin, 'F6');
    await scan(admin, notebook.code);
    await expect(rowOf(manager, text('stocktakes:review.label'), 'Notebook')).toContainText('−1');
    await press(manager, 'F9');
    await expect(manager.getByRole('dialog')).toContainText(textPattern('stocktakes:post.worthLess'));
    await expect(
      manager.getByRole('dialog').getByRole('button', { name: text('common:cancel') }),
    ).toBeFocused();
    await press(manager, 'Control+Enter');
    await expect(manager.getByRole('dialog').getByRole('alert')).toContainText(
      wholeText('refusals:STOCKTAKE_CHANGED', { by: 'Ada Byron' }),
    );
    await press(manager, 'Escape');
    await manager.getByRole('button', { name: text('stocktakes:review.lookAgain') }).click();
    await rowOf(manager, text('stocktakes:review.label'), 'Notebook').click();
    await expect(manager.getByRole('complementary')).toContainText('Ada Byron');
    await press(manager, 'Escape');
  });

  await test.step('post once, and find it in the movements', async () => {
    await press(manager, 'F9');
    await expect(manager.getByRole('dialog')).toContainText(
      textPattern('stocktakes:post.worthLess', { value: '€1.75' }),
    );
    await press(manager, 'Control+Enter');
    await expect(manager.getByRole('heading', { name: /^CT-000001/ })).toBeVisible();
    await expect(manager.getByRole('button', { name: text('stocktakes:post.action') })).toBeHidden();
    await expect(admin.getByRole('heading', { name: /^CT-000001/ })).toBeVisible();
    await looking.at('a posted stocktake');
    await goTo(manager, 'stockroom', 'history');
    const counted = manager.getByRole('row').filter({ hasText: text('stock:kinds.counted') });
    await expect(counted).toHaveCount(1);
    await expect(counted).toContainText('−1');
    await expect(
      counted.getByRole('link', { name: text('stock:history.causes.stocktake', { number: 'CT-000001' }) }),
    ).toBeVisible();
  });
  expect(looking.faults).toEqual([]);
});
