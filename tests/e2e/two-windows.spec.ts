import { expect, type Page } from '@playwright/test';
import { test } from '../support/app';
import {
  byLoginOf,
  goods,
  loginOf,
  openWithTiles,
  people,
  pinOf,
  signInTitleOf,
  tileOf,
} from '../support/corner-shop';
import {
  demoGoods,
  goTo,
  openDemo,
  openDemoAs,
  openSecondDemoAs,
  panelOf,
  rowOf,
  signInAs,
} from '../support/demo-store';
import { press, scan, type } from '../support/hands';
import { text, textPattern, wholeText } from '../support/texts';
import {
  amountOf,
  findBoxOf,
  linesOf,
  openSecondTill,
  openTill,
  outcomeOf,
  paid,
  productsOf,
  total,
  totalOf,
} from '../support/till';

const { pencil, notebook, globe } = goods;

test('signing in at another window ends the session here, with a message', async ({ openWindow }) => {
  const window = await openTill(openWindow);
  await scan(window.page, pencil.code);
  await expect(linesOf(window.page)).toHaveCount(1);
  const other = await openSecondTill(window, people.cashier);
  await expect(window.page.getByText(wholeText('refusals:SESSION_REPLACED'))).toBeVisible();
  await expect(linesOf(other)).toContainText('Pencil');
});

test('the last piece, sold in two windows at once, is one sale and one refusal', { tag: '@fast' }, async ({
  openWindow,
}) => {
  const window = await openTill(openWindow);
  const pages = [window.page, await openSecondTill(window)];
  for (const page of pages) {
    await scan(page, globe.code);
    await expect(totalOf(page)).toHaveText(total('€49.90'));
    await press(page, 'F9');
    await expect(amountOf(page)).toBeFocused();
  }
  await Promise.all(pages.map((page) => press(page, 'Enter')));
  const ends = pages.map((page) => outcomeOf(page).or(page.getByRole('alert')));
  for (const end of ends) await expect(end).toBeVisible();
  const shown = await Promise.all(ends.map((end) => end.textContent()));
  const refused = text('refusals:outOfStock', { productName: 'Globe', locationName: 'Shop' });
  expect(shown.toSorted()).toEqual([refused, paid('€49.90')].toSorted());
});

test('signing in shows the store as it is now, not as it was when the page was opened', async ({
  openWindow,
}) => {
  const window = await openDemo(openWindow);
  const other = await openSecondDemoAs(window, 'admin');
  await goTo(other, 'office', 'settings');
  await other
    .getByRole('textbox', { name: text('settings:details.name'), exact: true })
    .fill('Harbour Kiosk');
  await press(other, 'Control+s');
  await expect(other.getByRole('banner')).toContainText('Harbour Kiosk');
  await signInAs(window.page, window.signInOf('cashier'));
  await expect(window.page.getByRole('banner')).toContainText('Harbour Kiosk');
});

test('two windows that scan onto one draft at the same time both show all of its lines', async ({
  openWindow,
}) => {
  const window = await openDemoAs(openWindow, 'storekeeper');
  const { page } = window;
  await goTo(page, 'stockroom', 'issues');
  await press(page, 'F4');
  await expect(page.getByRole('combobox', { name: text('issues:holder') })).toBeFocused();
  const other = await openSecondDemoAs(window, 'manager');
  await other.goto(page.url());
  await expect(other.getByRole('combobox', { name: text('issues:holder') })).toBeVisible();
  const { lemons, cucumber } = demoGoods;
  for (let times = 1; times <= 4; times += 1) {
    await Promise.all([scan(page, lemons.code), scan(other, cucumber.code)]);
    for (const each of [page, other]) {
      for (const { name } of [lemons, cucumber])
        await expect(each.getByRole('option').filter({ hasText: name })).toContainText(
          new RegExp(`^${times}`),
        );
    }
  }
});

test('a sale in one window updates the stock shown in another', async ({ openWindow }) => {
  const window = await openTill(openWindow);
  const other = await openSecondTill(window);
  const tile = productsOf(other).getByRole('option', { name: 'Notebook' });
  await expect(tile).toContainText(text('sales:till.find.stock', { quantity: 100 }));
  await scan(window.page, notebook.code);
  await expect(totalOf(window.page)).toHaveText(total('€3.49'));
  await press(window.page, 'F9', 'Enter');
  await expect(outcomeOf(window.page)).toHaveText(paid('€3.50'));
  await expect(tile).toContainText(text('sales:till.find.stock', { quantity: 99 }));
});

