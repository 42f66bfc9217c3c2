import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Role, roles } from '#shared/contract/common';
import { contract } from '#shared/contract/index';
import type { JobKind } from '#shared/contract/jobs';
import { callRules } from '#shared/permissions';
import { openTestShop, type TestShop } from '../../support/test-store';

/**
 * The permission table of the product, written out by hand for every call of the contract:
 * y allowed, n not allowed, a allowed with a manager's approval on the spot, s needs a sign-in first. A call that
 * asks for an approval itself, for only some of its effects, is y.
 */
const TABLE: Record<string, string> = {
  // call                        admin manager storekeeper cashier customer nobody
  'alerts.list': /*               */ 'y y y n n s',
  'alerts.listLocationThresholds': /**/ 'y y y y n s',
  'alerts.markSeen': /*           */ 'y y y n n s',
  'alerts.setLocationThreshold': /**/ 'y y y n n s',
  'alerts.unread': /*             */ 'y y y n n s',

  'audit.check': /*               */ 'y y n n n s',
  'audit.choices': /*             */ 'y y n n n s',
  'audit.export': /*              */ 'y y n n n s',
  'audit.list': /*                */ 'y y n n n s',

  'catalogue.changeCategory': /*  */ 'y y y n n s',
  'catalogue.changeProduct': /*   */ 'y y y n n s',
  'catalogue.changeProducts': /*  */ 'y y y n n s',
  'catalogue.createCategory': /*  */ 'y y y n n s',
  'catalogue.createProduct': /*   */ 'y y y n n s',
  'catalogue.deleteCategory': /*  */ 'y y y n n s',
  'catalogue.deleteProduct': /*   */ 'y y y n n s',
  'catalogue.exportProducts': /*  */ 'y y y y n s',
  'catalogue.findProducts': /*    */ 'y y y y y s',
  'catalogue.image': /*           */ 'y y y y y s',
  'catalogue.listCategories': /*  */ 'y y y y y s',
  'catalogue.listProducts': /*    */ 'y y y y y s',
  'catalogue.product': /*         */ 'y y y y y s',
  'catalogue.supplierNames': /*   */ 'y y y n n s',

  'events.changes': /*            */ 'y y y y y s',
  'events.leads': /*              */ 'y y y y y s',

  'imports.startUpload': /*              */ 'y y y n n s',
  'imports.discard': /*            */ 'y y y n n s',
  'imports.examine': /*            */ 'y y y n n s',
  'imports.list': /*               */ 'y y y n n s',
  'imports.preview': /*            */ 'y y y n n s',
  'imports.refusedCsv': /*         */ 'y y y n n s',
  'imports.refusedRows': /*        */ 'y y y n n s',
  'imports.start': /*              */ 'y y y n n s',
  'imports.upload': /*             */ 'y y y n n s',

  'issues.addLine': /*            */ 'y y y n n s',
  'issues.start': /*              */ 'y y y n n s',
  'issues.change': /*             */ 'y y y n n s',
  'issues.discard': /*            */ 'y y y n n s',
  'issues.get': /*                */ 'y y y y n s',
  'issues.returnGoods': /*           */ 'y y y n n s',
  'issues.returnMany': /*       */ 'y y y n n s',
  'issues.holders': /*            */ 'y y y n n s',
  'issues.postNow': /*              */ 'y y y n n s',
  'issues.list': /*               */ 'y y y y n s',
  'issues.outstanding': /*        */ 'y y y y n s',
  'issues.pdf': /*                */ 'y y y y n s',
  'issues.removeLine': /*         */ 'y y y n n s',
  'issues.restore': /*            */ 'y y y n n s',
  'issues.scan': /*               */ 'y y y n n s',
  'issues.post': /*               */ 'y y y n n s',
  'issues.setLine': /*            */ 'y y y n n s',
  'issues.usedUp': /*              */ 'y y y n n s',

  'jobs.cancel': /*               */ 'y y y y y s',
  'jobs.dismiss': /*              */ 'y y y y y s',
  'jobs.file': /*                 */ 'y y y y y s',
  'jobs.list': /*                 */ 'y y y y y s',

  'overview.categories': /*         */ 'y y y n n s',
  'overview.expiring': /*           */ 'y y y n n s',
  'overview.figures': /*            */ 'y y y n n s',
  'overview.locations': /*          */ 'y y y n n s',
  'overview.low': /*                */ 'y y y n n s',
  'overview.pdf': /*                */ 'y y y n n s',
  'overview.products': /*           */ 'y y y n n s',

  'labels.draw': /*               */ 'y y y n n s',
  'labels.items': /*              */ 'y y y n n s',
  'labels.pdf': /*                */ 'y y y n n s',

  'notices.changeMyChoices': /*   */ 'y y y n n s',
  'notices.list': /*              */ 'y y n n n s',
  'notices.myChoices': /*         */ 'y y y n n s',
  'notices.removeSecret': /*      */ 'y n n n n s',
  'notices.retry': /*             */ 'y y n n n s',
  'notices.secrets': /*           */ 'y n n n n s',
  'notices.setSecret': /*         */ 'y n n n n s',
  'notices.testMail': /*          */ 'y n n n n s',
  'notices.testSlack': /*         */ 'y n n n n s',

  'people.active': /*             */ 'y y y y y s',
  'people.approvers': /*          */ 'y y y y y s',
  'people.changeAccount': /*      */ 'y y n n n s',
  'people.changePassword': /*     */ 'y y y y y s',
  'people.changePermission': /*   */ 'y n n n n s',
  'people.changePin': /*          */ 'y y y y y s',
  'people.changeProfile': /*      */ 'y y y y y s',
  'people.createAccount': /*      */ 'y y n n n s',
  'people.decideRegistration': /* */ 'y y n n n s',
  'people.deleteAccount': /*      */ 'y y y y y s',
  'people.dismissSignInAlert': /* */ 'y y n n n s',
  'people.listAccounts': /*       */ 'y y y y y s',
  'people.listPeople': /*         */ 'y y y y n s',
  'people.listRegistrations': /*  */ 'y y n n n s',
  'people.listSignInAlerts': /*   */ 'y y n n n s',
  'people.lock': /*               */ 'y y y y y s',
  'people.me': /*                 */ 'y y y y y s',
  'people.ownDeletion': /*        */ 'y y y y y s',
  'people.permissions': /*        */ 'y y n n n s',
  'people.recover': /*            */ 'y y y y y y',
  'people.register': /*           */ 'y y y y y y',
  'people.renewRecoveryCode': /*  */ 'y n n n n s',
  'people.signIn': /*             */ 'y y y y y y',
  'people.signInByPin': /*        */ 'y y y y y y',
  'people.signOut': /*            */ 'y y y y y s',
  'people.takeOver': /*           */ 'y y y y y s',
  'people.tiles': /*              */ 'y y y y y y',
  'people.unlock': /*             */ 'y y y y y s',

  'sales.addLine': /*             */ 'y y n y n s',
  'sales.cancelOrder': /*         */ 'y y n y n s',
  'sales.changeChannel': /*       */ 'y y n n n s',
  'sales.changeLine': /*          */ 'y y n y n s',
  'sales.completeTicket': /*      */ 'y y n y n s',
  'sales.createChannel': /*       */ 'y y n n n s',
  'sales.currentTicket': /*       */ 'y y n y n s',
  'sales.discountLine': /*        */ 'y y n y n s',
  'sales.discountTicket': /*      */ 'y y n y n s',
  'sales.fulfilOrder': /*         */ 'y y y y n s',
  'sales.listChannels': /*        */ 'y y y y n s',
  'sales.listOrders': /*          */ 'y y y y n s',
  'sales.listParked': /*          */ 'y y n y n s',
  'sales.noteTicket': /*          */ 'y y n y n s',
  'sales.order': /*               */ 'y y y y n s',
  'sales.overridePrice': /*       */ 'y y n y n s',
  'sales.parkTicket': /*          */ 'y y n y n s',
  'sales.payOrder': /*            */ 'y y n y n s',
  'sales.placeOrder': /*          */ 'y y n y n s',
  'sales.recallTicket': /*        */ 'y y n y n s',
  'sales.receipt': /*             */ 'y y n y n s',
  'sales.receiptPdf': /*          */ 'y y n y n s',
  'sales.reprintReceipt': /*      */ 'y y n y n s',
  'sales.scan': /*                */ 'y y n y n s',
  'sales.voidLine': /*            */ 'y y n y n s',
  'sales.voidTicket': /*          */ 'y y n y n s',

  'scanning.product': /*          */ 'y y y y y s',
  'scanning.resolve': /*          */ 'y y y y y s',

  'settings.change': /*           */ 'y n n n n s',
  'settings.get': /*              */ 'y n n n n s',

  'stock.addEntry': /*            */ 'y y y n n s',
  'stock.adjust': /*              */ 'y y y n n s',
  'stock.changeBatch': /*         */ 'y y y n n s',
  'stock.changeLocation': /*      */ 'y y n n n s',
  'stock.closeLocation': /*       */ 'y y n n n s',
  'stock.createLocation': /*      */ 'y y n n n s',
  'stock.deleteLocation': /*      */ 'y y n n n s',
  'stock.exportHistory': /*       */ 'y y y y n s',
  'stock.freeLocationBarcode': /* */ 'y y n n n s',
  'stock.history': /*             */ 'y y y y n s',
  'stock.listBatches': /*         */ 'y y y y n s',
  'stock.listEntries': /*         */ 'y y y y n s',
  'stock.listLocations': /*       */ 'y y y y n s',
  'stock.receive': /*             */ 'y y y n n s',
  'stock.removeEntry': /*         */ 'y y y n n s',
  'stock.reopenLocation': /*      */ 'y y n n n s',
  'stock.setSellingLocation': /*     */ 'y y n n n s',
  'stock.waste': /*               */ 'y y y n n s',

  'stocktakes.start': /*          */ 'y y y n n s',
  'stocktakes.cancel': /*         */ 'y y y n n s',
  'stocktakes.count': /*          */ 'y y y n n s',
  'stocktakes.counts': /*         */ 'y y y n n s',
  'stocktakes.get': /*            */ 'y y y n n s',
  'stocktakes.lines': /*          */ 'y y y n n s',
  'stocktakes.list': /*           */ 'y y y n n s',
  'stocktakes.noteLine': /*       */ 'y y y n n s',
  'stocktakes.post': /*           */ 'y y y n n s',
  'stocktakes.review': /*         */ 'y y y n n s',
  'stocktakes.sheet': /*          */ 'y y y n n s',
  'stocktakes.undoCount': /*        */ 'y y y n n s',

  'stores.backUp': /*             */ 'y n n n n s',
  'stores.backups': /*            */ 'y n n n n s',
  'stores.checkSetupCode': /*     */ 'y y y y y y',
  'stores.createDemoStore': /*    */ 'y y y y y y',
  'stores.createStore': /*        */ 'y y y y y y',
  'stores.status': /*             */ 'y y y y y y',

  'tasks.assignees': /*             */ 'y y n n n s',
  'tasks.cancel': /*                */ 'y y n n n s',
  'tasks.change': /*                */ 'y y n n n s',
  'tasks.count': /*                 */ 'y y y y y s',
  'tasks.create': /*                */ 'y y n n n s',
  'tasks.done': /*                  */ 'y y y y y s',
  'tasks.list': /*                  */ 'y y y y y s',
  'tasks.see': /*                   */ 'y y y y y s',
  'tasks.undo': /*                  */ 'y y y y y s',

  'tills.list': /*                */ 'y n n n n s',
  'tills.rename': /*              */ 'y n n n n s',

  'transfers.addLine': /*           */ 'y y y n n s',
  'transfers.start': /*             */ 'y y y n n s',
  'transfers.change': /*            */ 'y y y n n s',
  'transfers.discard': /*           */ 'y y y n n s',
  'transfers.get': /*               */ 'y y y y n s',
  'transfers.list': /*              */ 'y y y y n s',
  'transfers.pdf': /*               */ 'y y y y n s',
  'transfers.removeLine': /*        */ 'y y y n n s',
  'transfers.restore': /*           */ 'y y y n n s',
  'transfers.scan': /*              */ 'y y y n n s',
  'transfers.post': /*              */ 'y y y n n s',
  'transfers.postNow': /*           */ 'y y y n n s',
  'transfers.setLine': /*           */ 'y y y n n s',
};

