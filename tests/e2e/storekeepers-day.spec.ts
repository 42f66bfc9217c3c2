import { expect, type Page } from '@playwright/test';
import type { MovementKind } from '#shared/contract/stock';
import { addDays } from '#shared/kernel/time';
import { type Prepare, test } from '../support/app';
import { bellName, bellOf } from '../support/bell';
import { openCornerShop, PASSWORD, people, signIn } from '../support/corner-shop';
import { goByKeys, panelOf, rowOf, titleOf } from '../support/demo-store';
import { choose, press, pressKeyOf, scan, tabTo, type } from '../support/hands';
import { clickLastNotification, keepNotifications, notificationsOf } from '../support/notifications';
import { patternSource, text, textPattern, wholeText } from '../support/texts';
import { findBoxOf, openSecondTill, outcomeOf, paid, total, totalOf } from '../support/till';

const MILK = '4012345678918';
const STOREROOM = 'LOC-0002';
const LOW = 8;
const GOOD_UNTIL = addDays(new Date().toISOString().slice(0, 10), 90);
type Cause = { [Document in 'order' | 'transfer' | 'issue' | 'stocktake']?: RegExp };
const storekeeper = { username: 'sia', firstName: 'Sia', lastName: 'Lund' };

/** The corner shop with a storekeeper, and milk without stock. */
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
    taxRateMilliPercent: 0,
    thresholdMilli: LOW * 1000,
  });
};

