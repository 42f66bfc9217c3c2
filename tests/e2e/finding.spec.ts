import { expect, type Locator } from '@playwright/test';
import { test } from '../support/app';
import { demoGoods, goTo, openDemoAs, panelOf, rowOf } from '../support/demo-store';
import { press, scan, type } from '../support/hands';
import { answerLate } from '../support/late-answers';
import { text } from '../support/texts';

const { cucumber, lemons } = demoGoods;
const LATE_MS = 500;

test.describe('the scan box of a page', () => {
  test('finds a quickly typed name before Enter treats it as a code', async ({ openWindow }) => {
    const { page } = await openDemoAs(openWindow, 'storekeeper');
    await answerLate(page, LATE_MS);
    const box = page.getByRole('textbox', { name: text('stock:lookUp.find') });
    await expect(box).toBeFocused();
    await type(page, 'cucum');
    await press(page, 'Enter');
    await expect(page.getByRole('heading', { name: cucumber.name })).toBeVisible();
    await expect(box).toHaveValue('');
  });

  test('highlights the first of several matches once found, and Enter takes it', async ({ openWindow }) => {
    const { page } = await openDemoAs(openWindow, 'storekeeper');
    await expect(page.getByRole('textbox', { name: text('stock:lookUp.find') })).toBeFocused();
    await type(page, 'butter');
    const offered = page.locator('[data-combobox-selected]');
    await expect(offered).toContainText('Salted butter');
    await press(page, 'Enter');
    await expect(page.getByRole('heading', { name: 'Salted butter' })).toBeVisible();
  });

  test('offers the first of several matches on Enter, and takes it only on the next Enter', async ({
    openWindow,
  }) => {
    const { page } = await openDemoAs(openWindow, 'storekeeper');
    await expect(page.getByRole('textbox', { name: text('stock:lookUp.find') })).toBeFocused();
    await type(page, 'choc');
    await press(page, 'Enter');
    const offered = page.locator('[data-combobox-selected]');
    await expect(offered).toHaveCount(1);
    await expect(offered).toContainText(/choc/i);
    await expect(page.getByText(text('stock:lookUp.emptyTitle'))).toBeVisible();
    const name = await offered.getByRole('paragraph').first().innerText();
    await press(page, 'Enter');
    await expect(page.getByRole('heading', { name, exact: true })).toBeVisible();
  });
});

test('Enter in a product field takes the first match for the typed text, even if it is found late', async ({
  openWindow,
}) => {
  const { page } = await openDemoAs(openWindow, 'storekeeper');
  await goTo(page, 'stockroom', 'entries');
  await answerLate(page, LATE_MS);
  await expect(rowOf(page, text('stock:entries.list'), 'Shop').first()).toBeVisible();
  await press(page, 'F7');
  const field = panelOf(page).getByRole('combobox', { name: text('stock:entries.product'), exact: true });
  await field.click();
  await expect(page.getByRole('option').first()).toBeVisible();
  await type(page, 'cucum');
  await press(page, 'Enter');
  await expect(field).toHaveValue(cucumber.name);
});

test('a dropdown opens on typing, and Tab and Enter take its first match for the typed text', {
  tag: '@fast',
}, async ({ openWindow }) => {
  const { page } = await openDemoAs(openWindow, 'storekeeper');
  await goTo(page, 'stockroom', 'entries');
  const category = page.getByRole('combobox', { name: text('stock:entries.category') });
  await category.focus();
  await expect(category).toHaveAttribute('aria-expanded', 'false');
  await type(page, 'bak');
  await press(page, 'Tab');
  await expect(category).toHaveValue('Bakery');
  await category.click();
  await type(page, 'dai');
  await press(page, 'Enter');
  await expect(category).toHaveValue('Dairy and eggs');
});

test('adding stock of a product that is at every location suggests receiving it instead', async ({
  openWindow,
}) => {
  const { page } = await openDemoAs(openWindow, 'storekeeper', async ({ scanning, stock }) => {
    const {
      product: { id },
    } = await scanning.product({ code: lemons.code });
    const { rows } = await stock.listEntries({ productId: id, limit: 100 });
    const taken = new Set(rows.map(({ locationId }) => locationId));
    for (const location of await stock.listLocations()) {
      if (taken.has(location.id) || location.closedAt !== null) continue;
      await stock.addEntry({ productId: id, locationId: location.id, openingMilli: 1000 });
    }
  });
  await goTo(page, 'stockroom', 'entries');
  await press(page, 'F7');
  await expect(panelOf(page)).toBeVisible();
  await scan(page, lemons.code);
  await expect(panelOf(page).getByText(text('stock:actions.opening.nowhere'))).toBeVisible();
  await expect(panelOf(page).getByRole('textbox')).toHaveCount(0);
  await expect(panelOf(page).getByRole('button', { name: text('stock:actions.opening.do') })).toBeHidden();
});

test('the active row of a list is visible, below the headings and above the lower edge', async ({
  openWindow,
}) => {
  const { page } = await openDemoAs(openWindow, 'manager');
  await goTo(page, 'stockroom', 'entries');
  const list = page.getByRole('grid', { name: text('stock:entries.list') });
  await expect(rowOf(page, text('stock:entries.list'), 'Shop').first()).toBeVisible();
  await list.focus();
  await press(page, 'End');
  await expectActiveInSight(list);
  for (const key of ['PageUp', 'ArrowUp', 'PageUp', 'ArrowUp', 'PageUp', 'PageDown', 'ArrowDown', 'Home']) {
    await press(page, key);
    await expectActiveInSight(list);
  }
});

async function expectActiveInSight(list: Locator): Promise<void> {
  await expect
    .poll(() =>
      list.evaluate((grid) => {
        const active = document.getElementById(grid.getAttribute('aria-activedescendant') ?? '');
        const head = grid.querySelector('[role=columnheader]')?.getBoundingClientRect();
        const row = active?.getBoundingClientRect();
        if (!(head && row)) return 'no row';
        const edge = grid.getBoundingClientRect().top + grid.clientTop + grid.clientHeight;
        // Rounding can lose half a pixel.
        if (row.top < head.bottom - 0.5) return `behind the headings by ${head.bottom - row.top}`;
        if (row.bottom > edge + 0.5) return `below the edge by ${row.bottom - edge}`;
        return 'in sight';
      }),
    )
    .toBe('in sight');
}
