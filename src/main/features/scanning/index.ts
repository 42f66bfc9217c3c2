/** What the rest of the main process uses of `scanning`. */

export { quantityOf, type ScanService } from './scan.service';
export { findItem, itemOf, type ScannedItem } from './scanned-item';
export { scanningProcedures } from './scanning.procedures';
export { createScanning } from './scanning-services';
