import type { CallName } from '#shared/contract/index';
import { type Compared, type Comparison, compareAll, together } from './comparison';

/**
 * The calls that write exactly one entry of the audit trail each time. Closing a location is not one of them: closing a
 * closed one changes nothing.
 */
export const AUDITED_ONCE: readonly CallName[] = [
  'catalogue.createProduct',
  'catalogue.deleteProduct',
  'catalogue.createCategory',
  'catalogue.changeCategory',
  'catalogue.deleteCategory',
  'people.createAccount',
  'people.changePassword',
  'people.deleteAccount',
  'sales.completeTicket',
  'sales.placeOrder',
  'sales.payOrder',
  'sales.fulfilOrder',
  'sales.cancelOrder',
  'sales.createChannel',
  'sales.changeChannel',
  'sales.parkTicket',
  'sales.voidTicket',
  'sales.voidLine',
  'sales.recallTicket',
  'sales.reprintReceipt',
  'stock.createLocation',
  'stock.changeLocation',
  'stock.deleteLocation',
  'stocktakes.start',
  'stocktakes.post',
  'stocktakes.cancel',
  'settings.change',
  'tills.rename',
  'tasks.create',
  'tasks.cancel',
  'tasks.done',
  'transfers.post',
  'transfers.postNow',
  'issues.post',
  'issues.postNow',
  'issues.usedUp',
];

/** Calls that write one row each time beside the audit trail, with their rows by account. */
const ROWS: ReadonlyArray<readonly [calls: readonly CallName[], sql: string]> = [
  [
    ['stocktakes.count'],
    'SELECT account_id AS accountId, COUNT(*) AS count FROM stocktake_count GROUP BY account_id',
  ],
  [
    ['sales.reprintReceipt'],
    // A copy saved as PDF is an event too, but comes from a call that only reads.
    `SELECT account_id AS accountId, COUNT(*) - (SELECT COUNT(*) FROM log_entry AS entry
       WHERE entry.action = 'sales.receiptPdf' AND entry.account_id = order_event.account_id) AS count
     FROM order_event WHERE kind = 'reprinted' GROUP BY account_id`,
  ],
  [
    ['issues.post', 'issues.postNow'],
    'SELECT posted_by_id AS accountId, COUNT(*) AS count FROM goods_issue WHERE posted_by_id IS NOT NULL GROUP BY posted_by_id',
  ],
  [
    ['transfers.post', 'transfers.postNow'],
    'SELECT posted_by_id AS accountId, COUNT(*) AS count FROM transfer WHERE posted_by_id IS NOT NULL GROUP BY posted_by_id',
  ],
];

/** Compares how often each person's calls were confirmed with the rows and audit entries they left. */
export function compareCounts(compared: Compared): Comparison {
  const { handle } = compared;
  const audited = handle
    .prepare<[], { call: string; accountId: number; count: number }>(
      `SELECT action AS call, account_id AS accountId, COUNT(*) AS count FROM log_entry
       WHERE account_id IS NOT NULL GROUP BY action, account_id`,
    )
    .all();
  return together([
    ...AUDITED_ONCE.map((call) =>
      compareCount(compared, {
        calls: [call],
        rows: audited.filter((row) => row.call === call),
        where: 'audit trail',
      }),
    ),
    ...ROWS.map(([calls, sql]) =>
      compareCount(compared, {
        calls,
        rows: handle.prepare<[], { accountId: number; count: number }>(sql).all(),
        where: 'rows',
      }),
    ),
  ]);
}

interface Counted {
  calls: readonly CallName[];
  rows: ReadonlyArray<{ accountId: number; count: number }>;
  where: string;
}

function compareCount({ record, accountIds }: Compared, { calls, rows, where }: Counted): Comparison {
  const told = new Map<number, number>();
  for (const { call, login, outcome } of record.changes) {
    if (!(calls.includes(call) && outcome.kind === 'answered')) continue;
    const accountId = accountIds.get(login) ?? 0;
    told.set(accountId, (told.get(accountId) ?? 0) + 1);
  }
  const found = new Map(rows.map(({ accountId, count }) => [accountId, count]));
  return compareAll(new Set([...told.keys(), ...found.keys()]), (accountId) => {
    const [expected, count] = [told.get(accountId) ?? 0, found.get(accountId) ?? 0];
    if (expected === count) return null;
    const detail = { calls, accountId, acknowledged: expected, inTheFile: count };
    return { what: `how often something happened, by the ${where}`, detail };
  });
}
