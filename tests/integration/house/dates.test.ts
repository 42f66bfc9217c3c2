import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { ContractClient } from '#shared/contract/index';
import { stocked } from '../../support/sales';
import { openTestShop, type TestShop } from '../../support/test-store';

type Days = { from?: string; to?: string };

/** The lists and exports with a filter by days. */
const FILTERED: Record<string, (client: ContractClient, days: Days) => Promise<unknown>> = {
  'alerts.list': (client, days) => client.alerts.list(days),
  'audit.list': (client, days) => client.audit.list(days),
  'audit.export': (client, days) => client.audit.export(days),
  'catalogue.listProducts': (client, { from }) =>
    client.catalogue.listProducts(from === undefined ? {} : { createdFrom: from }),
  'issues.list': (client, days) => client.issues.list(days),
  'sales.listOrders': (client, days) => client.sales.listOrders(days),
  'stock.history': (client, days) => client.stock.history(days),
  'stock.exportHistory': (client, days) => client.stock.exportHistory(days),
  'stocktakes.list': (client, days) => client.stocktakes.list(days),
  'transfers.list': (client, days) => client.transfers.list(days),
};

/** Days outside the accepted years, some at the limits of date arithmetic. */
const BEYOND = ['9999-12-31', '9999-12-30', '3000-01-01', '0000-01-01', '0001-01-01', '1899-12-31'];

let shop: TestShop;
beforeAll(async () => {
  shop = await openTestShop({ timeZone: 'Pacific/Kiritimati' });
});
afterAll(() => shop.close());

describe.for(Object.entries(FILTERED))('%s', ([, list]) => {
  test('refuses days before 1900 and after 2999', async () => {
    for (const day of BEYOND) {
      await expect(list(shop.as('manager'), { from: day, to: day }), day).rejects.toMatchObject({
        code: 'INPUT_INVALID',
      });
    }
  });

  test('accepts the first and the last day between them', async () => {
    for (const day of ['1900-01-01', '2999-12-31']) {
      const outcome = await list(shop.as('manager'), { from: day, to: day }).then(
        () => 'answered',
        (error) => error.code,
      );
      // One export runs at a time, so the second day may find the first one's export running.
      expect(['answered', 'JOB_RUNNING'], day).toContain(outcome);
    }
  });
});

describe('a stored day or time', () => {
  const invalid = { code: 'INPUT_INVALID' };

  test('is refused beyond those years as an expiry date', async () => {
    const productId = await stocked(shop, { name: 'Milk', priceMinor: 120, onHandMilli: 0 });
    for (const expiresOn of BEYOND) {
      await expect(
        shop.as('manager').stock.receive({
          productId,
          locationId: 1,
          quantityMilli: 1000,
          batch: { number: 'B1', expiresOn },
        }),
      ).rejects.toMatchObject(invalid);
    }
  });

  test('is refused beyond those years as the due day of a task', async () => {
    for (const dueOn of BEYOND) {
      await expect(
        shop
          .as('manager')
          .tasks.create({ kind: 'other', text: 'Sweep', assignee: { role: 'cashier' }, dueOn }),
      ).rejects.toMatchObject(invalid);
    }
  });

  test('is refused beyond those years as the time of an order', async () => {
    const productId = await stocked(shop, { name: 'Bread', priceMinor: 120 });
    const { ticketId } = await shop.as('manager').sales.addLine({ productId, quantityMilli: 1000 });
    await expect(
      shop.as('manager').sales.placeOrder({
        ticketId,
        channelId: 2,
        customer: { name: 'Ada' },
        orderedAt: 8_640_000_000_000_000,
      } as never),
    ).rejects.toMatchObject(invalid);
  });
});
