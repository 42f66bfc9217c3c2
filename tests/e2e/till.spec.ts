import { expect, type Page } from '@playwright/test';
import { test } from '../support/app';
import { goods, people, signIn, UNKNOWN_CODE } from '../support/corner-shop';
import { press, scan, sessionOf, tabTo, type } from '../support/hands';
import { answerLate } from '../support/late-answers';
import { openFirstOrder, placeOrder } from '../support/orders';
import { text, textPattern, wholeText } from '../support/texts';
import {
  amountOf,
  change,
  findBoxOf,
  linesOf,
  openTill,
  outcomeOf,
  paid,
  productsOf,
  ticketOf,
  times,
  total,
  totalOf,
} from '../support/till';

const { pencil, notebook, globe } = goods;

test('ten items are scanned and paid in cash without the mouse', { tag: '@fast' }, async ({ openWindow }) => {
  const { page } = await openTill(openWindow);
  for (let count = 1; count <= 5; count += 1) {
    await scan(page, pencil.code);
    await scan(page, notebook.code);
    await expect(totalOf(page)).toHaveText(total(`€${(count * 4.69).toFixed(2)}`));
  }
  await expect(linesOf(page)).toHaveCount(2);
  await press(page, 'F9');
  await expect(amountOf(page)).toBeFocused();
  await type(page, '50');
  await expect(page.getByText('€26.55')).toBeVisible();
  await press(page, 'Enter');
  await expect(outcomeOf(page)).toHaveText(change('€26.55'));
  await expect(page.getByRole('article')).toContainText('Pencil');

  await scan(page, pencil.code);
  await expect(totalOf(page)).toHaveText(total('€1.20'));
});

test('keys typed before the payment opens are not lost, and become the cash given', async ({
  openWindow,
}) => {
  const { page } = await openTill(openWindow);
  await answerLate(page, 400);
  await expect(findBoxOf(page)).toBeFocused();
  await scan(page, notebook.code);
  await expect(totalOf(page)).toHaveText(total('€3.49'));
  await press(page, 'F9', '5', 'Enter');
  await expect(outcomeOf(page)).toHaveText(change('€1.50'));
});

test('an unknown barcode shows large, sounds, and refuses further scans until it is acknowledged', async ({
  openWindow,
}) => {
  const { page } = await openTill(openWindow);
  const sounds = await listen(page);
  await scan(page, pencil.code);
  await expect(linesOf(page)).toHaveCount(1);
  const good = await sounds();

  await scan(page, UNKNOWN_CODE);
  const failure = page.getByRole('alertdialog');
  await expect(failure).toContainText(text('refusals:UNKNOWN_BARCODE', { code: UNKNOWN_CODE }));
  const bad = await sounds();
  expect(bad.length).toBeGreaterThan(0);
  expect(Math.max(...bad)).toBeLessThan(Math.min(...good));
  const [card, pane] = [await failure.boundingBox(), await ticketOf(page).boundingBox()];
  expect((card?.width ?? 0) * (card?.height ?? 0)).toBeGreaterThan(
    ((pane?.width ?? 0) * (pane?.height ?? 0)) / 2,
  );

  const session = await sessionOf(page);
  await session.send('Page.setFontSizes', { fontSizes: { standard: 24 } });
  const acknowledge = failure.getByRole('button', { name: text('sales:till.failure.acknowledge') });
  await expect.poll(async () => (await acknowledge.boundingBox())?.height).toBeGreaterThan(60);
  await session.send('Page.setFontSizes', { fontSizes: { standard: 16 } });

  await scan(page, pencil.code);
  await expect.poll(sounds).toEqual(bad);
  await expect(failure).toBeVisible();
  await expect(linesOf(page)).toContainText(times(1));

  await press(page, 'Escape');
  await expect(failure).toBeHidden();
  await expect(findBoxOf(page)).toBeFocused();
  await scan(page, pencil.code);
  await expect(linesOf(page)).toContainText(times(2));
});

