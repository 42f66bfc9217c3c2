import { readFile } from 'node:fs/promises';
import { expect, type Page } from '@playwright/test';
import { test } from '../support/app';
import { UNKNOWN_CODE } from '../support/corner-shop';
import { demoGoods, goTo, openDemoAs, panelOf, rowOf } from '../support/demo-store';
import { FRENCH_DIGITS, press, scan, tabTo, type } from '../support/hands';
import { answerLate } from '../support/late-answers';
import { Looking } from '../support/looking';
import { readPdf } from '../support/pdf-text';
import { text, textPattern, wholeText } from '../support/texts';

const { lemons, cucumber, honey } = demoGoods;
/** The barcode on the label of the demo store's selling location. */
const SHOP = 'LOC-0001';

test('a transfer is filled by scanner, corrected and sent by keyboard, and printed', {
  tag: '@fast',
}, async ({ openWindow }) => {
  const { page } = await openDemoAs(openWindow, 'storekeeper');
  await goTo(page, 'stockroom', 'transfers');
  await expect(rowOf(page, text('transfers:list'), 'For tomorrow morning')).toContainText(
    text('documents:state.draft'),
  );

  await test.step('start between the usual locations, and swap them by a label', async () => {
    await press(page, 'F4');
    await expect(page.getByRole('combobox', { name: text('transfers:from'), exact: true })).toHaveValue(
      'Storeroom',
    );
    await scan(page, SHOP);
    await expect(page.getByRole('combobox', { name: text('transfers:from'), exact: true })).toHaveValue(
      'Shop',
    );
    await expect(page.getByRole('combobox', { name: text('transfers:to'), exact: true })).toHaveValue(
      'Storeroom',
    );
  });

  await test.step('scan: the same code again adds one', async () => {
    for (const code of [lemons.code, cucumber.code, lemons.code]) await scan(page, code);
    await expect(linesOf(page)).toHaveCount(2);
    await expect(lineOf(page, lemons.name)).toContainText(/^2/);
    await expect(lineOf(page, cucumber.name)).toContainText(/^1/);
  });

  await test.step('enter the quantity on request', async () => {
    await press(page, 'F6');
    await scan(page, honey.code);
    const quantity = page.getByRole('textbox', {
      name: text('common:howMany', { unit: text('common:units.piece'), product: honey.name }),
    });
    await expect(quantity).toBeFocused();
    await type(page, '4');
    await press(page, 'Enter');
    await expect(lineOf(page, honey.name)).toContainText(/^4/);
  });

  await test.step('so does a scanner that is set to another keyboard', async () => {
    await scan(page, honey.code, { digits: FRENCH_DIGITS });
    await expect(
      page.getByRole('group', { name: textPattern('common:howMany', { product: honey.name }) }),
    ).toBeVisible();
    await type(page, '2');
    await press(page, 'Enter');
    await expect(lineOf(page, honey.name)).toContainText(/^6/);
    await press(page, 'F6');
  });

  await test.step('continue after a failed scan', async () => {
    await scan(page, UNKNOWN_CODE);
    const failed = page.getByRole('log', { name: text('common:failedScans') });
    await expect(failed).toContainText(text('refusals:UNKNOWN_BARCODE', { code: UNKNOWN_CODE }));
    await tabTo(page, failed.getByRole('button', { name: text('common:dismiss') }));
    await press(page, 'Enter');
    await expect(failed).toBeHidden();
    await scan(page, cucumber.code);
    await expect(lineOf(page, cucumber.name)).toContainText(/^2/);
    await expect(page.getByRole('dialog')).toBeHidden();
  });

  await test.step('remove a line and restore it', async () => {
    for (const keys of [['F7', 'Delete'], ['Delete']]) {
      await press(page, ...keys);
      await expect(lineOf(page, cucumber.name)).toHaveCount(0);
      await press(page, 'F10');
      await expect(lineOf(page, cucumber.name)).toContainText(/^2/);
    }
  });

  await test.step('see what exceeds the stock, and be refused as a whole', async () => {
    await press(page, 'F3');
    const quantity = panelOf(page).getByRole('textbox', { name: text('documents:line.quantity') });
    await expect(quantity).toBeFocused();
    await press(page, 'Backspace', 'Tab', 'Enter');
    await expect(quantity).toHaveAttribute('aria-invalid', 'true');
    await expect(quantity).toBeFocused();
    await type(page, '99999');
    await press(page, 'Enter');
    await expect(lineOf(page, cucumber.name)).toContainText(textPattern('documents:lines.short'));
    await press(page, 'F9');
    await expect(page.getByRole('alert')).toContainText(
      textPattern('refusals:DOCUMENT_SHORT_transfer', { locationName: 'Shop' }),
    );
    await expect(page.getByRole('alert')).toContainText(
      textPattern('refusals:shortLine', { available: /[\d,]+/, product: 'Cucumber', requested: '99,999' }),
    );
    await press(page, 'F3');
    await expect(panelOf(page).getByRole('textbox', { name: text('documents:line.quantity') })).toBeFocused();
    await type(page, '3');
    await press(page, 'Enter');
    await expect(lineOf(page, cucumber.name)).not.toContainText(textPattern('documents:lines.short'));
    await expect(page.getByRole('textbox', { name: text('documents:find') })).toBeFocused();
  });

  let number = '';
  await test.step('send all of it', async () => {
    await press(page, 'F9');
    await expect(
      page.getByText(
        wholeText('transfers:outcome', {
          number: /TR-\d+/,
          count: 3,
          from: 'Shop',
          to: 'Storeroom',
        }),
      ),
    ).toBeVisible();
    const heading = page.getByRole('heading', {
      name: wholeText('transfers:document.posted', { number: /TR-.+/ }),
    });
    await expect(heading).toBeVisible();
    number = /TR-\d+/.exec(await heading.innerText())?.[0] ?? '';
    await expect(page.getByRole('button', { name: text('transfers:start') })).toBeFocused();
  });

  await test.step('save it as a PDF', async () => {
    const download = page.waitForEvent('download');
    await press(page, 'Control+s');
    const file = await download;
    expect(file.suggestedFilename()).toBe(`transfer-${number}.pdf`);
    const pdf = readPdf(await readFile(await file.path()));
    for (const part of [number, 'Corner Cafe & Greens', lemons.name, cucumber.name, honey.name]) {
      expect(pdf.text).toContain(part);
    }
  });

  await test.step('print it', async () => {
    const printed = await page.evaluateHandle(() => {
      const sheets: string[] = [];
      window.print = () => {
        sheets.push(document.querySelector('body > div[data-paper=a4] article')?.textContent ?? '');
      };
      return sheets;
    });
    await press(page, 'Control+p');
    await expect.poll(() => printed.jsonValue()).toHaveLength(1);
    const [sheet] = await printed.jsonValue();
    for (const part of [
      text('paper:numbered', { document: text('paper:transfer.title'), number }),
      lemons.code,
      honey.name,
      text('paper:slip.handedOver'),
    ]) {
      expect(sheet).toContain(part);
    }
  });

  await test.step('find it in the list and in the movements', async () => {
    await press(page, 'Escape');
    await expect(rowOf(page, text('transfers:list'), number)).toContainText(text('transfers:posted'));
    await goTo(page, 'stockroom', 'history');
    await page
      .getByRole('link', { name: text('stock:history.causes.transfer', { number }) })
      .first()
      .click();
    await expect(
      page.getByRole('heading', { name: text('transfers:document.posted', { number }) }),
    ).toBeVisible();
  });
});

