import { expect, type Page } from '@playwright/test';
import { test } from '../support/app';
import { goods, openCornerShop, openLastGlobe, people, signIn } from '../support/corner-shop';
import { goTo, panelOf, rowOf } from '../support/demo-store';
import { press, scan } from '../support/hands';
import { Looking } from '../support/looking';
import { clickLastNotification, keepNotifications, notificationsOf } from '../support/notifications';
import { findBoxOf, openSecondTill, outcomeOf, totalOf } from '../support/till';

const { globe } = goods;

test('what runs out at the till rings the manager’s bell, and leads to the product', async ({
  openWindow,
}) => {
  const window = await openWindow(openLastGlobe);
  await signIn(window.page, people.cashier.username);
  await expect(findBoxOf(window.page)).toBeFocused();
  const manager = await openSecondTill(window);
  await expect(bellOf(manager)).toHaveAccessibleName('Alerts');
  await expect(bellOf(window.page)).toBeHidden();
  await keepNotifications(manager);

  await scan(window.page, globe.code);
  await expect(totalOf(window.page)).toHaveText('Total€49.90');
  await press(window.page, 'F9', 'Enter');
  await expect(outcomeOf(window.page)).toContainText('Paid');
  await expect(bellOf(manager)).toHaveAccessibleName('Alerts, 1 new');

  await test.step('the browser shows it outside of the window, once, and a click on it leads there', async () => {
    await expect
      .poll(() => notificationsOf(manager))
      .toEqual([
        { title: 'Low stock: Globe', body: expect.stringMatching(/^0 left, threshold 0\. SKU \S+$/) },
      ]);
    await clickLastNotification(manager);
    await expect(manager.getByRole('heading', { name: globe.name })).toBeVisible();
    await expect(bellOf(manager)).toHaveAccessibleName('Alerts');
  });

  await test.step('the bell lists it by its key, and Enter leads there too', async () => {
    await press(manager, 'Control+1');
    await expect(findBoxOf(manager)).toBeFocused();
    await press(manager, 'Control+k');
    const alert = manager.getByRole('menuitem', { name: /^Low stock: Globe/ });
    await expect(alert).toBeVisible();
    const looking = new Looking(manager, 'manager');
    await looking.at('bell');
    expect(looking.faults).toEqual([]);
    await expect(alert).toBeFocused();
    await press(manager, 'Enter');
    await expect(manager.getByRole('heading', { name: globe.name })).toBeVisible();
  });

  await test.step('it is over when goods come in, and stays in the list', async () => {
    await press(manager, 'F3');
    await manager.getByRole('form').getByRole('textbox').first().fill('3');
    await press(manager, 'Enter');
    await goTo(manager, 'Stockroom', 'Alerts');
    await expect(rowOf(manager, 'Alerts, newest first', globe.name)).toContainText('Resolved');
    await rowOf(manager, 'Alerts, newest first', globe.name).click();
    await expect(panelOf(manager)).toContainText('0 left, threshold 0');
  });
});

test('a place gets a threshold of its own where its stock is listed', async ({ openWindow }) => {
  const { page } = await openWindow(openCornerShop);
  await signIn(page, people.manager.username);
  await goTo(page, 'Stockroom', 'Stock');
  await rowOf(page, 'Stock by product', globe.name).click();
  const field = panelOf(page).getByRole('textbox', { name: /^Low stock threshold at / });
  await field.fill('2');
  await press(page, 'Enter');
  await expect(bellOf(page)).toHaveAccessibleName('Alerts, 1 new');
  await goTo(page, 'Stockroom', 'Alerts');
  await expect(rowOf(page, 'Alerts, newest first', globe.name)).toBeVisible();
  await press(page, 'Enter');
  await expect(panelOf(page)).toContainText(/1 left at .+, threshold 2/);
  await expect(bellOf(page)).toHaveAccessibleName('Alerts');
});

const bellOf = (page: Page) => page.getByRole('button', { name: /^Alerts/ });
