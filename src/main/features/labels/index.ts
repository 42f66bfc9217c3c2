/** What the rest of the main process uses of `labels`. */

export { LabelService } from './label.service';
export { labelsProcedures } from './labels.procedures';
