import { paged } from '#renderer/lib/paged';
import { orpc } from '#renderer/lib/rpc';
import type { Inputs } from '#shared/contract/index';

type LineFilter = Pick<Inputs['stocktakes']['lines'], 'stocktakeId' | 'search'> & {
  filter: 'all' | 'uncounted' | 'counted' | 'different';
};

/** The lines of a stocktake that match a filter, one page at a time. */
export function linesOptions(filter: LineFilter) {
  return orpc.stocktakes.lines.infiniteOptions(paged(filter));
}

/** The filter of the list of stocktakes. */
export type StocktakeFilter = Omit<Inputs['stocktakes']['list'], 'offset' | 'limit'>;

/** The stocktakes that match a filter, open ones first, one page at a time. */
export function stocktakesOptions(filter: StocktakeFilter) {
  return orpc.stocktakes.list.infiniteOptions(paged(filter));
}
