import { expect, type Locator, type Page } from '@playwright/test';
import { checkDigit } from '#shared/kernel/barcode';
import { composeScaleLabel, type ScaleLayout } from '#shared/kernel/scale-label';
import { type AppWindow, type Prepare, test } from '../support/app';
import { goods, openCornerShop, people, signIn } from '../support/corner-shop';
import { goTo, titleOf } from '../support/demo-store';
import { press, pressKeyOf, scan, type } from '../support/hands';
import type { SocketClient } from '../support/socket-client';
import { text } from '../support/texts';
import { findBoxOf, linesOf, productsOf, total, totalOf } from '../support/till';

const { pencil } = goods;
const APPLES = 'APPLES';
const PEARS = 'PEARS';
const PRICE_LABEL: ScaleLayout = {
  name: 'Price',
  prefix: '24',
  itemDigits: 4,
  verifierDigit: true,
  valueDigits: 5,
  valueDecimals: 2,
  value: 'price',
};
const CHEESE_ITEM = 1;
const CHEESE_7_99 = composeScaleLabel(PRICE_LABEL, CHEESE_ITEM, 799);
const NO_PRICE = '240001700000';
const CHEESE_0_00 = `${NO_PRICE}${checkDigit(NO_PRICE)}`;

/** The corner shop with apples and pears sold by the kilogram, and cheese whose price is only on its labels. */
async function openGreengrocer(client: SocketClient): Promise<void> {
  await openCornerShop(client);
  const { catalogue, stock, settings } = client.calls;
  await settings.change({ scaleLayouts: [PRICE_LABEL] });
  const [place] = await stock.listLocations();
  if (!place) throw new Error('A new store has a place to sell from');
  for (const { name, code, priceMinor } of [
    { name: 'Apples', code: APPLES, priceMinor: 400 },
    { name: 'Pears', code: PEARS, priceMinor: 500 },
    { name: 'Cheese', code: composeScaleLabel(PRICE_LABEL, CHEESE_ITEM, 0), priceMinor: 0 },
  ]) {
    const { id } = await catalogue.createProduct({
      name,
      unit: 'kg',
      barcodes: [{ code }],
      priceMinor,
      costMinor: 100,
      taxRateMilliPercent: 0,
    });
    await stock.receive({ productId: id, locationId: place.id, quantityMilli: 20_000 });
  }
}

async function openShop(
  openWindow: (prepare: Prepare) => Promise<AppWindow>,
  { username }: { username: string },
): Promise<Page> {
  const { page } = await openWindow(openGreengrocer);
  await signIn(page, username);
  await expect(findBoxOf(page)).toBeFocused();
  return page;
}

const howManyOf = (product: string): string =>
  text('common:howMany', { unit: text('common:units.kg'), product });
const question = (page: Page, product: string): Locator =>
  page.getByRole('dialog', { name: howManyOf(product) });
const quantityIn = (place: Locator): Locator => place.getByRole('textbox');

test('the till asks for the weight of a product whose code does not contain it, by keyboard', async ({
  openWindow,
}) => {
  const page = await openShop(openWindow, people.cashier);

  await test.step('Escape leaves the ticket unchanged', async () => {
    await scan(page, APPLES);
    await expect(quantityIn(question(page, 'Apples'))).toBeFocused();
    await press(page, 'Escape');
    await expect(page.getByRole('dialog')).toBeHidden();
    await expect(linesOf(page)).toHaveCount(0);
    await expect(findBoxOf(page)).toBeFocused();
  });

  await test.step('Enter adds it to the ticket', async () => {
    await scan(page, APPLES);
    await expect(quantityIn(question(page, 'Apples'))).toBeFocused();
    await type(page, '0,45');
    await press(page, 'Enter');
    await expect(linesOf(page)).toContainText('0.45 kg');
    await expect(totalOf(page)).toHaveText(total('€1.80'));
    await expect(findBoxOf(page)).toBeFocused();
  });

  await test.step('a weight typed before the scan is used without a question', async () => {
    await type(page, '0,550*');
    await scan(page, APPLES);
    await expect(totalOf(page)).toHaveText(total('€4.00'));
    await expect(page.getByRole('dialog')).toBeHidden();
    await expect(findBoxOf(page)).toHaveValue('');
  });

  await test.step('scans continue while the question is open, and neither answer nor close it', async () => {
    await scan(page, APPLES);
    await expect(quantityIn(question(page, 'Apples'))).toBeFocused();
    await scan(page, APPLES);
    await scan(page, pencil.code);
    await expect(totalOf(page)).toHaveText(total('€5.20'));
    await expect(quantityIn(question(page, 'Apples'))).toHaveValue('');
    await scan(page, PEARS);
    await type(page, '1');
    await press(page, 'Enter');
    await expect(question(page, 'Apples')).toBeHidden();
    await expect(totalOf(page)).toHaveText(total('€9.20'));
    const failure = page.getByRole('alertdialog');
    await expect(failure).toContainText(
      text('refusals:neededForCode', { productName: 'Pears', unit: text('common:units.kg') }),
    );
    await press(page, 'Escape');
    await expect(failure).toBeHidden();
  });

  await test.step('a product added by name needs a weight too', async () => {
    await type(page, 'pea');
    await expect(productsOf(page).getByRole('option')).toHaveCount(1);
    await press(page, 'Enter');
    await expect(quantityIn(question(page, 'Pears'))).toBeFocused();
    await type(page, '0,2');
    await press(page, 'Enter');
    await expect(totalOf(page)).toHaveText(total('€10.20'));
  });

  await test.step("a label's price stays, whatever the weight", async () => {
    await scan(page, CHEESE_7_99);
    await expect(question(page, 'Cheese')).toContainText(
      text('sales:dialogs.quantity.priceStays', { price: '€7.99' }),
    );
    await type(page, '0,3');
    await press(page, 'Enter');
    await expect(linesOf(page).last()).toContainText('0.3 kg');
    await expect(totalOf(page)).toHaveText(total('€18.19'));
    await scan(page, CHEESE_0_00);
    await expect(page.getByRole('alertdialog')).toContainText(
      text('refusals:PRICE_ZERO', { price: '€0.00', productName: 'Cheese' }),
    );
    await press(page, 'Escape');
  });
});

