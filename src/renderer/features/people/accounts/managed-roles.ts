import { useMay, useSession } from '#renderer/lib/session';
import { type Role, roles } from '#shared/contract/common';
import type { Account } from '#shared/contract/people';

const BELOW_MANAGERS: readonly Role[] = ['storekeeper', 'cashier', 'customer'];

/** The accounts the signed-in person may create and change: an admin all, a manager those of lower roles. */
interface Management {
  /** The roles they may assign to a new account. */
  roles: readonly Role[];
  changesRoles: boolean;
  isOwn: (account: Account) => boolean;
  mayChange: (account: Account) => boolean;
}

/** What the signed-in person may do with accounts. For display only; the store enforces it. */
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
