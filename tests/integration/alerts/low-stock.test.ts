import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { checkAgreement } from '#main/health/agreement';
import type { Alert } from '#shared/contract/alerts';
import { txOf } from '../../support/connections';
import { PHONE, SHOP, stocked, ticketOf } from '../../support/sales';
import { openTestShop, type TestShop } from '../../support/test-store';

const STOREROOM = 2;

let shop: TestShop;
beforeEach(async () => {
  shop = await openTestShop();
});
afterEach(async () => {
  expect(checkAgreement(shop.store.database.handle)).toEqual([]);
  await shop.close();
});

/** All alerts, oldest first. */
async function alerts(): Promise<Alert[]> {
  const { rows } = await shop.as('manager').alerts.list({});
  return rows.toReversed();
}

/** Tea with ten on hand and a threshold; returns its id. */
const tea = (thresholdMilli: number | null) =>
  stocked(shop, { name: 'Tea', sku: 'TEA-1', priceMinor: 500, onHandMilli: 10_000, thresholdMilli });

async function sell(productId: number, quantityMilli: number): Promise<void> {
  const till = shop.as('cashier');
  const ticketId = await ticketOf(till, [productId, quantityMilli]);
  const current = await till.sales.currentTicket();
  const totalMinor = current?.totals.totalMinor ?? 0;
  await till.sales.completeTicket({ ticketId, tenders: [{ kind: 'card', amountMinor: totalMinor }] });
}

const receive = (productId: number, quantityMilli: number) =>
  shop.as('storekeeper').stock.receive({ productId, locationId: SHOP, quantityMilli });

