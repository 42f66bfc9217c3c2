import { expect, type Page } from '@playwright/test';
import type { ContractClient } from '#shared/contract/index';
import { test } from '../support/app';
import { UNKNOWN_CODE } from '../support/corner-shop';
import { demoGoods, goTo, openDemoAs, panelOf, rowOf, titleOf } from '../support/demo-store';
import { press, scan, type } from '../support/hands';
import { Looking } from '../support/looking';
import { text, textPattern, textStart, wholeText } from '../support/texts';

const { lemons, cucumber, honey } = demoGoods;
const SHOP = 'LOC-0001';
const STOREROOM = 'LOC-0002';
const BATCHES = 60;

type OpenDemo = Parameters<typeof openDemoAs>;

test('the current location is scanned once, and all later actions happen there', async ({ openWindow }) => {
  const page = await openLookUp(openWindow);
  await expect(page.getByText(text('stock:lookUp.emptyTitle'))).toBeVisible();

  await test.step('scan the location, then a product in stock there', async () => {
    await scan(page, STOREROOM);
    await expect(placeOf(page)).toHaveText('Storeroom');
    await scan(page, honey.code);
    await expect(page.getByRole('heading', { name: honey.name })).toBeVisible();
    await expect(stockOf(page).getByRole('row', { name: /^Storeroom/ })).toContainText(
      text('stock:productStock.here'),
    );
  });

  await test.step('receive a batch with its expiry, by keyboard alone', async () => {
    await press(page, 'F3');
    await expect(fieldOf(page, text('stock:actions.where'))).toHaveValue('Storeroom');
    await expect(quantityOf(page)).toBeFocused();
    await type(page, '12');
    await press(page, 'Tab', 'Tab');
    await type(page, 'L7');
    await press(page, 'Tab');
    await type(page, '31/13/2027');
    await press(page, 'Enter');
    await expect(page.getByText(textPattern('common:notADay'))).toBeVisible();
    await press(page, 'Control+a');
    await type(page, '12/2027');
    await press(page, 'Enter');
    await expect(
      page.getByText(text('stock:actions.receive.done', { quantity: 12, location: 'Storeroom' })),
    ).toBeVisible();
    await expect(stockOf(page).getByRole('row', { name: /L7/ })).toContainText(
      `${text('stock:entries.batch', { batch: 'L7' })}${text('stock:batches.expires', { day: '31 Dec 2027' })}`,
    );
  });

  await test.step('continue to scan, with an unknown code and a typing error in between', async () => {
    await scan(page, UNKNOWN_CODE);
    await expect(missedIn(page)).toContainText(text('refusals:UNKNOWN_BARCODE', { code: UNKNOWN_CODE }));
    await scan(page, lemons.code);
    await expect(page.getByRole('heading', { name: lemons.name })).toBeVisible();
  });

  await test.step('an open form moves to the next product while nothing is typed', async () => {
    await press(page, 'F3');
    await expect(quantityOf(page)).toBeFocused();
    await scan(page, cucumber.code);
    await expect(page.getByRole('heading', { name: cucumber.name })).toBeVisible();
    await expect(quantityOf(page)).toBeFocused();
    await expect(quantityOf(page)).toHaveValue('');
  });

  await test.step('a scan adds one to the typed quantity, and never discards what was typed', async () => {
    await type(page, '5');
    await scan(page, cucumber.code);
    await expect(quantityOf(page)).toHaveValue('6');
    await expect(page.getByText(text('stock:actions.counted', { quantity: 1 }))).toBeVisible();
    await scan(page, honey.code);
    await expect(missedIn(page).first()).toContainText(
      text('stock:lookUp.notTaken.otherProduct', {
        action: text('stock:actions.receive.title'),
        of: 'Cucumber',
      }),
    );
    await expect(page.getByRole('heading', { name: cucumber.name })).toBeVisible();
    await expect(quantityOf(page)).toHaveValue('6');
    await press(page, 'Enter');
    await expect(
      page.getByText(text('stock:actions.receive.done', { quantity: 6, location: 'Storeroom' })),
    ).toBeVisible();
  });

  await test.step('transfer some to the shop, whose code is scanned', async () => {
    await scan(page, honey.code);
    await expect(page.getByRole('heading', { name: honey.name })).toBeVisible();
    await press(page, 'F10');
    await expect(quantityOf(page)).toBeFocused();
    await type(page, '2');
    await scan(page, SHOP);
    await expect(fieldOf(page, text('stock:actions.to'))).toHaveValue('Shop');
    await expect(placeOf(page)).toHaveText('Storeroom');
    await press(page, 'Enter');
    await expect(
      page.getByText(
        wholeText('stock:actions.transfer.done', {
          quantity: 2,
          location: 'Storeroom',
          partner: 'Shop',
          number: /TR-\d+/,
        }),
      ),
    ).toBeVisible();
  });

  await test.step('issue one for use, and return it at the current location', async () => {
    await press(page, 'Control+i');
    await expect(quantityOf(page)).toBeFocused();
    await scan(page, honey.code);
    await expect(quantityOf(page)).toHaveValue('1');
    await press(page, 'Tab');
    await type(page, 'Kitchen');
    await press(page, 'Enter');
    await expect(
      page.getByText(
        wholeText('stock:actions.issue.done', {
          quantity: 1,
          location: 'Storeroom',
          partner: 'Kitchen',
          number: /IS-\d+/,
        }),
      ),
    ).toBeVisible();
    await expect(page.getByRole('button', { name: text('stock:actions.return.do') })).toBeEnabled();
    await press(page, 'Control+g');
    await expect(fieldOf(page, text('stock:actions.outWith'))).toHaveValue(
      wholeText('stock:actions.outOfBatch', { holder: 'Kitchen', quantity: 1, batch: 'L7', number: /IS-.+/ }),
    );
    await expect(fieldOf(page, text('stock:actions.where'))).toHaveValue('Storeroom');
    await type(page, '1');
    await press(page, 'Enter');
    await expect(
      page.getByText(
        text('stock:actions.return.done', { quantity: 1, partner: 'Kitchen', location: 'Storeroom' }),
      ),
    ).toBeVisible();
    const giveBack = page.getByRole('button', { name: text('stock:actions.return.do'), exact: true });
    await expect(giveBack).toBeDisabled();
    await expect(giveBack).toHaveAccessibleDescription(text('stock:actions.impossible.issued'));
  });

  await test.step('the location is kept for this window until it is cleared', async () => {
    await page.reload();
    await expect(placeOf(page)).toHaveText('Storeroom');
    await press(page, 'Control+Shift+K');
    await expect(titleOf(page, 'stockroom', 'stocktakes')).toBeVisible();
    await expect(page.getByRole('dialog').getByRole('combobox').first()).toHaveValue('Storeroom');
    await page.goBack();
    await press(page, 'Control+d');
    await expect(placeOf(page)).toBeHidden();
    await expect(page.getByRole('textbox', { name: text('stock:lookUp.find') })).toBeFocused();
  });
});

