import { setTimeout as pass } from 'node:timers/promises';
import { expect, type Page } from '@playwright/test';
import { test } from '../support/app';
import { UNKNOWN_CODE } from '../support/corner-shop';
import { demoGoods, goTo, openDemoAs, panelOf, rowOf } from '../support/demo-store';
import { press, scan, type } from '../support/hands';
import { answerLate } from '../support/late-answers';
import { Looking } from '../support/looking';
import { text, textPattern, wholeText } from '../support/texts';

const { lemons, honey } = demoGoods;
const LIST = text('issues:list');
const OUT = text('issues:out.list');

test('goods are issued by scanner and keyboard, and returned by a scan', { tag: '@fast' }, async ({
  openWindow,
}) => {
  const { page } = await openDemoAs(openWindow, 'storekeeper');
  await goTo(page, 'stockroom', 'issues');
  await press(page, 'F4');
  await expect(page.getByRole('combobox', { name: text('issues:holder') })).toBeFocused();

  await test.step('a department is entered, and every scan adds one', async () => {
    await type(page, 'Juice bar');
    await press(page, 'Enter');
    for (const code of [lemons.code, lemons.code, UNKNOWN_CODE, honey.code]) await scan(page, code);
    await expect(lineOf(page, lemons.name)).toContainText('2');
    await expect(lineOf(page, honey.name)).toContainText('1');
    await expect(page.getByRole('log')).toContainText(
      text('refusals:UNKNOWN_BARCODE', { code: UNKNOWN_CODE }),
    );
  });

  await test.step('a line opens in a panel for its quantity', async () => {
    await press(page, 'F7', 'Home', 'F3');
    const quantity = panelOf(page).getByRole('textbox', { name: text('documents:line.quantity') });
    await expect(quantity).toBeFocused();
    await press(page, 'Backspace', 'Tab', 'Enter');
    await expect(quantity).toHaveAttribute('aria-invalid', 'true');
    await expect(quantity).toBeFocused();
    await type(page, '3');
    await press(page, 'Enter');
    await expect(lineOf(page, lemons.name)).toContainText('3');
    await expect(panelOf(page)).toBeHidden();
  });

  let number = '';
  await test.step('one key issues all of it', async () => {
    await press(page, 'F9');
    const heading = page.getByRole('heading', {
      level: 1,
      name: wholeText('issues:document.posted', { number: /IS-.+/ }),
    });
    await expect(heading).toBeVisible();
    number = /IS-\d+/.exec(await heading.innerText())?.[0] ?? '';
    await expect(page.getByText('Juice bar', { exact: true })).toBeVisible();
  });

  await test.step('a scan returns one, and a row returns the rest', async () => {
    await press(page, 'F7');
    await expect(rowOf(page, OUT, lemons.name)).toContainText('3');
    await scan(page, lemons.code);
    await expect(
      page.getByText(
        text('issues:out.returned', {
          quantity: 1,
          product: lemons.name,
          holder: 'Juice bar',
          location: 'Shop',
        }),
      ),
    ).toBeVisible();
    await expect(rowOf(page, OUT, lemons.name)).toContainText('2');
    await page.getByRole('textbox', { name: text('common:filters.find') }).focus();
    // Enter opens the form and does not also submit it.
    await press(page, 'Enter');
    const quantity = panelOf(page).getByRole('textbox', { name: text('issues:out.quantityMeant') });
    await expect(quantity).toBeFocused();
    await pass(300);
    await expect(quantity).toHaveValue('2');
    await press(page, 'Backspace', 'Tab', 'Enter');
    await expect(quantity).toHaveAttribute('aria-invalid', 'true');
    await expect(quantity).toBeFocused();
    await type(page, '1');
    await press(page, 'Control+Enter');
    const reason = panelOf(page).getByRole('textbox', { name: text('issues:out.reason') });
    await expect(panelOf(page).getByText(text('issues:out.reasonMissing'))).toBeVisible();
    await expect(reason).toBeFocused();
    await press(page, 'F9');
    const question = page.getByRole('dialog', {
      name: text('issues:out.allTitle', { holder: 'Juice bar' }),
    });
    await expect(question).toContainText(textPattern('issues:out.allTo'));
    await expect(question.getByRole('button', { name: text('common:cancel') })).toBeFocused();
    await press(page, 'Control+Enter');
    await expect(
      page.getByText(text('issues:out.allReturned', { count: 2, holder: 'Juice bar' })),
    ).toBeVisible();
    await expect(rowOf(page, OUT, lemons.name)).toBeHidden();
    await scan(page, lemons.code);
    await expect(page.getByRole('log')).toContainText(text('issues:out.notOut', { product: lemons.name }));
  });

  await test.step('the history leads back to the document', async () => {
    await goTo(page, 'stockroom', 'history');
    const cause = text('stock:history.causes.issue', { number });
    const movements = page.getByRole('grid').getByRole('row').filter({ hasText: cause });
    await expect(movements.first()).toContainText(text('stock:kinds.issue returned'));
    await movements.first().getByRole('link', { name: cause }).click();
    await expect(
      page.getByText(
        text('issues:closing.returned', { quantity: 1, product: lemons.name, location: 'Shop' }),
      ),
    ).toBeVisible();
  });
});

