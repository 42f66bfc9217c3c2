/** What the rest of the main process uses of `issues`. */

export { issuesEntities } from './entities';
export type { GoodsIssueService } from './goods-issue.service';
export type { GoodsReturnService } from './goods-return.service';
export type { IssueService } from './issue.service';
export { issuesProcedures } from './issues.procedures';
export { createIssues } from './issues-services';
