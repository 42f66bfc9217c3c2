import { expect, type Locator, type Page } from '@playwright/test';
import { test } from '../support/app';
import { goods } from '../support/corner-shop';
import { press, scan, type } from '../support/hands';
import { answerLate } from '../support/late-answers';
import { losingConnection } from '../support/lost-connection';
import { openFirstOrder, placeOrder } from '../support/orders';
import { text } from '../support/texts';
import { amountOf, change, findBoxOf, openTill, outcomeOf, paid, total, totalOf } from '../support/till';

const { notebook } = goods;
/** Longer than a call waits for a connection before it fails. */
const CALL_FAILS_MS = 20_000;

test('a partly taken payment is left only after the money is refunded', { tag: '@fast' }, async ({
  openWindow,
}) => {
  const { page } = await openTill(openWindow);
  await startPayment(page);
  await payInPart(page);

  await press(page, 'Escape');
  await expect(questionOf(page)).toBeVisible();
  await press(page, 'Escape');
  await expect(questionOf(page)).toBeHidden();
  await expect(amountOf(page)).toBeVisible();

  await press(page, 'Control+2');
  await expect(questionOf(page)).toBeVisible();
  await press(page, 'Enter');
  await expect(questionOf(page)).toBeHidden();
  await expect(amountOf(page)).toBeVisible();
  expect(await asksBeforeClosing(page)).toBe(true);

  await press(page, 'Escape');
  await questionOf(page)
    .getByRole('button', { name: text('sales:payment.leave.confirm.cash', { cash: '€1.00' }) })
    .click();
  await expect(questionOf(page)).toBeHidden();
  await expect(findBoxOf(page)).toBeFocused();
  await press(page, 'F9', 'Enter');
  await expect(outcomeOf(page)).toHaveText(paid('€3.50'));
});

test('cash that gives unusually large change is asked about once', async ({ openWindow }) => {
  const { page } = await openTill(openWindow);
  await startPayment(page);
  const asked = (amount: string, given: string) =>
    page.getByRole('alert').filter({ hasText: text('sales:payment.largeChange', { amount, change: given }) });

  await type(page, '1000');
  await press(page, 'Enter');
  await expect(asked('€1,000.00', '€996.50')).toBeVisible();
  await type(page, '200');
  await expect(page.getByRole('alert')).toBeHidden();
  await press(page, 'Enter');
  await expect(asked('€200.00', '€196.50')).toBeVisible();
  await press(page, 'Enter');
  await expect(outcomeOf(page)).toHaveText(change('€196.50'));
});

test('a card payment is removed only after it is cancelled on the terminal', async ({ openWindow }) => {
  const { page } = await openTill(openWindow);
  await startPayment(page);
  await type(page, '1');
  await press(page, 'F6');
  await expect(tendersOf(page).getByRole('listitem')).toHaveCount(1);
  const question = page.getByRole('dialog', {
    name: text('sales:payment.removeCard.title', { card: '€1.00' }),
  });

  await test.step('Enter right after the key answers the question, never the payment below it', async () => {
    for (let round = 0; round < 10; round += 1) {
      await page.keyboard.down('Control');
      await Promise.all([
        page.keyboard.press('Backspace'),
        page.keyboard.up('Control'),
        page.keyboard.press('Enter'),
      ]);
      await expect(question).toBeHidden();
      await expect(tendersOf(page).getByRole('listitem')).toHaveCount(1);
    }
  });

  await press(page, 'Control+Backspace');
  await question.getByRole('button', { name: text('sales:payment.leave.confirm.card') }).click();
  await expect(tendersOf(page).getByRole('listitem')).toHaveCount(0);
  await press(page, 'Enter');
  await expect(outcomeOf(page)).toHaveText(paid('€3.50'));
});

test('an order paid in part keeps its payment until the money is refunded', async ({ openWindow }) => {
  const { page } = await openTill(openWindow);
  await placeOrder(page, 'Nora Quinn');
  await openFirstOrder(page);
  await press(page, 'F9');
  await payInPart(page);
  const taken = tendersOf(page);

  await test.step('only the question reacts to keys while it is open above the payment', async () => {
    await press(page, 'Escape');
    await expect(questionOf(page)).toBeVisible();
    await press(page, 'F6', 'Control+Backspace', 'Escape');
    await expect(questionOf(page)).toBeHidden();
    await expect(taken.getByRole('listitem')).toHaveCount(1);
  });
  await test.step('going back a page and closing the window ask too', async () => {
    await page.evaluate(() => window.history.back());
    await expect(questionOf(page)).toBeVisible();
    await press(page, 'Escape');
    await expect(questionOf(page)).toBeHidden();
    await expect(taken.getByRole('listitem')).toHaveCount(1);
    expect(await asksBeforeClosing(page)).toBe(true);
  });
  await press(page, 'F6');
  await expect(page.getByRole('dialog').getByText(paid())).toBeVisible();
});

