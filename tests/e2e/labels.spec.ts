import { readFile } from 'node:fs/promises';
import { expect, type Page } from '@playwright/test';
import { test } from '../support/app';
import { UNKNOWN_CODE } from '../support/corner-shop';
import { demoGoods, goTo, openDemoAs, titleOf } from '../support/demo-store';
import { choose, press, scan, tabTo, type } from '../support/hands';
import { Looking } from '../support/looking';
import { readPdf } from '../support/pdf-text';
import { text, textStart } from '../support/texts';

const { honey, oliveOil, lemons } = demoGoods;
const ROLL = text('labels:look.roll', { width: 57, height: 32 });

test('labels are added by scanning, started at a position of the sheet, previewed, printed and saved', async ({
  openWindow,
}) => {
  const { page } = await openDemoAs(openWindow, 'manager');
  const looking = new Looking(page, 'manager');

  await test.step('from the product that was looked up', async () => {
    await goTo(page, 'stockroom', 'lookUp');
    await scan(page, honey.code);
    await expect(page.getByRole('heading', { name: honey.name })).toBeVisible();
    await press(page, 'Control+Shift+L');
    await expect(titleOf(page, 'stockroom', 'labels')).toBeVisible();
    await expect(copiesOf(page, honey.name)).toHaveValue('1');
    await expect(page.getByRole('combobox', { name: text('labels:find') })).toBeFocused();
  });

  await test.step('each scan adds one label, and unknown codes are listed beside', async () => {
    await scan(page, honey.code);
    await expect(copiesOf(page, honey.name)).toHaveValue('2');
    await scan(page, oliveOil.code);
    await scan(page, UNKNOWN_CODE);
    await scan(page, 'LOC-0002');
    await expect(copiesOf(page, 'Storeroom')).toHaveValue('1');
    await expect(page.getByRole('log', { name: text('common:failedScans') })).toContainText(UNKNOWN_CODE);
    await expect(page.getByText(pagesOf(4, 1, 1))).toBeVisible();
    await page.getByRole('button', { name: text('common:dismiss') }).click();
    await looking.at('Labels on a sheet');
  });

  await test.step('start at the last label but one of a sheet, by keyboard', async () => {
    await press(page, 'F9');
    const sheet = page.getByRole('slider', { name: text('labels:sheet.startAt') });
    await expect(sheet).toBeFocused();
    await press(page, 'End', 'ArrowLeft');
    await expect(sheet).toHaveAttribute(
      'aria-valuetext',
      text('labels:sheet.startAtPlace', { place: 23, row: 8, column: 2 }),
    );
    await expect(page.getByText(pagesOf(4, 1, 2))).toBeVisible();
    await press(page, 'F7');
    await expect(
      page.getByRole('img', { name: text('labels:sheet.page', { page: 2, pages: 2 }) }),
    ).toBeVisible();
  });

  await test.step('print exactly the previewed pages', async () => {
    const printed = await page.evaluateHandle(() => {
      const sheets: string[][] = [];
      window.print = () => {
        const pages = document.querySelectorAll('body > div[data-paper=full] svg');
        sheets.push([...pages].map(({ textContent }) => textContent));
      };
      return sheets;
    });
    await press(page, 'Control+p');
    await expect.poll(() => printed.jsonValue()).toHaveLength(1);
    const [[first = '', second = ''] = []] = await printed.jsonValue();
    expect(first.split(honey.name)).toHaveLength(3);
    expect(second).toContain(oliveOil.name);
    expect(second).toContain('LOC-0002');
  });

  await test.step('save them as a PDF', async () => {
    const download = page.waitForEvent('download');
    await press(page, 'Control+s');
    const { pages } = readPdf(await readFile(await (await download).path()));
    expect(pages).toHaveLength(2);
    expect(pages[1]).toContain('LOC-0002');
  });

  await test.step('on a roll, one label per page, as many as are in stock', async () => {
    await choose(page, text('labels:look.layout'), ROLL);
    await expect(page.getByText(pagesOf(4, 2, 4))).toBeVisible();
    await looking.at('Labels on a roll');
    await press(page, 'F3');
    await expect(copiesOf(page, honey.name)).not.toHaveValue('2');
    await press(page, 'Control+Delete');
    await expect(page.getByText(text('labels:empty.title'))).toBeVisible();
    await looking.at('No labels');
  });

  await test.step('from a selection of products, on the last used paper', async () => {
    await goTo(page, 'stockroom', 'products');
    await press(page, 'F2');
    await type(page, lemons.name);
    const found = page.getByRole('grid').getByRole('row');
    await expect(found).toHaveText([textStart('catalogue:products.name'), new RegExp(`^\\S*${lemons.name}`)]);
    await tabTo(page, page.getByRole('grid'));
    await press(page, 'Space', 'Control+Shift+L');
    await expect(copiesOf(page, lemons.name)).toHaveValue('1');
    await expect(page.getByRole('combobox', { name: text('labels:look.layout') })).toHaveValue(ROLL);
  });
  expect(looking.faults).toEqual([]);
});

const pagesOf = (count: number, page: number, pages: number) =>
  `${text('labels:sheet.labels', { count })} · ${text('labels:sheet.page', { page, pages })}`;
const copiesOf = (page: Page, name: string) =>
  page.getByRole('textbox', { name: text('labels:list.copies', { name }) });
