import { setTimeout as pass } from 'node:timers/promises';
import { expect, type Locator, type Page } from '@playwright/test';
import { test } from '../support/app';
import { goods, openCornerShop, PASSWORD, people } from '../support/corner-shop';
import { demoGoods, goTo, openDemoAs, rowOf } from '../support/demo-store';
import { press, scan, type } from '../support/hands';
import type { SocketClient } from '../support/socket-client';
import { text } from '../support/texts';
import { findBoxOf, linesOf, openSecondTill, openTill, outcomeOf, paid } from '../support/till';

const LINES = 60;
/** Events are gathered and queries repeated well within this time. */
const AFTERWARDS_MS = 5000;

/** The corner shop with a ticket of 60 lines on the cashier's screen. */
async function openWithLongTicket(client: SocketClient): Promise<void> {
  await openCornerShop(client);
  const { calls } = client;
  const [place] = await calls.stock.listLocations();
  const productIds: number[] = [];
  for (let number = 1; number <= LINES; number += 1) {
    const product = { name: `Pen ${number}`, priceMinor: 100, taxRateMilliPercent: 23_000 };
    const { id: productId } = await calls.catalogue.createProduct(product);
    await calls.stock.receive({ productId, locationId: place?.id ?? 0, quantityMilli: 9000 });
    productIds.push(productId);
  }
  const { token } = await calls.people.signIn({ login: people.cashier.username, password: PASSWORD });
  client.signIn(token);
  for (const productId of productIds) await calls.sales.addLine({ productId });
}

/** Counts the messages that a window sends from now on; it is reloaded to see its connection from the start. */
async function countCalls(page: Page, ready: Locator): Promise<() => string[]> {
  const sent: string[] = [];
  page.on('websocket', (socket) => {
    socket.on('framesent', ({ payload }) => sent.push(String(payload)));
  });
  await page.reload();
  await expect(ready).toBeVisible();
  await pass(AFTERWARDS_MS / 5);
  sent.length = 0;
  return () => sent;
}

test('a scan onto a long ticket is one call, and other tills make none', async ({ openWindow }) => {
  const window = await openTill(openWindow, people.cashier, openWithLongTicket);
  const { page } = window;
  const other = await openSecondTill(window);
  const [here, there] = [await countCalls(page, findBoxOf(page)), await countCalls(other, findBoxOf(other))];
  await expect(linesOf(page)).not.toHaveCount(0);

  await scan(page, goods.pencil.code);
  await expect(linesOf(page).filter({ hasText: 'Pencil' })).toBeVisible();
  await pass(AFTERWARDS_MS);
  expect({ here: here().map(pathOf), there: there().map(pathOf) }).toEqual({
    here: ['/sales/scan'],
    there: [],
  });
});

test('paying the exact amount in cash is one call', { tag: '@fast' }, async ({ openWindow }) => {
  const { page } = await openTill(openWindow);
  await scan(page, goods.pencil.code);
  await expect(linesOf(page)).toHaveCount(1);
  const calls = await countCalls(page, findBoxOf(page));
  await page.keyboard.press('F9');
  await page.keyboard.press('Enter');
  await expect(outcomeOf(page)).toContainText(paid());
  expect(
    calls()
      .map(pathOf)
      .filter((path) => path.startsWith('/sales/')),
  ).toEqual(['/sales/completeTicket']);
});

for (const [of, field, list] of [
  ['transfers', 'transfers:from', 'documents:lines.name'],
  ['issues', 'issues:holder', 'documents:lines.name'],
] as const) {
  test(`a scan onto a draft of ${of} is one call`, async ({ openWindow }) => {
    const { page } = await openDemoAs(openWindow, 'storekeeper');
    await goTo(page, 'stockroom', of);
    await press(page, 'F4');
    await expect(page.getByRole('combobox', { name: text(field), exact: true })).toBeVisible();
    const lines = page.getByLabel(text(list)).getByText(demoGoods.lemons.name);
    await scan(page, demoGoods.lemons.code);
    await expect(lines).toBeVisible();
    const calls = await countCalls(page, lines);
    await scan(page, demoGoods.lemons.code);
    await pass(AFTERWARDS_MS / 2);
    expect(calls().map(pathOf)).toEqual([`/${of}/scan`]);
  });
}

test('a window loads a list once after its own change', async ({ openWindow }) => {
  const { page } = await openDemoAs(openWindow, 'manager');
  await goTo(page, 'stockroom', 'locations');
  const rows = page.getByRole('grid', { name: text('stock:locations.list') });
  const calls = await countCalls(page, rows.getByRole('row').nth(1));
  await press(page, 'F4');
  await type(page, 'Cellar');
  await press(page, 'Enter');
  await expect(rowOf(page, text('stock:locations.list'), 'Cellar')).toBeVisible();
  await pass(AFTERWARDS_MS / 5);
  expect(
    calls()
      .map(pathOf)
      .filter((path) => path.startsWith('/stock/')),
  ).toEqual(['/stock/createLocation', '/stock/listLocations']);
});

/** The called procedure of a message. */
function pathOf(message: string): string {
  return /"u":"[^"]*?(\/[^"]*)"/.exec(message)?.[1] ?? message;
}
