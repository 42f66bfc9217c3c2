import type { CallName } from '#shared/contract/index';
import type { Change } from '../record';
import { type Compared, type Comparison, compareAll } from './comparison';

/** Where the mark of a call is found, with one row per effect. */
interface MarkPlace {
  sql: string;
  /** How many marks the change leaves; one if omitted. */
  times?: (change: Change) => number;
  /** The call that may have removed it since, identified by its id. */
  removedBy?: CallName;
}

const MOVEMENT = "SELECT reason FROM stock_movement WHERE cause = ''";
const CLOSING = 'SELECT reason FROM goods_issue_closing';

/** The calls whose texts prove that they happened once. */
export const MARK_PLACES: Partial<Record<CallName, MarkPlace>> = {
  'stock.receive': { sql: MOVEMENT },
  'stock.waste': { sql: MOVEMENT },
  'stock.createLocation': { sql: 'SELECT name FROM location', removedBy: 'stock.deleteLocation' },
  'transfers.postNow': { sql: "SELECT note FROM transfer WHERE state = 'posted'" },
  'issues.postNow': { sql: "SELECT note FROM goods_issue WHERE state = 'posted'" },
  'issues.returnGoods': { sql: CLOSING },
  'issues.usedUp': { sql: CLOSING },
  'issues.returnMany': { sql: CLOSING, times: ({ input }) => (input as { lines: unknown[] }).lines.length },
  'stocktakes.start': { sql: 'SELECT note FROM stocktake' },
  'tasks.create': { sql: 'SELECT text FROM task' },
  'sales.placeOrder': { sql: 'SELECT note FROM sales_order WHERE number IS NOT NULL' },
  'sales.cancelOrder': { sql: "SELECT cancel_reason FROM sales_order WHERE life = 'cancelled'" },
  'sales.createChannel': { sql: 'SELECT name FROM sales_channel' },
  'catalogue.createProduct': {
    sql: 'SELECT description FROM product',
    removedBy: 'catalogue.deleteProduct',
  },
  'catalogue.createCategory': {
    sql: 'SELECT description FROM category WHERE deleted_at IS NULL',
    removedBy: 'catalogue.deleteCategory',
  },
  'people.createAccount': { sql: 'SELECT department FROM account' },
};

/** Every change that leaves a mark has left it as often as it should, and never if it did not happen. */
export function compareMarks({ handle, record }: Compared): Comparison {
  const counts = new Map<string, Map<string, number>>();
  const countsOf = (sql: string): Map<string, number> => {
    const known = counts.get(sql);
    if (known) return known;
    const found = new Map<string, number>();
    for (const mark of handle.prepare<[], string>(sql).pluck().iterate())
      found.set(mark, (found.get(mark) ?? 0) + 1);
    counts.set(sql, found);
    return found;
  };
  const removed = new Set<string>();
  for (const { call, input, outcome } of record.changes)
    if (outcome.kind === 'answered' && /\.delete/.test(call))
      removed.add(`${call} ${(input as { id: number }).id}`);

  const marked = record.changes.filter(
    ({ call, outcome }) => call in MARK_PLACES && outcome.kind !== 'unanswered',
  );
  return compareAll(marked, (change) => {
    const place = MARK_PLACES[change.call];
    if (!place) return null;
    const { call, key, outcome } = change;
    const id = outcome.kind === 'answered' ? (outcome.answer as { id?: number }).id : undefined;
    const isGone = place.removedBy !== undefined && removed.has(`${place.removedBy} ${id}`);
    const expected = outcome.kind === 'answered' && !isGone ? (place.times?.(change) ?? 1) : 0;
    const found = countsOf(place.sql).get(key) ?? 0;
    if (found === expected) return null;
    return {
      what: 'a change that did not happen exactly as often as it was acknowledged',
      detail: { call, key, outcome, expected, found },
    };
  });
}