for (const key of ['Enter', 'F6']) {
  test(`an unreadable amount is not taken as the full amount by ${key}`, async ({ openWindow }) => {
    const { page } = await openTill(openWindow);
    await startPayment(page);
    const notTaken = (problem: string): string => text('sales:payment.unreadable', { problem });
    await type(page, '2x');
    await press(page, key);
    await expect(amountOf(page)).toHaveAccessibleDescription(
      notTaken(text('common:notAnAmount', { example: '€12.50' })),
    );
    for (const [typed, problem] of [
      ['999999999999', text('common:amountTooLarge', { most: '€10,000,000,000.00' })],
      ['1.234', text('common:amountDecimals', { count: 2, example: '€12.50' })],
      ['0', text('common:aboveZero')],
    ] as const) {
      await amountOf(page).fill(typed);
      await press(page, key);
      await expect(amountOf(page)).toHaveAccessibleDescription(notTaken(problem));
    }
    await expect(tendersOf(page)).toBeHidden();
    await expect(outcomeOf(page)).toBeHidden();

    await amountOf(page).fill('');
    await press(page, key);
    await expect(outcomeOf(page)).toContainText(text('sales:receipt.paid'));
  });
}

test('a card is not charged more than is due, and the card key shows why', async ({ openWindow }) => {
  const { page } = await openTill(openWindow);
  await startPayment(page);
  const cardOf = (amount: string) =>
    page.getByRole('button', { name: text('sales:payment.cardAmount', { amount }) });
  await type(page, '100');
  await expect(cardOf('€100.00')).toBeDisabled();
  const beyondAll = text('sales:payment.cardAtMost', { due: '€3.49' });
  await expect(cardOf('€100.00')).toHaveAccessibleDescription(beyondAll);
  await expect(page.getByText(beyondAll)).toBeVisible();
  await press(page, 'F6');
  await expect(tendersOf(page)).toBeHidden();

  await test.step('and not more than cash has left', async () => {
    await amountOf(page).fill('');
    await payInPart(page);
    await type(page, '3');
    const beyondCash = text('sales:payment.cardAtMost', { due: '€2.49' });
    await expect(cardOf('€3.00')).toBeDisabled();
    await expect(cardOf('€3.00')).toHaveAccessibleDescription(beyondCash);
    await expect(page.getByText(beyondCash)).toBeVisible();
    await press(page, 'F6');
    await expect(tendersOf(page).getByRole('listitem')).toHaveCount(1);
  });
  await amountOf(page).fill('');
  await press(page, 'F6');
  await expect(outcomeOf(page)).toContainText(text('sales:receipt.paid'));
});

test('a second Enter while a part is being taken takes it only once', async ({ openWindow }) => {
  const { page } = await openTill(openWindow);
  await answerLate(page, 400);
  await expect(findBoxOf(page)).toBeFocused();
  await startPayment(page);
  await type(page, '1');
  await press(page, 'Enter', 'Enter');
  await expect(tendersOf(page).getByRole('listitem')).toHaveCount(1);
  await expect(page.getByText('€2.49').first()).toBeVisible();
  await expect(outcomeOf(page)).toBeHidden();
});

test('a payment whose response was lost is sent again and taken once', async ({ openWindow }) => {
  test.slow();
  const { page } = await openTill(openWindow);
  const connection = await losingConnection(page);
  await expect(findBoxOf(page)).toBeFocused();
  await startPayment(page);
  await type(page, '5');
  await expect(page.getByText('€1.50')).toBeVisible();
  connection.loseAnswerOf('sales/completeTicket');
  await press(page, 'Enter');
  const failure = page.getByRole('alert').filter({ hasText: text('refusals:connectionLost') });
  await expect(failure).toBeVisible({ timeout: CALL_FAILS_MS });
  connection.restore();

  await expect(async () => {
    await press(page, 'Enter');
    await expect(outcomeOf(page)).toHaveText(change('€1.50'), { timeout: 2000 });
  }).toPass();
  await openFirstOrder(page);
});

/** Scans a notebook and opens its payment. */
async function startPayment(page: Page): Promise<void> {
  await scan(page, notebook.code);
  await expect(totalOf(page)).toHaveText(total('€3.49'));
  await press(page, 'F9');
  await expect(amountOf(page)).toBeFocused();
}

/** Takes one euro of the amount due. */
async function payInPart(page: Page): Promise<void> {
  await expect(amountOf(page)).toBeFocused();
  await type(page, '1');
  await press(page, 'Enter');
  await expect(tendersOf(page).getByRole('listitem')).toHaveCount(1);
}

const tendersOf = (page: Page): Locator =>
  page.getByRole('list', { name: text('sales:payment.tenders'), exact: true });

const questionOf = (page: Page): Locator =>
  page.getByRole('dialog', { name: text('sales:payment.leave.title', { amount: '€1.00' }) });

/** Whether the browser asks before it closes the window; if it does, the window stays open. */
async function asksBeforeClosing(page: Page): Promise<boolean> {
  const asked = page.waitForEvent('dialog', { timeout: 5000 }).then(async (dialog) => {
    await dialog.dismiss();
    return dialog.type() === 'beforeunload';
  });
  await page.close({ runBeforeUnload: true });
  return asked;
}
