/** The part of `issues` that the rest of the main process uses. */

export { issuesEntities } from './entities';
export type { GoodsIssueService } from './goods-issue.service';
export type { GoodsReturnService } from './goods-return.service';
export type { IssueService } from './issue.service';
export { issuesProcedures } from './issues.procedures';
export { createIssues } from './issues-services';
