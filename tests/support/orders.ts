import { expect, type Page } from '@playwright/test';
import { goods } from './corner-shop';
import { linkTo } from './demo-store';
import { press, scan, tabTo, type } from './hands';
import { text, wholeText } from './texts';
import { total, totalOf } from './till';

/** Places an order for one notebook at the corner shop's till. */
export async function placeOrder(page: Page, customer: string): Promise<void> {
  await scan(page, goods.notebook.code);
  await expect(totalOf(page)).toHaveText(total('€3.49'));
  await press(page, 'Control+o');
  await expect(page.getByLabel(text('sales:dialogs.order.name'))).toBeFocused();
  await type(page, customer);
  await press(page, 'Enter');
  await expect(page.getByText(wholeText('sales:dialogs.order.placed'))).toBeVisible();
}

/** Opens the only order of the corner shop from its till, in the list of receipts and orders. */
export async function openFirstOrder(page: Page): Promise<void> {
  await tabTo(page, page.getByRole('button', { name: text('shell:railShow') }), 'Shift+Tab');
  await press(page, 'Enter');
  await tabTo(page, linkTo(page, 'receipts'));
  await press(page, 'Enter');
  await expect(page.getByLabel(text('sales:orders.search'))).toBeFocused();
  await expect(
    page.getByRole('status').filter({ hasText: text('sales:orders.total', { count: 1 }) }),
  ).toBeVisible();
  await press(page, 'Enter');
  await expect(page.getByRole('complementary')).toBeVisible();
}
