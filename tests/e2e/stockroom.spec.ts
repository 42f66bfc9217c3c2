import { readFile } from 'node:fs/promises';
import { expect, type Page } from '@playwright/test';
import { test } from '../support/app';
import { UNKNOWN_CODE } from '../support/corner-shop';
import { demoGoods, goTo, openDemoAs, panelOf, rowOf } from '../support/demo-store';
import { press, scan, type } from '../support/hands';
import { anyCount, patternSource, text, textPattern, textStart, wholeText } from '../support/texts';

const { lemons, cucumber, honey } = demoGoods;
const MANY = 100;

test('scans follow each other with no dialog in between, and unknown codes are listed beside', {
  tag: '@fast',
}, async ({ openWindow }) => {
  const { page } = await openStockroom(openWindow);
  for (const { name, code } of [lemons, cucumber]) {
    await scan(page, code);
    await expect(page.getByRole('heading', { name })).toBeVisible();
  }
  await scan(page, UNKNOWN_CODE);
  const beside = page.getByRole('complementary', { name: text('stock:lookUp.recent') });
  await expect(beside.getByRole('alert')).toContainText(
    text('refusals:UNKNOWN_BARCODE', { code: UNKNOWN_CODE }),
  );
  await expect(page.getByRole('heading', { name: cucumber.name })).toBeHidden();
  await expect(page.getByRole('button', { name: text('stock:actions.receive.do') })).toBeHidden();
  await scan(page, honey.code);
  await expect(page.getByRole('heading', { name: honey.name })).toBeVisible();
  await expect(page.getByRole('dialog')).toBeHidden();
  const listed = await beside.getByRole('listitem').allInnerTexts();
  expect(listed.map((entry) => entry.split('\n')[0])).toEqual([
    honey.name,
    UNKNOWN_CODE,
    cucumber.name,
    lemons.name,
  ]);
});

test('stock is received, adjusted and written off by keyboard, and the history shows and exports it', async ({
  openWindow,
}) => {
  const { page } = await openStockroom(openWindow);
  const onHand = page.getByText(wholeText('stock:lookUp.onHand'));
  await scan(page, lemons.code);
  await expect(page.getByRole('heading', { name: lemons.name })).toBeVisible();

  await test.step('receive, where each further scan adds one', async () => {
    await press(page, 'F3');
    await expect(quantityOf(page)).toBeFocused();
    for (let pieces = 1; pieces <= 3; pieces += 1) {
      await scan(page, lemons.code);
      await expect(quantityOf(page)).toHaveValue(String(pieces));
    }
    await press(page, 'Enter');
    await expect(
      page.getByText(text('stock:actions.receive.done', { quantity: 3, location: 'Shop' })),
    ).toBeVisible();
  });

  await test.step('adjust, but not without a reason', async () => {
    await press(page, 'F4');
    await expect(quantityOf(page)).toBeFocused();
    await type(page, '400');
    await press(page, 'Enter');
    const reason = page.getByRole('form').getByLabel(text('stock:actions.reason'));
    await expect(reason).toBeFocused();
    await expect(reason).toHaveAccessibleDescription(text('stock:actions.missing.reason'));
    await reason.fill(text('stock:reasons.miscounted'));
    await press(page, 'Escape', 'Enter');
    await expect(
      page.getByText(text('stock:actions.adjust.done', { quantity: 400, location: 'Shop' })),
    ).toBeVisible();
    await expect(onHand).toHaveText(text('stock:lookUp.onHand', { quantity: 400 }));
  });

  await test.step('write off', async () => {
    await press(page, 'F6');
    await expect(quantityOf(page)).toBeFocused();
    await type(page, '2');
    await press(page, 'Tab', 'Tab');
    await expect(page.getByRole('form').getByLabel(text('stock:actions.reason'))).toBeFocused();
    await type(page, text('stock:reasons.spoiled').slice(0, 4));
    await press(page, 'ArrowDown', 'Enter');
    await expect(page.getByRole('form').getByLabel(text('stock:actions.reason'))).toHaveValue(
      text('stock:reasons.spoiled'),
    );
    await press(page, 'Enter');
    await expect(
      page.getByText(text('stock:actions.waste.done', { quantity: 2, location: 'Shop' })),
    ).toBeVisible();
    await expect(onHand).toHaveText(text('stock:lookUp.onHand', { quantity: 398 }));
  });

  await test.step('read the movements, newest first', async () => {
    await goTo(page, 'stockroom', 'history');
    const rows = page
      .getByRole('grid')
      .getByRole('row')
      .filter({ has: page.getByRole('gridcell') });
    await expect(rows.nth(0)).toContainText(text('stock:kinds.wasted'));
    await expect(rows.nth(0)).toContainText('−2');
    await expect(rows.nth(0)).toContainText(text('stock:reasons.spoiled'));
    await expect(rows.nth(1)).toContainText(text('stock:kinds.adjusted'));
    await expect(rows.nth(2)).toContainText('+3');
  });

  await test.step('export them', async () => {
    await scan(page, lemons.code);
    await expect(page.getByRole('combobox', { name: text('stock:history.product') })).toHaveValue(
      lemons.name,
    );
    const download = page.waitForEvent('download');
    await press(page, 'Control+e');
    const file = await download;
    expect(file.suggestedFilename()).toMatch(/^stock-movements-.*\.csv$/);
    const lines = (await readFile(await file.path(), 'utf8')).split('\r\n');
    expect(lines[0]).toContain('Time,Kind,Product,Location');
    expect(lines[1]).toContain('wasted,Lemons,Shop,,-2,piece,400,398');
    expect(lines[2]).toContain('adjusted,Lemons,Shop');
    expect(lines[3]).toContain('received,Lemons,Shop,,3,piece');
    await expect(
      page.getByText(
        new RegExp(`${patternSource('stock:history.saved')}|${patternSource('stock:history.savedPart')}`),
      ),
    ).toBeVisible();
  });
});

