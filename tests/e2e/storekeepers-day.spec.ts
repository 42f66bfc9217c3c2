import { expect, type Page } from '@playwright/test';
import { addDays } from '#shared/kernel/time';
import { type Prepare, test } from '../support/app';
import { openCornerShop, PASSWORD, people, signIn } from '../support/corner-shop';
import { goByKeys, panelOf, rowOf } from '../support/demo-store';
import { choose, press, pressKeyOf, scan, tabTo, type } from '../support/hands';
import { clickLastNotification, keepNotifications, notificationsOf } from '../support/notifications';
import { findBoxOf, openSecondTill, outcomeOf, totalOf } from '../support/till';

const MILK = '4012345678918';
const STOREROOM = 'LOC-0002';
const LOW = 8;
const GOOD_UNTIL = addDays(new Date().toISOString().slice(0, 10), 90);
const storekeeper = { username: 'sia', firstName: 'Sia', lastName: 'Lund' };

/** The corner shop with somebody who keeps its storeroom, and milk of which nothing is there yet. */
const openWithMilk: Prepare = async (client) => {
  await openCornerShop(client);
  const { calls } = client;
  await calls.people.createAccount({ ...storekeeper, pin: '4071', role: 'storekeeper', password: PASSWORD });
  const dairy = await calls.catalogue.createCategory({ name: 'Dairy', code: 'dairy' });
  await calls.catalogue.createProduct({
    name: 'Milk',
    barcodes: [{ code: MILK }],
    categoryId: dairy.id,
    priceMinor: 150,
    costMinor: 90,
    taxRateBp: 0,
    thresholdMilli: LOW * 1000,
  });
};