test('an issue started before its list is loaded needs no second key press', async ({ openWindow }) => {
  const { page } = await openDemoAs(openWindow, 'storekeeper');
  await answerLate(page, 1500);
  await goTo(page, 'stockroom', 'issues');
  await press(page, 'F4');
  await expect(page.getByRole('combobox', { name: text('issues:holder') })).toBeFocused();
});

test('a repeated key starts no second issue while one is being created', async ({ openWindow }) => {
  const { page } = await openDemoAs(openWindow, 'storekeeper');
  await answerLate(page, 1500);
  await goTo(page, 'stockroom', 'issues');
  const drafts = rowOf(page, LIST, text('documents:state.draft'));
  await expect(page.getByRole('grid', { name: LIST }).getByRole('row').nth(1)).toBeVisible();
  const draftsBefore = await drafts.count();
  await press(page, 'F4');
  await expect(page.getByRole('button', { name: text('issues:start') })).toBeDisabled();
  await press(page, 'F4');
  await expect(page.getByRole('combobox', { name: text('issues:holder') })).toBeFocused();
  await press(page, 'Escape');
  await expect(drafts).toHaveCount(draftsBefore + 1);
});

test('short lines are shown at once, and the draft remains', async ({ openWindow }) => {
  const { page } = await openDemoAs(openWindow, 'storekeeper');
  await startFor(page, 'Workshop');
  await scan(page, honey.code);
  await lineOf(page, honey.name).click();
  await press(page, 'F3');
  await expect(panelOf(page).getByRole('textbox', { name: text('documents:line.quantity') })).toBeFocused();
  await type(page, '99999');
  await press(page, 'Enter');
  await expect(lineOf(page, honey.name)).toContainText(textPattern('documents:lines.short'));
  await press(page, 'F9');
  await expect(page.getByRole('alert')).toContainText(
    textPattern('refusals:DOCUMENT_SHORT_issue', { locationName: 'Shop' }),
  );
  await expect(page.getByRole('heading', { level: 1, name: text('issues:document.draft') })).toBeVisible();
});

test('a draft with lines asks before it is discarded, and one key restores it', async ({ openWindow }) => {
  const { page } = await openDemoAs(openWindow, 'storekeeper');
  await startFor(page, 'Workshop');
  await scan(page, honey.code);
  await expect(lineOf(page, honey.name)).toContainText('1');
  await press(page, 'F6');
  await expect(lineOf(page, honey.name)).toBeVisible();
  await press(page, 'Control+Delete');
  const question = page.getByRole('dialog', { name: text('common:discardDraft.title') });
  await expect(question).toContainText(text('common:discardDraft.consequence', { count: 1 }));
  await press(page, 'Escape');
  await expect(question).toBeHidden();
  await expect(page.getByRole('heading', { level: 1, name: text('issues:document.draft') })).toBeVisible();
  await press(page, 'Control+Delete');
  await expect(question.getByRole('button', { name: text('common:discardDraft.confirm') })).toBeFocused();
  await press(page, 'Enter');
  await expect(question).toBeHidden();
  await expect(page.getByText(text('documents:discardedNote'))).toBeVisible();
  await press(page, 'F10');
  await expect(page.getByRole('heading', { level: 1, name: text('issues:document.draft') })).toBeVisible();
  await expect(lineOf(page, honey.name)).toContainText('1');
});

test('the pages of an issue have no layout or accessibility faults', async ({ openWindow }) => {
  test.slow();
  const { page } = await openDemoAs(openWindow, 'manager');
  const looking = new Looking(page, 'manager');
  await startFor(page, 'Kitchen');
  await scan(page, lemons.code);
  await scan(page, honey.code);
  await lineOf(page, lemons.name).click();
  await press(page, 'F3');
  await expect(panelOf(page)).toBeVisible();
  await looking.at('issue draft');
  await press(page, 'Escape', 'F9');
  await expect(
    page.getByRole('heading', { level: 1, name: wholeText('issues:document.posted', { number: /IS-.+/ }) }),
  ).toBeVisible();
  await looking.at('issue handed out');
  await press(page, 'F7');
  await rowOf(page, OUT, lemons.name).click();
  await expect(panelOf(page)).toBeVisible();
  await looking.at('out with whom');
  expect(looking.faults).toEqual([]);
});

const lineOf = (page: Page, name: string) =>
  page
    .getByRole('listbox', { name: text('documents:lines.name') })
    .getByRole('option')
    .filter({ hasText: name });

/** Starts an issue to a holder, by keyboard alone. */
async function startFor(page: Page, holder: string): Promise<void> {
  await goTo(page, 'stockroom', 'issues');
  await press(page, 'F4');
  await expect(page.getByRole('combobox', { name: text('issues:holder') })).toBeFocused();
  await type(page, holder);
  await press(page, 'Enter');
}