test('stock can be added only at a location where a product has none yet', async ({ openWindow }) => {
  const { page } = await openStockroom(openWindow);
  await goTo(page, 'stockroom', 'entries');
  await page.getByRole('textbox', { name: text('stock:entries.find') }).fill('Lemon');
  await expect(page.getByText(text('stock:entries.total', { count: 2 }))).toBeVisible();
  await press(page, 'F7');
  await expect(page.getByRole('combobox', { name: text('stock:entries.product') })).toBeFocused();
  await scan(page, lemons.code);
  const place = page.getByRole('form').getByRole('combobox', { name: text('stock:actions.where') });
  await expect(place).toHaveValue('');
  await expect(panelOf(page)).toContainText(
    text('stock:actions.opening.alreadyStocked', { location: 'Shop' }),
  );
  await place.click();
  await expect(page.getByRole('option', { name: 'Shop' })).toBeHidden();
  await page.getByRole('option', { name: 'Storeroom' }).click();
  await test.step('of a batch, whose calendar alone closes on Escape, and whose expiry can be in the past', async () => {
    await page.getByLabel(text('stock:actions.batch')).fill('L1');
    const expiresOn = page.getByLabel(text('stock:actions.expiresOn'), { exact: true });
    await expiresOn.click();
    const calendar = page.locator('[data-dates-dropdown]');
    await expect(calendar).toBeVisible();
    await press(page, 'Escape');
    await expect(calendar).toBeHidden();
    await expiresOn.fill('1/2/2025');
    await expect(panelOf(page)).toContainText(text('stock:actions.dayPassed'));
    await expiresOn.fill('1/2/2099');
    await expect(panelOf(page)).not.toContainText(text('stock:actions.dayPassed'));
  });
  await quantityOf(page).fill('60');
  await press(page, 'Enter');
  await expect(
    page.getByText(text('stock:actions.opening.done', { quantity: 60, location: 'Storeroom' })),
  ).toBeVisible();
  await expect(page.getByText(text('stock:entries.total', { count: 3 }))).toBeVisible();
  await expect(rowOf(page, text('stock:entries.list'), 'Storeroom')).toContainText('60');
  await expect.poll(() => overlapsIn(page)).toEqual([]);
});

