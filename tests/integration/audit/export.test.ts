import { readdirSync } from 'node:fs';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { auditRangeSql } from '#main/features/audit/audit.queries';
import { ended, fileOf } from '../../support/jobs';
import { openTestShop, type TestShop } from '../../support/test-store';

const MINUTE_MS = 60_000;
let shop: TestShop;

beforeEach(async () => {
  shop = await openTestShop();
});
afterEach(() => shop.close());

const manager = () => shop.as('manager');
const makeLocation = (name: string) => manager().stock.createLocation({ name, kind: 'storeroom' });

async function exported(filter: Parameters<ReturnType<typeof manager>['audit']['export']>[0] = {}) {
  const { id } = await manager().audit.export(filter);
  const job = await ended(manager(), id);
  return { job, ...(await fileOf(manager(), id)) };
}

const fillTrail = (count: number) =>
  shop.store.database.handle
    .prepare(
      `INSERT INTO log_entry (at, account_id, till_id, action, entity, entity_id, label, hash)
       WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < ?)
       SELECT ?, 2, 1, 'catalogue.changeProduct', 'product', i, 'Product ' || i, x'00' FROM n`,
    )
    .run(count, shop.time.now);

test("an export shows who did what and when, newest first, in the store's time", async () => {
  shop.time.now = Date.UTC(2026, 6, 1, 12, 30, 5);
  const { id } = await makeLocation('Cellar');
  await manager().stock.changeLocation({ id, version: 1, name: 'Cold store' });
  const { job, fileName, text } = await exported();
  expect(fileName).toBe('audit-2026-07-01.csv');
  expect(job).toMatchObject({ state: 'done', kind: 'auditExport', summary: { rows: 2 }, done: 2, total: 2 });
  const before = '"{""name"":""Cellar""}"';
  const after = '"{""name"":""Cold store""}"';
  expect(text.split('\r\n')).toEqual([
    'Entry,Time,Person,Approved by,Action,Record type,Record id,Record,Before,After',
    `2,2026-07-01 13:30:05,Manager Test,,stock.changeLocation,location,${id},Cellar,${before},${after}`,
    expect.stringContaining(
      `1,2026-07-01 13:30:05,Manager Test,,stock.createLocation,location,${id},Cellar,`,
    ),
    '',
  ]);
});

test('an export has exactly the entries of the list', async () => {
  shop.time.now = Date.UTC(2026, 10, 20, 23, 50);
  await makeLocation('Cellar');
  shop.time.now += 20 * MINUTE_MS;
  await makeLocation('Attic');
  await shop.as('admin').stock.createLocation({ name: 'Shed', kind: 'storeroom' });
  const things = async (filter: Parameters<typeof exported>[0]) => {
    const { text } = await exported(filter);
    return text.match(/Cellar|Attic|Shed/g)?.filter((name, index, all) => all.indexOf(name) === index) ?? [];
  };
  expect(await things({})).toEqual(['Shed', 'Attic', 'Cellar']);
  expect(await things({ to: '2026-11-20' })).toEqual(['Cellar']);
  expect(await things({ from: '2026-11-21', accountId: shop.accountIdOf('manager') })).toEqual(['Attic']);
  expect(await things({ search: 'tti' })).toEqual(['Attic']);
  expect(await things({ action: 'stock.closeLocation' })).toEqual([]);
});

test('an export contains no formula that a spreadsheet would run', async () => {
  await makeLocation('=HYPERLINK("x")');
  const { text } = await exported();
  expect(text).toContain(`"'=HYPERLINK(""x"")"`);
});

test('an export needs permission to read the trail, runs one at a time and can be cancelled', async () => {
  await expect(shop.as('storekeeper').audit.export({})).rejects.toMatchObject({ code: 'NOT_PERMITTED' });
  fillTrail(20_000);
  const { id } = await manager().audit.export({});
  await expect(manager().audit.export({})).rejects.toMatchObject({
    code: 'JOB_RUNNING',
    data: { kind: 'auditExport' },
  });
  await manager().jobs.cancel({ id });
  expect(await ended(manager(), id)).toMatchObject({ state: 'cancelled', hasFile: false });
});

test('an export that is cancelled midway leaves no file', async () => {
  fillTrail(400_000);
  const { id } = await manager().audit.export({});
  const done = async () => (await manager().jobs.list()).find((job) => job.id === id)?.done ?? 0;
  await expect.poll(done, { interval: 5, timeout: 20_000 }).toBeGreaterThan(0);
  expect(readdirSync(path.join(shop.folder, 'jobs'))).toHaveLength(1);
  await manager().jobs.cancel({ id });
  const job = await ended(manager(), id);
  expect(job).toMatchObject({ state: 'cancelled', hasFile: false });
  expect(job.done).toBeLessThan(400_000);
  expect(readdirSync(path.join(shop.folder, 'jobs'))).toEqual([]);
});

test('an export has each entry once, even of a long trail that grows meanwhile', async () => {
  fillTrail(5_000);
  const { id } = await manager().audit.export({});
  await makeLocation('Cellar');
  expect(await ended(manager(), id)).toMatchObject({ summary: { rows: 5_000 } });
  const { text } = await fileOf(manager(), id);
  const ids = text
    .split('\r\n')
    .slice(1, -1)
    .map((line) => Number(line.split(',')[0]));
  expect(ids).toEqual(Array.from({ length: 5_000 }, (_, index) => 5_000 - index));
});

test('an export reads the trail in its own order, whatever the filter', () => {
  const every = { fromTime: 1, until: 2, accountId: 1, action: 'a', entity: 'b', entityId: 3, search: 'c' };
  const { sql, values } = auditRangeSql(every);
  const plan = shop.store.database.reader
    .prepare<[object], { detail: string }>(`EXPLAIN QUERY PLAN ${sql}`)
    .all({ ...values, above: 0, upTo: 50 });
  expect(plan[0]?.detail).toBe('SEARCH e USING INTEGER PRIMARY KEY (rowid>? AND rowid<?)');
});
