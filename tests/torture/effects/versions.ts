import type { CallName } from '#shared/contract/index';
import { type Compared, type Comparison, compareAll, together } from './comparison';

type Row = Record<string, unknown>;

/** A kind of record whose every change raises its version and returns it. */
interface Versioned {
  /** The calls that return it. */
  calls: readonly CallName[];
  /** Where it is in a result; the result itself if omitted. */
  of?: (answer: Row) => Row;
  /** Its rows: id, version, and columns named as in the results. */
  sql: string;
  /** The call that deletes it by its id. */
  deletedBy?: CallName;
  /** Whether other calls change it too, so that the file can have a newer version than any result. */
  mayBeNewer?: boolean;
}

const head = (answer: Row): Row => (answer.head ?? answer) as Row;

export const VERSIONED: Readonly<Record<string, Versioned>> = {
  product: {
    calls: ['catalogue.createProduct', 'catalogue.changeProduct'],
    sql: `SELECT id, version, name, sku, status, unit, price_minor AS priceMinor, category_id AS categoryId,
            threshold_milli AS thresholdMilli, discount_milli_percent AS discountMilliPercent FROM product`,
    deletedBy: 'catalogue.deleteProduct',
    mayBeNewer: true,
  },
  category: {
    calls: ['catalogue.createCategory', 'catalogue.changeCategory'],
    sql: 'SELECT id, version, name, code, parent_id AS parentId, description, status FROM category WHERE deleted_at IS NULL',
    deletedBy: 'catalogue.deleteCategory',
  },
  location: {
    calls: [
      'stock.createLocation',
      'stock.changeLocation',
      'stock.closeLocation',
      'stock.reopenLocation',
      'stock.setSellingLocation',
    ],
    sql: 'SELECT id, version, name, kind, closed_at AS closedAt FROM location',
    deletedBy: 'stock.deleteLocation',
    mayBeNewer: true,
  },
  batch: {
    calls: ['stock.changeBatch'],
    sql: 'SELECT id, version, number, expires_on AS expiresOn FROM batch',
  },
  transfer: {
    calls: [
      'transfers.start',
      'transfers.change',
      'transfers.scan',
      'transfers.addLine',
      'transfers.setLine',
      'transfers.removeLine',
      'transfers.post',
      'transfers.postNow',
      'transfers.discard',
      'transfers.restore',
    ],
    of: head,
    sql: `SELECT t.id, t.version, t.state, t.note, t.number,
            (SELECT COUNT(*) FROM transfer_line l WHERE l.transfer_id = t.id) AS lineCount FROM transfer t`,
  },
  issue: {
    calls: [
      'issues.start',
      'issues.change',
      'issues.scan',
      'issues.addLine',
      'issues.setLine',
      'issues.removeLine',
      'issues.post',
      'issues.postNow',
      'issues.discard',
      'issues.restore',
    ],
    of: head,
    sql: `SELECT i.id, i.version, i.state, i.note, i.number,
            (SELECT COUNT(*) FROM goods_issue_line l WHERE l.issue_id = i.id) AS lineCount FROM goods_issue i`,
    mayBeNewer: true,
  },
  stocktake: {
    calls: ['stocktakes.start', 'stocktakes.review', 'stocktakes.post', 'stocktakes.cancel'],
    sql: `SELECT id, version, number, state, note, line_count AS lineCount, counted_count AS countedCount, uncounted
          FROM stocktake`,
    mayBeNewer: true,
  },
  task: {
    calls: ['tasks.create', 'tasks.change', 'tasks.done', 'tasks.undo', 'tasks.cancel'],
    sql: 'SELECT id, version, kind, text, state, remark, due_on AS dueOn FROM task',
    mayBeNewer: true,
  },
  channel: {
    calls: ['sales.createChannel', 'sales.changeChannel'],
    sql: 'SELECT id, version, name, code FROM sales_channel',
  },
  order: {
    calls: ['sales.placeOrder', 'sales.payOrder', 'sales.fulfilOrder', 'sales.cancelOrder'],
    sql: `SELECT id, version, number, CASE WHEN life = 'placed' AND paid_at IS NOT NULL THEN 'paid' ELSE life END AS state,
            total_minor AS totalMinor, paid_minor AS paidMinor, note, cancel_reason AS cancelReason FROM sales_order`,
    mayBeNewer: true,
  },
  account: {
    calls: ['people.createAccount', 'people.changeAccount'],
    sql: `SELECT id, version, username, first_name AS firstName, last_name AS lastName, role, department FROM account
          WHERE deleted_at IS NULL`,
    deletedBy: 'people.deleteAccount',
    mayBeNewer: true,
  },
};

/** Every acknowledged record is stored with that version and exactly these fields, or in a newer version. */
export function compareVersions(compared: Compared): Comparison {
  return together(
    Object.entries(VERSIONED).map(([kind, versioned]) => compareKind(kind, versioned, compared)),
  );
}

function compareKind(kind: string, versioned: Versioned, { handle, record }: Compared): Comparison {
  const newest = new Map<unknown, Row>();
  const deleted = new Set<unknown>();
  for (const { call, input, outcome } of record.changes) {
    if (outcome.kind !== 'answered') continue;
    if (call === versioned.deletedBy) deleted.add((input as Row).id);
    if (!versioned.calls.includes(call)) continue;
    const answer = (versioned.of ?? ((whole: Row) => whole))(outcome.answer as Row);
    const known = newest.get(answer.id);
    if (!known || Number(answer.version) > Number(known.version)) newest.set(answer.id, answer);
  }
  const kept = new Map(
    handle
      .prepare<[], Row>(versioned.sql)
      .all()
      .map((row) => [row.id, row]),
  );
  const standing = [...newest].filter(([id]) => !deleted.has(id));
  return compareAll(standing, ([id, told]) => {
    const row = kept.get(id);
    if (!row) return { what: `an acknowledged ${kind} that is not in the file`, detail: told };
    const [version, toldVersion] = [Number(row.version), Number(told.version)];
    const isOld = version < toldVersion || (version > toldVersion && !versioned.mayBeNewer);
    const differs = version === toldVersion && Object.keys(row).some((field) => row[field] !== told[field]);
    return isOld || differs
      ? { what: `a ${kind} that is not as it was acknowledged`, detail: { told, row } }
      : null;
  });
}
