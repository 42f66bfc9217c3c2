import { expect, type Page } from '@playwright/test';
import type { ContractClient } from '#shared/contract/index';
import { test } from '../support/app';
import { bellOf } from '../support/bell';
import { demoGoods, goTo, openDemoAs, panelOf } from '../support/demo-store';
import { press, scan, type } from '../support/hands';
import { cutOff } from '../support/page-faults';
import { text } from '../support/texts';
import { findBoxOf, outcomeOf } from '../support/till';

const PLACE = 'Refrigerated storeroom behind the main building';
const DEAR = '4012345678901';
const LOOSE = '4006381333931';
const sizes = [
  { width: 1024, height: 768 },
  { width: 1280, height: 800 },
  { width: 1920, height: 1080 },
];

test('large amounts, large quantities and long names are never cut', async ({ openWindow }) => {
  test.slow();
  const { page } = await openDemoAs(openWindow, 'admin', fillWithLongValues);

  await test.step('the bell: its actions stay in view below the alerts', async () => {
    await page.setViewportSize({ width: 1024, height: 768 });
    await bellOf(page).click();
    await expect(page.getByRole('menuitem', { name: text('alerts:bell.markAll') })).toBeInViewport({
      ratio: 1,
    });
    await nothingIsCut(page);
    await press(page, 'Escape');
  });

  await test.step('payment and change', async () => {
    await expect(findBoxOf(page)).toBeVisible();
    await scan(page, DEAR);
    await expect(page.getByText('1,234,567.89').first()).toBeVisible();
    await press(page, 'F9');
    await type(page, '9999999.99');
    await expect(page.getByText('8,765,432.10')).toBeVisible();
    await nothingIsCut(page);
    await press(page, 'Enter');
    await expect(page.getByRole('alert')).toBeVisible();
    await press(page, 'Enter');
    await expect(outcomeOf(page)).toContainText('8,765,432.10');
    await nothingIsCut(page);
  });

  await test.step('a form that receives stock', async () => {
    await goTo(page, 'stockroom', 'lookUp');
    await scan(page, demoGoods.honey.code);
    await expect(page.getByRole('heading', { name: demoGoods.honey.name })).toBeVisible();
    await press(page, 'F3');
    await page.getByRole('combobox', { name: text('stock:actions.where'), exact: true }).click();
    await page.getByRole('option', { name: PLACE }).click();
    await nothingIsCut(page);
  });

  await test.step('lists and figures', async () => {
    for (const name of ['history', 'alerts', 'overview'] as const) {
      await goTo(page, 'stockroom', name);
      await nothingIsCut(page);
    }
  });

  await test.step('lists with an open panel', async () => {
    for (const name of ['alerts', 'tasks', 'locations'] as const) {
      await goTo(page, 'stockroom', name);
      await page.getByRole('grid').getByRole('row').nth(1).click();
      await expect(panelOf(page)).toBeVisible();
      await nothingIsCut(page);
    }
  });

  await test.step('settings: an invalid field is shown with its label', async () => {
    await goTo(page, 'office', 'settings');
    const label = page.getByText(text('settings:details.name'), { exact: true });
    await page.getByRole('textbox', { name: text('settings:details.name') }).fill('');
    await page.getByRole('heading', { name: text('settings:sections.tills') }).scrollIntoViewIfNeeded();
    await expect(label).not.toBeInViewport();
    await press(page, 'Control+s');
    await expect(label).toBeInViewport({ ratio: 1 });
  });
});

/** A long location name, a price of nine digits, and quantities in the millions. */
async function fillWithLongValues({ stock, catalogue }: ContractClient): Promise<void> {
  const { id: locationId } = await stock.createLocation({ name: PLACE, kind: 'storeroom' });
  const dear = await catalogue.createProduct({
    name: 'Diamond',
    barcodes: [{ code: DEAR }],
    priceMinor: 123_456_789,
    costMinor: 98_765_432,
    taxRateMilliPercent: 0,
    thresholdMilli: 900_000_000,
  });
  await stock.receive({ productId: dear.id, locationId, quantityMilli: 1_234_000 });
  const shop = (await stock.listLocations()).find(({ name }) => name === 'Shop');
  if (!shop) throw new Error('The demo store sells from Shop');
  await stock.receive({ productId: dear.id, locationId: shop.id, quantityMilli: 5000 });
  const loose = await catalogue.createProduct({
    name: 'Flour, loose',
    barcodes: [{ code: LOOSE }],
    unit: 'kg',
    priceMinor: 199,
    costMinor: 99,
    taxRateMilliPercent: 0,
    thresholdMilli: 987_654_000,
  });
  await stock.receive({ productId: loose.id, locationId, quantityMilli: 123_456_789 });
}

async function nothingIsCut(page: Page): Promise<void> {
  for (const size of sizes) {
    await page.setViewportSize(size);
    await expect.poll(() => cutOff(page), { message: `${size.width} wide` }).toEqual([]);
  }
}
