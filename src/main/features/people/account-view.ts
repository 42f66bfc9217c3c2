import type { Permission, Person } from '#shared/contract/common';
import type { Account } from '#shared/contract/people';
import { APPROVING_PIN_DIGITS } from '#shared/kernel/pin';
import { approvablePermissions, type Grant } from '#shared/permissions';
import type { AccountEntity } from './account.entity';

/** An account as a window sees it, without its secrets. */
export function viewOf(account: AccountEntity): Account {
  return {
    id: account.id,
    username: account.username,
    email: account.email ?? '',
    firstName: account.firstName,
    lastName: account.lastName,
    role: account.role,
    department: account.department,
    hasPin: account.pinHash !== null,
    pinApproves: pinApproves(account),
    partyId: account.partyId,
    active: account.active === 1,
    deletedAt: account.deletedAt,
    createdAt: account.createdAt,
    version: account.version,
  };
}

/**
 * The fields of an account that the store log keeps: all that can change, and that a secret changed but not its value.
 */
export function auditedOf(account: AccountEntity): object {
  const { id, createdAt, version, pinApproves: _, partyId: __, ...audited } = viewOf(account);
  return audited;
}

/** Whether an account has a PIN that is long enough to approve with. */
export function pinApproves({ pinHash, pinDigits }: Pick<AccountEntity, 'pinHash' | 'pinDigits'>): boolean {
  return pinHash !== null && pinDigits >= APPROVING_PIN_DIGITS;
}

/** Whether these grants let a person approve for others, so that their PIN needs more digits. */
export function canApprove(grants: ReadonlyMap<Permission, Grant>): boolean {
  return approvablePermissions.some((one) => grants.get(one) === 'yes');
}

/** Whether an account is neither deactivated nor deleted. */
export function canSignIn(account: AccountEntity): boolean {
  return account.active === 1 && account.deletedAt === null;
}

/** Whether an account is an admin's and can sign in. */
export function isWorkingAdmin(account: AccountEntity): boolean {
  return account.role === 'admin' && canSignIn(account);
}

export function personOf(account: AccountEntity): Person {
  return { id: account.id, name: nameOf(account) };
}

/** A person's display name. */
export function nameOf(account: { firstName: string; lastName: string }): string {
  return `${account.firstName} ${account.lastName}`.trim();
}
