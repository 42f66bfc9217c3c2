import { expect } from '@playwright/test';
import { test } from '../support/app';
import { goTo, openDemoAs } from '../support/demo-store';
import { press } from '../support/hands';
import { text, textPattern } from '../support/texts';

test('settings say why the currency stays, which tax rate is wrong, and what an address lacks', async ({
  openWindow,
}) => {
  const { page } = await openDemoAs(openWindow, 'admin');
  await goTo(page, 'office', 'settings');
  const currency = page.getByRole('combobox', { name: text('settings:money.currency') });
  await expect(currency).toBeDisabled();
  await expect(currency).toHaveAccessibleDescription(text('refusals:CURRENCY_IN_USE', { currency: 'GBP' }));

  const rates = page.getByRole('combobox', { name: text('settings:money.taxRates') });
  await rates.fill('abc');
  await press(page, 'Enter');
  await expect(rates).toHaveAccessibleDescription(
    textPattern('common:wrongRates', { count: 1, wrong: /.*“abc”.*/ }),
  );

  const testTo = page.getByLabel(text('settings:notices.testTo'));
  await testTo.fill('ada@shop');
  await page.getByRole('button', { name: text('settings:notices.testMail') }).click();
  await expect(testTo).toHaveAccessibleDescription(textPattern('settings:problems.email'));
  await expect(testTo).toBeFocused();
});

test('saving all says how many fields need correction, and goes to the first', { tag: '@fast' }, async ({
  openWindow,
}) => {
  const { page } = await openDemoAs(openWindow, 'admin');
  await goTo(page, 'office', 'settings');
  const email = page.getByLabel(text('settings:details.email'), { exact: true });
  const hours = page.getByLabel(text('settings:limits.pinHours'), { exact: true });
  const wrong = (count: number) =>
    page.getByRole('alert').filter({ hasText: text('settings:wrongFields', { count }) });
  await email.fill('abc');
  await hours.fill('0');
  await expect(page.getByRole('alert')).toHaveCount(0);
  await press(page, 'Control+s');
  await expect(wrong(2)).toBeInViewport();
  await expect(email).toBeFocused();
  await email.fill('shop@example.com');
  await expect(wrong(1)).toBeVisible();
  await press(page, 'Control+s');
  await expect(hours).toBeFocused();
  await expect(wrong(1)).toBeInViewport();
  await hours.fill('12');
  await expect(wrong(1)).toBeHidden();
});
