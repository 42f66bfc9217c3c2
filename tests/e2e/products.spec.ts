import { expect } from '@playwright/test';
import { test } from '../support/app';
import { UNKNOWN_CODE } from '../support/corner-shop';
import { demoGoods, goTo, openDemoAs, panelOf, rowOf } from '../support/demo-store';
import { press, scan } from '../support/hands';
import { text, textPattern } from '../support/texts';

const SHELF_CODE = 'SHELF-12345';

test('a form opened for a scanned code accepts further scans', async ({ openWindow }) => {
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

test('the warning about an unknown code stays until a product has the code', async ({ openWindow }) => {
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

test('a product is archived only after a question that names its stock', async ({ openWindow }) => {
  const { page } = await openDemoAs(openWindow, 'manager');
  const { name } = demoGoods.lemons;
  const question = page.getByRole('dialog', { name: text('catalogue:product.archiveTitle', { name }) });
  const archive = text('catalogue:product.archive');
  await goTo(page, 'office', 'products');
  await page.getByRole('textbox', { name: text('catalogue:products.find') }).fill(name);
  await rowOf(page, text('catalogue:products.list'), name).click();

  await panelOf(page).getByRole('button', { name: archive }).click();
  await expect(question).toContainText(textPattern('catalogue:product.archiveWithStock'));
  await press(page, 'Escape');
  await expect(question).toBeHidden();
  await expect(panelOf(page).getByRole('button', { name: archive })).toBeVisible();

  await panelOf(page).getByRole('button', { name: archive }).click();
  await question.getByRole('button', { name: archive }).click();
  await expect(panelOf(page).getByRole('button', { name: text('catalogue:product.restore') })).toBeVisible();
});

test('a taken barcode and a taken SKU are each refused at their field', { tag: '@fast' }, async ({
  openWindow,
}) => {
  const { page } = await openDemoAs(openWindow, 'manager');
  await goTo(page, 'office', 'products');
  await press(page, 'F4');
  const panel = panelOf(page);
  await panel.getByRole('textbox', { name: text('catalogue:product.name') }).fill('Quinces');
  await panel.getByRole('button', { name: text('catalogue:barcodes.add') }).click();
  const barcode = panel.getByRole('textbox', { name: text('catalogue:barcodes.code') });
  await barcode.fill(demoGoods.honey.code);
  await expect(barcode).toHaveAccessibleDescription(
    text('refusals:BARCODE_TAKEN', { code: demoGoods.honey.code, productName: demoGoods.honey.name }),
  );
  await panel.getByRole('textbox', { name: text('catalogue:product.price') }).fill('2');
  await panel.getByRole('textbox', { name: text('catalogue:product.taxRate') }).fill('20');
  const sku = panel.getByRole('textbox', {
    name: text('common:optional', { label: text('catalogue:product.sku') }),
  });
  await sku.fill('PAN-030');
  await press(page, 'Control+s');
  await expect(sku).toHaveAccessibleDescription(
    text('refusals:SKU_TAKEN', { sku: 'PAN-030', productName: demoGoods.honey.name }),
  );
  await expect(barcode).toHaveAttribute('aria-invalid', 'true');
  await expect(panel.getByRole('alert')).toBeVisible();
  await sku.fill('QUI-1');
  await expect(sku).not.toHaveAttribute('aria-invalid', 'true');
  await expect(panel.getByRole('alert'), 'a refusal of what was typed before').toBeHidden();
});

test('unsaved input for a new product or person is not lost by leaving or by Enter', async ({
  openWindow,
}) => {
  const { page } = await openDemoAs(openWindow, 'manager');
  const question = page.getByRole('dialog', { name: text('common:unsaved.title') });
  const stay = question.getByRole('button', { name: text('common:unsaved.stay') });

  await test.step('a product in the panel beside its list, by Escape, its close button or another row', async () => {
    await goTo(page, 'office', 'products');
    await press(page, 'F4');
    const name = page.getByRole('textbox', { name: text('catalogue:product.name') });
    await name.fill('Quinces');
    const ways = [
      () => press(page, 'Escape'),
      () =>
        panelOf(page)
          .getByRole('button', { name: text('common:sidePanel.close') })
          .click(),
      () =>
        page
          .getByRole('grid', { name: text('catalogue:products.list') })
          .getByRole('row')
          .nth(1)
          .click(),
    ];
    for (const leave of ways) {
      await leave();
      await expect(stay).toBeFocused();
      await press(page, 'Enter');
      await expect(question).toBeHidden();
      await expect(name).toHaveValue('Quinces');
    }
    await ways[0]?.();
    await question.getByRole('button', { name: text('common:unsaved.leave') }).click();
    await expect(name).toBeHidden();
  });

  await test.step('a person in a dialog', async () => {
    await goTo(page, 'office', 'people');
    await press(page, 'F4');
    const form = page.getByRole('dialog', { name: text('people-accounts:new.title') });
    const firstName = form.getByRole('textbox', { name: text('people-access:fields.firstName') });
    await firstName.fill('Edda');
    await press(page, 'Escape');
    await expect(stay).toBeFocused();
    await press(page, 'Enter');
    await expect(question).toBeHidden();
    await expect(firstName).toHaveValue('Edda');
    await form.getByRole('button', { name: text('common:cancel') }).click();
    await question.getByRole('button', { name: text('common:unsaved.leave') }).click();
    await expect(form).toBeHidden();
  });
});
