import { expect } from '@playwright/test';
import { test } from '../support/app';
import { UNKNOWN_CODE } from '../support/corner-shop';
import { demoGoods, goTo, openDemoAs, rowOf } from '../support/demo-store';
import { press, scan } from '../support/hands';
import { text } from '../support/texts';

const SHELF_CODE = 'SHELF-12345';

test('a form that was opened for a scanned code takes further scans', async ({ openWindow }) => {
  const { page } = await openDemoAs(openWindow, 'manager');
  const codes = page.getByRole('textbox', { name: text('catalogue:barcodes.code') });
  await goTo(page, 'stockroom', 'lookUp');
  await scan(page, UNKNOWN_CODE);
  await page.getByRole('link', { name: text('stock:lookUp.addProduct') }).click();
  await expect(codes).toHaveValue(UNKNOWN_CODE);
  await scan(page, SHELF_CODE);
  await expect(codes).toHaveCount(2);
  await expect(page.getByRole('alert')).toBeHidden();
});

test('that a code is unknown is said until a product has it', async ({ openWindow }) => {
  const { page } = await openDemoAs(openWindow, 'manager');
  const note = page.getByText(text('refusals:UNKNOWN_BARCODE', { code: UNKNOWN_CODE }));
  await goTo(page, 'office', 'products');
  await scan(page, UNKNOWN_CODE);
  await expect(note).toBeVisible();
  await page.getByRole('textbox', { name: text('catalogue:products.find') }).fill(demoGoods.lemons.name);
  await rowOf(page, text('catalogue:products.list'), demoGoods.lemons.name).click();
  await press(page, 'Control+e');
  await scan(page, UNKNOWN_CODE);
  await press(page, 'Control+s');
  await expect(note).toBeHidden();
});