const ASKERS = [...roles, 'nobody'] as const;
type Asker = (typeof ASKERS)[number];

/** How each result reads in the table. An allowed caller reaches the schema, which refuses the test's input. */
const SIGNS: Record<string, string> = {
  done: 'y',
  INPUT_INVALID: 'y',
  NOT_PERMITTED: 'n',
  APPROVAL_NEEDED: 'a',
  NOT_SIGNED_IN: 's',
};

/** The calls that start a job without taking an input, so that everyone who may make them starts one here. */
const JOBS_WITHOUT_INPUT: Record<string, JobKind> = { 'audit.check': 'logCheck', 'stores.backUp': 'backup' };

const callsOf = (features: object): string[] =>
  Object.entries(features).flatMap(([feature, calls]) =>
    Object.keys(calls).map((call) => `${feature}.${call}`),
  );

let shop: TestShop;
const changesMade = () => shop.store.database.handle.prepare('SELECT total_changes()').pluck().get();

const statesOf = (kind: string) =>
  shop.store.database.handle.prepare('SELECT state FROM job WHERE kind = ?').pluck().all(kind);

/** The result code of a call with an input that no schema accepts. */
async function answer(asker: Asker, name: string): Promise<string> {
  const client = asker === 'nobody' ? shop.asNobody() : shop.as(asker);
  const [feature = '', call = ''] = name.split('.');
  const calls: Record<string, (input: unknown) => Promise<unknown>> = Reflect.get(client, feature);
  try {
    const result = await calls[call]?.('nothing that a schema takes');
    if (isIterator(result)) await result.return(undefined);
    return 'done';
  } catch (error) {
    return error instanceof Error && 'code' in error ? String(error.code) : String(error);
  }
}

