import { expect } from '@playwright/test';
import { test } from '../support/app';
import { menuOf } from '../support/corner-shop';
import { demoGoods, goTo, openDemoAs, panelOf, rowOf } from '../support/demo-store';
import { press } from '../support/hands';
import { text, textPattern } from '../support/texts';

test('a product is not saved while numbers are unreadable or out of range', { tag: '@fast' }, async ({
  openWindow,
}) => {
  const { page } = await openDemoAs(openWindow, 'manager');
  await goTo(page, 'office', 'products');
  await page.getByRole('textbox', { name: text('catalogue:products.find') }).fill(demoGoods.lemons.name);
  await rowOf(page, text('catalogue:products.list'), demoGoods.lemons.name).click();
  const panel = panelOf(page);
  await expect(panel.getByRole('heading', { name: demoGoods.lemons.name })).toBeVisible();
  await press(page, 'Control+e');
  const field = (name: 'price' | 'cost' | 'discount' | 'threshold') =>
    panel.getByRole('textbox', { name: text(`catalogue:product.${name}`) });
  const costBefore = await field('cost').inputValue();

  await field('price').fill('abc');
  await field('cost').fill('999999999999');
  await field('discount').fill('150');
  await field('threshold').fill('-2');
  await press(page, 'Control+s');

  await expect(field('price')).toBeFocused();
  await expect(field('cost')).toHaveAccessibleDescription(
    text('common:amountTooLarge', { most: '£10,000,000,000.00' }),
  );
  for (const name of ['price', 'cost', 'discount', 'threshold'] as const) {
    await expect(field(name)).toHaveAttribute('aria-invalid', 'true');
  }
  const names = (['price', 'cost', 'discount', 'threshold'] as const)
    .map((name) => text(`catalogue:product.${name}`))
    .join(', ');
  await expect(panel.getByText(text('catalogue:product.correct', { fields: names }))).toBeVisible();

  await field('price').fill('1.2345');
  await press(page, 'Control+s');
  await expect(field('price')).toHaveAccessibleDescription(
    text('common:amountDecimals', { count: 2, example: '£12.50' }),
  );
  await field('price').fill('1,234');
  await field('price').blur();
  await expect(field('price')).toHaveValue('1234.00');

  await field('price').fill('2.50');
  await field('cost').fill(costBefore);
  await field('discount').fill('0');
  await field('threshold').fill('999999999999');
  await press(page, 'Control+s');
  await expect(field('threshold')).toBeFocused();
  await expect(field('threshold')).toHaveAccessibleDescription(textPattern('common:quantityTooLarge'));
  await field('threshold').fill('4');
  await press(page, 'Control+s');
  await expect(field('threshold')).toBeHidden();
});

test('the sign-in limits are summarised only while their numbers are valid', async ({ openWindow }) => {
  const { page } = await openDemoAs(openWindow, 'admin');
  await goTo(page, 'office', 'settings');
  const tries = page.getByRole('textbox', { name: text('settings:limits.tries') });
  const summary = page.getByText(textPattern('settings:limits.summary'));
  await expect(summary).toBeVisible();
  await tries.fill('');
  await expect(summary).toBeHidden();
  await tries.fill('5');
  await expect(summary).toBeVisible();
});

test('a button names what is missing at its field', async ({ openWindow }) => {
  const { page } = await openDemoAs(openWindow, 'manager');

  await test.step('a wrong Slack webhook, and none', async () => {
    await menuOf(page).click();
    await page.getByRole('menuitem', { name: text('shell:person.profile') }).click();
    const webhook = page.getByLabel(text('people-access:profile.alertsWebhook'), { exact: true });
    const save = page.getByRole('button', { name: text('people-access:profile.alertsUse') });
    await save.click();
    await expect(webhook).toHaveAccessibleDescription(
      textPattern('people-access:profile.alertsWebhookMissing'),
    );
    await webhook.fill('not an address');
    await save.click();
    await expect(webhook).toHaveAccessibleDescription(textPattern('refusals:SLACK_ADDRESS'));
    await expect(page.getByRole('alert')).toBeHidden();
  });

  await test.step('a count without a location', async () => {
    await goTo(page, 'stockroom', 'tasks');
    await press(page, 'F4');
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('button', { name: text('tasks:dialog.give') }).click();
    const place = dialog.getByRole('combobox', { name: text('tasks:dialog.at') });
    await expect(place).toHaveAccessibleDescription(text('refusals:task.count'));
    await expect(place).toBeFocused();
  });
});
