/** What the rest of the main process uses of `scanning`. */

export { quantityOf, ScanService } from './scan.service';
export { findItem, itemOf, type ScannedItem } from './scanned-item.service';
export { scanningProcedures } from './scanning.procedures';
