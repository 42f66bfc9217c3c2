/** The part of `overview` that the rest of the main process uses. */

export { overviewProcedures } from './overview.procedures';
export { createOverview } from './overview-services';