describe('low stock', () => {
  test('raises an alert when a sale reaches the threshold, once however far stock falls', async () => {
    const productId = await tea(4000);
    await sell(productId, 5000);
    expect(await alerts()).toEqual([]);
    await sell(productId, 1000);
    expect(await alerts()).toMatchObject([
      {
        kind: 'low stock',
        productId,
        productName: 'Tea',
        sku: 'TEA-1',
        unit: 'piece',
        quantityMilli: 4000,
        thresholdMilli: 4000,
        locationId: null,
        raisedAt: shop.time.now,
        resolvedAt: null,
      },
    ]);
    await sell(productId, 1000);
    await sell(productId, 3000);
    expect(await alerts()).toHaveLength(1);
  });

  test('is resolved when stock is above the threshold again, and raised again when it falls again', async () => {
    const productId = await tea(4000);
    await sell(productId, 8000);
    shop.time.now += 60_000;
    await receive(productId, 2000);
    expect(await alerts()).toMatchObject([{ resolvedAt: null }]);
    await receive(productId, 1000);
    expect(await alerts()).toMatchObject([{ quantityMilli: 2000, resolvedAt: shop.time.now }]);
    await sell(productId, 1000);
    expect(await alerts()).toMatchObject([
      { quantityMilli: 2000, resolvedAt: shop.time.now },
      { quantityMilli: 4000, resolvedAt: null },
    ]);
  });

  test('with a threshold of 0 raises an alert only when stock is out', async () => {
    const productId = await tea(0);
    await sell(productId, 9000);
    expect(await alerts()).toEqual([]);
    await sell(productId, 1000);
    expect(await alerts()).toMatchObject([{ quantityMilli: 0, thresholdMilli: 0 }]);
  });

  test('without a threshold raises no alert', async () => {
    await sell(await tea(null), 10_000);
    expect(await alerts()).toEqual([]);
  });

  test('of a product that was never stocked raises no alert, since nothing ran out', async () => {
    const product = { name: 'Tea', priceMinor: 500, taxRateMilliPercent: 0, thresholdMilli: 4000 };
    const { id } = await shop.as('manager').catalogue.createProduct(product);
    expect(await alerts()).toEqual([]);
    await shop.as('manager').stock.addEntry({ productId: id, locationId: SHOP, openingMilli: 0 });
    expect(await alerts()).toMatchObject([{ quantityMilli: 0 }]);
    const [entry] = (await shop.as('manager').stock.listEntries({ productId: id })).rows;
    await shop.as('manager').stock.removeEntry({ id: entry?.id ?? 0 });
    expect(await alerts()).toMatchObject([{ resolvedAt: shop.time.now }]);
  });

  test('counts stock reserved by an order as gone until the order is cancelled', async () => {
    const productId = await tea(4000);
    const till = shop.as('cashier');
    const ticketId = await ticketOf(till, [productId, 7000]);
    const order = await till.sales.placeOrder({ ticketId, channelId: PHONE, customerName: 'Jo' });
    expect(await alerts()).toMatchObject([{ quantityMilli: 3000, resolvedAt: null }]);
    await till.sales.cancelOrder({ id: order.id, reason: 'Changed her mind' });
    expect(await alerts()).toMatchObject([{ resolvedAt: shop.time.now }]);
  });

  test('raises no alert for a failed change, in the list or for subscribers', async () => {
    const productId = await tea(4000);
    const { services, database } = shop.store;
    const failing = database.writes.run(async (tx) => {
      const ctx = { ...services.gate.inUnit.in(tx).authenticate(shop.tokenOf('manager'), shop.time.now) };
      services.ledger.in(tx).move({
        ctx: { ...ctx, call: 'stock.waste', now: shop.time.now, approvedBy: null, windowId: null },
        kind: 'wasted',
        productId,
        locationId: SHOP,
        batchId: null,
        quantityMilli: -9000,
        reason: 'Dropped',
        cause: '',
        causeId: null,
        allowNegative: false,
      });
      throw new Error('The power failed');
    });
    await expect(failing).rejects.toThrow('The power failed');
    expect(await alerts()).toEqual([]);
    await sell(productId, 9000);
    expect(await alerts()).toHaveLength(1);
  });

  test('is passed to subscribers inside its unit of work, which fails if one of them does', async () => {
    const productId = await tea(4000);
    shop.store.services.alertsRaised.watch((_tx, [first]) => {
      throw new Error(`No room to tell of ${first?.productName}`);
    });
    await expect(sell(productId, 9000)).rejects.toMatchObject({ code: 'INTERNAL_SERVER_ERROR' });
    expect(await alerts()).toEqual([]);
    expect(shop.store.services.ledger.in(txOf(shop.store)).availableMilli(productId, SHOP)).toBe(10_000);
  });

  test('follows a changed threshold', async () => {
    const productId = await tea(null);
    const { catalogue } = shop.as('manager');
    const { version } = await catalogue.changeProduct({ id: productId, version: 1, thresholdMilli: 10_000 });
    expect(await alerts()).toMatchObject([{ quantityMilli: 10_000, resolvedAt: null }]);
    await catalogue.changeProduct({ id: productId, version, thresholdMilli: null });
    expect(await alerts()).toMatchObject([{ resolvedAt: shop.time.now }]);
  });

  test('of an archived product is resolved, and is raised again with it', async () => {
    const productId = await tea(10_000);
    const { catalogue } = shop.as('manager');
    expect(await alerts()).toMatchObject([{ resolvedAt: null }]);
    await catalogue.changeProducts({ ids: [productId], change: { what: 'status', status: 'archived' } });
    expect(await alerts()).toMatchObject([{ resolvedAt: shop.time.now }]);
    await catalogue.changeProduct({ id: productId, version: 2, status: 'active' });
    expect(await alerts()).toMatchObject([{}, { resolvedAt: null }]);
  });

  test('keeps the name of a product after its deletion', async () => {
    const { catalogue, stock } = shop.as('manager');
    const product = { name: 'Tea', priceMinor: 500, taxRateMilliPercent: 0, thresholdMilli: 0 };
    const { id } = await catalogue.createProduct(product);
    await stock.addEntry({ productId: id, locationId: SHOP, openingMilli: 0 });
    await catalogue.deleteProduct({ id });
    expect(await alerts()).toMatchObject([{ productName: 'Tea', resolvedAt: shop.time.now }]);
  });
});