test.describe('by touch', () => {
  test.use({ hasTouch: true });

  test('the till asks for the weight of a product whose code does not contain it', { tag: '@fast' }, async ({
    openWindow,
  }) => {
    const page = await openShop(openWindow, people.cashier);
    const tile = productsOf(page).getByRole('option', { name: 'Apples' });

    await scan(page, APPLES);
    await question(page, 'Apples')
      .getByRole('button', { name: text('common:cancel') })
      .tap();
    await expect(page.getByRole('dialog')).toBeHidden();
    await expect(linesOf(page)).toHaveCount(0);

    for (const ask of [() => scan(page, APPLES), () => tile.tap()]) {
      await ask();
      const add = question(page, 'Apples').getByRole('button', { name: text('sales:dialogs.quantity.add') });
      await add.tap();
      await expect(quantityIn(question(page, 'Apples'))).toHaveAttribute('aria-invalid', 'true');
      await expect(quantityIn(question(page, 'Apples'))).toBeFocused();
      await quantityIn(question(page, 'Apples')).fill('0.5');
      await add.tap();
      await expect(page.getByRole('dialog')).toBeHidden();
    }
    await expect(linesOf(page)).toHaveCount(1);
    await expect(totalOf(page)).toHaveText(total('€4.00'));
  });
});

test('the stockroom asks for the weight of a product whose code does not contain it', async ({
  openWindow,
}) => {
  const page = await openShop(openWindow, people.manager);
  const asked = page.getByRole('group', { name: howManyOf('Apples') });

  await test.step('looking up shows the product, and a form asks for the quantity', async () => {
    await press(page, 'Control+2');
    await expect(titleOf(page, 'stockroom', 'lookUp')).toBeVisible();
    await scan(page, APPLES);
    await expect(page.getByRole('heading', { name: 'Apples' })).toBeVisible();
    await pressKeyOf(page, text('stock:actions.receive.do'));
    await expect(page.getByRole('form').getByRole('textbox').first()).toBeFocused();
    await scan(page, APPLES);
    await expect(page.getByRole('alert')).toContainText(text('stock:lookUp.notTaken.noQuantity'));
    await expect(page.getByRole('form').getByRole('textbox').first()).toHaveValue('');
    await press(page, 'Escape');
  });

  await test.step('a transfer', async () => {
    await goTo(page, 'stockroom', 'transfers');
    await press(page, 'F4');
    await expect(page.getByRole('textbox', { name: text('documents:find') })).toBeFocused();
    const line = page.getByRole('option').filter({ hasText: 'Apples' });
    await scan(page, APPLES);
    await expect(quantityIn(asked)).toBeFocused();
    await press(page, 'Escape');
    await expect(asked).toBeHidden();
    await expect(line).toHaveCount(0);
    await scan(page, APPLES);
    await expect(quantityIn(asked)).toBeFocused();
    await type(page, '2,5');
    // The next scan uses the entered quantity.
    await scan(page, pencil.code);
    await expect(line).toContainText('2.5');
    await expect(asked).toBeHidden();
  });

  await test.step('an issue, by scan and by name', async () => {
    await goTo(page, 'stockroom', 'issues');
    await press(page, 'F4');
    await expect(page.getByRole('combobox', { name: text('issues:holder') })).toBeFocused();
    const line = page.getByRole('option').filter({ hasText: 'Apples' });
    await scan(page, APPLES);
    await expect(quantityIn(asked)).toBeFocused();
    await scan(page, pencil.code);
    await expect(page.getByRole('log')).toContainText(text('documents:quantityFirst', { product: 'Apples' }));
    await type(page, '1,5');
    await press(page, 'Enter');
    await expect(line).toContainText('1.5');
    const box = page.getByRole('textbox', { name: text('documents:find') });
    await expect(box).toBeFocused();
    await type(page, 'app');
    const found = page.getByRole('listbox', { name: text('common:productsFound') });
    await found.getByRole('option', { name: 'Apples' }).click();
    await expect(quantityIn(asked)).toBeFocused();
    await type(page, '0,5');
    await press(page, 'Enter');
    await expect(line).toContainText('2');
  });

  await test.step('a stocktake', async () => {
    await goTo(page, 'stockroom', 'stocktakes');
    await press(page, 'F4');
    await expect(page.getByRole('combobox', { name: text('stocktakes:start.what') })).toBeFocused();
    await press(page, 'ArrowDown', 'Enter', 'Enter');
    await expect(page.getByText(text('stocktakes:progress.long', { counted: 0, of: 6 }))).toBeVisible();
    await scan(page, APPLES);
    await expect(page.getByRole('heading', { name: 'Apples' })).toBeVisible();
    await expect(page.getByRole('textbox', { name: text('stocktakes:counting.quantity') })).toBeFocused();
    await type(page, '19,75');
    await press(page, 'Enter');
    await expect(
      page.getByRole('region', { name: text('stocktakes:counting.last') }).getByRole('status'),
    ).toContainText('19.75');
  });
});
