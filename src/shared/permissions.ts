import type { Permission, Role } from '#shared/contract/common';
import type { CallName } from '#shared/contract/index';

/** Whether a role may do something, may not, or may with a manager's approval on the spot. */
export type Grant = 'yes' | 'no' | 'approval';

type Row = readonly [admin: Grant, manager: Grant, storekeeper: Grant, cashier: Grant, customer: Grant];

const grants = (...[admin, manager, storekeeper, cashier, customer]: Row): Record<Role, Grant> => ({
  admin,
  manager,
  storekeeper,
  cashier,
  customer,
});

/** The permission table: what each role may do, unless the store changed it. */
export const permissionTable: Record<Permission, Record<Role, Grant>> = {
  //                          admin  manager storekeeper cashier customer
  sell: grants('yes', 'yes', 'no', 'yes', 'no'),
  discountAndOverride: grants('yes', 'yes', 'no', 'approval', 'no'),
  lookUp: grants('yes', 'yes', 'yes', 'yes', 'yes'),
  seeQuantities: grants('yes', 'yes', 'yes', 'yes', 'no'),
  seeCost: grants('yes', 'yes', 'no', 'no', 'no'),
  editCatalogue: grants('yes', 'yes', 'yes', 'no', 'no'),
  editPrices: grants('yes', 'yes', 'no', 'no', 'no'),
  moveStock: grants('yes', 'yes', 'yes', 'no', 'no'),
  stockReports: grants('yes', 'yes', 'yes', 'no', 'no'),
  manageTasks: grants('yes', 'yes', 'no', 'no', 'no'),
  manageLocations: grants('yes', 'yes', 'no', 'no', 'no'),
  serveOrders: grants('yes', 'yes', 'no', 'yes', 'no'),
  fulfilOrders: grants('yes', 'yes', 'yes', 'yes', 'no'),
  dateOrdersBack: grants('yes', 'yes', 'no', 'no', 'no'),
  manageChannels: grants('yes', 'yes', 'no', 'no', 'no'),
  readAudit: grants('yes', 'yes', 'no', 'no', 'no'),
  manageAccounts: grants('yes', 'yes', 'no', 'no', 'no'),
  manageRoles: grants('yes', 'no', 'no', 'no', 'no'),
  manageStore: grants('yes', 'no', 'no', 'no', 'no'),
};

/** The roles whose permissions a store may change. */
export const changeableRoles = ['storekeeper', 'cashier'] as const satisfies readonly Role[];

/** The permissions that a store may grant or revoke for those roles; not accounts, settings or the audit trail. */
export const changeablePermissions: readonly Permission[] = [
  'sell',
  'discountAndOverride',
  'lookUp',
  'seeQuantities',
  'seeCost',
  'editCatalogue',
  'editPrices',
  'moveStock',
  'stockReports',
  'manageTasks',
  'manageLocations',
  'serveOrders',
  'fulfilOrders',
  'dateOrdersBack',
  'manageChannels',
];

/** The permissions that can be approved on the spot; each call that needs one accepts an approval. */
export const approvablePermissions: readonly Permission[] = ['discountAndOverride'];

/**
 * The rule of a call. `needs` is what the caller must have: a permission, any of several, only a session, or nothing.
 * A call that `changes` runs as one unit of work and can be repeated with its idempotency key. One that `hashes` can
 * be repeated too, but first hashes a secret and opens its unit of work only then. One that `completes` can happen only
 * once; a repeat returns what was done, so that no answer needs to be stored for it.
 */
export interface CallRule {
  needs: Permission | readonly Permission[] | 'signed in' | 'anyone';
  kind: 'reads' | 'changes' | 'hashes' | 'completes';
  /** Whether a locked session may make it: only calls that lock, unlock or end it, or that inform its window. */
  whileLocked?: true;
  /** Whether it belongs to creating the store: in a browser it needs the setup code of this start. */
  createsStore?: true;
  /**
   * The permission that only some inputs of the call need, and that can be approved on the spot. The call checks it
   * itself; an approval sent with the call is verified beforehand.
   */
  mayNeedApproval?: Permission;
}