test('a scan never types into the search box, nor takes its match', async ({ openWindow }) => {
  const { page } = await openTill(openWindow);
  await type(page, 'glo');
  await expect(productsOf(page).getByRole('option')).toHaveCount(1);
  await scan(page, pencil.code);
  await expect(linesOf(page)).toHaveCount(1);
  await expect(linesOf(page)).toContainText('Pencil');
  await expect(findBoxOf(page)).toHaveValue('glo');
});

for (const { dialog, key, field, value } of [
  {
    dialog: 'quantity',
    key: 'F3',
    field: text('sales:dialogs.quantity.labelUnit', { unit: text('common:units.piece') }),
    value: '1',
  },
  { dialog: 'discount', key: 'F4', field: text('sales:dialogs.discount.percentLabel'), value: '' },
  { dialog: 'note', key: 'F7', field: text('sales:dialogs.note.label'), value: '' },
]) {
  test(`a scan never types into the ${dialog} dialog, nor closes it`, async ({ openWindow }) => {
    const { page } = await openTill(openWindow);
    await scan(page, pencil.code);
    await expect(linesOf(page)).toContainText(times(1));
    await press(page, key);
    await expect(page.getByLabel(field, { exact: true })).toBeFocused();
    await scan(page, pencil.code);
    await expect(ticketOf(page).getByText(times(2))).toBeVisible();
    await expect(page.getByLabel(field, { exact: true })).toHaveValue(value);
    await press(page, 'Escape');
    await expect(page.getByRole('dialog')).toBeHidden();
    await expect(linesOf(page)).toContainText(times(2));
  });
}

test('a quantity of zero and a discount above the price are refused at the field', async ({ openWindow }) => {
  const { page } = await openTill(openWindow);
  await scan(page, pencil.code);
  await expect(linesOf(page)).toContainText(times(1));
  const field = page.getByRole('dialog').getByRole('textbox').first();
  for (const { key, typed, why } of [
    { key: 'F3', typed: '0', why: text('common:aboveZero') },
    {
      key: 'F4',
      typed: '150',
      why: text('common:notARate', { atLeast: '0%', atMost: '100%', example: '5.5%' }),
    },
    { key: 'F4', typed: '0', why: text('common:aboveZero') },
  ]) {
    await press(page, key);
    await expect(field).toBeFocused();
    await type(page, typed);
    await expect(field).toHaveAccessibleDescription(why);
    await press(page, 'Escape');
    await expect(page.getByRole('dialog')).toBeHidden();
  }
});

test('a scan does not press a focused button', async ({ openWindow }) => {
  const { page } = await openTill(openWindow);
  await scan(page, pencil.code);
  await tabTo(page, page.getByRole('button', { name: text('sales:till.actions.voidTicket') }));
  await scan(page, notebook.code);
  await expect(linesOf(page)).toHaveCount(2);
  await expect(page.getByRole('dialog')).toBeHidden();
  await press(page, 'Enter');
  await expect(page.getByRole('dialog', { name: text('sales:dialogs.voidTicket.title') })).toBeVisible();
});

test('Enter keeps a ticket that is to be voided, and Ctrl+Enter voids it', async ({ openWindow }) => {
  const { page } = await openTill(openWindow);
  await scan(page, pencil.code);
  const question = page.getByRole('dialog', { name: text('sales:dialogs.voidTicket.title') });
  await press(page, 'Control+Delete');
  await expect(question.getByRole('button', { name: text('common:cancel') })).toBeFocused();
  await press(page, 'Enter');
  await expect(question).toBeHidden();
  await expect(linesOf(page)).toHaveCount(1);
  await press(page, 'Control+Delete');
  await expect(question).toBeVisible();
  await press(page, 'Control+Enter');
  await expect(question).toBeHidden();
  await expect(linesOf(page)).toHaveCount(0);
});

test('after a power cut the ticket is restored with the same lines', async ({ openWindow }) => {
  const { page, restart } = await openTill(openWindow);
  for (const { code } of [pencil, notebook, globe]) await scan(page, code);
  await expect(linesOf(page)).toHaveCount(3);
  await press(page, 'ArrowUp');
  const selected = (of: Page) => ticketOf(of).getByRole('option', { selected: true });
  await expect(selected(page)).toContainText('Notebook');

  const again = await restart();
  await expect(linesOf(again)).toHaveCount(3);
  await expect(selected(again)).toContainText('Notebook');
  await expect(totalOf(again)).toHaveText(total('€54.59'));
});