test('a storekeeper’s day, with the keyboard and the scanner alone', async ({ openWindow }) => {
  test.slow();
  const window = await openWindow(openWithMilk);
  const { page } = window;
  await signIn(page, storekeeper.username);
  const cashier = await openSecondTill(window, people.cashier);
  await expect(page.getByRole('heading', { name: 'Look up' })).toBeVisible();
  await keepNotifications(page);

  await test.step('goods come in where one stands, with their batch and day of expiry', async () => {
    await scan(page, STOREROOM);
    await scan(page, MILK);
    await expect(page.getByRole('heading', { name: 'Milk' })).toBeVisible();
    await pressKeyOf(page, /^Receive/);
    await expect(page.getByRole('form').getByRole('textbox').first()).toBeFocused();
    await type(page, '12');
    await press(page, 'Tab', 'Tab');
    await type(page, 'G7');
    await press(page, 'Tab');
    await type(page, GOOD_UNTIL);
    await press(page, 'Enter');
    await expect(page.getByText('Received 12 at Storeroom')).toBeVisible();
  });

  let batchLabel = '';
  await test.step('the batch gets its label', async () => {
    await goByKeys(page, 'Stockroom', 'Stock');
    await scan(page, MILK);
    await expect(rowOf(page, 'Stock by product', 'Milk')).toContainText('G7');
    await tabTo(page, page.getByRole('grid'));
    await press(page, 'Enter');
    await expect(panelOf(page)).toContainText('Batch G7');
    await pressKeyOf(page, 'Labels');
    const sheet = page.getByRole('slider', { name: 'Label to begin with' });
    await expect(sheet).toContainText('Batch G7');
    batchLabel = gs1Below(await sheet.textContent());
    const download = page.waitForEvent('download');
    await pressKeyOf(page, 'Save as PDF');
    await download;
  });

  await test.step('eight go to the shop: the label is scanned once, the rest is typed', async () => {
    await goByKeys(page, 'Stockroom', 'Transfers');
    await pressKeyOf(page, 'New transfer');
    await expect(page.getByRole('combobox', { name: 'From', exact: true })).toHaveValue('Storeroom');
    await scan(page, batchLabel);
    const line = page.getByRole('listbox', { name: 'What goes with it' }).getByRole('option');
    await expect(line).toContainText('G7');
    await press(page, 'F3');
    await expect(panelOf(page).getByRole('textbox', { name: 'How much is taken' })).toBeFocused();
    await type(page, '8');
    await press(page, 'Enter');
    await expect(line).toContainText(/^8/);
    await press(page, 'Control+Enter');
    await expect(page.getByText(/^Sent as TR-\d+: 1 line from Storeroom to Shop\.$/)).toBeVisible();
  });

  await test.step('the kitchen takes three, and brings one back', async () => {
    await goByKeys(page, 'Stockroom', 'Issues');
    await pressKeyOf(page, 'New issue');
    await expect(page.getByRole('combobox', { name: 'Issued to' })).toBeFocused();
    await type(page, 'Kitchen');
    await press(page, 'Enter');
    for (let piece = 0; piece < 3; piece += 1) await scan(page, MILK);
    await expect(rowOf(page, 'What is handed out', 'Milk')).toContainText('3');
    await press(page, 'F9');
    await expect(page.getByRole('heading', { level: 1, name: /^Issue IS-\d+$/ })).toBeVisible();
    await press(page, 'Escape');
    await pressKeyOf(page, 'Out with whom');
    await expect(rowOf(page, 'Out with whom, by holder', 'Milk')).toContainText('3');
    await scan(page, MILK);
    await expect(page.getByText(/^1 × Milk came back from Kitchen to /)).toBeVisible();
    await expect(rowOf(page, 'Out with whom, by holder', 'Milk')).toContainText('2');
  });

  await test.step('the till sells until it runs low, which is told outside of the window', async () => {
    await sellMilk(cashier, 2, 'Total€3.00');
    await expect(bellOf(page)).toHaveAccessibleName('Alerts, 1 new');
    await expect
      .poll(() => notificationsOf(page))
      .toEqual([{ title: 'Low stock: Milk', body: expect.stringMatching(`^${LOW} left, threshold ${LOW}`) }]);
    await clickLastNotification(page);
    await expect(page.getByRole('heading', { name: 'Milk' })).toBeVisible();
    await expect(bellOf(page)).toHaveAccessibleName('Alerts');
  });

  const manager = await openSecondTill(window, people.manager);
  await test.step('two count on two screens while a sale goes on', async () => {
    await goByKeys(page, 'Stockroom', 'Stocktakes');
    await pressKeyOf(page, 'New stocktake');
    await expect(page.getByRole('dialog', { name: 'Begin to count' })).toBeVisible();
    await choose(page, 'What', 'Dairy');
    await press(page, 'Enter');
    await expect(page.getByText('0 of 1 counted')).toBeVisible();
    await goByKeys(manager, 'Stockroom', 'Stocktakes');
    await tabTo(manager, manager.getByRole('grid'));
    await press(manager, 'Enter');
    await expect(manager.getByText('0 of 1 counted')).toBeVisible();
    await scan(page, MILK);
    await scan(page, MILK);
    await scan(manager, MILK);
    await expect(lastOf(manager).getByText('3', { exact: true })).toBeVisible();
    await sellMilk(cashier, 1, 'Total€1.50');
  });

  await test.step('what was sold since is not missing, what is missing is posted', async () => {
    await pressKeyOf(page, 'Look through');
    await expect(rowOf(page, 'Differences', 'Milk')).toContainText('−1');
    await pressKeyOf(page, 'Post');
    await expect(page.getByRole('dialog')).toContainText('Stock of 1 entry is set right');
    await press(page, 'Enter');
    await expect(page.getByRole('heading', { name: /^CT-\d+/ })).toBeVisible();
  });

  await test.step('the history tells all of it, and leads to what caused it', async () => {
    await goByKeys(page, 'Stockroom', 'Look up');
    await scan(page, MILK);
    await expect(page.getByRole('heading', { name: 'Milk' })).toBeVisible();
    await pressKeyOf(page, 'History');
    const history = page.getByRole('dialog', { name: /^History: Milk/ });
    const rows = history.getByRole('row').filter({ has: page.getByRole('gridcell') });
    // Change and stock after it stand side by side: −12 is one less, then two there.
    await expect(rows).toHaveText([
      /Shop, batch G7Counted.*−12Stocktake CT-\d+$/,
      /Shop, batch G7Sold.*−13Order T1-\d+$/,
      /Shop, batch G7Sold.*−24Order T1-\d+$/,
      /Shop, batch G7Issue returned.*\+16Issue IS-\d+$/,
      /Shop, batch G7Issued.*−35Issue IS-\d+$/,
      /Shop, batch G7Transferred.*\+88Transfer TR-\d+$/,
      /Storeroom, batch G7Transferred.*−84Transfer TR-\d+$/,
      /Storeroom, batch G7Received.*\+1212$/,
    ]);
    await tabTo(page, history.getByRole('link', { name: /^Stocktake CT-\d+$/ }));
    await press(page, 'Enter');
    await expect(page.getByRole('heading', { name: /^CT-\d+/ })).toBeVisible();
  });
});

async function sellMilk(page: Page, pieces: number, total: string): Promise<void> {
  await expect(findBoxOf(page)).toBeVisible();
  for (let piece = 0; piece < pieces; piece += 1) await scan(page, MILK);
  await expect(totalOf(page)).toHaveText(total);
  await press(page, 'F9', 'Enter');
  await expect(outcomeOf(page)).toContainText('Paid');
}

/** What the bars say of which a label says in brackets what is below them: (01)04012345678918(10)G7. */
function gs1Below(text: string | null): string {
  const [printed] = /\(01\)\d{14}.*/.exec(text ?? '') ?? [];
  if (!printed) throw new Error(`No GS1 code on the label: ${text}`);
  return printed.replaceAll(/[()]/g, '');
}

const bellOf = (page: Page) => page.getByRole('button', { name: /^Alerts/ });
const lastOf = (page: Page) => page.getByRole('region', { name: 'Counted last' });
