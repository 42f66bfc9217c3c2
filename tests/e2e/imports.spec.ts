import { readFile } from 'node:fs/promises';
import { expect, type Page } from '@playwright/test';
import { test } from '../support/app';
import { demoGoods, goTo, openDemoAs, panelOf, titleOf } from '../support/demo-store';
import { press, scan } from '../support/hands';
import { Looking } from '../support/looking';
import { text, textStart } from '../support/texts';

const { lemons } = demoGoods;

const LIST = [
  'Own number;Description;EAN;Retail price;VAT;Quantity;Colour',
  'TEA-G;"Green tea, loose";4006381333931;3,50;9;12;green',
  'TEA-E;Earl Grey;4006381333948;;9;;grey',
  `;Sicilian lemons;${lemons.code};0,80;;;yellow`,
  'MUG;Mug;4006381333999;7,90;21;-1;blue',
].join('\n');

const BELOW_ZERO = text('imports:reasons.NEGATIVE', { field: text('imports:fields.stock'), value: -1 });

/** Answers the system's file dialog with this list whenever it opens. */
const offer = (page: Page, list: string): void => {
  const file = { name: 'wholesaler.csv', mimeType: 'text/csv', buffer: Buffer.from(list) };
  page.on('filechooser', (dialog) => dialog.setFiles(file));
};

test('a wholesaler’s list is imported by keyboard: columns, preview, import and refused rows', async ({
  openWindow,
}) => {
  const { page } = await openDemoAs(openWindow, 'manager');
  const looking = new Looking(page, 'manager imports');
  offer(page, LIST);
  await goTo(page, 'office', 'products');
  await press(page, 'Control+i');
  await expect(page.getByRole('heading', { name: text('imports:title') })).toBeVisible();
  await expect(page.getByText(text('imports:choose.title'))).toBeVisible();
  await looking.at('nothing chosen');

  await press(page, 'F4');
  const first = page.getByRole('grid', { name: text('imports:preview.list') });
  const row = (line: number) => first.locator(`[aria-rowindex="${line}"]`);
  await expect(page.getByText(text('imports:file.rows', { count: 4 }), { exact: true })).toBeVisible();
  await expect(row(2)).toContainText('Green tea, loose');

  await test.step('an unknown column is assigned by keyboard', async () => {
    const own = page.getByRole('combobox', { name: text('imports:columns.of', { heading: 'Own number' }) });
    await expect(own).toHaveValue(text('imports:columns.none'));
    await expect(own).toBeFocused();
    await expect(own).toHaveAttribute('aria-expanded', 'false');
    await own.fill(text('imports:fields.sku'));
    await press(page, 'Enter');
    await expect(row(2)).toContainText('TEA-G');
  });

  await test.step('Escape closes only an open dropdown, and a file is not discarded without a question', async () => {
    const prices = page.getByRole('combobox', { name: text('imports:choices.price') });
    for (const field of [page.getByRole('combobox').first(), prices]) {
      await field.click();
      await expect(field).toHaveAttribute('aria-expanded', 'true');
      await press(page, 'Escape');
      await expect(field).toHaveAttribute('aria-expanded', 'false');
    }
    await press(page, 'Escape');
    const question = page.getByRole('dialog', {
      name: text('imports:file.leaveTitle', { name: 'wholesaler.csv' }),
    });
    await question.getByRole('button', { name: text('imports:file.keep') }).click();
    await expect(question).toBeHidden();
    await expect(row(2)).toContainText('TEA-G');
  });

  await test.step('the preview shows the outcome of each row', async () => {
    await expect(row(2)).toContainText(text('imports:outcomes.new'));
    await expect(row(3)).toContainText(text('imports:reasons.PRICE_MISSING'));
    const renames = { field: text('imports:fields.name'), before: lemons.name, after: 'Sicilian lemons' };
    await expect(row(4)).toContainText(text('imports:preview.change', renames));
    const reprices = { field: text('imports:fields.price'), before: '£0.45', after: '£0.80' };
    await expect(row(4)).toContainText(text('imports:preview.change', reprices));
    await expect(row(4)).not.toContainText(text('imports:fields.sku'));
    await expect(row(5)).toContainText(BELOW_ZERO);
    await page.getByRole('combobox', { name: text('imports:choices.price') }).click();
    await page.getByRole('option', { name: text('imports:choices.missingPrice.inactive') }).click();
    await expect(row(3)).toContainText('Earl Grey');
    await looking.at('a file chosen');
  });

  await press(page, 'F9');
  const panel = panelOf(page);
  await expect(panel.getByRole('heading', { name: 'wholesaler.csv' })).toBeVisible();
  await expect(panel.getByRole('row', { name: textStart('imports:report.created') })).toContainText('2');
  await expect(panel.getByRole('row', { name: textStart('imports:report.updated') })).toContainText('1');
  await expect(panel.getByRole('row', { name: textStart('imports:reasonNames.NEGATIVE') })).toContainText(
    '1',
  );
  await expect(
    panel.getByRole('listitem').filter({ hasText: text('imports:report.line', { line: 5 }) }),
  ).toContainText('MUG');
  await looking.at('the report');

  const download = page.waitForEvent('download');
  await press(page, 'Control+s');
  const file = await download;
  expect(file.suggestedFilename()).toBe('rejected-wholesaler.csv');
  expect((await readFile(await file.path(), 'utf8')).split('\r\n').slice(0, 2)).toEqual([
    `Own number,Description,EAN,Retail price,VAT,Quantity,Colour,${text('imports:report.lineHeading')},${text('imports:report.whyHeading')}`,
    `MUG,Mug,4006381333999,"7,90",21,-1,blue,5,${BELOW_ZERO}`,
  ]);

  await press(page, 'Escape', 'Escape');
  await expect(titleOf(page, 'office', 'products')).toBeVisible();
  await scan(page, '4006381333931');
  await expect(panelOf(page).getByRole('heading', { name: 'Green tea, loose' })).toBeVisible();
  expect(looking.faults).toEqual([]);
});

test('a file that is not a list is refused with advice, and a valid one can be dropped', {
  tag: '@fast',
}, async ({ openWindow }) => {
  const { page } = await openDemoAs(openWindow, 'manager');
  offer(page, 'PK\x03\x04 a spreadsheet');
  await goTo(page, 'office', 'products');
  await press(page, 'Control+i');
  await expect(page.getByText(text('imports:choose.title'))).toBeVisible();
  await press(page, 'F4');
  await expect(page.getByRole('alert')).toContainText(
    text('refusals:FILE_BINARY', { kind: text('refusals:aSpreadsheet') }),
  );

  await press(page, 'Escape');
  await expect(titleOf(page, 'office', 'products')).toBeVisible();
  const dropped = await page.evaluateHandle((text) => {
    const files = new DataTransfer();
    files.items.add(new File([text], 'dropped.csv', { type: 'text/csv' }));
    return files;
  }, LIST);
  await page.dispatchEvent('body', 'drop', { dataTransfer: dropped });
  await expect(page.getByRole('heading', { name: text('imports:title') })).toBeVisible();
  await expect(page.getByText('dropped.csv')).toBeVisible();
  await expect(page.getByText(text('imports:file.rows', { count: 4 }), { exact: true })).toBeVisible();
  await press(page, 'Escape');
  await expect(page.getByText(text('imports:choose.title'))).toBeVisible();
});
