/** What the rest of the main process uses of `overview`. */

export { overviewProcedures } from './overview.procedures';
export { createOverview } from './overview-services';
