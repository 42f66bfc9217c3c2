import { globSync, readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { alertList } from '#main/features/alerts/alert-list.queries';
import { DocumentListService } from '#main/features/documents/document-list.service';
import { ISSUE } from '#main/features/issues/issue-kind';
import { outstandingList } from '#main/features/issues/outstanding.queries';
import { noticeList } from '#main/features/notices/notice.queries';
import { categoryProductQueries } from '#main/features/overview/category-product.queries';
import { accountList } from '#main/features/people/account.queries';
import { entryQueries } from '#main/features/stock/entry.queries';
import { stocktakeLineList } from '#main/features/stocktakes/stocktake-line.queries';
import { stocktakeList } from '#main/features/stocktakes/stocktake-list.queries';
import { taskList, taskReads } from '#main/features/tasks/task.queries';
import { TRANSFER } from '#main/features/transfers/transfer-kind';
import type { Reader } from '#main/platform/work/connections';
import { readerOf } from '../../support/connections';
import { openTestShop, type TestShop } from '../../support/test-store';

/** How the first page of a list is read with a filter. */
interface Expected {
  name: string;
  /** Reads the first page through this connection. */
  read: (reader: Reader) => unknown;
  /** The steps of SQLite's plan that read the table of the list, by its name in the statement. */
  plan: Record<string, readonly string[]>;
  /** Why it may read rows that it does not show, where a step is a scan of a whole table. */
  scans?: string;
  /** Why it may sort rows in memory, where the plan does so. */
  sorts?: string;
}

const FIRST = { offset: 0, limit: 50 };
const ROWID = 'INTEGER PRIMARY KEY (rowid=?)';

const FEW_STOCKTAKES = 'a shop has some hundred stocktakes in ten years';
const FEW_PEOPLE = 'a shop has some hundred accounts, of customers too';
const ONE_LOCATION = 'it sorts the documents of one location';
const ONE_COUNT = 'it sorts the lines of one stocktake';
const FOUND = 'it sorts what was found';
const ONE_PRODUCT = 'it sorts the entries of one product at a time';
const ALL_OUT = 'it sorts the goods that are not returned yet';
const TASKS = 'open tasks of all people have no index: a shop has some thousand tasks in ten years';

const ALERTS = { accountId: 1, kind: undefined, state: undefined, productId: undefined, search: '' } as const;
const alerts = (filter: object) => (reader: Reader) =>
  alertList(reader).page({ ...ALERTS, ...filter }, FIRST);
const documents = (kind: typeof TRANSFER | typeof ISSUE, filter: object) => (reader: Reader) =>
  new DocumentListService(reader, kind as typeof TRANSFER, shop.store.services).list({
    ...{ states: [], search: '', from: undefined, to: undefined, locationId: undefined },
    ...FIRST,
    ...filter,
  });
const entries = (filter: object) => (reader: Reader) =>
  entryQueries(reader).page({ search: '', lowOnly: false, ...filter }, FIRST);
const lines = (filter: 'all' | 'uncounted' | 'counted' | 'different') => (reader: Reader) =>
  stocktakeLineList(reader).page({ stocktakeId: 1, filter, search: '', byValue: true }, FIRST);
const stocktakes = (filter: object) => (reader: Reader) =>
  stocktakeList(reader).page(
    { states: [], search: '', fromTime: undefined, until: undefined, ...filter },
    FIRST,
  );
const MINE = { accountId: 1, role: 'cashier' } as const;
const tasks = (filter: Partial<Parameters<ReturnType<typeof taskList>['page']>[0]>) => (reader: Reader) =>
  taskList(reader).page({ states: ['open'], whose: null, search: '', ...filter }, FIRST);
const outstanding = (filter: object) => (reader: Reader) =>
  outstandingList(reader).page({ search: '', ...filter }, FIRST);

const LISTS: Record<string, readonly Expected[]> = {
  'alerts/alert-list.queries.ts': [
    {
      name: 'all',
      read: alerts({}),
      plan: { a: ['SCAN a'] },
      scans: 'it walks from the newest row and stops after a page',
    },
    {
      name: 'of a kind',
      read: alerts({ kind: 'low_stock' }),
      plan: { a: ['SEARCH a USING INDEX alert_kind (kind=?)'] },
    },
    {
      name: 'open ones',
      read: alerts({ state: 'open' }),
      plan: { a: ['SCAN a'] },
      scans: 'it walks from the newest row, and open alerts are mostly new',
    },
    {
      name: 'of a product',
      read: alerts({ productId: 1 }),
      plan: { a: ['SEARCH a USING INDEX alert_product (product_id=?)'] },
    },
    {
      name: 'of some days',
      read: alerts({ fromTime: 1, until: 2 }),
      plan: { a: ['SEARCH a USING INDEX alert_raised (raised_at>? AND raised_at<?)'] },
      sorts: 'it sorts the alerts of these days',
    },
    {
      name: 'by words',
      read: alerts({ search: 'x' }),
      plan: { a: ['SEARCH a USING INDEX alert_product (product_id=?)'] },
      sorts: FOUND,
    },
  ],
  'documents/document-list.service.ts': [
    { name: 'transfers', read: documents(TRANSFER, {}), plan: { d: ['SCAN d USING INDEX transfer_time'] } },
    {
      name: 'draft transfers',
      read: documents(TRANSFER, { states: ['draft'] }),
      plan: { d: ['SCAN d USING INDEX transfer_time'] },
    },
    {
      name: 'transfers of some days',
      read: documents(TRANSFER, { from: '2026-01-01', to: '2026-02-01' }),
      plan: { d: ['SEARCH d USING INDEX transfer_time (<expr>>? AND <expr><?)'] },
    },
    {
      name: 'transfers from or to a location',
      read: documents(TRANSFER, { locationId: 1 }),
      plan: {
        d: [
          'SEARCH d USING INDEX transfer_from (from_location_id=?)',
          'SEARCH d USING INDEX transfer_to (to_location_id=?)',
        ],
      },
      sorts: ONE_LOCATION,
    },
    {
      name: 'transfers by words',
      read: documents(TRANSFER, { search: 'x' }),
      plan: { d: ['SCAN d USING INDEX transfer_time'] },
    },
    { name: 'issues', read: documents(ISSUE, {}), plan: { d: ['SCAN d USING INDEX goods_issue_time'] } },
    {
      name: 'draft issues',
      read: documents(ISSUE, { states: ['draft'] }),
      plan: { d: ['SCAN d USING INDEX goods_issue_time'] },
    },
    {
      name: 'issues of some days',
      read: documents(ISSUE, { from: '2026-01-01', to: '2026-02-01' }),
      plan: { d: ['SEARCH d USING INDEX goods_issue_time (<expr>>? AND <expr><?)'] },
    },
    {
      name: 'issues from a location',
      read: documents(ISSUE, { locationId: 1 }),
      plan: { d: ['SEARCH d USING INDEX goods_issue_location (location_id=?)'] },
      sorts: ONE_LOCATION,
    },
    {
      name: 'issues by words',
      read: documents(ISSUE, { search: 'x' }),
      plan: { d: ['SCAN d USING INDEX goods_issue_time'], h: ['SCAN h', `SEARCH h USING ${ROWID}`] },
      scans: FEW_PEOPLE,
    },
  ],
  'issues/outstanding.queries.ts': [
    {
      name: 'all',
      read: outstanding({}),
      plan: { g: ['SCAN g USING INDEX goods_issue_line_out'] },
      sorts: ALL_OUT,
    },
    {
      name: 'of a product',
      read: outstanding({ productId: 1 }),
      plan: { g: ['SEARCH g USING INDEX goods_issue_line_out (product_id=?)'] },
      sorts: ALL_OUT,
    },
    {
      name: 'of an account',
      read: outstanding({ holder: { accountId: 1 } }),
      plan: { g: ['SCAN g USING INDEX goods_issue_line_out'], i: [`SEARCH i USING ${ROWID}`] },
      sorts: ALL_OUT,
    },
    {
      name: 'of a name',
      read: outstanding({ holder: { name: 'Ada' } }),
      plan: { g: ['SCAN g USING INDEX goods_issue_line_out'], i: [`SEARCH i USING ${ROWID}`] },
      sorts: ALL_OUT,
    },
  ],
  'notices/notice.queries.ts': [
    {
      name: 'all',
      read: (reader) => noticeList(reader).page({}, FIRST),
      plan: { n: ['SCAN n'] },
      scans: 'it walks from the newest row and stops after a page',
    },
    {
      name: 'of a state',
      read: (reader) => noticeList(reader).page({ state: 'sent' }, FIRST),
      plan: { n: ['SEARCH n USING INDEX notice_state (state=?)'] },
    },
  ],
  'overview/category-product.queries.ts': [
    {
      name: 'of a category',
      read: (reader) => categoryProductQueries(reader).page(1, FIRST),
      plan: { p: ['SEARCH p USING INDEX product_category (category_id=?)'] },
    },
    {
      name: 'without a category',
      read: (reader) => categoryProductQueries(reader).page(null, FIRST),
      plan: { p: ['SEARCH p USING INDEX product_category (category_id=?)'] },
    },
  ],
  'people/account.queries.ts': [
    {
      name: 'of some roles',
      read: (reader) =>
        accountList(reader).page({ search: '', roles: ['cashier'], ownId: 1, deleted: false }, FIRST),
      plan: {
        account: ['SEARCH account USING INDEX account_role (role=?)', `SEARCH account USING ${ROWID}`],
      },
      sorts: FEW_PEOPLE,
    },
  ],
  'stock/entry.queries.ts': [
    {
      name: 'all',
      read: entries({}),
      plan: {
        p: ['SCAN p USING INDEX product_name'],
        e: ['SEARCH e USING INDEX stock_entry_place (product_id=?)'],
      },
      sorts: ONE_PRODUCT,
    },
    {
      name: 'of a product',
      read: entries({ productId: 1 }),
      plan: { p: [`SEARCH p USING ${ROWID}`], e: ['SEARCH e USING INDEX stock_entry_place (product_id=?)'] },
      sorts: ONE_PRODUCT,
    },
    {
      name: 'of a location',
      read: entries({ locationId: 1 }),
      plan: {
        p: ['SCAN p USING INDEX product_name'],
        e: ['SEARCH e USING INDEX stock_entry_location (location_id=? AND product_id=?)'],
      },
      sorts: ONE_PRODUCT,
    },
    {
      name: 'of a category',
      read: entries({ categoryId: 1 }),
      plan: {
        p: ['SEARCH p USING INDEX product_category (category_id=?)'],
        e: ['SEARCH e USING INDEX stock_entry_place (product_id=?)'],
      },
      sorts: 'it sorts the entries of one category',
    },
    {
      name: 'by words',
      read: entries({ search: 'x' }),
      plan: { p: [`SEARCH p USING ${ROWID}`], e: ['SEARCH e USING INDEX stock_entry_place (product_id=?)'] },
      sorts: FOUND,
    },
    {
      name: 'of low products',
      read: entries({ lowOnly: true }),
      plan: { p: [`SEARCH p USING ${ROWID}`], e: ['SEARCH e USING INDEX stock_entry_place (product_id=?)'] },
      sorts: FOUND,
    },
    {
      name: 'that expire soon',
      read: entries({ expires: { from: '2026-01-01', to: '2026-02-01' } }),
      plan: { p: [`SEARCH p USING ${ROWID}`], e: ['SEARCH e USING INDEX stock_entry_place (product_id=?)'] },
      sorts: FOUND,
    },
  ],
  'stocktakes/stocktake-line.queries.ts': (
    [
      ['all', 'order'],
      ['counted', 'order'],
      ['uncounted', 'uncounted'],
      ['different', 'different'],
    ] as const
  ).map(([filter, index]) => ({
    name: filter,
    read: lines(filter),
    plan: { t: [`SEARCH t USING INDEX stocktake_line_${index} (stocktake_id=?)`] },
    sorts: ONE_COUNT,
  })),
  'stocktakes/stocktake-list.queries.ts': [
    {
      name: 'all',
      read: stocktakes({}),
      plan: { s: ['SCAN s USING INDEX stocktake_location'] },
      sorts: FEW_STOCKTAKES,
    },
    {
      name: 'of a location',
      read: stocktakes({ locationId: 1 }),
      plan: { s: ['SEARCH s USING INDEX stocktake_location (location_id=?)'] },
      sorts: FEW_STOCKTAKES,
    },
  ],
  'tasks/task.queries.ts': [
    {
      name: 'own open ones',
      read: tasks({ whose: MINE }),
      plan: {
        t: [
          'SEARCH t USING INDEX task_open_person (account_id=?)',
          'SEARCH t USING INDEX task_open_role (role=?)',
        ],
      },
      sorts: 'it sorts the open tasks of one person',
    },
    {
      name: 'closed ones',
      read: tasks({ states: ['done', 'cancelled'] as never }),
      plan: { t: ['SCAN t USING INDEX task_closed'] },
    },
    {
      name: 'own closed ones',
      read: tasks({ states: ['done'], whose: MINE }),
      plan: { t: ['SCAN t USING INDEX task_closed'] },
    },
    { name: 'open ones', read: tasks({}), plan: { t: ['SCAN t'] }, scans: TASKS, sorts: TASKS },
    {
      name: 'open and closed ones',
      read: tasks({ states: ['open', 'done'] }),
      plan: { t: ['SCAN t'] },
      scans: TASKS,
      sorts: TASKS,
    },
  ],
};

let shop: TestShop;
beforeAll(async () => {
  shop = await openTestShop();
});
afterAll(() => shop.close());

test('every list is listed here', () => {
  const files = globSync('src/main/features/**/*.ts').filter((file) =>
    readFileSync(file, 'utf8').includes('new ListQuery'),
  );
  expect(files.map((file) => file.split(/features./)[1]?.replaceAll('\\', '/')).sort()).toEqual(
    Object.keys(LISTS).sort(),
  );
});

test('a store has no statistics, so that its plans do not depend on its rows', () => {
  const statistics = readerOf(shop.store).prepare(
    `SELECT name FROM sqlite_schema WHERE name LIKE 'sqlite_stat%'`,
  );
  expect(statistics.all()).toEqual([]);
});

describe.for(Object.entries(LISTS))('the first page of a list is read by an index: %s', ([, expected]) => {
  test.for(expected.map((one) => [one.name, one] as const))('%s', ([, { read, plan, scans, sorts }]) => {
    const steps = planOf(read);
    const because = steps.join('\n');
    const found = Object.fromEntries(
      Object.keys(plan).map((table) => [table, steps.filter((step) => isOf(table, step))]),
    );
    expect(found, because).toEqual(plan);
    expect(steps.some(isTableScan), because).toBe(scans !== undefined);
    expect(
      steps.some((step) => step.startsWith('USE TEMP B-TREE')),
      because,
    ).toBe(sorts !== undefined);
  });
});

test('the number of open tasks of one person is read by the same indexes', () => {
  const steps = explained(taskReads(readerOf(shop.store)).count.source);
  expect(steps.filter((step) => isOf('t', step))).toEqual([
    'SEARCH t USING INDEX task_open_person (account_id=?)',
    'SEARCH t USING INDEX task_open_role (role=?)',
  ]);
});

const isOf = (table: string, step: string): boolean => new RegExp(`^(SCAN|SEARCH) ${table}\\b`).test(step);

/** A scan of a whole table, not of an index, a search index, values or the result of another query. */
const isTableScan = (step: string): boolean =>
  /^SCAN \w+$/.test(step) && !['SCAN below', 'SCAN CONSTANT'].includes(step);

/** SQLite's plan for the statement of the page that this reads. */
function planOf(read: (reader: Reader) => unknown): string[] {
  const reader = readerOf(shop.store);
  const prepared: string[] = [];
  const watched = { prepare: (sql: string) => prepared.push(sql) && reader.prepare(sql) };
  read(watched as unknown as Reader);
  const sql = prepared.find((one) => one.endsWith('LIMIT @limit OFFSET @offset'));
  return explained(sql ?? '');
}

function explained(sql: string): string[] {
  const values = Object.fromEntries(Array.from(sql.matchAll(/@(\w+)/g), ([, name]) => [name, null]));
  const steps = readerOf(shop.store).prepare<[object], { detail: string }>(`EXPLAIN QUERY PLAN ${sql}`);
  return steps.all(values).map(({ detail }) => detail);
}