test('a location is created, renamed, closed, reopened and deleted', async ({ openWindow }) => {
  const { page } = await openDemoAs(openWindow, 'manager');
  await goTo(page, 'stockroom', 'locations');
  await press(page, 'F4');
  const dialog = page.getByRole('dialog', { name: text('stock:locations.newTitle') });
  await expect(dialog.getByLabel(text('stock:locations.name'))).toBeFocused();
  await type(page, 'Shop');
  await press(page, 'Enter');
  await expect(dialog.getByLabel(text('stock:locations.name'))).toHaveAccessibleDescription(
    text('refusals:LOCATION_NAME_TAKEN', { name: 'Shop' }),
  );
  await dialog.getByLabel(text('stock:locations.name')).fill('Cellar');
  await press(page, 'Enter');
  await expect(dialog).toBeHidden();

  await panelOf(page).getByLabel(text('stock:locations.name')).fill('Cold cellar');
  await press(page, 'Control+s');
  await expect(panelOf(page).getByRole('heading', { name: 'Cold cellar' })).toBeVisible();
  await panelOf(page)
    .getByRole('button', { name: text('stock:locations.close') })
    .click();
  await expect(rowOf(page, text('stock:locations.list'), 'Cold cellar')).toContainText(
    textPattern('stock:locations.closedSince'),
  );
  await panelOf(page)
    .getByRole('button', { name: text('stock:locations.reopen') })
    .click();
  await expect(rowOf(page, text('stock:locations.list'), 'Cold cellar')).toContainText(
    text('stock:locations.open'),
  );
  await panelOf(page)
    .getByRole('button', { name: text('stock:locations.delete') })
    .click();
  const question = page.getByRole('dialog', {
    name: text('stock:locations.deleteTitle', { name: 'Cold cellar' }),
  });
  await question.getByRole('button', { name: text('stock:locations.delete') }).click();
  await expect(rowOf(page, text('stock:locations.list'), 'Cold cellar')).toHaveCount(0);
  await expect(panelOf(page)).toBeHidden();
});

test('a location with stock, or from which the till sells, cannot be closed', async ({ openWindow }) => {
  const { page } = await openDemoAs(openWindow, 'manager');
  await goTo(page, 'stockroom', 'locations');
  await rowOf(page, text('stock:locations.list'), 'Storeroom').click();
  await panelOf(page)
    .getByRole('button', { name: text('stock:locations.close') })
    .click();
  await expect(panelOf(page).getByRole('alert')).toHaveText(
    wholeText('refusals:LOCATION_HAS_STOCK', {
      locationName: 'Storeroom',
      products: anyCount('refusals:products', [MANY]),
    }),
  );
  await expect(panelOf(page).getByRole('button', { name: text('stock:locations.delete') })).toBeHidden();
  await rowOf(page, text('stock:locations.list'), 'Shop').click();
  await expect(panelOf(page)).toContainText(text('stock:locations.sellsHere'));
  await expect(panelOf(page).getByRole('button', { name: text('stock:locations.close') })).toBeHidden();
});

test('a manager receives at a total or a unit cost, and sees the other one change with it', async ({
  openWindow,
}) => {
  const { page } = await openDemoAs(openWindow, 'manager');
  await goTo(page, 'stockroom', 'lookUp');
  const form = page.getByRole('form');
  const total = form.getByLabel(text('stock:actions.totalCost'));
  const unit = form.getByLabel(text('stock:actions.unitCost'));
  const receive = async (quantity: string): Promise<void> => {
    await scan(page, honey.code);
    await page.getByRole('button', { name: textStart('stock:actions.receive.do') }).click();
    await expect(quantityOf(page)).toBeFocused();
    await type(page, quantity);
  };

  await receive('24');
  await total.focus();
  await type(page, '27.98');
  await expect(unit).toHaveAttribute('placeholder', '= 1.1658');
  await press(page, 'Enter');
  await expect(
    page.getByText(text('stock:actions.receive.done', { quantity: 24, location: 'Shop' })),
  ).toBeVisible();

  await receive('1000');
  await total.focus();
  await type(page, 'much');
  await unit.focus();
  await type(page, '0.00411');
  await expect(total).toHaveValue('');
  await press(page, 'Enter');
  await expect(unit).toHaveAccessibleDescription(textPattern('common:notAUnitCost'));
  await expect(form).toBeVisible();
  await unit.fill('0.0041');
  await expect(total).toHaveAttribute('placeholder', '= 4.10');
  await press(page, 'Enter');
  await expect(
    page.getByText(text('stock:actions.receive.done', { quantity: '1,000', location: 'Shop' })),
  ).toBeVisible();

  // The history shows costs only where there is room for them.
  await page.setViewportSize({ width: 1440, height: 900 });
  await page.getByRole('button', { name: textStart('stock:lookUp.history') }).click();
  const movements = page.getByRole('dialog').getByRole('row');
  await expect(movements.filter({ hasText: '+24' })).toContainText('£1.1658');
  await expect(movements.filter({ hasText: '+1,000' })).toContainText('£0.0041');
});

