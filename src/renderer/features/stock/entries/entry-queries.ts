import { keepPreviousData } from '@tanstack/react-query';
import { orpc } from '#renderer/lib/rpc';
import type { Inputs } from '#shared/contract/index';

const ROWS_A_PAGE = 100;

/** Which entries the list shows. */
export type EntryFilter = Pick<
  Inputs['stock']['listEntries'],
  'search' | 'locationId' | 'categoryId' | 'lowOnly' | 'expiry'
>;

/** The entries that a filter lets through, by product, a page at a time. */
export function listEntriesOptions(filter: EntryFilter) {
  return orpc.stock.listEntries.infiniteOptions({
    input: (offset: number) => ({ ...filter, offset, limit: ROWS_A_PAGE }),
    initialPageParam: 0,
    getNextPageParam: (page, pages) =>
      page.rows.length === ROWS_A_PAGE ? pages.length * ROWS_A_PAGE : undefined,
    placeholderData: keepPreviousData,
  });
}

/** Whether a filter keeps any entry out. */
export function isFiltered(filter: EntryFilter): boolean {
  const { search = '', locationId, categoryId, lowOnly = false, expiry } = filter;
  return (
    search !== '' || locationId !== undefined || categoryId !== undefined || expiry !== undefined || lowOnly
  );
}