test('a receipt scanned at the till opens its order, and the ticket stays', async ({ openWindow }) => {
  const { page } = await openTill(openWindow);
  await scan(page, pencil.code);
  await press(page, 'F9', 'Enter');
  await expect(outcomeOf(page)).toBeVisible();
  await scan(page, notebook.code);
  await expect(totalOf(page)).toHaveText(total('€3.49'));
  await scan(page, 'T1-000001');
  await expect(page).toHaveURL(/\/till\/orders\/1$/);
  await expect(page.getByRole('heading', { name: 'T1-000001' })).toBeVisible();
  await page.goBack();
  await expect(totalOf(page)).toHaveText(total('€3.49'));
});

test('a reprinted receipt says COPY', async ({ openWindow }) => {
  const { page } = await openTill(openWindow);
  const printed = await catchPrints(page);
  await scan(page, notebook.code);
  await expect(totalOf(page)).toHaveText(total('€3.49'));
  await press(page, 'F9', 'Enter');
  await expect(outcomeOf(page)).toBeVisible();
  await press(page, 'Control+p');
  await expect.poll(printed).toHaveLength(1);
  await expect(page.getByRole('button', { name: text('sales:receipt.printCopy') })).toBeVisible();
  await press(page, 'Control+p');
  await expect.poll(printed).toHaveLength(2);
  const [original, copy] = await printed();
  expect(original).toContain('Notebook');
  expect(original).not.toContain(text('paper:receipt.copy'));
  expect(copy).toContain(text('paper:receipt.copy'));
});

test('a copy that is printed without being shown has its barcode', async ({ openWindow }) => {
  const { page } = await openTill(openWindow);
  await scan(page, notebook.code);
  await expect(totalOf(page)).toHaveText(total('€3.49'));
  await press(page, 'F9', 'Enter');
  await expect(outcomeOf(page)).toBeVisible();
  await page.reload();
  await expect(findBoxOf(page)).toBeFocused();
  await scan(page, 'T1-000001');
  await expect(page).toHaveURL(/\/till\/orders\/1$/);
  const printed = await catchPrints(page, 'img');
  await press(page, 'Control+p');
  await expect.poll(printed).toEqual(['1']);
});

test('an order is placed, paid and fulfilled, and its timeline shows it', async ({ openWindow }) => {
  const { page } = await openTill(openWindow);
  await placeOrder(page, 'Nora Quinn');
  await openFirstOrder(page);
  await press(page, 'F9');
  await expect(amountOf(page)).toBeFocused();
  await press(page, 'Enter');
  await expect(page.getByRole('dialog').getByText(paid())).toBeVisible();
  await press(page, 'Escape');
  await press(page, 'F10');
  await expect(
    page.getByRole('dialog', {
      name: wholeText('sales:orders.handOver.titleTo'),
    }),
  ).toBeVisible();
  await press(page, 'Control+Enter');
  await expect
    .poll(() => timeline(page))
    .toEqual([
      text('sales:orders.event.placed'),
      text('sales:orders.event.paid'),
      text('sales:orders.event.fulfilled'),
    ]);
  await expect(page.getByRole('complementary')).toContainText('Cem Kaya');
});

test('an order is cancelled with a reason, and its stock can be sold again', async ({ openWindow }) => {
  const { page } = await openTill(openWindow);
  const tile = productsOf(page).getByRole('option', { name: 'Notebook' });
  await expect(tile).toContainText(text('sales:till.find.stock', { quantity: 100 }));
  await placeOrder(page, 'Nora Quinn');
  await expect(tile).toContainText(text('sales:till.find.stock', { quantity: 99 }));
  await openFirstOrder(page);
  await press(page, 'Control+Delete');
  const reason = page.getByLabel(text('sales:orders.cancel.reason'));
  await expect(reason).toBeFocused();
  await press(page, 'Enter');
  await expect(reason).toHaveAccessibleDescription(text('sales:orders.cancel.reasonMissing'));
  await expect(reason).toBeFocused();
  await type(page, 'Changed her mind');
  await press(page, 'Enter');
  await expect
    .poll(() => timeline(page))
    .toEqual([text('sales:orders.event.placed'), text('sales:orders.event.cancelled')]);
  await expect(page.getByRole('complementary')).toContainText('Changed her mind');
  await press(page, 'Control+1');
  await expect(tile).toContainText(text('sales:till.find.stock', { quantity: 100 }));
});

