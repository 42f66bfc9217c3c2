import { randomUUID } from 'node:crypto';
import type { Role } from '#shared/contract/common';
import type { CallName, Inputs, Outputs } from '#shared/contract/index';
import { CallRecord } from '../torture/record';
import { Shop } from '../torture/shop';
import { imported } from './imports';
import { openTestShop, type TestShop } from './test-store';

/** A shop that did a bit of everything, with the record of everything that was acknowledged. */
export interface AcknowledgedShop {
  shop: TestShop;
  record: CallRecord;
  known: Shop;
  accountIds: Map<string, number>;
}

const SHOP = 1;
const STOREROOM = 2;
const IMPORTED_ROWS = 3;

/** Opens a shop and does a bit of everything: sales, orders, documents, counts, an import and a refusal. */
export async function openAcknowledgedShop(): Promise<AcknowledgedShop> {
  const shop = await openTestShop();
  const record = new CallRecord();
  const known = new Shop();
  const change = changesOf(shop, record);
  const goods = await fillShelves(change);
  await sellAndOrder(change, goods);
  await moveAndCount(change, goods);
  await manage(change);
  await importFile(shop, known);
  const refused = record.start({ login: 'manager', call: 'stock.waste', key: randomUUID(), input: {} });
  record.settle(refused, { kind: 'refused', code: 'REASON_MISSING', isDeclared: true });
  const accountIds = new Map(
    (['admin', 'manager', 'storekeeper', 'cashier'] as const).map((role) => [role, shop.accountIdOf(role)]),
  );
  return { shop, record, known, accountIds };
}

type Change = <F extends keyof Inputs, C extends keyof Inputs[F] & keyof Outputs[F] & string>(
  role: Role,
  feature: F,
  name: C,
  inputOf: (mark: string) => Inputs[F][C],
) => Promise<Outputs[F][C]>;

/** Makes changes as the people of a shop, each with a key, and records them as the torture test does. */
function changesOf(shop: TestShop, record: CallRecord): Change {
  return async (role, feature, name, inputOf) => {
    const key = randomUUID();
    const input = inputOf(key);
    const call = `${String(feature)}.${name}` as CallName;
    const change = record.start({ login: role, call, key, input });
    const client = shop.withToken(shop.tokenOf(role), key) as never;
    const answer = await (client[feature] as Record<string, (input: unknown) => Promise<never>>)[name]?.(
      input,
    );
    record.settle(change, { kind: 'answered', answer });
    return answer as never;
  };
}

async function fillShelves(change: Change): Promise<number[]> {
  const goods: number[] = [];
  const category = await change('manager', 'catalogue', 'createCategory', (mark) => ({
    name: 'Fruit',
    description: mark,
  }));
  for (const name of ['Apple', 'Pear']) {
    const { id: productId } = await change('manager', 'catalogue', 'createProduct', (mark) => ({
      name,
      description: mark,
      categoryId: category.id,
      priceMinor: 120,
      taxRateMilliPercent: 21_000,
      thresholdMilli: 5000,
    }));
    for (const locationId of [SHOP, STOREROOM])
      await change('storekeeper', 'stock', 'receive', (mark) => ({
        productId,
        locationId,
        quantityMilli: 20_000,
        reason: mark,
      }));
    goods.push(productId);
  }
  const batch = await change('storekeeper', 'stock', 'receive', (mark) => ({
    productId: goods[0] ?? 0,
    locationId: STOREROOM,
    quantityMilli: 4000,
    batch: { number: 'B1', expiresOn: '2031-01-01' },
    reason: mark,
  }));
  await change('storekeeper', 'stock', 'changeBatch', (mark) => ({
    id: batch.batchId ?? 0,
    version: 1,
    expiresOn: '2031-02-01',
    reason: mark,
  }));
  return goods;
}

async function sellAndOrder(change: Change, goods: readonly number[]): Promise<void> {
  const ticket = async (): Promise<number> => {
    let ticketId = 0;
    for (const productId of goods)
      ({ ticketId } = await change('cashier', 'sales', 'addLine', () => ({
        productId,
        quantityMilli: 2000,
      })));
    return ticketId;
  };
  const order = async (): Promise<number> => {
    const ticketId = await ticket();
    const { id } = await change('cashier', 'sales', 'placeOrder', (mark) => ({
      ticketId,
      channelId: 2,
      customerName: 'Jo',
      note: mark,
    }));
    return id;
  };
  const sold = await ticket();
  const tenders = [{ kind: 'cash' as const, amountMinor: 1000 }];
  const { orderId } = await change('cashier', 'sales', 'completeTicket', () => ({
    ticketId: sold,
    tenders,
  }));
  await change('cashier', 'sales', 'reprintReceipt', () => ({ orderId }));
  await order();
  const cancelled = await order();
  await change('cashier', 'sales', 'payOrder', () => ({ id: cancelled, tenders }));
  await change('cashier', 'sales', 'cancelOrder', (mark) => ({ id: cancelled, reason: mark }));
  await ticket();
}

async function moveAndCount(change: Change, goods: readonly number[]): Promise<void> {
  const lines = goods.map((productId) => ({ productId, quantityMilli: 1000 }));
  const places = { fromLocationId: STOREROOM, toLocationId: SHOP };
  await change('storekeeper', 'transfers', 'postNow', (mark) => ({ ...places, note: mark, lines }));
  const issue = await change('storekeeper', 'issues', 'postNow', (mark) => ({
    locationId: STOREROOM,
    holder: { name: 'Kitchen' },
    note: mark,
    lines,
  }));
  await change('storekeeper', 'issues', 'returnGoods', (mark) => ({
    issueLineId: issue.id,
    locationId: STOREROOM,
    quantityMilli: 1000,
    reason: mark,
  }));
  const { id: stocktakeId } = await change('storekeeper', 'stocktakes', 'start', (mark) => ({
    locationId: STOREROOM,
    note: mark,
  }));
  for (const productId of goods)
    await change('storekeeper', 'stocktakes', 'count', () => ({
      stocktakeId,
      productId,
      batchId: null,
      mode: 'set' as const,
      quantityMilli: 15_000,
    }));
  const { id, version } = await change('storekeeper', 'stocktakes', 'review', () => ({ id: stocktakeId }));
  await change('storekeeper', 'stocktakes', 'post', () => ({ id, version, uncounted: 'leave' as const }));
}

async function manage(change: Change): Promise<void> {
  await change('manager', 'tasks', 'create', (mark) => ({
    kind: 'other' as const,
    text: mark,
    assignee: { role: 'cashier' as const },
  }));
  await change('manager', 'stock', 'createLocation', (mark) => ({ name: mark, kind: 'storeroom' as const }));
  await change('manager', 'sales', 'createChannel', (mark) => ({ name: mark }));
  await change('manager', 'people', 'createAccount', (mark) => ({
    username: 'extra-1',
    firstName: 'Extra',
    role: 'cashier' as const,
    department: mark,
    password: 'a long password',
  }));
}

async function importFile(shop: TestShop, known: Shop): Promise<void> {
  const prefix = 'IMP0-1';
  const rows = Array.from({ length: IMPORTED_ROWS }, (_, row) => `Row ${row},${prefix}-${row},1.50,7`);
  const { id } = await imported(shop.as('manager'), ['Name,SKU,Price,Stock', ...rows].join('\n'));
  known.files.push({ prefix, rows: IMPORTED_ROWS, importId: id, isDone: true });
}
