import { keepPreviousData } from '@tanstack/react-query';

const ROWS_A_PAGE = 100;

/** The options of a list that is loaded a page at a time: `orpc.transfers.list.infiniteOptions(paged(filter))`. */
export function paged<Filter extends object>(filter: Filter) {
  return {
    input: (offset: number) => ({ ...filter, offset, limit: ROWS_A_PAGE }),
    initialPageParam: 0,
    getNextPageParam: (page: { rows: readonly unknown[] }, pages: readonly unknown[]) =>
      page.rows.length === ROWS_A_PAGE ? pages.length * ROWS_A_PAGE : undefined,
    placeholderData: keepPreviousData,
  };
}