test('a location gets a barcode that no product has, and unsaved input is not lost without a question', {
  tag: '@fast',
}, async ({ openWindow }) => {
  const { page } = await openDemoAs(openWindow, 'manager');
  await goTo(page, 'stockroom', 'locations');
  await press(page, 'F4');
  await expect(page.getByRole('dialog').getByLabel(text('stock:locations.name'))).toBeFocused();
  await type(page, 'Cellar');
  await page.getByRole('button', { name: text('stock:locations.makeBarcode') }).click();
  await expect(page.getByRole('dialog').getByLabel(text('stock:locations.barcode'))).toHaveValue('LOC-0003');
  await press(page, 'Enter');
  await expect(rowOf(page, text('stock:locations.list'), 'Cellar')).toContainText('LOC-0003');

  const barcode = panelOf(page).getByRole('textbox', { name: text('stock:locations.barcode') });
  await scan(page, honey.code);
  await expect(barcode).toHaveValue(honey.code);
  await press(page, 'Control+s');
  await expect(barcode).toHaveAccessibleDescription(
    textStart('refusals:BARCODE_TAKEN', { code: honey.code, productName: honey.name }),
  );
  await expect(barcode).toBeFocused();

  await rowOf(page, text('stock:locations.list'), STOREROOM).click();
  const question = page.getByRole('dialog', { name: text('common:unsaved.title') });
  await question.getByRole('button', { name: text('common:unsaved.stay') }).click();
  await expect(barcode).toHaveValue(honey.code);
  await scan(page, 'CELLAR7');
  await press(page, 'Control+s');
  await expect(rowOf(page, text('stock:locations.list'), 'Cellar')).toContainText('CELLAR7');
  await goTo(page, 'stockroom', 'lookUp');
  await scan(page, 'CELLAR7');
  await expect(placeOf(page)).toHaveText('Cellar');
});

test('the look-up page has no layout or accessibility faults, empty, in use and very full', async ({
  openWindow,
}) => {
  test.slow();
  const page = await openLookUp(openWindow, lieInManyBatches);
  const looking = new Looking(page, 'storekeeper');
  await scan(page, STOREROOM);
  await looking.at('look-up empty');
  await scan(page, honey.code);
  await scan(page, UNKNOWN_CODE);
  await expect(missedIn(page)).toBeVisible();
  await looking.at('look-up product');
  await press(page, 'F3');
  await type(page, '3');
  await scan(page, lemons.code);
  await looking.at('look-up receiving');
  await press(page, 'Escape');
  await scan(page, cucumber.code);
  await expect(stockOf(page).getByRole('row')).toHaveCount(BATCHES + 2);
  await looking.at('look-up very full');
  await expect(page.getByRole('button', { name: text('stock:actions.receive.do') })).toBeInViewport();
  expect(looking.faults).toEqual([]);
});

/** Opens the demo store at the stockroom's first page, signed in as its storekeeper. */
async function openLookUp(...[openWindow, fill]: [OpenDemo[0], OpenDemo[2]?]): Promise<Page> {
  const { page } = await openDemoAs(openWindow, 'storekeeper', fill);
  await goTo(page, 'stockroom', 'lookUp');
  return page;
}

/** Puts a product in stock at one location in more batches than fit on a page. */
async function lieInManyBatches(calls: ContractClient): Promise<void> {
  const found = await calls.scanning.resolve({ code: cucumber.code });
  const place = await calls.scanning.resolve({ code: STOREROOM });
  if (found.kind !== 'product' || place.kind !== 'location') throw new Error('The demo store has both');
  const goods = { productId: found.product.id, locationId: place.location.id, quantityMilli: 1000 };
  for (let number = 1; number <= BATCHES; number += 1) {
    await calls.stock.receive({ ...goods, batch: { number: `L${number}`, expiresOn: '2027-12-31' } });
  }
}

const placeOf = (page: Page) => page.getByRole('status').filter({ has: page.locator('svg') });
const stockOf = (page: Page) => page.getByRole('table', { name: text('stock:productStock.label') });
const missedIn = (page: Page) =>
  page.getByRole('complementary', { name: text('stock:lookUp.recent') }).getByRole('alert');
const quantityOf = (page: Page) => page.getByRole('form').getByRole('textbox').first();
const fieldOf = (page: Page, name: string) => page.getByRole('form').getByRole('combobox', { name });
