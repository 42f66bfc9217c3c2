/** The part of `stock` that the rest of the main process uses. */

export { LATEST_AVERAGE } from './average-sql';
export { BatchListService } from './batch-list.service';
export { stockEntities } from './entities';
export { valuedEntryQuery, valuesOfEntries } from './entry-values';
export { LEAVING_ORDER } from './leaving-order';
export type { LocationService } from './location.service';
export { LocationListService } from './location-list.service';
export {
  isExpired,
  type Plan,
  planShelves,
  type ShelfRules,
  ShelfService,
  shelfRules,
  type Wanted,
} from './shelf.service';
export { stockProcedures } from './stock.procedures';
export type { StockService } from './stock.service';
export type { StockLedger } from './stock-ledger';
export { createStock } from './stock-services';
