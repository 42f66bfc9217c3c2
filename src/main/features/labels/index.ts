/** What the rest of the main process uses of `labels`. */

export { labelsProcedures } from './labels.procedures';
export { createLabels } from './labels-services';
