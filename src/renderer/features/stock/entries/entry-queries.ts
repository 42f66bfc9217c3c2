import { keepPreviousData } from '@tanstack/react-query';
import { orpc } from '#renderer/lib/rpc';
import type { Inputs } from '#shared/contract/index';

const ROWS_A_PAGE = 100;

/** The filter of the stock list. */
export type EntryFilter = Pick<
  Inputs['stock']['listEntries'],
  'search' | 'locationId' | 'categoryId' | 'lowOnly' | 'expiry'
>;

/** The entries that match a filter, by product, one page at a time. */
export function listEntriesOptions(filter: EntryFilter) {
  return orpc.stock.listEntries.infiniteOptions({
    input: (offset: number) => ({ ...filter, offset, limit: ROWS_A_PAGE }),
    initialPageParam: 0,
    getNextPageParam: (page, pages) =>
      page.rows.length === ROWS_A_PAGE ? pages.length * ROWS_A_PAGE : undefined,
    placeholderData: keepPreviousData,
  });
}

/** Whether a filter excludes any entry. */
export function isFiltered(filter: EntryFilter): boolean {
  const { search = '', locationId, categoryId, lowOnly = false, expiry } = filter;
  return (
    search !== '' || locationId !== undefined || categoryId !== undefined || expiry !== undefined || lowOnly
  );
}
