import { nameOf } from '#main/platform/database/person-name';
import type { Connection, Tx } from '#main/platform/work/connections';
import type { IssueClosing } from '#shared/contract/issues';

interface ClosingRow extends Omit<IssueClosing, 'by'> {
  byId: number;
  byName: string;
}

interface NewClosing {
  issueLineId: number;
  kind: IssueClosing['kind'];
  quantityMilli: number;
  costMinor: number;
  locationId: number | null;
  reason: string;
  at: number;
  accountId: number;
}

/** What was returned and used up of issued goods. */
export function closingQueries(connection: Connection) {
  return {
    /** Oldest first. */
    ofIssue: connection.prepare<[number], ClosingRow>(
      `SELECT c.id, c.kind, c.issue_line_id AS issueLineId, p.name AS productName, p.unit,
         c.quantity_milli AS quantityMilli, l.name AS locationName, c.reason, c.closed_at AS at,
         c.account_id AS byId, ${nameOf('a')} AS byName
       FROM goods_issue_line g CROSS JOIN goods_issue_closing c ON c.issue_line_id = g.id
       JOIN product p ON p.id = g.product_id JOIN account a ON a.id = c.account_id
       LEFT JOIN location l ON l.id = c.location_id WHERE g.issue_id = ? ORDER BY c.id`,
    ),
  };
}

/** The statements that close issued goods. */
export function closingWrites(tx: Tx) {
  return {
    closeLine: tx.prepare<[{ id: number; returnedMilli: number; usedUpMilli: number }]>(
      `UPDATE goods_issue_line SET returned_milli = returned_milli + CAST(@returnedMilli AS INTEGER),
         used_up_milli = used_up_milli + CAST(@usedUpMilli AS INTEGER), version = version + 1 WHERE id = @id`,
    ),
    addClosing: tx.prepare<[NewClosing]>(
      `INSERT INTO goods_issue_closing (issue_line_id, kind, quantity_milli, cost_minor, location_id, reason,
         closed_at, account_id)
       VALUES (@issueLineId, @kind, @quantityMilli, @costMinor, @locationId, @reason, @at, @accountId)`,
    ),
  };
}