test('a deactivated account is signed out in its other window, with a message', async ({ openWindow }) => {
  const window = await openDemoAs(openWindow, 'manager');
  const cashier = await openSecondDemoAs(window, 'cashier');
  await goTo(window.page, 'office', 'people');
  await rowOf(window.page, text('people-accounts:list'), 'Cem Kaya').click();
  await panelOf(window.page)
    .getByRole('button', { name: text('people-accounts:actions.deactivate') })
    .click();
  await window.page
    .getByRole('dialog', { name: text('people-accounts:actions.deactivateTitle', { name: 'Cem Kaya' }) })
    .getByRole('button', { name: text('people-accounts:actions.deactivate') })
    .click();
  await expect(rowOf(window.page, text('people-accounts:list'), 'Cem Kaya')).toContainText(
    text('people-accounts:state.off'),
  );
  await expect(signInTitleOf(cashier)).toBeVisible();
  await expect(cashier.getByText(text('refusals:NOT_SIGNED_IN'))).toBeVisible();
});

test('a person whose PIN no longer works here is led to name and password, with the reason', async ({
  openWindow,
}) => {
  const window = await openWindow(openWithTiles);
  const { page } = window;
  await tileOf(page, people.cashier).click();
  await expect(pinOf(page)).toBeFocused();
  const office = await openSecondTill(window);
  await goTo(office, 'office', 'people');
  await rowOf(office, text('people-accounts:list'), 'Cem Kaya').click();
  await office.getByRole('button', { name: text('people-accounts:actions.removePin') }).click();
  await office
    .getByRole('dialog', { name: text('people-accounts:actions.removePinTitle', { name: 'Cem Kaya' }) })
    .getByRole('button', { name: text('people-accounts:actions.removePin') })
    .click();
  await expect(office.getByText(text('people-accounts:secret.pinRemoved'))).toBeVisible();

  await type(page, people.cashier.pin);
  await press(page, 'Enter');
  await expect(page.getByRole('alert')).toHaveText(text('refusals:PASSWORD_FIRST'));
  await expect(loginOf(page)).toBeFocused();
  await press(page, 'Escape');
  await expect(page.getByRole('alert')).toBeHidden();
  await expect(byLoginOf(page)).toBeVisible();
});

test('a permission given to cashiers applies to an open till at once, and is marked as changed', async ({
  openWindow,
}) => {
  const window = await openDemoAs(openWindow, 'admin');
  const till = await openSecondDemoAs(window, 'cashier');
  await expect(findBoxOf(till)).toBeFocused();
  await scan(till, demoGoods.honey.code);
  await expect(linesOf(till)).toHaveCount(1);
  await press(till, 'F4');
  await type(till, '10');
  await press(till, 'Enter');
  await expect(till.getByRole('dialog', { name: text('common:approval.title') })).toBeVisible();
  await press(till, 'Escape', 'Escape');
  await expect(till.getByRole('dialog')).toBeHidden();

  const { page } = window;
  await goTo(page, 'office', 'permissions');
  const cell = {
    role: text('common:roles.cashier'),
    permission: text('people-accounts:permissions.names.discountAndOverride'),
  };
  const byApproval = text('people-accounts:permissions.grants.approval');
  const granted = text('people-accounts:permissions.grants.yes');
  const before = text('people-accounts:permissions.cell', { ...cell, grant: byApproval });
  const after = text('people-accounts:permissions.cellChanged', {
    ...cell,
    grant: granted,
    changed: text('people-accounts:permissions.changed'),
    usual: byApproval,
  });
  await page.getByRole('button', { name: before }).click();
  await page.getByRole('menuitem', { name: granted }).click();
  await expect(page.getByRole('button', { name: after })).toBeVisible();
  await expect(page.getByText(text('people-accounts:permissions.count', { count: 1 }))).toBeVisible();

  await press(till, 'F4');
  await type(till, '10');
  await press(till, 'Enter');
  await expect(totalOf(till)).toHaveText(total('£6.25'));
  await expect(till.getByRole('dialog')).toBeHidden();
});

test('the second of two people who change one product is notified, and continues from the new version', async ({
  openWindow,
}) => {
  const window = await openDemoAs(openWindow, 'manager');
  const other = await openSecondDemoAs(window, 'admin');
  for (const page of [window.page, other]) {
    await goTo(page, 'office', 'products');
    await rowOf(page, text('catalogue:products.list'), 'Espresso').click();
    await expect(panelOf(page).getByRole('heading', { name: 'Espresso' })).toBeVisible();
    await press(page, 'Control+e');
  }
  await priceOf(window.page).fill('2.40');
  await press(window.page, 'Control+s');
  await expect(rowOf(other, text('catalogue:products.list'), 'Espresso')).toContainText('£2.40');

  await priceOf(other).fill('2.60');
  await press(other, 'Control+s');
  await expect(panelOf(other).getByRole('alert')).toHaveText(
    text('refusals:CHANGED_MEANWHILE', { by: 'Milan Novak', what: 'Espresso' }),
  );
  await panelOf(other)
    .getByRole('button', { name: text('catalogue:product.reload') })
    .click();
  await expect(priceOf(other)).toHaveValue('2.40');
  await priceOf(other).fill('2.60');
  await press(other, 'Control+s');
  await expect(rowOf(window.page, text('catalogue:products.list'), 'Espresso')).toContainText('£2.60');
});

