import {
  DocumentDrafts,
  type DocumentNeeds,
  DraftService,
  needsInUnit,
  PostingService,
} from '#main/features/documents/index';
import { GoodsReturnService } from './goods-return.service';
import { IssueRules, IssueService } from './issue.service';
import { ISSUE, type IssueLineRow, type IssueRow } from './issue-kind';
import { IssueListService } from './issue-list.service';

/** Creates the services of issues and returns. */
export function createIssues({ database, settings, drawing, ...others }: DocumentNeeds) {
  return {
    issues: database.inUnits((tx) => {
      const drafts = new DocumentDrafts<IssueRow, IssueLineRow>(tx, ISSUE);
      const needs = { ...needsInUnit(tx, others), settings, drafts };
      const rules = new IssueRules(tx, drafts, needs.ledger);
      const filling = new DraftService(ISSUE, needs);
      const posting = new PostingService(ISSUE, { ...needs, rules });
      const own = new IssueService({ drafts, rules, filling, posting });
      return { own, filling, posting, returns: new GoodsReturnService(tx, needs) };
    }),
    issueLists: database.onReader((reader) => new IssueListService(reader, { settings, drawing })),
  };
}

export type IssuesServices = ReturnType<typeof createIssues>;
