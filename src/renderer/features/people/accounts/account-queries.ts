import { keepPreviousData } from '@tanstack/react-query';
import { orpc } from '#renderer/lib/rpc';
import type { Role } from '#shared/contract/common';

const ROWS_A_PAGE = 100;

/** The filter of the list of accounts. */
export interface AccountFilter {
  search: string;
  role?: Role | undefined;
  /** Shows deleted accounts instead of existing ones. */
  deleted: boolean;
}

export const EVERYBODY: AccountFilter = { search: '', deleted: false };

/** The accounts that match a filter, by name, one page at a time. */
export function listAccountsOptions(filter: AccountFilter) {
  return orpc.people.listAccounts.infiniteOptions({
    input: (offset: number) => ({ ...filter, offset, limit: ROWS_A_PAGE }),
    initialPageParam: 0,
    getNextPageParam: (page, pages) =>
      page.rows.length === ROWS_A_PAGE ? pages.length * ROWS_A_PAGE : undefined,
    placeholderData: keepPreviousData,
  });
}