test('a transfer started before its list is loaded needs no second key press', async ({ openWindow }) => {
  const { page } = await openDemoAs(openWindow, 'storekeeper');
  await answerLate(page, 1500);
  await goTo(page, 'stockroom', 'transfers');
  await press(page, 'F4');
  await expect(page.getByRole('combobox', { name: text('transfers:from'), exact: true })).toBeVisible();
});

test('Escape closes an open dropdown without leaving the page', async ({ openWindow }) => {
  const { page } = await openDemoAs(openWindow, 'storekeeper');
  await goTo(page, 'stockroom', 'transfers');
  await press(page, 'F4');
  const from = page.getByRole('combobox', { name: text('transfers:from'), exact: true });
  await from.click();
  await expect(page.getByRole('option', { name: 'Shop' })).toBeVisible();
  await press(page, 'Escape');
  await expect(page.getByRole('option', { name: 'Shop' })).toBeHidden();
  await expect(from).toBeVisible();
});

test('a draft is discarded and restored with all its lines', async ({ openWindow }) => {
  const { page } = await openDemoAs(openWindow, 'storekeeper');
  await goTo(page, 'stockroom', 'transfers');
  await press(page, 'F4');
  await expect(page.getByRole('combobox', { name: text('transfers:from'), exact: true })).toBeVisible();
  await scan(page, honey.code);
  await expect(linesOf(page)).toHaveCount(1);
  await press(page, 'Control+Delete');
  const question = page.getByRole('dialog', { name: text('common:discardDraft.title') });
  await expect(question).toContainText(text('common:discardDraft.consequence', { count: 1 }));
  await expect(question.getByRole('button', { name: text('common:discardDraft.confirm') })).toBeFocused();
  await press(page, 'Enter');
  await expect(question).toBeHidden();
  await expect(page.getByText(text('documents:discardedNote'))).toBeVisible();
  await press(page, 'F10');
  await scan(page, honey.code);
  await expect(lineOf(page, honey.name)).toContainText(/^2/);

  const looking = new Looking(page, 'storekeeper');
  await looking.at('Transfer draft');
  await press(page, 'F3');
  await expect(panelOf(page)).toBeVisible();
  await looking.at('Transfer line');
  await press(page, 'Escape', 'Escape');
  await expect(rowOf(page, text('transfers:list'), text('documents:state.draft')).first()).toBeVisible();
  await looking.at('Transfers');
  expect(looking.faults).toEqual([]);
});

const linesOf = (page: Page) =>
  page.getByRole('listbox', { name: text('documents:lines.name') }).getByRole('option');
const lineOf = (page: Page, name: string) => linesOf(page).filter({ hasText: name });