describe('the threshold of a location', () => {
  const setThreshold = (productId: number, thresholdMilli: number | null, locationId = SHOP) =>
    shop.as('manager').alerts.setLocationThreshold({ productId, locationId, thresholdMilli });

  test('applies to that location only, beside the product’s own for all locations together', async () => {
    const productId = await tea(3000);
    await shop.as('manager').stock.addEntry({ productId, locationId: STOREROOM, openingMilli: 50_000 });
    expect(await setThreshold(productId, 5000)).toEqual([
      { locationId: SHOP, locationName: 'Shop', thresholdMilli: 5000 },
    ]);
    await sell(productId, 5000);
    expect(await alerts()).toMatchObject([
      { locationId: SHOP, locationName: 'Shop', quantityMilli: 5000, thresholdMilli: 5000 },
    ]);
    await sell(productId, 5000);
    expect(await alerts()).toHaveLength(1);
    await receive(productId, 6000);
    expect(await alerts()).toMatchObject([{ resolvedAt: shop.time.now }]);
  });

  test('raises an alert when it is set, and resolves it when it is removed', async () => {
    const productId = await tea(null);
    await setThreshold(productId, 10_000);
    expect(await alerts()).toMatchObject([{ locationId: SHOP, resolvedAt: null }]);
    expect(await setThreshold(productId, null)).toEqual([]);
    expect(await alerts()).toMatchObject([{ resolvedAt: shop.time.now }]);
  });

  test('is in the audit trail with its location, before and after', async () => {
    const productId = await tea(null);
    await setThreshold(productId, 2000);
    const { rows } = await shop.as('admin').audit.list({ entity: 'location-threshold' });
    expect(rows).toMatchObject([
      {
        label: 'Tea, Shop',
        action: 'alerts.setLocationThreshold',
        before: { thresholdMilli: null },
        after: { thresholdMilli: 2000 },
      },
    ]);
  });

  test('does not apply while its location is closed', async () => {
    const productId = await tea(null);
    const { stock } = shop.as('manager');
    await stock.addEntry({ productId, locationId: STOREROOM, openingMilli: 0 });
    await setThreshold(productId, 1000, STOREROOM);
    expect(await alerts()).toMatchObject([{ resolvedAt: null }]);
    await stock.closeLocation({ id: STOREROOM });
    expect(await alerts()).toMatchObject([{ resolvedAt: shop.time.now }]);
    await stock.reopenLocation({ id: STOREROOM });
    expect(await alerts()).toMatchObject([{}, { resolvedAt: null }]);
  });

  test('has only as many decimals as the unit, also when the unit changes', async () => {
    const fine = { name: 'Flour', unit: 'kg' as const, priceMinor: 200 };
    const productId = await stocked(shop, { ...fine, onHandMilli: 10_000 });
    await setThreshold(productId, 2500);
    const { catalogue } = shop.as('manager');
    await expect(catalogue.changeProduct({ id: productId, version: 1, unit: 'piece' })).rejects.toMatchObject(
      { code: 'QUANTITY_TOO_FINE' },
    );
    await expect(setThreshold(await tea(null), 2500)).rejects.toMatchObject({
      code: 'QUANTITY_TOO_FINE',
      data: { productName: 'Tea', unit: 'piece' },
    });
  });

  test('needs an existing product and location', async () => {
    const productId = await tea(null);
    await expect(setThreshold(99, 1000)).rejects.toMatchObject({
      code: 'NOT_FOUND',
      data: { what: 'product' },
    });
    await expect(setThreshold(productId, 1000, 99)).rejects.toMatchObject({
      code: 'NOT_FOUND',
      data: { what: 'location' },
    });
  });
});