const isIterator = (value: unknown): value is AsyncGenerator =>
  typeof value === 'object' && value !== null && Symbol.asyncIterator in value;

beforeAll(async () => {
  shop = await openTestShop();
  for (const role of roles) shop.tokenOf(role);
});
afterAll(() => shop.close());

describe('every call of the contract', () => {
  test('is in the table and has a rule', () => {
    const calls = callsOf(contract).sort();
    expect(Object.keys(TABLE).sort()).toEqual(calls);
    expect(Object.keys(callRules).sort()).toEqual(calls);
  });

  test('is implemented by the router, which implements no other', () => {
    expect(callsOf(shop.store.router).sort()).toEqual(callsOf(contract).sort());
  });

  test.for(Object.entries(TABLE))('%s is for %s', async ([call, row]) => {
    const before = changesMade();
    const answers: string[] = [];
    for (const asker of ASKERS) {
      const code = await answer(asker, call);
      answers.push(SIGNS[code] ?? code);
    }
    expect(answers.join(' ')).toBe(row);
    const kind = JOBS_WITHOUT_INPUT[call];
    if (kind === undefined) expect(changesMade()).toBe(before);
    else {
      await expect.poll(() => statesOf(kind)).not.toContain('running');
      expect(statesOf(kind)).toHaveLength(answers.filter((sign) => sign === 'y').length);
    }
  });
});

describe('a permission refusal', () => {
  test('names the roles that are permitted', async () => {
    const refused = shop.as('cashier').stock.createLocation({ name: 'Cellar', kind: 'storeroom' });
    const rolesThatMay: Role[] = ['admin', 'manager'];
    await expect(refused).rejects.toMatchObject({ code: 'NOT_PERMITTED', data: { rolesThatMay } });
  });

  test('comes before the schema, so that it reveals nothing about the input of the call', async () => {
    const refused = shop.as('cashier').stock.createLocation({} as never);
    await expect(refused).rejects.toMatchObject({ code: 'NOT_PERMITTED' });
  });

  test('comes before the stored result of a repeated call', async () => {
    const key = 'the same key';
    const location = { name: 'Cellar', kind: 'storeroom' } as const;
    await shop.withToken(shop.tokenOf('manager'), key).stock.createLocation(location);
    const repeated = shop.withToken(shop.tokenOf('cashier'), key).stock.createLocation(location);
    await expect(repeated).rejects.toMatchObject({ code: 'NOT_PERMITTED' });
  });
});