test('the second of two people who change one account is notified, and no change of the first is lost', async ({
  openWindow,
}) => {
  const window = await openDemoAs(openWindow, 'manager');
  const other = await openSecondDemoAs(window, 'admin');
  for (const page of [window.page, other]) {
    await goTo(page, 'office', 'people');
    await rowOf(page, text('people-accounts:list'), 'Cem Kaya').click();
  }
  await panelOf(other)
    .getByRole('textbox', { name: text('people-access:fields.department') })
    .fill('Counter');
  await panelOf(window.page)
    .getByRole('textbox', { name: text('people-access:fields.lastName') })
    .fill('Aydin');
  await press(window.page, 'Control+s');
  await expect(rowOf(other, text('people-accounts:list'), 'Cem Aydin')).toBeVisible();

  await press(other, 'Control+s');
  await expect(panelOf(other).getByRole('alert')).toContainText(
    text('refusals:CHANGED_MEANWHILE', { by: 'Milan Novak', what: 'Cem Aydin' }),
  );
  await panelOf(other)
    .getByRole('button', { name: text('people-accounts:panel.newVersion') })
    .click();
  await expect(
    panelOf(other).getByRole('textbox', { name: text('people-access:fields.lastName') }),
  ).toHaveValue('Aydin');
  await panelOf(other)
    .getByRole('textbox', { name: text('people-access:fields.department') })
    .fill('Counter');
  await press(other, 'Control+s');
  await expect(panelOf(other).getByText(text('people-accounts:panel.saved'))).toBeVisible();
  await expect(rowOf(window.page, text('people-accounts:list'), 'Cem Aydin')).toBeVisible();
});

test("unsaved input for a category or location survives another person's change, and undoes none of it", async ({
  openWindow,
}) => {
  const window = await openDemoAs(openWindow, 'manager');
  const other = await openSecondDemoAs(window, 'admin');
  for (const { open, list, item, label, load } of [
    {
      open: (page: Page) => goTo(page, 'office', 'categories'),
      list: text('catalogue:categories.list'),
      item: 'Bakery',
      label: text('catalogue:categories.name'),
      load: text('catalogue:product.reload'),
    },
    {
      open: (page: Page) => goTo(page, 'stockroom', 'locations'),
      list: text('stock:locations.list'),
      item: 'Storeroom',
      label: text('stock:locations.name'),
      load: text('stock:locations.reload'),
    },
  ]) {
    const nameOf = (page: Page) => panelOf(page).getByRole('textbox', { name: label });
    for (const page of [window.page, other]) {
      await open(page);
      await page
        .getByRole('treeitem', { name: item })
        .or(rowOf(page, list, item))
        .click();
      await expect(nameOf(page)).toHaveValue(item);
    }
    await nameOf(other).fill('By the admin');
    await nameOf(window.page).fill('By the manager');
    await press(window.page, 'Control+s');
    await expect(panelOf(other).getByRole('heading', { name: 'By the manager' })).toBeVisible();
    await expect(nameOf(other)).toHaveValue('By the admin');
    await press(other, 'Control+s');
    await expect(panelOf(other).getByRole('alert')).toContainText(
      textPattern('refusals:CHANGED_MEANWHILE', { by: 'Milan Novak' }),
    );
    await panelOf(other).getByRole('button', { name: load }).click();
    await expect(nameOf(other)).toHaveValue('By the manager');
    await expect(panelOf(other).getByRole('alert')).toBeHidden();
  }
});

test('stock that another person added at the location meanwhile is not added twice', async ({
  openWindow,
}) => {
  const window = await openDemoAs(openWindow, 'manager');
  const other = await openSecondDemoAs(window, 'storekeeper');
  const pages = [window.page, other];
  for (const page of pages) {
    await goTo(page, 'stockroom', 'entries');
    await press(page, 'F7');
    await expect(panelOf(page)).toBeVisible();
    await scan(page, demoGoods.lemons.code);
    await page
      .getByRole('form')
      .getByRole('combobox', { name: text('stock:actions.where') })
      .click();
    await page.getByRole('option', { name: 'Storeroom' }).click();
    await page.getByRole('form').getByRole('textbox').first().fill('60');
  }
  await press(window.page, 'Enter');
  await expect(
    window.page.getByText(text('stock:actions.opening.done', { quantity: 60, location: 'Storeroom' })),
  ).toBeVisible();
  await press(other, 'Enter');
  await expect(other.getByRole('alert')).toHaveText(
    text('refusals:ENTRY_EXISTS', { productName: 'Lemons', locationName: 'Storeroom', onHand: 60 }),
  );
});

const priceOf = (page: Page) => panelOf(page).getByRole('textbox', { name: text('catalogue:product.price') });
