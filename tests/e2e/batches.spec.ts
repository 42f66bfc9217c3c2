import { expect, type Page } from '@playwright/test';
import { addDays } from '#shared/kernel/time';
import { type Prepare, test } from '../support/app';
import { openCornerShop, people, signIn } from '../support/corner-shop';
import { goTo, panelOf } from '../support/demo-store';
import { choose, press, scan, tabTo, type } from '../support/hands';
import { Looking } from '../support/looking';
import { text, textPattern, textStart } from '../support/texts';
import { findBoxOf, linesOf } from '../support/till';

const MILK = '4012345678918';
const TODAY = new Date().toISOString().slice(0, 10);
const batches = [
  { number: 'OLD', expiresOn: addDays(TODAY, -2) },
  { number: 'SOON', expiresOn: addDays(TODAY, 3) },
  { number: 'FRESH', expiresOn: addDays(TODAY, 60) },
];

/** The corner shop with milk of three batches: expired, near expiry and fresh. */
const withMilk: Prepare = async (client) => {
  await openCornerShop(client);
  const { calls } = client;
  const [place] = await calls.stock.listLocations();
  const milk = await calls.catalogue.createProduct({
    name: 'Milk',
    barcodes: [{ code: MILK }],
    priceMinor: 150,
    taxRateMilliPercent: 0,
  });
  for (const batch of batches) {
    const goods = { productId: milk.id, locationId: place?.id ?? 0, quantityMilli: 5000 };
    await calls.stock.receive({ ...goods, batch });
  }
};

const rows = (page: Page) =>
  page
    .getByRole('grid')
    .getByRole('row')
    .filter({ has: page.getByRole('gridcell') });

test('the ticket warns of an expired batch, and the cashier chooses another by keyboard', {
  tag: '@fast',
}, async ({ openWindow }) => {
  const { page } = await openWindow(withMilk);
  await signIn(page, people.cashier.username);
  await expect(findBoxOf(page)).toBeFocused();
  const looking = new Looking(page, 'cashier');
  await scan(page, MILK);
  await expect(linesOf(page)).toContainText(textPattern('sales:till.ticket.expired', { batch: 'OLD' }));
  await looking.at('Ticket with an expired batch');

  await press(page, 'Control+g');
  const dialog = page.getByRole('dialog', { name: text('sales:dialogs.batch.title', { name: 'Milk' }) });
  await expect(dialog.getByRole('button', { name: textStart('sales:dialogs.batch.first') })).toBeFocused();
  await expect(dialog.getByRole('button', { name: /^OLD/ })).toContainText(
    textPattern('stock:batches.expired'),
  );
  await looking.at('Batches at the till');
  await press(page, 'ArrowDown', 'ArrowDown', 'Enter');
  await expect(dialog).toBeHidden();
  await expect(linesOf(page)).toContainText(text('sales:till.ticket.batch', { batch: 'SOON' }));
  await expect(linesOf(page)).not.toContainText(textPattern('sales:till.ticket.expired'));

  await scan(page, MILK);
  await expect(linesOf(page)).toHaveCount(2);
  await expect(linesOf(page).nth(1)).toContainText(
    textPattern('sales:till.ticket.expired', { batch: 'OLD' }),
  );
  await press(page, 'F9', 'Enter');
  await expect(page.getByRole('article')).toContainText('Milk');
  await expect(page.getByRole('article')).not.toContainText(textPattern('sales:till.ticket.batch'));
  expect(looking.faults).toEqual([]);
});

test('expired stock is found, its expiry corrected and its history read, by keyboard alone', async ({
  openWindow,
}) => {
  const { page } = await openWindow(withMilk);
  await signIn(page, people.manager.username);
  await goTo(page, 'stockroom', 'entries');
  const looking = new Looking(page, 'manager');
  await looking.at('Stock with batches');
  await choose(page, text('stock:entries.expiry'), text('stock:entries.expiries.near'));
  await expect(rows(page)).toHaveCount(1);
  await expect(rows(page)).toContainText('SOON');
  await choose(page, text('stock:entries.expiry'), text('stock:entries.expiries.expired'));
  await expect(rows(page)).toContainText(textPattern('stock:batches.expired'));

  await tabTo(page, page.getByRole('grid'));
  await press(page, 'Enter');
  await expect(panelOf(page)).toContainText(text('stock:entries.batch', { batch: 'OLD' }));
  await looking.at('Stock of an expired batch');
  await press(page, 'Control+h');
  const history = page.getByRole('dialog', {
    name: text('stock:history.of', { what: `Milk, ${text('stock:entries.batch', { batch: 'OLD' })}` }),
  });
  await expect(history.getByRole('row').nth(1)).toContainText(text('stock:kinds.received'));
  await looking.at('History of a batch');
  await press(page, 'Escape');

  await press(page, 'Control+e');
  const change = page.getByRole('dialog', { name: text('stock:batches.changeTitle', { batch: 'OLD' }) });
  await expect(change).toBeVisible();
  await press(page, 'Control+a');
  await type(page, addDays(TODAY, 30));
  await tabTo(page, change.getByLabel(text('stock:actions.reason')));
  await type(page, 'Misread');
  await press(page, 'Escape');
  await looking.at('Expiry to be set right');
  await press(page, 'Enter');
  await expect(change).toBeHidden();
  await expect(rows(page)).toHaveCount(0);

  await goTo(page, 'office', 'products');
  await page.getByRole('grid').getByRole('row').filter({ hasText: 'Milk' }).click();
  await panelOf(page).getByRole('link').first().click();
  const list = page.getByRole('region', { name: text('stock:batches.title'), exact: true });
  await expect(list.getByRole('row')).toHaveCount(1 + batches.length);
  await expect(
    list.getByRole('button', { name: text('stock:batches.historyOf', { batch: 'OLD' }) }),
  ).toBeVisible();
  await looking.at('Product with batches');
  expect(looking.faults).toEqual([]);
});
