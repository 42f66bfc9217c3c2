import { keepPreviousData } from '@tanstack/react-query';
import { orpc } from '#renderer/lib/rpc';
import type { Role } from '#shared/contract/common';

const ROWS_A_PAGE = 100;

/** Which accounts the list shows. */
export interface AccountFilter {
  search: string;
  role?: Role | undefined;
  /** The deleted ones instead of those that are there. */
  deleted: boolean;
}

export const EVERYBODY: AccountFilter = { search: '', deleted: false };

/** The accounts that a filter lets through, by name, a page at a time. */
export function listAccountsOptions(filter: AccountFilter) {
  return orpc.people.listAccounts.infiniteOptions({
    input: (offset: number) => ({ ...filter, offset, limit: ROWS_A_PAGE }),
    initialPageParam: 0,
    getNextPageParam: (page, pages) =>
      page.rows.length === ROWS_A_PAGE ? pages.length * ROWS_A_PAGE : undefined,
    placeholderData: keepPreviousData,
  });
}
