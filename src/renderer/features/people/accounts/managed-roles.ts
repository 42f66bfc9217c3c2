import { useMay, useSession } from '#renderer/lib/session';
import { type Role, roles } from '#shared/contract/common';
import type { Account } from '#shared/contract/people';

const BELOW_MANAGERS: readonly Role[] = ['storekeeper', 'cashier', 'customer'];

/** Which accounts the person signed in may make and change: an admin all, a manager those below. */
interface Management {
  /** The roles they may give a new account. */
  roles: readonly Role[];
  changesRoles: boolean;
  isOwn: (account: Account) => boolean;
  mayChange: (account: Account) => boolean;
}

/** What the person signed in may do with accounts; the store decides, this only shows it. */
export function useManagement(): Management {
  const may = useMay();
  const { account: own } = useSession();
  const changesRoles = may('manageRoles') === 'yes';
  const managed = changesRoles ? roles : BELOW_MANAGERS;
  return {
    roles: managed,
    changesRoles,
    isOwn: ({ id }) => id === own.id,
    mayChange: ({ id, role, deletedAt }) => id !== own.id && deletedAt === null && managed.includes(role),
  };
}
