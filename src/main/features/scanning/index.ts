/** What the rest of the main process uses of `scanning`. */

export type { CodeResolver, OrderNumbers, ScannedProduct } from './code-resolver';
export { neededAmountOf } from './scanned-amount';
export { scanningProcedures } from './scanning.procedures';
export { createScanning } from './scanning-services';
