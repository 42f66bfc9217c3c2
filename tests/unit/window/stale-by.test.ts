import { expect, test } from 'vitest';
import { isStaleBy } from '#renderer/app/stale-by';
import { type Topic, topic } from '#shared/contract/events';
import type { CallName } from '#shared/contract/index';
import { callRules } from '#shared/permissions';

const keyOf = (call: string) => [call.split('.'), { type: 'query', input: {} }];

const isStale = (call: string, topics: readonly Topic[]): boolean =>
  isStaleBy(
    keyOf(call),
    undefined,
    topics.map((topic) => ({ topic })),
  );

/** Calls whose result is used at once and not kept on a page, or that never changes. */
const NOT_SHOWN: ReadonlySet<CallName> = new Set([
  'catalogue.image',
  'events.changes',
  'events.leads',
  'imports.startUpload',
  'imports.discard',
  'imports.examine',
  'imports.refusedCsv',
  'imports.refusedRows',
  'imports.start',
  'imports.upload',
  'people.active',
  'people.changePassword',
  'people.changePin',
  'people.changeAccount',
  'people.createAccount',
  'people.recover',
  'people.register',
  'people.renewRecoveryCode',
  'people.signIn',
  'people.signInByPin',
  'people.takeOver',
  'people.unlock',
  'sales.receiptPdf',
  'scanning.resolve',
  'stocktakes.sheet',
  'transfers.pdf',
]);

test('every call that a page shows is reloaded after some change', () => {
  const shown = (Object.keys(callRules) as CallName[]).filter(
    (call) => callRules[call].kind === 'reads' && !NOT_SHOWN.has(call),
  );
  expect(shown.filter((call) => !isStale(call, topic.options))).toEqual([]);
});

test('a scan invalidates only tickets', () => {
  expect(isStale('sales.currentTicket', ['tickets'])).toBe(true);
  expect(isStale('sales.listOrders', ['tickets'])).toBe(false);
  expect(isStale('catalogue.listProducts', ['tickets'])).toBe(false);
});

test('a stock change invalidates product lists, which show quantities', () => {
  expect(isStale('catalogue.findProducts', ['stock'])).toBe(true);
  expect(isStale('catalogue.listCategories', ['stock'])).toBe(false);
});

test('a changed ticket invalidates only what shows an older version of it', () => {
  const change = { topic: 'tickets', record: { entity: 'ticket', id: 7, version: 3 } } as const;
  const isStaleWith = (shown: unknown) => isStaleBy(keyOf('sales.currentTicket'), shown, [change]);
  expect(isStaleWith({ id: 7, version: 2 })).toBe(true);
  expect(isStaleWith({ id: 7, version: 3 })).toBe(false);
  expect(isStaleWith(null)).toBe(true);
  expect(isStaleBy(keyOf('sales.listParked'), [], [change])).toBe(false);
});

test('a changed product leaves the page that shows it already in that version, and reloads the lists', () => {
  const change = { topic: 'catalogue', record: { entity: 'product', id: 7, version: 3 } } as const;
  const isStaleWith = (shown: unknown) => isStaleBy(keyOf('catalogue.product'), shown, [change]);
  expect(isStaleWith({ id: 7, version: 2 })).toBe(true);
  expect(isStaleWith({ id: 7, version: 3 })).toBe(false);
  expect(isStaleBy(keyOf('catalogue.listProducts'), { rows: [] }, [change])).toBe(true);
  expect(isStaleBy(keyOf('sales.listOrders'), { rows: [] }, [change])).toBe(false);
});

test('a line on a draft invalidates the older page of that draft and the list of documents, nothing else', () => {
  const change = { topic: 'issues', record: { entity: 'issue-lines', id: 7, version: 3 } } as const;
  const isStaleWith = (call: string, shown: unknown) => isStaleBy(keyOf(call), shown, [change]);
  expect(isStaleWith('issues.get', { id: 7, version: 2 })).toBe(true);
  expect(isStaleWith('issues.get', { id: 7, version: 3 })).toBe(false);
  expect(isStaleWith('issues.list', { rows: [] })).toBe(true);
  for (const call of ['issues.holders', 'issues.outstanding', 'overview.figures', 'transfers.get'])
    expect(isStaleWith(call, {})).toBe(false);
});

test('a picture is loaded only once', () => {
  expect(isStale('catalogue.image', topic.options)).toBe(false);
});

test('the tiles, the approvers and the alerts about wrong PINs are invalidated with accounts', () => {
  for (const call of ['people.tiles', 'people.approvers', 'people.listSignInAlerts']) {
    expect(isStale(call, ['people'])).toBe(true);
  }
});
