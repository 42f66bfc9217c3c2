import { expect } from '@playwright/test';
import { test } from '../support/app';
import { bellName, bellOf } from '../support/bell';
import { goods, openCornerShop, openLastGlobe, people, signIn } from '../support/corner-shop';
import { goTo, panelOf, rowOf } from '../support/demo-store';
import { press, scan } from '../support/hands';
import { Looking } from '../support/looking';
import { clickLastNotification, keepNotifications, notificationsOf } from '../support/notifications';
import { text, textPattern, wholeText } from '../support/texts';
import { findBoxOf, openSecondTill, outcomeOf, paid, total, totalOf } from '../support/till';

const { globe } = goods;
const LOW_GLOBE = text('alerts:words.title', { kind: text('alerts:kinds.low stock'), product: globe.name });
const NONE_LEFT = text('alerts:words.low', { quantity: 0, threshold: 0 });

test('stock that runs low at the till shows under the manager’s bell, and leads to the product', async ({
  openWindow,
}) => {
  const window = await openWindow(openLastGlobe);
  await signIn(window.page, people.cashier.username);
  await expect(findBoxOf(window.page)).toBeFocused();
  const manager = await openSecondTill(window);
  await expect(bellOf(manager)).toHaveAccessibleName(bellName(0));
  await expect(bellOf(window.page)).toBeHidden();
  await keepNotifications(manager);

  await scan(window.page, globe.code);
  await expect(totalOf(window.page)).toHaveText(total('€49.90'));
  await press(window.page, 'F9', 'Enter');
  await expect(outcomeOf(window.page)).toContainText(paid());
  await expect(bellOf(manager)).toHaveAccessibleName(bellName(1));

  await test.step('the browser shows one notification outside the window, and a click on it opens the product', async () => {
    await expect
      .poll(() => notificationsOf(manager))
      .toEqual([
        {
          title: LOW_GLOBE,
          body: expect.stringMatching(wholeText('alerts:notice.body', { detail: NONE_LEFT, sku: /\S+/ })),
        },
      ]);
    await clickLastNotification(manager);
    await expect(manager.getByRole('heading', { name: globe.name })).toBeVisible();
    await expect(bellOf(manager)).toHaveAccessibleName(bellName(0));
  });

  await test.step('the bell lists it, opened by its key, and Enter opens the product too', async () => {
    await press(manager, 'Control+1');
    await expect(findBoxOf(manager)).toBeFocused();
    await press(manager, 'Control+k');
    const alert = manager.getByRole('menuitem', { name: LOW_GLOBE });
    await expect(alert).toBeVisible();
    const looking = new Looking(manager, 'manager');
    await looking.at('bell');
    expect(looking.faults).toEqual([]);
    await expect(alert).toBeFocused();
    await press(manager, 'Enter');
    await expect(manager.getByRole('heading', { name: globe.name })).toBeVisible();
  });

  await test.step('it is resolved when stock is received, and stays in the list', async () => {
    await press(manager, 'F3');
    await manager.getByRole('form').getByRole('textbox').first().fill('3');
    await press(manager, 'Enter');
    await goTo(manager, 'stockroom', 'alerts');
    await expect(rowOf(manager, text('alerts:list'), globe.name)).toContainText(textPattern('alerts:over'));
    await rowOf(manager, text('alerts:list'), globe.name).click();
    await expect(panelOf(manager)).toContainText(NONE_LEFT);
  });
});

test('a location gets its own threshold in the product’s stock list', { tag: '@fast' }, async ({
  openWindow,
}) => {
  const { page } = await openWindow(openCornerShop);
  await signIn(page, people.manager.username);
  await goTo(page, 'stockroom', 'entries');
  await rowOf(page, text('stock:entries.list'), globe.name).click();
  const field = panelOf(page).getByRole('textbox', { name: wholeText('alerts:thresholds.here') });
  await field.fill('2');
  await press(page, 'Enter');
  await expect(bellOf(page)).toHaveAccessibleName(bellName(1));
  await goTo(page, 'stockroom', 'alerts');
  await expect(rowOf(page, text('alerts:list'), globe.name)).toBeVisible();
  await press(page, 'Enter');
  await expect(panelOf(page)).toContainText(textPattern('alerts:words.lowAt', { quantity: 1, threshold: 2 }));
  await expect(bellOf(page)).toHaveAccessibleName(bellName(0));
});
