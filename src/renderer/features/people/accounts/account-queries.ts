import { paged } from '#renderer/lib/paged';
import { orpc } from '#renderer/lib/rpc';
import type { Role } from '#shared/contract/common';

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
  return orpc.people.listAccounts.infiniteOptions(paged(filter));
}
