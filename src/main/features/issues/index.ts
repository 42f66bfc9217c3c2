/** The part of `issues` that the rest of the main process uses. */

export { issuesEntities } from './entities';
export { issuesProcedures } from './issues.procedures';
export { createIssues, type IssuesServices } from './issues-services';
