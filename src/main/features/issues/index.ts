/** What the rest of the main process uses of `issues`. */

export { issuesEntities } from './entities';
export type { GivingBackService } from './giving-back.service';
export type { HandingOutService } from './handing-out.service';
export type { IssueService } from './issue.service';
export { issuesProcedures } from './issues.procedures';
export { createIssues } from './issues-services';
