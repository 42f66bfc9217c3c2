import { keepPreviousData } from '@tanstack/react-query';
import { orpc } from '#renderer/lib/rpc';
import type { Inputs } from '#shared/contract/index';

const ROWS_A_PAGE = 100;

type LineFilter = Pick<Inputs['stocktakes']['lines'], 'stocktakeId' | 'search'> & {
  filter: 'all' | 'uncounted' | 'counted' | 'different';
};

/** The lines of a stocktake that match a filter, one page at a time. */
export function linesOptions(filter: LineFilter) {
  return orpc.stocktakes.lines.infiniteOptions({
    input: (offset: number) => ({ ...filter, offset, limit: ROWS_A_PAGE }),
    initialPageParam: 0,
    getNextPageParam: (page, pages) =>
      page.rows.length === ROWS_A_PAGE ? pages.length * ROWS_A_PAGE : undefined,
    placeholderData: keepPreviousData,
  });
}

/** The filter of the list of stocktakes. */
export type StocktakeFilter = Omit<Inputs['stocktakes']['list'], 'offset' | 'limit'>;

/** The stocktakes that match a filter, open ones first, one page at a time. */
export function stocktakesOptions(filter: StocktakeFilter) {
  return orpc.stocktakes.list.infiniteOptions({
    input: (offset: number) => ({ ...filter, offset, limit: ROWS_A_PAGE }),
    initialPageParam: 0,
    getNextPageParam: (page, pages) =>
      page.rows.length === ROWS_A_PAGE ? pages.length * ROWS_A_PAGE : undefined,
    placeholderData: keepPreviousData,
  });
}
