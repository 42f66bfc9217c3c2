import pino from 'pino';
import { afterEach, expect, test } from 'vitest';
import { openStore } from '#main/store';
import type { LabelLook } from '#shared/contract/labels';
import { txOf } from '../../support/connections';
import { fillProducts } from '../../support/many-products';
import { readPdfFile } from '../../support/pdf-text';
import { stocked, ticketOf } from '../../support/sales';
import { neverInDoubt } from '../../support/storage';
import { openTestShop, type TestShop } from '../../support/test-store';

const LOOK: LabelLook = {
  layout: 'a4-3x8',
  design: 'shelf',
  show: { price: true, unitPrice: true, barcode: true },
};
const PRODUCT = { of: 'product' as const, copies: 1 };
/** The main thread may use this share of the processor time of a call that draws. */
const MAIN_SHARE = 0.25;

let shop: TestShop;
let logged: string[];

/** Opens a shop with a log that the test reads. */
async function open(): Promise<void> {
  shop = await openTestShop();
  await shop.store.close();
  logged = [];
  shop.store = await openStore({
    folder: shop.folder,
    log: pino({}, { write: (line: string) => logged.push(line) }),
    clock: () => shop.time.now,
    writeEvents: neverInDoubt,
  });
}
afterEach(() => shop.close());

const manager = () => shop.as('manager');

/** The share of the main thread in the processor time of a call. */
async function mainShareOf(call: () => Promise<File>): Promise<{ file: File; share: number }> {
  // The first call starts the threads.
  await call();
  const [before, beforeAll] = [process.threadCpuUsage(), process.cpuUsage()];
  const file = await call();
  const [main, all] = [process.threadCpuUsage(before), process.cpuUsage(beforeAll)];
  return { file, share: (main.user + main.system) / (all.user + all.system) };
}

test('a list of 2,000 rows is drawn outside of the main thread', async () => {
  await open();
  const { handle } = shop.store.database;
  fillProducts(handle, 2500);
  handle.exec(`
    UPDATE product SET threshold_milli = 10000;
    INSERT INTO stock_entry (product_id, location_id, on_hand_milli) SELECT id, 1, 5000 FROM product;
    INSERT INTO stock_cost (product_id, averaged_milli, averaged_minor, averaged_at)
      SELECT id, 5000, 500, 0 FROM product;
  `);
  const { file, share } = await mainShareOf(() => manager().overview.pdf({ list: 'low' }));
  expect((await readPdfFile(file)).text).toMatch(/the first 2000 of 2\d{3}/);
  expect(share).toBeLessThan(MAIN_SHARE);
});

test('500 labels are drawn outside of the main thread', async () => {
  await open();
  fillProducts(shop.store.database.handle, 500);
  const items = Array.from({ length: 500 }, (_, index) => ({ ...PRODUCT, id: index + 1 }));
  const { file, share } = await mainShareOf(() => manager().labels.pdf({ ...LOOK, items }));
  expect((await readPdfFile(file)).pages).toHaveLength(Math.ceil(500 / 24));
  expect(share).toBeLessThan(MAIN_SHARE);
});

test('a receipt is drawn outside of the main thread', async () => {
  await open();
  const ticketId = await ticketOf(manager(), [await stocked(shop, { name: 'Cola', priceMinor: 199 }), 1000]);
  const tenders = [{ kind: 'cash' as const, amountMinor: 1000 }];
  const { orderId } = await manager().sales.completeTicket({ ticketId, tenders });
  const { file, share } = await mainShareOf(() => manager().sales.receiptPdf({ orderId, copy: true }));
  expect((await readPdfFile(file)).text).toContain('Cola');
  expect(share).toBeLessThan(MAIN_SHARE);
});

test('a drawing that fails is logged once, with where it failed, and the window gets a number to quote', async () => {
  await open();
  const { settings } = shop.store.services;
  settings.save(txOf(shop.store), { ...settings.current, locale: 'no_locale' }, shop.time.now, 1);
  await expect(manager().overview.pdf({ list: 'low' })).rejects.toMatchObject({
    code: 'INTERNAL_SERVER_ERROR',
    data: { quote: expect.stringMatching(/^\w+$/) },
  });
  expect(logged.map((line) => JSON.parse(line)).filter(({ level }) => level >= 50)).toMatchObject([
    { call: 'overview.pdf', err: { stack: expect.stringContaining('formats') } },
  ]);
});
