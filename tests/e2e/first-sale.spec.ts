import { readFile } from 'node:fs/promises';
import { expect, type Page } from '@playwright/test';
import { composeScaleLabel } from '#shared/kernel/scale-label';
import { test } from '../support/app';
import { byLoginOf, loginOf, menuOf, pinOf, signInTitleOf } from '../support/corner-shop';
import { goByKeys, titleOf, workplacesOf } from '../support/demo-store';
import { choose, fillIn, press, scan, tabTo, type } from '../support/hands';
import { patternSource, text, textPattern, textStart } from '../support/texts';
import { amountOf, change, findBoxOf, linesOf, outcomeOf, total, totalOf } from '../support/till';

const PASSWORD = 'seven quiet geese';
const ADMIN_PIN = '471193';
const PENCIL = '4006381333931';
/** As the settings offer it for a new layout. */
const SCALE = {
  name: 'Counter scale',
  prefix: '22',
  itemDigits: 5,
  verifierDigit: false,
  valueDigits: 5,
  valueDecimals: 3,
  value: 'weight',
} as const;
const BANANAS_1_KG = composeScaleLabel(SCALE, 42, 1000);
const BANANAS_734_G = composeScaleLabel(SCALE, 42, 734);

test('the first sale is made from an empty folder to a receipt, by keyboard alone', async ({
  openWindow,
}) => {
  test.slow();
  const { page } = await openWindow();

  await test.step('set up the store', async () => {
    await expect(page.getByRole('button', { name: textStart('stores-first-run:welcome.own') })).toBeFocused();
    await press(page, 'Enter');
    await expect(page.getByLabel(text('stores-first-run:store.name'))).toBeFocused();
    await type(page, 'Harbour Stores');
    await tabTo(page, page.getByRole('combobox', { name: text('stores-first-run:store.country') }));
    await page.keyboard.press('ControlOrMeta+a');
    await type(page, 'Irel');
    await press(page, 'Enter');
    await expect(page.getByRole('combobox', { name: text('stores-first-run:store.country') })).toHaveValue(
      'Ireland',
    );
    await press(page, 'Enter');
    await expect(page.getByRole('combobox', { name: text('stores-first-run:money.currency') })).toBeFocused();
    await expect(page.getByRole('combobox', { name: text('stores-first-run:money.currency') })).toHaveValue(
      'EUR Euro',
    );
    await tabTo(page, page.getByRole('combobox', { name: text('stores-first-run:money.taxRates') }));
    const rates = page.getByRole('combobox', { name: text('stores-first-run:money.taxRates') });
    for (const wrong of ['abc', '101', '-5']) {
      await type(page, wrong);
      await press(page, 'Enter');
      await expect(rates).toHaveAccessibleDescription(
        textPattern('common:wrongRates', { count: 1, wrong: new RegExp(`.*“${wrong}”.*`) }),
      );
      await expect(rates).toHaveValue(wrong);
      await press(page, 'Control+a');
    }
    for (const rate of ['23', '13.5', '0']) {
      await type(page, rate);
      await press(page, 'Enter');
    }
    await press(page, 'Enter');
    await expect(page.getByLabel(text('people-access:fields.firstName'))).toBeFocused();
    await type(page, 'Grace');
    await fillIn(page, text('people-access:fields.username'), 'grace');
    await press(page, 'Enter');
    const password = page.getByLabel(text('people-access:fields.password'), { exact: true });
    await expect(password).toHaveAttribute('aria-invalid', 'true');
    await expect(page.getByRole('button', { name: text('common:proof.showPassword') })).toHaveCount(1);
    await expect(page.getByRole('button', { name: text('common:proof.showPin') })).toHaveCount(1);
    await fillIn(page, text('people-access:fields.password'), PASSWORD);
    await fillIn(page, text('common:optional', { label: text('stores-first-run:admin.pin') }), ADMIN_PIN);
    await press(page, 'Enter');
  });

  await test.step('confirm that the recovery code is kept', async () => {
    const kept = page.getByRole('checkbox', { name: text('people-access:recoveryCode.kept') });
    await expect(kept).toBeVisible();
    await expect(page.locator('body')).not.toBeFocused();
    await tabTo(page, kept);
    await press(page, 'Space');
    await tabTo(page, page.getByRole('button', { name: text('people-access:recoveryCode.go') }));
    await press(page, 'Enter');
    await expect(workplacesOf(page)).toBeVisible();
  });

  await test.step("enter the layout of the scale's labels", async () => {
    await goByKeys(page, 'office', 'settings', 'Shift+Tab');
    await tabTo(page, page.getByRole('button', { name: text('settings:labels.add') }));
    await press(page, 'Enter');
    const name = page
      .getByRole('group', { name: text('settings:labels.newName') })
      .getByLabel(text('settings:labels.name'));
    await tabTo(page, name, 'Shift+Tab');
    await page.keyboard.press('ControlOrMeta+a');
    await type(page, SCALE.name);
    await press(page, 'Control+s');
    await expect(page.getByRole('button', { name: text('settings:saveAll') })).toBeDisabled();
  });

  await test.step('enter the first product, with its barcode', async () => {
    await goByKeys(page, 'office', 'products', 'Shift+Tab');
    await press(page, 'F4');
    await expect(page.getByRole('textbox', { name: text('catalogue:product.name') })).toBeFocused();
    await type(page, 'Pencil');
    await scan(page, PENCIL);
    await expect(page.getByRole('textbox', { name: text('catalogue:barcodes.code') })).toHaveValue(PENCIL);
    await fillIn(page, text('catalogue:product.price'), '1.20');
    await fillIn(page, text('common:optional', { label: text('catalogue:product.cost') }), '0.40');
    await press(page, 'Control+s');
    await expect(page.getByRole('heading', { name: 'Pencil' })).toBeVisible();
  });

  await test.step('enter a product sold by weight, with a label from the scale', async () => {
    await press(page, 'F4');
    await expect(page.getByRole('textbox', { name: text('catalogue:product.name') })).toBeFocused();
    await type(page, 'Bananas');
    await scan(page, BANANAS_1_KG);
    await expect(page.getByRole('textbox', { name: text('catalogue:barcodes.code') })).toHaveValue(
      BANANAS_1_KG,
    );
    await fillIn(page, text('catalogue:product.price'), '2.40');
    await fillIn(page, text('common:optional', { label: text('catalogue:product.cost') }), '1');
    await fillIn(page, text('catalogue:product.taxRate'), '0');
    await choose(page, text('catalogue:product.unit'), text('common:units.kg'));
    await press(page, 'Control+s');
    await expect(page.getByRole('heading', { name: 'Bananas' })).toBeVisible();
  });

  await test.step('receive stock', async () => {
    await press(page, 'Control+2');
    await expect(titleOf(page, 'stockroom', 'lookUp')).toBeVisible();
    await receive(page, 'Pencil', PENCIL, '50');
    await receive(page, 'Bananas', BANANAS_734_G, '12.5');
  });

  await test.step('create an account for the new cashier', async () => {
    await goByKeys(page, 'office', 'people', 'Shift+Tab');
    await press(page, 'F4');
    await expect(page.getByLabel(text('people-access:fields.firstName'))).toBeFocused();
    await type(page, 'Tomas');
    await fillIn(page, text('common:optional', { label: text('people-access:fields.lastName') }), 'Silva');
    await fillIn(page, text('people-access:fields.username'), 'tomas');
    await fillIn(page, text('people-accounts:new.password'), PASSWORD);
    await press(page, 'Enter');
    await expect(page.getByRole('complementary')).toContainText('Tomas');
  });

  await test.step('sign in as the new cashier', async () => {
    await signOut(page);
    await signIn(page, 'tomas');
    await expect(findBoxOf(page)).toBeFocused();
  });

  await test.step('scan the pencil three times', async () => {
    for (const amount of ['€1.20', '€2.40', '€3.60']) {
      await scan(page, PENCIL);
      await expect(totalOf(page)).toHaveText(total(amount));
    }
    await expect(linesOf(page)).toHaveCount(1);
  });

  await test.step('scan a bag of bananas by its scale label', async () => {
    await scan(page, BANANAS_734_G);
    await expect(linesOf(page)).toHaveCount(2);
    await expect(linesOf(page).last()).toContainText('0.734 kg');
    await expect(totalOf(page)).toHaveText(total('€5.36'));
  });

  await test.step('give ten percent on the pencils, which the manager approves by PIN', async () => {
    await press(page, 'ArrowUp', 'F4');
    await expect(page.getByLabel(text('sales:dialogs.discount.percentLabel'))).toBeFocused();
    await type(page, '10');
    await press(page, 'Enter');
    const approval = page.getByRole('dialog', { name: text('common:approval.title') });
    await expect(approval.getByRole('heading', { name: 'Grace' })).toBeVisible();
    await expect(pinOf(page)).toBeFocused();
    await type(page, ADMIN_PIN);
    await press(page, 'Enter');
    await expect(totalOf(page)).toHaveText(total('€5.00'));
    await expect(findBoxOf(page)).toBeFocused();
  });

  await test.step('park the ticket and recall it', async () => {
    await press(page, 'F10');
    await expect(
      page.getByRole('dialog').getByRole('textbox', { name: text('sales:dialogs.park.label') }),
    ).toBeFocused();
    await type(page, 'Red coat');
    await press(page, 'Enter');
    await expect(totalOf(page)).toHaveText(total('€0.00'));
    await press(page, 'F10');
    await expect(page.getByRole('dialog').getByRole('button', { name: /^Red coat/ })).toBeFocused();
    await press(page, 'Enter');
    await expect(totalOf(page)).toHaveText(total('€5.00'));
  });

  await test.step('take cash and give change', async () => {
    await press(page, 'F9');
    await expect(amountOf(page)).toBeFocused();
    await type(page, '20');
    await press(page, 'Enter');
    await expect(outcomeOf(page)).toHaveText(change('€15.00'));
  });

  await test.step('read the receipt, with the tax per rate', async () => {
    const receipt = page.getByRole('article', {
      name: textPattern('paper:numbered', { document: text('paper:receipt.title') }),
    });
    await expect(receipt).toContainText('Harbour Stores');
    await expect(receipt).toContainText(text('paper:receipt.servedBy', { name: 'Tomas Silva' }));
    await expect(receipt.getByRole('row')).toHaveText([
      text('paper:receipt.rate') +
        text('paper:receipt.net') +
        text('paper:receipt.tax') +
        text('paper:receipt.gross'),
      '0%€1.76€0.00€1.76',
      '23%€2.63€0.61€3.24',
    ]);
  });

  await test.step('save the receipt as PDF', async () => {
    const download = page.waitForEvent('download');
    await press(page, 'Control+s');
    const file = await (await download).path();
    expect((await readFile(file)).subarray(0, 5).toString()).toBe('%PDF-');
  });

  await test.step('sign in as the owner again, by tile and PIN', async () => {
    await signOut(page);
    await expect(page.getByRole('button', { name: 'Grace', exact: true })).toBeFocused();
    await press(page, 'Enter');
    await expect(pinOf(page)).toBeFocused();
    await type(page, ADMIN_PIN);
    await press(page, 'Enter');
    await expect(findBoxOf(page)).toBeFocused();
  });

  await test.step('see the movements in the history', async () => {
    await press(page, 'Control+2');
    await expect(titleOf(page, 'stockroom', 'lookUp')).toBeVisible();
    await scan(page, PENCIL);
    await expect(page.getByRole('heading', { name: 'Pencil' })).toBeVisible();
    await press(page, 'F9');
    const rows = page.getByRole('dialog', { name: /Pencil/ }).getByRole('row');
    await expect(rows).toHaveCount(3);
    await expect(rows.nth(1)).toContainText(new RegExp(`${patternSource('stock:kinds.sold')}.*−3`));
    await expect(rows.nth(1)).toContainText('Tomas Silva');
    await expect(rows.nth(2)).toContainText(new RegExp(`${patternSource('stock:kinds.received')}.*\\+50`));
    await expect(rows.nth(2)).toContainText('Grace');
    await press(page, 'Escape');
  });

  await test.step('see in the audit log who gave the discount and who approved it', async () => {
    await goByKeys(page, 'office', 'audit', 'Shift+Tab');
    await type(page, 'Pencil');
    const discount = page
      .getByRole('row')
      .filter({ hasText: 'Tomas Silva' })
      .filter({ hasText: text('audit:actions.sales.discountLine') });
    await expect(discount).toHaveCount(1);
    await tabTo(page, page.getByRole('grid'));
    await expect(discount.getByLabel(text('audit:approved', { name: 'Grace' }))).toBeVisible();
  });
});

async function receive(page: Page, name: string, code: string, quantity: string): Promise<void> {
  await scan(page, code);
  await expect(page.getByRole('heading', { name })).toBeVisible();
  await press(page, 'F3');
  await expect(page.getByRole('form').getByRole('textbox').first()).toBeFocused();
  await type(page, quantity);
  await press(page, 'Enter');
  await expect(page.getByRole('form')).toBeHidden();
}

async function signOut(page: Page): Promise<void> {
  await tabTo(page, menuOf(page), 'Shift+Tab');
  await press(page, 'Enter');
  await tabTo(
    page,
    page.getByRole('menuitem', { name: text('shell:person.signOut'), exact: true }),
    'ArrowDown',
  );
  await press(page, 'Enter');
  await expect(signInTitleOf(page)).toBeVisible();
}

async function signIn(page: Page, username: string): Promise<void> {
  await tabTo(page, byLoginOf(page));
  await press(page, 'Enter');
  await expect(loginOf(page)).toBeFocused();
  await type(page, username);
  await fillIn(page, text('people-access:signIn.password'), PASSWORD);
  await press(page, 'Enter');
  await expect(workplacesOf(page)).toBeVisible();
}
