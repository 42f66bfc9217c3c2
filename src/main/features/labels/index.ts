/** The part of `labels` that the rest of the main process uses. */

export { labelsProcedures } from './labels.procedures';
export { createLabels } from './labels-services';