test('a storekeeper sees no cost and cannot set a price', async ({ openWindow }) => {
  const { page } = await openStockroom(openWindow);
  await scan(page, lemons.code);
  await expect(page.getByRole('heading', { name: lemons.name })).toBeVisible();
  await press(page, 'F3');
  await expect(quantityOf(page)).toBeFocused();
  for (const cost of ['totalCost', 'unitCost'] as const)
    await expect(page.getByRole('form').getByLabel(text(`stock:actions.${cost}`))).toBeHidden();

  await goTo(page, 'stockroom', 'entries');
  await expect(page.getByRole('columnheader', { name: text('stock:entries.onHand') })).toBeVisible();
  await expect(page.getByRole('columnheader', { name: text('stock:entries.value') })).toBeHidden();

  await goTo(page, 'office', 'products');
  await expect(page.getByRole('columnheader', { name: text('catalogue:products.price') })).toBeVisible();
  await expect(page.getByRole('columnheader', { name: text('catalogue:products.cost') })).toBeHidden();
  await page.getByRole('textbox', { name: text('catalogue:products.find') }).fill(lemons.name);
  await rowOf(page, text('catalogue:products.list'), lemons.name).click();
  await press(page, 'Control+e');
  await expect(panelOf(page).getByRole('textbox', { name: text('catalogue:product.price') })).toBeDisabled();
  await expect(panelOf(page).getByRole('textbox', { name: text('catalogue:product.cost') })).toBeHidden();
  await expect(panelOf(page).getByText(text('catalogue:product.pricedByOthers'))).toBeVisible();
  await rowOf(page, text('catalogue:products.list'), lemons.name).getByRole('checkbox').check();
  await press(page, 'F9');
  await page
    .getByRole('dialog')
    .getByRole('combobox', { name: text('catalogue:several.what') })
    .click();
  await expect(page.getByRole('option', { name: text('catalogue:several.kind.taxRate') })).toBeVisible();
  await expect(page.getByRole('option', { name: text('catalogue:several.kind.pricePercent') })).toBeHidden();
});

test('a cashier can look up but not move stock', async ({ openWindow }) => {
  const { page } = await openDemoAs(openWindow, 'cashier');
  await goTo(page, 'stockroom', 'lookUp');
  await scan(page, lemons.code);
  await expect(page.getByRole('heading', { name: lemons.name })).toBeVisible();
  await expect(page.getByText(wholeText('stock:lookUp.onHand'))).toBeVisible();
  await expect(page.getByRole('button', { name: text('stock:lookUp.history') })).toBeVisible();
  for (const action of ['receive', 'adjust', 'waste', 'opening'] as const) {
    await expect(page.getByRole('button', { name: text(`stock:actions.${action}.do`) })).toBeHidden();
  }
  await press(page, 'F4');
  await expect(page.getByRole('form')).toBeHidden();
  await goTo(page, 'stockroom', 'entries');
  await page.getByRole('textbox', { name: text('stock:entries.find') }).fill(lemons.name);
  await rowOf(page, text('stock:entries.list'), lemons.name).click();
  await expect(panelOf(page).getByRole('button', { name: text('stock:lookUp.history') })).toBeVisible();
  await expect(panelOf(page).getByRole('button', { name: text('stock:actions.adjust.do') })).toBeHidden();
});

/** The rows of a list that overlap the row before them. */
function overlapsIn(page: Page): Promise<string[]> {
  return page.getByRole('grid').evaluate((grid) => {
    const rows = [...grid.querySelectorAll('[role=row][data-index]')];
    const drawn = rows.map((row) => ({ text: row.textContent, box: row.getBoundingClientRect() }));
    const inOrder = drawn.toSorted((one, other) => one.box.top - other.box.top);
    return inOrder.flatMap(({ text, box }, index) =>
      box.top < (inOrder[index - 1]?.box.bottom ?? 0) - 1 ? [text ?? ''] : [],
    );
  });
}

/** Opens the demo store at the stockroom's first page, signed in as its storekeeper. */
async function openStockroom(openWindow: Parameters<typeof openDemoAs>[0]) {
  const window = await openDemoAs(openWindow, 'storekeeper');
  await goTo(window.page, 'stockroom', 'lookUp');
  return window;
}

const quantityOf = (page: Page) => page.getByRole('form').getByRole('textbox').first();