const reads = <N extends CallRule['needs']>(needs: N) => ({ needs, kind: 'reads' }) as const;
const changes = <N extends CallRule['needs']>(needs: N) => ({ needs, kind: 'changes' }) as const;
const changesWithin = (needs: CallRule['needs'], mayNeedApproval: Permission) =>
  ({ ...changes(needs), mayNeedApproval }) as const;
const completes = (needs: CallRule['needs']) => ({ needs, kind: 'completes' }) as const;
const hashes = (needs: CallRule['needs']) => ({ needs, kind: 'hashes' }) as const;
const whileLocked = <R extends CallRule>(rule: R) => ({ ...rule, whileLocked: true }) as const;

/** People who name, price or store goods can print their labels. */
const LABEL_WORK = ['editCatalogue', 'moveStock', 'manageLocations'] as const;

/**
 * The rule of each call. Sign-in and similar calls are marked as reading because they open their own units of work: a
 * failed try must be recorded although the call is refused. `sales.receiptPdf` is marked as reading too: it logs each
 * receipt it returns, and a repeated call returns a copy. Calls that start or dismiss a job store that themselves.
 */
const rules = {
  'alerts.list': reads('stockReports'),
  'alerts.unread': reads('stockReports'),
  'alerts.markSeen': changes('stockReports'),
  'alerts.listLocationThresholds': reads('seeQuantities'),
  'alerts.setLocationThreshold': changes('editCatalogue'),

  'audit.list': reads('readAudit'),
  'audit.choices': reads('readAudit'),
  'audit.export': reads('readAudit'),
  'audit.check': reads('readAudit'),

  'catalogue.listProducts': reads('lookUp'),
  'catalogue.exportProducts': reads('seeQuantities'),
  'catalogue.findProducts': reads('lookUp'),
  'catalogue.product': reads('lookUp'),
  'catalogue.image': reads('lookUp'),
  'catalogue.createProduct': changes('editCatalogue'),
  'catalogue.changeProduct': changes('editCatalogue'),
  'catalogue.deleteProduct': changes('editCatalogue'),
  'catalogue.changeProducts': changes('editCatalogue'),
  'catalogue.listCategories': reads('lookUp'),
  'catalogue.createCategory': changes('editCatalogue'),
  'catalogue.changeCategory': changes('editCatalogue'),
  'catalogue.deleteCategory': changes('editCatalogue'),
  'catalogue.supplierNames': reads('editCatalogue'),

  'events.changes': whileLocked(reads('signed in')),
  'events.leads': whileLocked(reads('signed in')),

  'imports.startUpload': reads('editCatalogue'),
  'imports.upload': reads('editCatalogue'),
  'imports.examine': reads('editCatalogue'),
  'imports.preview': reads('editCatalogue'),
  'imports.start': reads('editCatalogue'),
  'imports.discard': reads('editCatalogue'),
  'imports.list': reads('editCatalogue'),
  'imports.refusedRows': reads('editCatalogue'),
  'imports.refusedCsv': reads('editCatalogue'),

  'issues.list': reads('seeQuantities'),
  'issues.get': reads('seeQuantities'),
  'issues.holders': reads('moveStock'),
  'issues.outstanding': reads('seeQuantities'),
  'issues.pdf': reads('seeQuantities'),
  'issues.start': changes('moveStock'),
  'issues.change': changes('moveStock'),
  'issues.scan': changes('moveStock'),
  'issues.addLine': changes('moveStock'),
  'issues.setLine': changes('moveStock'),
  'issues.removeLine': changes('moveStock'),
  'issues.post': changes('moveStock'),
  'issues.postNow': changes('moveStock'),
  'issues.discard': changes('moveStock'),
  'issues.restore': changes('moveStock'),
  'issues.returnGoods': changes('moveStock'),
  'issues.returnMany': changes('moveStock'),
  'issues.usedUp': changes('moveStock'),

  'jobs.list': reads('signed in'),
  'jobs.cancel': reads('signed in'),
  'jobs.file': reads('signed in'),
  'jobs.dismiss': reads('signed in'),

  'labels.items': reads(LABEL_WORK),
  'labels.draw': reads(LABEL_WORK),
  'labels.pdf': reads(LABEL_WORK),

  'overview.figures': reads('stockReports'),
  'overview.categories': reads('stockReports'),
  'overview.locations': reads('stockReports'),
  'overview.products': reads('stockReports'),
  'overview.low': reads('stockReports'),
  'overview.expiring': reads('stockReports'),
  'overview.pdf': reads('stockReports'),

  'notices.secrets': reads('manageStore'),
  'notices.setSecret': changes('manageStore'),
  'notices.removeSecret': changes('manageStore'),
  'notices.testMail': reads('manageStore'),
  'notices.testSlack': reads('manageStore'),
  'notices.myChoices': reads('stockReports'),
  'notices.changeMyChoices': changes('stockReports'),
  'notices.list': reads('readAudit'),
  'notices.retry': changes('readAudit'),

  'people.signIn': reads('anyone'),
  'people.signInByPin': reads('anyone'),
  'people.tiles': reads('anyone'),
  'people.lock': whileLocked(changes('signed in')),
  'people.active': reads('signed in'),
  'people.unlock': whileLocked(reads('signed in')),
  'people.takeOver': whileLocked(reads('signed in')),
  'people.me': whileLocked(reads('signed in')),
  'people.approvers': reads('signed in'),
  'people.listSignInAlerts': reads('manageAccounts'),
  'people.dismissSignInAlert': changes('manageAccounts'),
  'people.signOut': whileLocked(changes('signed in')),
  'people.register': reads('anyone'),
  'people.listRegistrations': reads('manageAccounts'),
  'people.decideRegistration': changes('manageAccounts'),
  'people.recover': reads('anyone'),
  'people.renewRecoveryCode': reads('manageStore'),
  'people.changeProfile': changes('signed in'),
  'people.changePassword': hashes('signed in'),
  'people.changePin': hashes('signed in'),
  'people.listAccounts': reads('signed in'),
  'people.listPeople': reads(['seeQuantities', 'readAudit']),
  'people.createAccount': hashes('manageAccounts'),
  'people.changeAccount': hashes('manageAccounts'),
  'people.ownDeletion': reads('signed in'),
  'people.deleteAccount': changes('signed in'),
  'people.permissions': reads('manageAccounts'),
  'people.changePermission': changes('manageStore'),

  'sales.currentTicket': reads('sell'),
  'sales.scan': changesWithin('sell', 'discountAndOverride'),
  'sales.addLine': changesWithin('sell', 'discountAndOverride'),
  'sales.changeLine': changesWithin('sell', 'discountAndOverride'),
  'sales.discountLine': changesWithin('discountAndOverride', 'discountAndOverride'),
  'sales.overridePrice': changesWithin('discountAndOverride', 'discountAndOverride'),
  'sales.voidLine': changes('sell'),
  'sales.discountTicket': changesWithin('discountAndOverride', 'discountAndOverride'),
  'sales.noteTicket': changes('sell'),
  'sales.voidTicket': changes('sell'),
  'sales.parkTicket': changes('sell'),
  'sales.listParked': reads('sell'),
  'sales.recallTicket': changes('sell'),
  'sales.completeTicket': completes('sell'),
  'sales.receipt': reads(['sell', 'serveOrders']),
  'sales.receiptPdf': reads(['sell', 'serveOrders']),
  'sales.reprintReceipt': changes('sell'),
  'sales.placeOrder': changes('serveOrders'),
  'sales.listOrders': reads(['serveOrders', 'fulfilOrders']),
  'sales.order': reads(['serveOrders', 'fulfilOrders']),
  'sales.payOrder': changes('serveOrders'),
  'sales.fulfilOrder': changes('fulfilOrders'),
  'sales.cancelOrder': changes('serveOrders'),
  'sales.listChannels': reads(['serveOrders', 'fulfilOrders']),
  'sales.createChannel': changes('manageChannels'),
  'sales.changeChannel': changes('manageChannels'),

  'scanning.product': reads('lookUp'),
  'scanning.resolve': reads('lookUp'),

  'settings.get': reads('manageStore'),
  'settings.change': changes('manageStore'),

  'stock.listLocations': reads('seeQuantities'),
  'stock.freeLocationBarcode': reads('manageLocations'),
  'stock.createLocation': changes('manageLocations'),
  'stock.changeLocation': changes('manageLocations'),
  'stock.setSellingLocation': changes('manageLocations'),
  'stock.closeLocation': changes('manageLocations'),
  'stock.reopenLocation': changes('manageLocations'),
  'stock.deleteLocation': changes('manageLocations'),
  'stock.listEntries': reads('seeQuantities'),
  'stock.addEntry': changes('moveStock'),
  'stock.removeEntry': changes('moveStock'),
  'stock.receive': changes('moveStock'),
  'stock.adjust': changes('moveStock'),
  'stock.waste': changes('moveStock'),
  'stock.listBatches': reads('seeQuantities'),
  'stock.changeBatch': changes('moveStock'),
  'stock.history': reads('seeQuantities'),
  'stock.exportHistory': reads('seeQuantities'),

  'stocktakes.list': reads('moveStock'),
  'stocktakes.get': reads('moveStock'),
  'stocktakes.lines': reads('moveStock'),
  'stocktakes.counts': reads('moveStock'),
  'stocktakes.sheet': reads('moveStock'),
  'stocktakes.start': changes('moveStock'),
  'stocktakes.count': changes('moveStock'),
  'stocktakes.undoCount': changes('moveStock'),
  'stocktakes.noteLine': changes('moveStock'),
  'stocktakes.review': changes('moveStock'),
  'stocktakes.post': changes('moveStock'),
  'stocktakes.cancel': changes('moveStock'),

  'stores.status': reads('anyone'),
  'stores.checkSetupCode': { ...reads('anyone'), createsStore: true },
  'stores.createStore': { ...reads('anyone'), createsStore: true },
  'stores.createDemoStore': { ...reads('anyone'), createsStore: true },
  'stores.backups': reads('manageStore'),
  'stores.backUp': reads('manageStore'),

  'tasks.list': reads('signed in'),
  'tasks.count': reads('signed in'),
  'tasks.assignees': reads('manageTasks'),
  'tasks.create': changes('manageTasks'),
  'tasks.change': changes('manageTasks'),
  'tasks.see': changes('signed in'),
  'tasks.done': changes('signed in'),
  'tasks.undo': changes('signed in'),
  'tasks.cancel': changes('manageTasks'),

  'tills.list': reads('manageStore'),
  'tills.rename': changes('manageStore'),

  'transfers.list': reads('seeQuantities'),
  'transfers.get': reads('seeQuantities'),
  'transfers.pdf': reads('seeQuantities'),
  'transfers.start': changes('moveStock'),
  'transfers.change': changes('moveStock'),
  'transfers.scan': changes('moveStock'),
  'transfers.addLine': changes('moveStock'),
  'transfers.setLine': changes('moveStock'),
  'transfers.removeLine': changes('moveStock'),
  'transfers.post': changes('moveStock'),
  'transfers.postNow': changes('moveStock'),
  'transfers.discard': changes('moveStock'),
  'transfers.restore': changes('moveStock'),
} satisfies Record<CallName, CallRule>;

export const callRules: Record<CallName, CallRule> = rules;

/** The kind of a call, and whether it needs no session; for the types of its context. */
export type KindOf<Name extends CallName> = (typeof rules)[Name]['kind'];
export type IsOpen<Name extends CallName> = (typeof rules)[Name]['needs'] extends 'anyone' ? true : false;

/** The roles that the table grants any of the needed permissions with `yes`. */
export function rolesThatMay(needs: CallRule['needs']): Role[] {
  if (needs === 'signed in' || needs === 'anyone')
    return ['admin', 'manager', 'storekeeper', 'cashier', 'customer'];
  const needed = typeof needs === 'string' ? [needs] : needs;
  const all: Role[] = ['admin', 'manager', 'storekeeper', 'cashier', 'customer'];
  return all.filter((role) => needed.some((one) => permissionTable[one][role] === 'yes'));
}
