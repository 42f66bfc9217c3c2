import { paged } from '#renderer/lib/paged';
import { orpc } from '#renderer/lib/rpc';
import type { Inputs } from '#shared/contract/index';

/** The filter of the stock list. */
export type EntryFilter = Pick<
  Inputs['stock']['listEntries'],
  'search' | 'locationId' | 'categoryId' | 'lowOnly' | 'expiry'
>;

/** The entries that match a filter, by product, one page at a time. */
export function listEntriesOptions(filter: EntryFilter) {
  return orpc.stock.listEntries.infiniteOptions(paged(filter));
}