test('an order says what is missing or unreadable at the field, and nothing is placed', async ({
  openWindow,
}) => {
  const { page } = await openTill(openWindow, people.manager);
  await scan(page, goods.notebook.code);
  await expect(linesOf(page)).toHaveCount(1);
  await press(page, 'Control+o');
  const dialog = page.getByRole('dialog', { name: text('sales:dialogs.order.title') });
  const field = (name: 'name' | 'email' | 'date' | 'shipping') =>
    dialog.getByRole('textbox', { name: text(`sales:dialogs.order.${name}`) });
  await expect(field('name')).toBeFocused();
  await press(page, 'Control+Enter');
  await expect(field('name')).toHaveAccessibleDescription(text('sales:dialogs.order.nameMissing'));
  await expect(field('name')).toBeFocused();
  await type(page, 'Nora Quinn');

  await field('email').fill('nora@shop');
  await press(page, 'Enter');
  await expect(field('email')).toHaveAccessibleDescription(text('people-access:errors.email'));
  await expect(field('email')).toBeFocused();
  await field('email').fill('nora@shop.example');

  await field('shipping').fill('a lot');
  await press(page, 'Control+Enter');
  await expect(field('shipping')).toHaveAttribute('aria-invalid', 'true');
  await field('shipping').fill('');

  const today = await field('date').inputValue();
  for (const submit of ['Enter', 'Control+Enter']) {
    await field('date').fill('32/13/2026');
    await press(page, submit);
    await expect(field('date')).toHaveAccessibleDescription(textPattern('common:notADay'));
    await expect(field('date')).toBeFocused();
    await expect(field('date')).toHaveValue('32/13/2026');
  }
  await expect(dialog).toBeVisible();
  await field('date').fill(today);
  await press(page, 'Control+Enter');
  await expect(dialog).toBeHidden();
  await expect(amountOf(page)).toBeVisible();
});

test('another person signs in at the same till and finds their own ticket', async ({ openWindow }) => {
  const { page } = await openTill(openWindow);
  await scan(page, pencil.code);
  await expect(linesOf(page)).toHaveCount(1);
  await press(page, 'Control+l');
  await tabTo(page, page.getByRole('button', { name: text('shell:person.signOut') }));
  await press(page, 'Enter');
  await signIn(page, people.manager.username);
  await expect(page.getByText(text('sales:till.ticket.emptyTitle'))).toBeVisible();
});

/** Starts to record the tones that the window plays; returns a function for the frequencies since then, in Hz. */
async function listen(page: Page): Promise<() => Promise<number[]>> {
  const noted = await page.evaluateHandle(() => {
    const frequencies: number[] = [];
    window.OscillatorNode = class extends OscillatorNode {
      constructor(context: BaseAudioContext, options?: OscillatorOptions) {
        super(context, options);
        frequencies.push(options?.frequency ?? 0);
      }
    };
    return frequencies;
  });
  return () => noted.evaluate((frequencies) => frequencies.splice(0));
}

/**
 * Records what is printed instead of opening the system's dialog; returns a function that reads it: the text of each
 * document, or the number of its elements of a kind.
 */
async function catchPrints(page: Page, element = ''): Promise<() => Promise<string[]>> {
  const noted = await page.evaluateHandle((counted) => {
    const sheets: string[] = [];
    window.print = () => {
      const sheet = document.querySelector('body > div[aria-hidden=true] article');
      sheets.push(counted ? String(sheet?.querySelectorAll(counted).length) : (sheet?.textContent ?? ''));
    };
    return sheets;
  }, element);
  return () => noted.jsonValue();
}

const timeline = (page: Page): Promise<string[]> =>
  page.getByRole('complementary').locator('.mantine-Timeline-itemTitle').allTextContents();