test('a storekeeper’s day works with keyboard and scanner alone', async ({ openWindow }) => {
  test.slow();
  const window = await openWindow(openWithMilk);
  const { page } = window;
  await signIn(page, storekeeper.username);
  const cashier = await openSecondTill(window, people.cashier);
  await expect(titleOf(page, 'stockroom', 'lookUp')).toBeVisible();
  await keepNotifications(page);

  await test.step('goods are received at the current location, with batch and expiry', async () => {
    await scan(page, STOREROOM);
    await scan(page, MILK);
    await expect(page.getByRole('heading', { name: 'Milk' })).toBeVisible();
    await pressKeyOf(page, text('stock:actions.receive.do'));
    await expect(page.getByRole('form').getByRole('textbox').first()).toBeFocused();
    await type(page, '12');
    await press(page, 'Tab', 'Tab');
    await type(page, 'G7');
    await press(page, 'Tab');
    await type(page, GOOD_UNTIL);
    await press(page, 'Enter');
    await expect(
      page.getByText(text('stock:actions.receive.done', { quantity: 12, location: 'Storeroom' })),
    ).toBeVisible();
  });

  let batchLabel = '';
  await test.step('the batch gets its label', async () => {
    await goByKeys(page, 'stockroom', 'entries');
    await scan(page, MILK);
    await expect(rowOf(page, text('stock:entries.list'), 'Milk')).toContainText('G7');
    await tabTo(page, page.getByRole('grid'));
    await press(page, 'Enter');
    await expect(panelOf(page)).toContainText(text('stock:entries.batch', { batch: 'G7' }));
    await pressKeyOf(page, text('labels:link'));
    const sheet = page.getByRole('slider', { name: text('labels:sheet.startAt') });
    await expect(sheet).toContainText(text('labels:list.batch', { batch: 'G7' }));
    batchLabel = gs1Below(await sheet.textContent());
    const download = page.waitForEvent('download');
    await pressKeyOf(page, text('labels:pdf'));
    await download;
  });

  await test.step('eight are transferred to the shop: the label is scanned once, the rest is typed', async () => {
    await goByKeys(page, 'stockroom', 'transfers');
    await pressKeyOf(page, text('transfers:start'));
    await expect(page.getByRole('combobox', { name: text('transfers:from'), exact: true })).toHaveValue(
      'Storeroom',
    );
    await scan(page, batchLabel);
    const line = page.getByRole('listbox', { name: text('documents:lines.name') }).getByRole('option');
    await expect(line).toContainText('G7');
    await press(page, 'F3');
    await expect(panelOf(page).getByRole('textbox', { name: text('documents:line.quantity') })).toBeFocused();
    await type(page, '8');
    await press(page, 'Enter');
    await expect(line).toContainText(/^8/);
    await press(page, 'F9');
    await expect(
      page.getByText(
        wholeText('transfers:outcome', {
          number: /TR-\d+/,
          count: 1,
          from: 'Storeroom',
          to: 'Shop',
        }),
      ),
    ).toBeVisible();
  });

  await test.step('the kitchen takes three and returns one', async () => {
    await goByKeys(page, 'stockroom', 'issues');
    await pressKeyOf(page, text('issues:start'));
    await expect(page.getByRole('combobox', { name: text('issues:holder') })).toBeFocused();
    await type(page, 'Kitchen');
    await press(page, 'Enter');
    for (let piece = 0; piece < 3; piece += 1) await scan(page, MILK);
    await expect(
      page.getByRole('listbox', { name: text('documents:lines.name') }).getByRole('option'),
    ).toContainText('3');
    await press(page, 'F9');
    await expect(
      page.getByRole('heading', {
        level: 1,
        name: wholeText('issues:document.posted', { number: /IS-\d+/ }),
      }),
    ).toBeVisible();
    await press(page, 'Escape');
    await pressKeyOf(page, text('issues:toOut'));
    await expect(rowOf(page, text('issues:out.list'), 'Milk')).toContainText('3');
    await scan(page, MILK);
    await expect(
      page.getByText(wholeText('issues:out.returned', { quantity: 1, product: 'Milk', holder: 'Kitchen' })),
    ).toBeVisible();
    await expect(rowOf(page, text('issues:out.list'), 'Milk')).toContainText('2');
  });

  await test.step('the till sells until stock is low, which is notified outside the window', async () => {
    await sellMilk(cashier, 2, '€3.00');
    await expect(bellOf(page)).toHaveAccessibleName(bellName(1));
    await expect
      .poll(() => notificationsOf(page))
      .toEqual([
        {
          title: text('alerts:words.title', { kind: text('alerts:kinds.low stock'), product: 'Milk' }),
          body: expect.stringMatching(
            wholeText('alerts:notice.body', {
              detail: text('alerts:words.low', { quantity: LOW, threshold: LOW }),
            }),
          ),
        },
      ]);
    await clickLastNotification(page);
    await expect(page.getByRole('heading', { name: 'Milk' })).toBeVisible();
    await expect(bellOf(page)).toHaveAccessibleName(bellName(0));
  });

  const manager = await openSecondTill(window, people.manager);
  await test.step('two people count on two screens during a sale', async () => {
    await goByKeys(page, 'stockroom', 'stocktakes');
    await pressKeyOf(page, text('stocktakes:list.start'));
    await expect(page.getByRole('dialog', { name: text('stocktakes:start.title') })).toBeVisible();
    await choose(page, text('stocktakes:start.what'), 'Dairy');
    await press(page, 'Enter');
    await expect(page.getByText(text('stocktakes:progress.long', { counted: 0, of: 1 }))).toBeVisible();
    await goByKeys(manager, 'stockroom', 'stocktakes');
    await tabTo(manager, manager.getByRole('grid'));
    await press(manager, 'Enter');
    await expect(manager.getByText(text('stocktakes:progress.long', { counted: 0, of: 1 }))).toBeVisible();
    await scan(page, MILK);
    await scan(page, MILK);
    await scan(manager, MILK);
    await expect(lastOf(manager).getByText('3', { exact: true })).toBeVisible();
    await sellMilk(cashier, 1, '€1.50');
  });

  await test.step('what was sold since is not missing, and what is missing is posted', async () => {
    await pressKeyOf(page, text('stocktakes:review.do'));
    await expect(rowOf(page, text('stocktakes:review.label'), 'Milk')).toContainText('−1');
    await pressKeyOf(page, text('stocktakes:post.action'));
    await expect(page.getByRole('dialog')).toContainText(
      textPattern('stocktakes:post.consequence', { count: 1 }),
    );
    await press(page, 'Control+Enter');
    await expect(page.getByRole('heading', { name: /^CT-\d+/ })).toBeVisible();
  });

  await test.step('the history shows all of it, and leads to each document', async () => {
    await goByKeys(page, 'stockroom', 'lookUp');
    await scan(page, MILK);
    await expect(page.getByRole('heading', { name: 'Milk' })).toBeVisible();
    await pressKeyOf(page, text('stock:lookUp.history'));
    const history = page.getByRole('dialog', { name: text('stock:history.of', { what: 'Milk' }) });
    const rows = history.getByRole('row').filter({ has: page.getByRole('gridcell') });
    // The change and the stock after it are side by side: −12 is one less, then two in stock.
    await expect(rows).toHaveText([
      movement('Shop', 'counted', '.*−12', { stocktake: /CT-\d+/ }),
      movement('Shop', 'sold', '.*−13', { order: /T1-\d+/ }),
      movement('Shop', 'sold', '.*−24', { order: /T1-\d+/ }),
      movement('Shop', 'issue returned', '.*\\+16', { issue: /IS-\d+/ }),
      movement('Shop', 'issued', '.*−35', { issue: /IS-\d+/ }),
      movement('Shop', 'transferred', '.*\\+88', { transfer: /TR-\d+/ }),
      movement('Storeroom', 'transferred', '.*−84', { transfer: /TR-\d+/ }),
      movement('Storeroom', 'received', '.*\\+1212'),
    ]);
    await tabTo(
      page,
      history.getByRole('link', { name: wholeText('stock:history.causes.stocktake', { number: /CT-\d+/ }) }),
    );
    await press(page, 'Enter');
    await expect(page.getByRole('heading', { name: /^CT-\d+/ })).toBeVisible();
  });
});

async function sellMilk(page: Page, pieces: number, amount: string): Promise<void> {
  await expect(findBoxOf(page)).toBeVisible();
  for (let piece = 0; piece < pieces; piece += 1) await scan(page, MILK);
  await expect(totalOf(page)).toHaveText(total(amount));
  await press(page, 'F9', 'Enter');
  await expect(outcomeOf(page)).toContainText(paid());
}

/** How the history shows a movement of the batch, with its cause. */
function movement(location: string, kind: MovementKind, figures: string, cause: Cause = {}): RegExp {
  const place = patternSource('stock:place', { location, batch: 'G7' });
  const [document = ''] = (Object.keys(cause) as (keyof Cause)[]).map((kind) =>
    patternSource(`stock:history.causes.${kind}`, { number: cause[kind] ?? '' }),
  );
  return new RegExp(`${place}${patternSource(`stock:kinds.${kind}`)}${figures}${document}$`);
}

/** The data in the bars for the text in brackets below them: (01)04012345678918(10)G7. */
function gs1Below(text: string | null): string {
  const [printed] = /\(01\)\d{14}.*/.exec(text ?? '') ?? [];
  if (!printed) throw new Error(`No GS1 code on the label: ${text}`);
  return printed.replaceAll(/[()]/g, '');
}

const lastOf = (page: Page) => page.getByRole('region', { name: text('stocktakes:counting.last') });
