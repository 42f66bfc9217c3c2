import type { DocumentLineRow, DocumentRow, KindOfDocument } from '#main/features/documents/index';
import { shelfRules } from '#main/features/stock/index';
import { may } from '#main/platform/ctx';
import { mentions } from '#main/platform/database/folded-sql';
import { nameOf } from '#main/platform/database/person-name';
import type { IssueHead, IssueLine } from '#shared/contract/issues';
import { issueSlip } from '#shared/documents/issue-slip';

export interface IssueRow extends DocumentRow {
  holderAccountId: number | null;
  /** The account's name if the holder has one; null if no holder is set yet. */
  holderName: string | null;
  outCount: number;
}

export interface IssueLineRow extends DocumentLineRow {
  returnedMilli: number;
  usedUpMilli: number;
  costMinor: number | null;
}

/** Issue slips: goods that leave for use by a person or a department, to be returned or used up. */
export const ISSUE: KindOfDocument<IssueRow, IssueLineRow, IssueHead, IssueLine> = {
  kind: 'issue',
  topic: 'issues',
  table: 'goods_issue',
  lineTable: 'goods_issue_line',
  parent: 'issue_id',
  leaves: 'location_id',
  columns: { locationId: 'location_id', holderAccountId: 'holder_account_id', holderName: 'holder_name' },
  selected: `d.holder_account_id AS holderAccountId, COALESCE(
      (SELECT ${nameOf('h')} FROM account h WHERE h.id = d.holder_account_id), d.holder_name) AS holderName,
    (SELECT count(*) FROM goods_issue_line g WHERE g.issue_id = d.id AND g.cost_minor IS NOT NULL
       AND g.returned_milli + g.used_up_milli < g.quantity_milli) AS outCount`,
  joins: '',
  lineSelected:
    'l.returned_milli AS returnedMilli, l.used_up_milli AS usedUpMilli, l.cost_minor AS costMinor',
  storesCost: true,
  locations: ['location_id'],
  searched: [
    mentions('d.holder_name'),
    `d.holder_account_id IN (SELECT h.id FROM account h WHERE ${mentions(nameOf('h'))})`,
  ],
  titleOf: ({ locationName, holderName }) =>
    holderName === null ? locationName : `${locationName} → ${holderName}`,
  loggedOf: ({ locationName, holderName }) => ({ location: locationName, holder: holderName }),
  headOf: ({ locationId, locationName, holderAccountId, holderName, outCount }) => ({
    location: { id: locationId, name: locationName },
    holder: holderName === null ? null : { accountId: holderAccountId, name: holderName },
    outCount,
  }),
  lineOf: (ctx, { quantityMilli, returnedMilli, usedUpMilli, costMinor }) => ({
    returnedMilli,
    usedUpMilli,
    outMilli: costMinor === null ? 0 : quantityMilli - returnedMilli - usedUpMilli,
    costMinor: may(ctx, 'seeCost') ? costMinor : null,
  }),
  rulesOf: shelfRules,
  paper: issueSlip,
};
